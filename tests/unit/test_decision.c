/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "result/decision_json.h"
#include "sample_result.h"

static ek_decision
sample_decision(void)
{
    return (ek_decision){.contract = EK_STR("terms \"x\".md"),
                         .about = EK_ABOUT_FINDING,
                         .subject = EK_STR("provider-viewing"),
                         .fingerprint = EK_STR("2123456789abcdef"),
                         .date = EK_STR("2026-12-01"),
                         .rule = EK_STR("provider-viewing.may"),
                         .wording = EK_STR("2fedcba987654321"),
                         .alike = 1,
                         .quote = EK_STR("当社は閲覧できる。"),
                         .state = EK_DECIDED_RISK_ACCEPTED,
                         .author = EK_STR("山田"),
                         .reason = EK_STR("一度\nだけ")};
}

static void
add_review(ek_result *r, ek_standing standing, uint32_t finding,
           uint32_t verdict)
{
    ek_review review = {.decision = sample_decision(),
                        .standing = standing,
                        .finding = finding,
                        .verdict = verdict};
    ek_decision_seal(r->arena, &review.decision);
    if (standing == EK_STANDING_EDITED) {
        struct ek_reworded pieces[] = {{'=', EK_STR("当社は")},
                                       {'-', EK_STR("承諾を得て")},
                                       {'+', EK_STR("いつでも")}};
        for (size_t i = 0; i < 3; i++)
            EK_PUSH(r->arena, review.redline, pieces[i]);
    }
    EK_PUSH(r->arena, r->reviews.v, review);
}

static ek_result *
reviewed(void)
{
    ek_result *r = sample_rich("x.md");
    add_review(r, EK_STANDING_CARRIED, 0, EK_DECIDED_NOTHING);
    add_review(r, EK_STANDING_EDITED, 1, EK_DECIDED_NOTHING);
    add_review(r, EK_STANDING_CHANGED, EK_DECIDED_NOTHING, 0);
    add_review(r, EK_STANDING_ORPHAN, EK_DECIDED_NOTHING, EK_DECIDED_NOTHING);
    return r;
}

static ek_str
written(ek_arena *arena, const ek_result *result)
{
    ek_buf out = ek_buf_on(arena);
    ek_result_write(&out, result);
    return ek_buf_str(&out);
}

static void
reviews_survive_byte_for_byte(void **state)
{
    (void)state;
    ek_result *r = reviewed(), *again = NULL;
    ek_arena *arena = ek_arena_new(0);
    const char *why = NULL;
    ek_str first = written(arena, r);
    if (ek_result_read(&again, first, &why) != EK_OK)
        fail_msg("not read back: %s", why);
    assert_int_equal(again->reviews.v.n, 4);
    assert_int_equal(again->reviews.v.v[1].redline.n, 3);
    assert_int_equal(again->reviews.v.v[3].finding, EK_DECIDED_NOTHING);
    assert_true(ek_str_eq(first, written(arena, again)));
    ek_result_free(again);
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
a_result_without_reviews_does_not_speak_of_them(void **state)
{
    (void)state;
    ek_result *r = sample_rich("x.md");
    ek_arena *arena = ek_arena_new(0);
    ek_str json = written(arena, r);
    assert_int_equal(ek_str_find(json, EK_STR("\"decisions\""), 0), json.n);
    ek_result_free(r);
    ek_arena_free(arena);
}

static ek_str
edited(ek_arena *arena, ek_str json, ek_str from, ek_str to)
{
    ek_buf out = ek_buf_on(arena);
    size_t at = ek_str_find(json, from, 0);
    assert_int_not_equal(at, json.n);
    ek_buf_add(&out, ek_str_slice(json, 0, at));
    ek_buf_add(&out, to);
    ek_buf_add(&out, ek_str_slice(json, at + from.n, json.n));
    return ek_buf_str(&out);
}

static void
malformed_reviews_are_refused_with_a_reason(void **state)
{
    /* clang-format off */
    static const struct {
        const char *from, *to, *why;
    } rows[] = {
        {"\"standing\":\"carried\"", "\"standing\":\"fine\"", "standing"},
        {"\"about\":\"finding\"", "\"about\":\"moon\"", "about"},
        {"\"state\":\"risk-accepted\"", "\"state\":\"safe\"", "state"},
        {"\"finding\":0,", "\"finding\":99,", "decision about nothing"},
        {"\"verdict\":0,", "\"verdict\":99,", "decision about nothing"},
        {"\"kind\":\"-\"", "\"kind\":\"~\"", "kind"},
        {"\"alike\":1", "\"alike\":-1", "alike"},
        {"\"alike\":1", "\"alike\":1,\"extra\":1", "decision"},
    };
    /* clang-format on */
    (void)state;
    ek_result *r = reviewed();
    ek_arena *arena = ek_arena_new(0);
    ek_str json = written(arena, r);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_result *again = NULL;
        const char *why = "";
        ek_str bad =
            edited(arena, json, ek_str_of(rows[i].from), ek_str_of(rows[i].to));
        if (ek_result_read(&again, bad, &why) != EK_EFORMAT)
            fail_msg("row %zu is accepted", i);
        if (strcmp(why, rows[i].why) != 0)
            fail_msg("row %zu: says '%s'", i, why);
    }
    ek_result_free(r);
    ek_arena_free(arena);
}

