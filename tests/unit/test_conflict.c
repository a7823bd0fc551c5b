/* SPDX-License-Identifier: Apache-2.0 */
/* The conflict rules: promises beside exceptions, documents and language
 * versions against each other. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

#define BAR   "no-access-commitment acts=view modality=will-not "
#define VIEWS "provider-viewing acts=view "
#define LAW   "judicial-disclosure authority=law-only "

static const struct conflict {
    const char *rule, *findings, *item, *row;
} conflicts[] = {
    {"CF-1", BAR "; " VIEWS, "EX-1", "A3"},
    {"CF-1", BAR "; " VIEWS "purpose=maintenance", "EX-1", "A4"},
    {"CF-2", "deletion in=terms; " VIEWS "in=privacy", "EX-1", "A3"},
    {"CF-2", "deletion in=terms; " LAW "in=use", "EX-1", "A4"},
    {"CF-3", VIEWS "in=terms; " BAR "in=dpa", "EX-1", "A3x"},
    {"CF-3", VIEWS "in=terms; " BAR "in=dpa; precedence in=dpa; ~wins.dpa=1",
     "EX-1", "A6o"},
    {"CF-3",
     VIEWS "in=terms; " BAR "in=dpa; precedence in=terms; ~wins.terms=1",
     "EX-1", "A3"},
    {"CF-4",
     "security-viewing-consent acts=view consent=prior-unspecified; "
     "deemed-consent acts=view purpose=security",
     "QA61", "QA61.partly"},
    {"CF-5", "server-location acts=move modality=will-not-except", "G1-3b",
     "G1-3b.cf5"},
    {"CF-6", "customer-held-keys key=customer-only; ~feature.plaintext=2",
     "G-ENC", "G-ENC.cf6"},
    {"CF-7", VIEWS "lang=ja; " BAR "lang=en", "EX-1", "A3l"},
    {"CF-7", VIEWS "lang=ja; " BAR "lang=en; precedence lang=en; ~wins.en=1",
     "EX-1", "A6"},
    {"CF-7", VIEWS "lang=ja; " BAR "lang=en; precedence lang=en; ~wins.ja=1",
     "EX-1", "A3"},
    {"CF-8",
     "judicial-disclosure authority=court-or-warrant; "
     "government-access authority=government-broad",
     "QA60", "QA60.mixed"},
    {"CF-9", LAW "; request-safeguard", "G1-3", "G1-3.cf9"},
};

enum { CONFLICTS = sizeof conflicts / sizeof *conflicts };

static void
every_conflict_is_told_and_handled(void **state)
{
    (void)state;
    for (size_t i = 0; i < CONFLICTS; i++) {
        const struct conflict *c = &conflicts[i];
        ek_result *result = score_case(shipped, c->findings, "");
        if (!score_overlays(result, c->rule))
            fail_msg("%s is not told: %s", c->rule, c->findings);
        if (strcmp(score_row(result, c->item), c->row) != 0)
            fail_msg("%s, %s: %s is %s, not %s", c->rule, c->findings, c->item,
                     score_row(result, c->item), c->row);
        ek_result_free(result);
    }
}

static void
every_conflict_rule_has_a_case(void **state)
{
    (void)state;
    const struct ek_table *table = ek_pack_table(shipped, EK_STR("OV"));
    for (size_t i = 0; i < table->rows.n; i++) {
        ek_str id = table->rows.v[i].id;
        size_t c = 0;
        while (c < CONFLICTS && !ek_str_is(id, conflicts[c].rule))
            c++;
        if (c == CONFLICTS && ek_str_starts(id, EK_STR("CF-")))
            fail_msg("no case for %.*s", EK_ARG(id));
    }
}

static void
no_conflict_is_seen_where_there_is_none(void **state)
{
    static const char *const quiet[] = {
        BAR,
        BAR "in=terms; deletion in=privacy",
        BAR "in=terms; " LAW "in=privacy",
        VIEWS "in=terms; deletion in=dpa; precedence in=dpa; ~wins.dpa=1",
        VIEWS "lang=ja; " VIEWS "lang=en",
        "customer-held-keys key=customer-in-provider-kms; "
        "~feature.plaintext=2",
    };
    static const char *const rules[] = {"CF-2", "CF-3", "CF-6", "CF-7"};
    (void)state;
    for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++) {
        ek_result *result = score_case(shipped, quiet[i], "");
        for (size_t k = 0; k < 4; k++)
            if (score_overlays(result, rules[k]))
                fail_msg("%s: %s", rules[k], quiet[i]);
        ek_result_free(result);
    }
}

static void
what_is_overridden_stays_visible(void **state)
{
    (void)state;
    ek_result *result = score_case(
        shipped,
        VIEWS "in=terms; " BAR "in=dpa; precedence in=dpa; ~wins.dpa=1", "");
    const struct ek_evidence *evidence = score_evidence(result, "EX-1", 0);
    assert_string_equal(evidence->row.p, "E1-29");
    assert_string_equal(evidence->contribution.p, "neutral");
    assert_non_null(strstr(evidence->reason.en.p, "Overridden"));
    ek_result_free(result);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_conflict_is_told_and_handled),
        cmocka_unit_test(every_conflict_rule_has_a_case),
        cmocka_unit_test(no_conflict_is_seen_where_there_is_none),
        cmocka_unit_test(what_is_overridden_stays_visible),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
