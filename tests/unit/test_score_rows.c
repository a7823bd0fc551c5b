/* SPDX-License-Identifier: Apache-2.0 */
/* Every row of step one by a finding that takes it, and what is asked of the
 * user. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

/* The first finding takes the row. */
static const struct witness {
    const char *row, *findings, *gives, *level;
} witnesses[] = {
    {"E1-00", "!provider-viewing", "review", "normal"},
    {"E1-01", "provider-viewing acts=view object=account-data", "neutral", ""},
    {"E1-02", "provider-viewing acts=view object=metadata", "neutral", ""},
    {"E1-04",
     "no-access-commitment modality=technically-cannot key=customer-only",
     "protect", ""},
    {"E1-24p", "no-access-commitment acts=use purpose=ai-training", "protect",
     ""},
    {"E1-33", "no-access-commitment acts=disclose modality=will-not", "neutral",
     ""},
    {"E1-05", "no-access-commitment acts=view modality=will-not", "protect",
     ""},
    {"E1-06", "no-access-commitment acts=view modality=will-not consent=none",
     "protect", ""},
    {"E1-07", "judicial-disclosure authority=court-or-warrant", "carve60", ""},
    {"E1-08",
     "judicial-disclosure authority=statutory-investigation "
     "authority=court-or-warrant",
     "carve60", ""},
    {"E1-09", "judicial-disclosure authority=law-only", "review", "normal"},
    {"E1-11", "government-access acts=disclose authority=good-faith", "strong",
     ""},
    {"E1-10",
     "judicial-disclosure authority=government-broad "
     "authority=court-or-warrant",
     "review", "high"},
    {"E1-11a", "security-viewing acts=view purpose=emergency", "review",
     "normal"},
    {"E1-12b", "third-party-disclosure purpose=rights-claim", "review", "low"},
    {"E1-12a", "third-party-disclosure recipient=acquirer", "review", "normal"},
    {"E1-12", "third-party-disclosure recipient=partner", "strong", ""},
    {"E1-15", "security-viewing purpose=security consent=blanket-in-terms",
     "review", "normal"},
    {"E1-13", "security-viewing-consent acts=view consent=customer-switch",
     "carve61", ""},
    {"E1-14", "security-viewing-consent acts=view consent=prior-unspecified",
     "carve61", ""},
    {"E1-20a", "security-viewing acts=view form=automated consent=none",
     "review", "low"},
    {"E1-16", "security-viewing acts=view consent=notice-after", "review",
     "high"},
    {"E1-17", "security-viewing-consent acts=obtain consent=prior-unspecified",
     "review", "high"},
    {"E1-18",
     "consented-access purpose=support-on-request "
     "consent=case-by-case-prior",
     "review", "low"},
    {"E1-19", "provider-viewing acts=view purpose=maintenance", "review",
     "normal"},
    {"E1-20",
     "provider-viewing acts=view purpose=policy-enforcement form=automated",
     "review", "low"},
    {"E1-21r",
     "provider-viewing purpose=policy-enforcement authority=good-faith",
     "strong", ""},
    {"E1-21", "provider-viewing acts=view purpose=policy-enforcement", "review",
     "high"},
    {"E1-22a", "operational-use form=automated", "neutral", ""},
    {"E1-22", "operational-use purpose=operate-storage", "neutral", ""},
    {"E1-25", "provider-use purpose=improvement form=aggregated", "review",
     "normal"},
    {"E1-24q", "provider-use purpose=ai-training choice=opt-in", "review",
     "normal"},
    {"E1-24", "provider-use purpose=ai-training choice=opt-out", "strong", ""},
    {"E1-23", "provider-use purpose=improvement object=content", "strong", ""},
    {"E1-26", "provider-use purpose=analytics-marketing", "strong", ""},
    {"E1-27", "provider-use acts=use purpose=licence", "strong", ""},
    {"E1-31", "provider-viewing purpose=unknown consent=deemed", "strong", ""},
    {"E1-30", "consented-access consent=none modality=will-not", "review",
     "low"},
    {"E1-29",
     "provider-viewing acts=view purpose=unknown modality=reserves-right",
     "strong", ""},
    {"E1-28a", "subcontracting actor=subcontractor", "neutral", ""},
    {"E1-28b", "subcontracting acts=disclose", "review", "normal"},
    {"E1-32a", "customer-held-keys key=customer-only", "neutral", ""},
    {"E1-32", "encryption key=provider", "neutral", ""},
    {"E1-32b", "encryption key=provider; provider-viewing acts=view", "neutral",
     ""},
    {"E1-34", "provider-viewing acts=move", "review", "normal"},
};

enum { WITNESSES = sizeof witnesses / sizeof *witnesses };