static void
words_come_back(void **state)
{
    (void)state;
    ek_decided decided;
    ek_standing standing;
    ek_decision_about about;
    for (int i = EK_DECIDED_OPEN; i <= EK_DECIDED_NEEDS_COUNSEL; i++) {
        const char *word = ek_decided_word((ek_decided)i);
        assert_true(ek_decided_of(ek_str_of(word), &decided));
        assert_int_equal(decided, i);
    }
    for (int i = EK_STANDING_CARRIED; i <= EK_STANDING_ORPHAN; i++) {
        const char *word = ek_standing_word((ek_standing)i);
        assert_true(ek_standing_of(ek_str_of(word), &standing));
        assert_int_equal(standing, i);
    }
    for (int i = EK_ABOUT_FINDING; i <= EK_ABOUT_VERDICT; i++) {
        const char *word = ek_about_word((ek_decision_about)i);
        assert_true(ek_about_of(ek_str_of(word), &about));
        assert_int_equal(about, i);
    }
    assert_false(ek_decided_of(EK_STR("compliant"), &decided));
}

static void
an_id_is_that_of_all_the_rest(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    ek_decision first = sample_decision(), again = sample_decision();
    ek_decision_seal(arena, &first);
    ek_decision_seal(arena, &again);
    assert_int_equal(first.id.n, 16);
    assert_true(ek_str_eq(first.id, again.id));
    ek_decision_seal(arena, &again); /* the old id does not count */
    assert_true(ek_str_eq(first.id, again.id));
    again.reason = EK_STR("二度");
    ek_decision_seal(arena, &again);
    assert_false(ek_str_eq(first.id, again.id));
    ek_arena_free(arena);
}

static void
what_is_carried_or_moved_holds_unless_it_was_withdrawn(void **state)
{
    (void)state;
    ek_review review = {.decision = sample_decision()};
    for (int i = EK_STANDING_CARRIED; i <= EK_STANDING_ORPHAN; i++) {
        review.standing = (ek_standing)i;
        assert_int_equal(ek_review_holds(&review), i <= EK_STANDING_MOVED);
    }
    review.standing = EK_STANDING_CARRIED;
    review.decision.state = EK_DECIDED_OPEN;
    assert_false(ek_review_holds(&review));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reviews_survive_byte_for_byte),
        cmocka_unit_test(a_result_without_reviews_does_not_speak_of_them),
        cmocka_unit_test(malformed_reviews_are_refused_with_a_reason),
        cmocka_unit_test(words_come_back),
        cmocka_unit_test(an_id_is_that_of_all_the_rest),
        cmocka_unit_test(
            what_is_carried_or_moved_holds_unless_it_was_withdrawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
