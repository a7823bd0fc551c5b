/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "decided.h"
#include "result/fingerprint.h"
#include "sample_result.h"

static void
the_same_words_in_the_same_place_are_carried(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may list names.", "a");
    table_finding(&t, "Staff may view files.", "a");
    table_decide(&t, table_decision(&t, "Staff may view files", "a"));
    assert_stands(&t, "carried 1");
    table_free(&t);
}

static void
words_elsewhere_are_moved_when_there_is_no_doubt(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "b");
    table_decide(&t, table_decision(&t, "Staff may view files.", "a"));
    assert_stands(&t, "moved 0");
    table_finding(&t, "Staff may view files.", "c");
    assert_stands(&t, "lookalike 0, lookalike 1");
    table_free(&t);
}

static void
a_copy_is_not_taken_over(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "a");
    table_finding(&t, "Staff may view files.", "b");
    table_decide(&t, table_decision(&t, "Staff may view files.", "a"));
    assert_stands(&t, "carried 0");
    table_finding(&t, "Staff may view files.", "a");
    assert_stands(&t, "carried 0, lookalike 2");
    table_free(&t);
}

static void
as_many_as_were_alike_are_carried(void **state)
{
    (void)state;
    struct table t = table_new();
    ek_decision d = table_decision(&t, "Staff may view files.", "a");
    d.alike = 2;
    table_decide(&t, d);
    for (int i = 0; i < 3; i++)
        table_finding(&t, "Staff may view files.", "a");
    assert_stands(&t, "carried 0, carried 1, lookalike 2");
    table_free(&t);
}

static void
edited_words_are_open_again_with_a_redline(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view stored files without notice.", "a");
    table_finding(&t, "We may not do anything of that sort whatever.", "a");
    table_decide(&t, table_decision(&t, "Staff may view stored files.", "a"));
    assert_stands(&t, "edited 0");
    const ek_review *review = &t.result->reviews.v.v[0];
    assert_int_equal(review->redline.n, 2);
    assert_int_equal(review->redline.v[0].kind, '=');
    assert_int_equal(review->redline.v[1].kind, '+');
    assert_true(ek_str_is(review->redline.v[1].text, "without notice."));
    table_free(&t);
}

static void
the_same_words_of_another_tier_are_open_again(void **state)
{
    (void)state;
    struct table t = table_new();
    ek_finding *f = table_finding(&t, "Staff may view files.", "a");
    f->wording = f->fingerprint = EK_STR("2000000000000000");
    table_decide(&t, table_decision(&t, "Staff may view files.", "a"));
    assert_stands(&t, "changed 0");
    table_free(&t);
}

static void
what_is_gone_is_an_orphan(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Deletion follows within thirty days.", "a");
    table_decide(&t, table_decision(&t, "Staff may view files.", "a"));
    assert_stands(&t, "orphan");
    table_free(&t);
}

static void
a_decision_expires_after_its_day(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "a");
    ek_decision d = table_decision(&t, "Staff may view files.", "a");
    d.expires = EK_STR("2026-12-01");
    table_decide(&t, d);
    assert_stands(&t, "carried 0");
    t.ledger.v.v[0].expires = EK_STR("2026-11-30");
    assert_stands(&t, "expired 0");
    table_free(&t);
}

static void
two_that_disagree_hold_neither(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "a");
    ek_decision d = table_decision(&t, "Staff may view files.", "a");
    table_decide(&t, d);
    d.author = EK_STR("B");
    table_decide(&t, d);
    assert_stands(&t, "carried 0, carried 0");
    d.state = EK_DECIDED_FALSE_POSITIVE;
    table_decide(&t, d);
    assert_stands(&t, "divided 0, divided 0, divided 0");
    table_free(&t);
}

static void
a_later_one_that_names_it_replaces_a_decision(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "a");
    ek_decision d = table_decision(&t, "Staff may view files.", "a");
    ek_decision_seal(t.arena, &d);
    ek_ledger_add(&t.ledger, &d);
    d.replaces = d.id;
    d.state = EK_DECIDED_RISK_ACCEPTED;
    table_decide(&t, d);
    assert_stands(&t, "carried 0");
    assert_int_equal(t.result->reviews.v.v[0].decision.state,
                     EK_DECIDED_RISK_ACCEPTED);
    table_free(&t);
}

static void
another_contract_is_not_meant(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "a");
    ek_decision d = table_decision(&t, "Staff may view files.", "a");
    d.contract = EK_STR("y.md");
    table_decide(&t, d);
    assert_stands(&t, "");
    table_free(&t);
}

static void
an_unread_contract_makes_no_orphans(void **state)
{
    (void)state;
    struct table t = table_new();
    table_decide(&t, table_decision(&t, "Staff may view files.", "a"));
    t.result->no_result = EK_STR("unreadable");
    assert_stands(&t, "");
    table_free(&t);
}