static void
every_row_is_taken_by_a_finding(void **state)
{
    (void)state;
    for (size_t i = 0; i < WITNESSES; i++) {
        const struct witness *w = &witnesses[i];
        ek_result *result = score_case(shipped, w->findings, "");
        const struct ek_evidence *evidence = score_evidence(result, "EX-1", 0);
        if (!evidence || strcmp(evidence->row.p, w->row) ||
            strcmp(evidence->contribution.p, w->gives) ||
            strcmp(evidence->level.p, w->level))
            fail_msg("row %s: %s took %s", w->row, w->findings,
                     score_took(result, "EX-1", 0));
        ek_result_free(result);
    }
}

static void
every_row_has_a_witness(void **state)
{
    (void)state;
    const struct ek_table *table = ek_pack_table(shipped, EK_STR("E1"));
    for (size_t i = 0; i < table->rows.n; i++) {
        const ek_row *row = &table->rows.v[i];
        size_t w = 0;
        while (w < WITNESSES && !ek_str_is(row->id, witnesses[w].row))
            w++;
        if (w == WITNESSES && !row->modifier)
            fail_msg("no finding for row %.*s", EK_ARG(row->id));
    }
}

static void
modifiers_lower_tag_and_ask(void **state)
{
    (void)state;
    ek_result *result = score_case(
        shipped,
        "provider-viewing acts=view purpose=unknown object=content-derived",
        "");
    assert_string_equal(score_took(result, "EX-1", 0), "E1-29");
    assert_string_equal(score_status(result, "EX-1"), "needs-review");
    ek_result_free(result);
    result = score_case(
        shipped, "provider-use purpose=improvement object=content-derived", "");
    assert_string_equal(score_status(result, "EX-1"), "indicated");
    ek_result_free(result);
    result = score_case(
        shipped, "provider-viewing acts=view purpose=unknown object=unknown",
        "");
    assert_string_equal(score_status(result, "EX-1"), "needs-review");
    ek_result_free(result);
    result = score_case(shipped,
                        "judicial-disclosure authority=court-or-warrant "
                        "authority=law-only",
                        "");
    assert_string_equal(score_status(result, "EX-1"), "carve-out");
    assert_true(score_asks(result, "EX-1", "RQ-2"));
    ek_result_free(result);
}

static void
open_facts_are_asked_and_answered_ones_are_not(void **state)
{
    (void)state;
    ek_result *result = score_case(shipped, "", "");
    assert_true(score_asks(result, "EX-1", "U1"));
    assert_true(score_asks(result, "EX-2", "U6"));
    assert_false(score_asks(result, "EX-2", "U7"));
    for (size_t i = 0; i < result->questions.n; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(ek_str_eq(result->questions.v[i].id,
                                   result->questions.v[k].id));
    ek_result_free(result);
    result = score_case(shipped, "", "U1=list-controlled U6=no");
    assert_false(score_asks(result, "EX-1", "U1"));
    assert_false(score_asks(result, "EX-2", "U6"));
    ek_result_free(result);
}

static void
assignments_are_checked_against_the_pack(void **state)
{
    static const struct {
        const char *assignment;
        bool accepted;
    } table[] = {
        {"U1=list-controlled", true},
        {"U1=secret", false},
        {"U1=", false},
        {"U1", false},
        {"U99=yes", false},
        {"=yes", false},
        {" U2 = yes ", true},
        {"U6=yes:2026-01-31", true},
        {"U6=yes:2026-13-01", false},
        {"U6=yes:soon", false},
        {"U2=yes:2026-01-31", false},
        {"U8=Japan, Singapore", true},
        {"U8=Japan,,Singapore", false},
        {"U8=Ja\npan", false},
        {"U15=attendance:not-controlled,list-controlled", true},
        {"U15=attendance:perhaps", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        ek_arena *arena = ek_arena_new(0);
        ek_diag diag = ek_diag_on(arena);
        struct ek_facts facts = {0};
        ek_status status = ek_facts_set(&facts, arena, shipped,
                                        ek_str_of(table[i].assignment), &diag);
        if ((status == EK_OK) != table[i].accepted ||
            diag.lines.n != !table[i].accepted)
            fail_msg("row %zu: '%s'", i, table[i].assignment);
        ek_arena_free(arena);
    }
}

static void
the_last_assignment_counts(void **state)
{
    (void)state;
    bool given;
    ek_arena *arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    struct ek_facts facts = {0};
    ek_facts_set(&facts, arena, shipped, EK_STR("U4=own-use"), &diag);
    ek_facts_set(&facts, arena, shipped, EK_STR("U4=also-others"), &diag);
    assert_true(ek_str_is(ek_facts_get(&facts, shipped, EK_STR("U4"), &given),
                          "also-others"));
    assert_true(given);
    assert_true(ek_str_is(ek_facts_get(NULL, shipped, EK_STR("U1"), &given),
                          "not-classified"));
    assert_false(given);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_taken_by_a_finding),
        cmocka_unit_test(every_row_has_a_witness),
        cmocka_unit_test(modifiers_lower_tag_and_ask),
        cmocka_unit_test(open_facts_are_asked_and_answered_ones_are_not),
        cmocka_unit_test(assignments_are_checked_against_the_pack),
        cmocka_unit_test(the_last_assignment_counts),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
