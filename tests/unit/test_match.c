/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/meter.h"
#include "match/probe.h"
#include "text_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static ek_pack *
pack_of(ek_arena *arena)
{
    ek_pack *pack = ek_arena_alloc(arena, sizeof *pack);
    pack->arena = arena;
    EK_PUSH(arena, pack->concepts, ((ek_concept){.id = EK_STR("act.first")}));
    EK_PUSH(arena, pack->concepts, ((ek_concept){.id = EK_STR("act.second")}));
    return pack;
}

static void
add(ek_pack *pack, uint32_t concept_index, ek_str body, unsigned letters,
    uint32_t line)
{
    ek_pattern pattern = {.concept_index = concept_index,
                          .lang = EK_LANG_EN,
                          .body = body,
                          .bounded = true,
                          .letters = letters,
                          .file = EK_STR("words.xml"),
                          .line = line};
    pattern.source = ek_arena_printf(pack->arena, "%s%.*s%s", EK_PACK_BEGIN,
                                     EK_ARG(body), EK_PACK_END);
    EK_PUSH(pack->arena, pack->patterns, pattern);
}

static ek_hits
hits_in(ek_arena *arena, const ek_pack *pack, const char *words)
{
    ek_matcher *matcher = NULL;
    ek_diag diag = ek_diag_on(arena);
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    ek_hits hits;
    text->bytes = ek_str_of(words);
    text->format = "plain";
    ek_text_index(text, arena);
    assert_int_equal(ek_matcher_new(&matcher, pack, &diag), EK_OK);
    ek_match(&hits, matcher, arena, ek_normalize(arena, text), true, true);
    ek_matcher_free(matcher);
    return hits;
}

static void
hits_are_sorted_longest_first_and_whole_words(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    add(pack, 1, EK_STR("view"), EK_CASE_ANY, 1);
    add(pack, 0, EK_STR("view your files"), EK_CASE_ANY, 2);
    ek_hits hits = hits_in(arena, pack, "Preview. We view your files.");
    assert_int_equal(hits.hits.n, 2);
    assert_int_equal(hits.hits.v[0].concept_index, 0);
    assert_int_equal(hits.hits.v[1].concept_index, 1);
    assert_int_equal(hits.hits.v[0].span.begin, hits.hits.v[1].span.begin);
    ek_arena_free(arena);
}

static void
upper_case_patterns_look_at_the_original(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    add(pack, 0, EK_STR("us"), EK_CASE_UPPER, 1);
    ek_hits hits = hits_in(arena, pack, "Data is kept by us in the US.");
    assert_int_equal(hits.hits.n, 1);
    assert_int_equal(hits.hits.v[0].span.begin, 26);
    ek_arena_free(arena);
}

static void
a_hit_across_a_comma_does_not_hide_one_behind_it(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    add(pack, 0, EK_STR("manager[a-z, ]{1,40}may read"), EK_CASE_ANY, 1);
    ek_hits hits = hits_in(arena, pack, "If a manager, that manager may read.");
    assert_int_equal(hits.hits.n, 2);
    assert_int_equal(hits.hits.v[0].span.begin, 5);
    assert_int_equal(hits.hits.v[1].span.begin, 19);
    ek_arena_free(arena);
}

static void
a_bad_pattern_is_named_with_file_and_line(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    ek_matcher *matcher = NULL;
    ek_diag diag = ek_diag_on(arena);
    add(pack, 0, EK_STR("fine"), EK_CASE_ANY, 3);
    add(pack, 0, EK_STR("(?:open"), EK_CASE_ANY, 4);
    assert_int_equal(ek_matcher_new(&matcher, pack, &diag), EK_EPATTERN);
    assert_null(matcher);
    assert_int_equal(diag.lines.n, 1);
    assert_int_equal(diag.lines.v[0].code, EK_D_pattern_syntax);
    assert_int_equal(diag.lines.v[0].line, 4);
    ek_arena_free(arena);
}

/* PCRE2's links are 16 bits wide: what does not fit into one program must
 * still be matched. */
static void
a_concept_of_any_size_compiles(void **state)
{
    (void)state;
    enum { WORDS = 9000 };
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    for (uint32_t i = 0; i < WORDS; i++)
        add(pack, 0, ek_arena_printf(arena, "word%u(?:s|ed)?", i), EK_CASE_ANY,
            i + 1);
    ek_hits hits = hits_in(arena, pack, "word0 word4500s word8999ed word9000");
    assert_int_equal(hits.hits.n, 3);
    ek_arena_free(arena);
}

static void
a_limit_that_is_hit_is_not_silence(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    add(pack, 1, EK_STR("(?:a+)+[bc]"), EK_CASE_ANY, 1);
    ek_hits hits =
        hits_in(arena, pack, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    assert_int_equal(hits.hits.n, 0);
    assert_int_equal(hits.gave_up.n, 1);
    assert_int_equal(hits.gave_up.v[0].concept_index, 1);
    assert_true(hits.gave_up.v[0].reason.n > 0);
    ek_arena_free(arena);
}

static void
patterns_that_blow_up_are_told_by_their_steps(void **state)
{
    /* clang-format off */
    static const struct { const char *body; bool risky; } rows[] = {
        {"view", false},
        {"(?:view|inspect|look at) (?:your|the) (?:files|data)", false},
        {"files? (?:[a-z]{1,12} ){0,3}of the customer", false},
        {"(?:a+)+b", true},
        {"(?:a|a)+b", true},
        {"(?:[a-z ]{0,40}view){0,9}s", true},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_arena *arena = ek_arena_new(0);
        ek_diag diag = ek_diag_on(arena);
        ek_pack *pack = pack_of(arena);
        add(pack, 0, ek_str_of(rows[i].body), EK_CASE_ANY, 7);
        unsigned n = ek_match_probe(pack, &diag);
        if (n != (unsigned)rows[i].risky || diag.lines.n != n)
            fail_msg("row %zu: %s", i, rows[i].body);
        if (n)
            assert_int_equal(diag.lines.v[0].line, 7);
        ek_arena_free(arena);
    }
}

static void
the_meter_counts_each_pattern_alone(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_pack *pack = pack_of(arena);
    add(pack, 1, EK_STR("view"), EK_CASE_ANY, 1);
    add(pack, 1, EK_STR("view your files"), EK_CASE_ANY, 2);
    add(pack, 0, EK_STR("delete"), EK_CASE_ANY, 3);
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    text->bytes = EK_STR("we view your files; you view them");
    text->format = "plain";
    ek_text_index(text, arena);
    ek_meter *meter = ek_meter_new(pack);
    size_t n;
    ek_meter_run(meter, ek_normalize(arena, text), true, true);
    ek_meter_run(meter, ek_normalize(arena, text), true, false);
    const struct ek_metered *rows = ek_meter_rows(meter, &n);
    assert_int_equal(n, 3);
    assert_int_equal(rows[0].hits, 2);
    assert_int_equal(rows[1].hits, 1);
    assert_int_equal(rows[2].hits, 0);
    ek_meter_free(meter);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hits_are_sorted_longest_first_and_whole_words),
        cmocka_unit_test(upper_case_patterns_look_at_the_original),
        cmocka_unit_test(a_hit_across_a_comma_does_not_hide_one_behind_it),
        cmocka_unit_test(a_bad_pattern_is_named_with_file_and_line),
        cmocka_unit_test(a_concept_of_any_size_compiles),
        cmocka_unit_test(a_limit_that_is_hit_is_not_silence),
        cmocka_unit_test(patterns_that_blow_up_are_told_by_their_steps),
        cmocka_unit_test(the_meter_counts_each_pattern_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