static ek_decision
on_verdict(struct table *t, const ek_verdict *v)
{
    ek_decision d = table_decision(t, "x", "x");
    d.about = EK_ABOUT_VERDICT;
    d.subject = v->item;
    d.rule = v->row;
    d.quote = v->status;
    d.wording = ek_verdict_rests(t->arena, t->result, v);
    d.fingerprint = ek_verdict_fingerprint(t->arena, t->result, v);
    return d;
}

static void
a_verdict_is_carried_with_what_it_rests_on(void **state)
{
    (void)state;
    struct table t = table_new();
    table_finding(&t, "Staff may view files.", "a");
    ek_verdict *v = sample_verdict(t.result, "EX-1", "needs-review", "x", "x");
    sample_evidence(t.result, v, 0, "E1-1", "review");
    table_decide(&t, on_verdict(&t, v));
    assert_stands(&t, "carried v0");
    t.result->findings.v.v[0].wording = EK_STR("2000000000000000");
    assert_stands(&t, "changed v0");
    const ek_review *review = &t.result->reviews.v.v[0];
    assert_int_equal(review->redline.n, 3);
    assert_int_equal(review->redline.v[0].kind, '=');
    v->status = EK_STR("indicated");
    assert_stands(&t, "changed v0");
    v->item = EK_STR("EX-9");
    assert_stands(&t, "orphan");
    table_free(&t);
}

static void
an_absence_is_carried_while_it_lasts(void **state)
{
    (void)state;
    struct table t = table_new();
    ek_finding *f = table_finding(&t, "", "a");
    f->kind = EK_ABSENT;
    ek_decision d = table_decision(&t, "x", "x");
    d.about = EK_ABOUT_ABSENCE;
    d.fingerprint = d.wording = d.quote = EK_STR("");
    table_decide(&t, d);
    assert_stands(&t, "carried 0");
    f->kind = EK_GAVE_UP;
    assert_stands(&t, "changed 0");
    f->clause = EK_STR("other");
    assert_stands(&t, "orphan");
    table_free(&t);
}

/* Words are drawn from few, so that collisions, near ones and copies are
 * common. */
static void
never_carried_to_other_words(void **state)
{
    (void)state;
    static const char *const words[] = {"staff", "may",  "not",     "view",
                                        "files", "with", "consent", "閲覧"};
    uint32_t seed = 7;
    for (int round = 0; round < 300; round++) {
        struct table t = table_new();
        for (int i = 0; i < 24; i++) {
            ek_buf text = ek_buf_on(t.arena);
            for (int w = 0; w < 3; w++) {
                seed = seed * 1664525 + 1013904223;
                ek_buf_printf(&text, "%s ", words[seed >> 29]);
            }
            ek_buf_putc(&text, 0);
            seed = seed * 1664525 + 1013904223;
            const char *place = seed >> 31 ? "a" : "b";
            if (i < 12)
                table_finding(&t, text.p, place);
            else
                table_decide(&t, table_decision(&t, text.p, place));
        }
        table_apply(&t);
        size_t told = 0;
        for (size_t i = 0; i < t.result->reviews.v.n; i++) {
            const ek_review *review = &t.result->reviews.v.v[i];
            const ek_finding *f = ek_review_finding(t.result, review);
            if (ek_review_holds(review))
                assert_true(ek_str_eq(f->quote, review->decision.quote));
            told++;
        }
        assert_true(told >= t.ledger.standing.v.n);
        table_free(&t);
    }
}

/* Ten thousand of either, all nearly alike: done at once, or not at all. */
static void
many_are_compared_in_little_time(void **state)
{
    (void)state;
    struct table t = table_new();
    for (int i = 0; i < 10000; i++) {
        ek_str a =
            ek_arena_printf(t.arena, "staff may view files of kind %d", i);
        ek_str b =
            ek_arena_printf(t.arena, "staff may see files of kind %d", i);
        table_finding(&t, a.p, "a");
        table_decide(&t, table_decision(&t, b.p, "a"));
    }
    table_apply(&t);
    assert_int_equal(t.result->reviews.v.n, 10000);
    table_free(&t);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_words_in_the_same_place_are_carried),
        cmocka_unit_test(words_elsewhere_are_moved_when_there_is_no_doubt),
        cmocka_unit_test(a_copy_is_not_taken_over),
        cmocka_unit_test(as_many_as_were_alike_are_carried),
        cmocka_unit_test(edited_words_are_open_again_with_a_redline),
        cmocka_unit_test(the_same_words_of_another_tier_are_open_again),
        cmocka_unit_test(what_is_gone_is_an_orphan),
        cmocka_unit_test(a_decision_expires_after_its_day),
        cmocka_unit_test(two_that_disagree_hold_neither),
        cmocka_unit_test(a_later_one_that_names_it_replaces_a_decision),
        cmocka_unit_test(another_contract_is_not_meant),
        cmocka_unit_test(an_unread_contract_makes_no_orphans),
        cmocka_unit_test(a_verdict_is_carried_with_what_it_rests_on),
        cmocka_unit_test(an_absence_is_carried_while_it_lasts),
        cmocka_unit_test(never_carried_to_other_words),
        cmocka_unit_test(many_are_compared_in_little_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
