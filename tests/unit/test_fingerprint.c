/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "result/bare.h"
#include "result/fingerprint.h"
#include "sample_result.h"

static ek_str
bare(ek_arena *arena, const char *text)
{
    ek_buf out = ek_buf_on(arena);
    ek_bare_add(&out, ek_str_of(text));
    return ek_buf_str(&out);
}

/* clang-format off */
static const struct {
    const char *text, *words;
} rows[] = {
    {"provider may view, use and copy data.", "provider may view use and copy data "},
    {"the provider's “staff”", "the provider s staff "},
    {"a sub-processor", "a sub processor "},
    {"30 days, 1,000.50 $ and 5%", "30 days 1000.50 $ and 5 % "},
    {"under section 4.2(a)(i), we", "under section # we "},
    {"sections 4, 5.1 and 6 apply", "sections # # # apply "},
    {"section 4 and 30 days", "section # and 30 days "},
    {"section 4.2.", "section # "},
    {"see § 12 or §§ 3 to 5", "see # or # # "},
    {"tls 1.2 or aes-256", "tls 1.2 or aes 256 "},
    {"第12条第3項に従い", "#条 #項 に 従 い "},
    {"第十二条の二に", "#条 に "},
    {"第 5 条、別紙2の", "#条 #別紙 の "},
    {"第三者に30日", "第 三 者 に 30 日 "},
    {"[terms](https://example.org/a_b) apply", "terms apply "},
    {"**may** `view` | row |", "may view row "},
    {"<b>bold</b> a < b", "bold a b "},
    {"a\u200bb \u202ecd", "ab cd "},
    {"", ""},
};
/* clang-format on */

static void
only_words_are_left(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str words = bare(arena, rows[i].text);
        if (!ek_str_is(words, rows[i].words))
            fail_msg("row %zu: '%.*s'", i, EK_ARG(words));
    }
    ek_arena_free(arena);
}

static void
broken_text_is_bared_too(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\xff\xfe", "](",  "<",    "section", "section 4.",
        "第",       "第1", "別紙", "1.",      "\xe7\xac"};
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        bare(arena, texts[i]);
    ek_arena_free(arena);
}

static ek_finding
known(ek_arena *arena, const char *words, const char *leads, const char *place,
      ek_tier tier)
{
    ek_finding f = {.rule = EK_STR("a.b"), .tier = tier};
    struct ek_known_by by = {ek_str_of(words), ek_str_of(leads),
                             ek_str_of(place)};
    ek_finding_fingerprint(arena, &f, &by);
    return f;
}

static void
words_and_what_leads_them_in_make_the_wording_and_place_the_rest(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_finding f = known(arena, "we may view", "l", "p", EK_TIER_FINDING),
               same = known(arena, "we  may, view.", "l", "p", EK_TIER_FINDING),
               moved = known(arena, "we may view", "l", "q", EK_TIER_FINDING),
               led = known(arena, "we may view", "m", "p", EK_TIER_FINDING),
               clue = known(arena, "we may view", "l", "p", EK_TIER_CLUE);
    assert_int_equal(f.fingerprint.n, 16);
    assert_int_equal(f.fingerprint.p[0], '2');
    assert_true(ek_str_eq(f.fingerprint, same.fingerprint));
    assert_true(ek_str_eq(f.wording, moved.wording));
    assert_false(ek_str_eq(f.fingerprint, moved.fingerprint));
    assert_false(ek_str_eq(f.wording, led.wording));
    assert_false(ek_str_eq(f.wording, clue.wording));
    ek_arena_free(arena);
}

static void
alike_findings_are_counted(void **state)
{
    (void)state;
    ek_result *r = sample_empty("x.md");
    for (int i = 0; i < 4; i++)
        sample_finding(r, "provider-use", 1, 1, "q");
    r->findings.v.v[0].fingerprint = EK_STR("2a");
    r->findings.v.v[1].fingerprint = EK_STR("2b");
    r->findings.v.v[2].fingerprint = EK_STR("2a");
    r->findings.v.v[3].fingerprint = EK_STR("");
    const uint32_t *alike = ek_findings_alike(r->arena, r);
    const uint32_t expected[] = {2, 1, 2, 0};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(alike[i], expected[i]);
    ek_result_free(r);
}

static void
a_verdict_is_known_by_its_outcome_and_what_it_rests_on(void **state)
{
    (void)state;
    ek_result *r = sample_rich("x.md");
    ek_verdict *v = &r->verdicts.v[0];
    ek_str first = ek_verdict_fingerprint(r->arena, r, v);
    assert_true(v->findings.n > 0);
    ek_str word = r->findings.v.v[v->findings.v[0].finding].wording;
    r->findings.v.v[v->findings.v[0].finding].wording = EK_STR("2ccc");
    ek_str reworded = ek_verdict_fingerprint(r->arena, r, v);
    r->findings.v.v[v->findings.v[0].finding].wording = word;
    assert_true(ek_str_eq(first, ek_verdict_fingerprint(r->arena, r, v)));
    v->status = EK_STR("other");
    assert_false(ek_str_eq(first, reworded));
    assert_false(ek_str_eq(first, ek_verdict_fingerprint(r->arena, r, v)));
    ek_result_free(r);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_words_are_left),
        cmocka_unit_test(broken_text_is_bared_too),
        cmocka_unit_test(
            words_and_what_leads_them_in_make_the_wording_and_place_the_rest),
        cmocka_unit_test(alike_findings_are_counted),
        cmocka_unit_test(
            a_verdict_is_known_by_its_outcome_and_what_it_rests_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
