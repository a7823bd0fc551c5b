/* SPDX-License-Identifier: Apache-2.0 */
/* A fact that changes nothing is not asked. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

static const char *const contracts[] = {
    "",
    "provider-viewing acts=view",
    "no-access-commitment acts=view modality=will-not",
    "security-viewing-consent acts=view consent=case-by-case-prior",
    "server-location location=fixed; encryption key=provider",
    "user-sharing; incorporated-document",
    "deletion timing=immediately; customer-termination",
};

static const char *const profiles[] = {
    "",
    "U1=list-controlled U3=storage-customer",
    "U1=list-controlled U4=also-others",
    "U6=yes U18=running",
    "U10=all U2=yes U12=yes",
};

static bool
same_verdicts(const ek_result *a, const ek_result *b)
{
    if (a->verdicts.n != b->verdicts.n || a->overlays.n != b->overlays.n ||
        a->checklist.n != b->checklist.n)
        return false;
    for (size_t i = 0; i < a->verdicts.n; i++)
        if (!ek_str_eq(a->verdicts.v[i].row, b->verdicts.v[i].row) ||
            !ek_str_eq(a->verdicts.v[i].reason.en, b->verdicts.v[i].reason.en))
            return false;
    for (size_t i = 0; i < a->checklist.n; i++)
        if (!ek_str_eq(a->checklist.v[i].row, b->checklist.v[i].row))
            return false;
    for (size_t i = 0; i < a->overlays.n; i++)
        if (!ek_str_eq(a->overlays.v[i].id, b->overlays.v[i].id))
            return false;
    return true;
}

static bool
changes_with(const ek_result *before, const char *contract, const char *profile,
             ek_str fact, ek_str value)
{
    char facts[512];
    snprintf(facts, sizeof facts, "%s %.*s=%.*s", profile, EK_ARG(fact),
             EK_ARG(value));
    ek_result *after = score_case(shipped, contract, facts);
    bool same = same_verdicts(before, after);
    ek_result_free(after);
    return !same;
}

static bool
matters(const ek_result *before, const char *contract, const char *profile,
        const struct ek_asked *asked)
{
    ek_str rest = asked->values;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
        if (changes_with(before, contract, profile, asked->id, w))
            return true;
    return ek_pack_fact(shipped, asked->id)->values.n == 0 &&
           changes_with(before, contract, profile, asked->id, EK_STR("JP"));
}

static void
a_fact_that_changes_nothing_is_not_asked(void **state)
{
    (void)state;
    size_t idle = 0;
    for (size_t c = 0; c < sizeof contracts / sizeof *contracts; c++) {
        for (size_t p = 0; p < sizeof profiles / sizeof *profiles; p++) {
            ek_result *r = score_case(shipped, contracts[c], profiles[p]);
            for (size_t i = 0; i < r->questions.n; i++) {
                const struct ek_asked *asked = &r->questions.v[i];
                if (!ek_str_is(asked->to, "user") ||
                    matters(r, contracts[c], profiles[p], asked))
                    continue;
                idle++;
                print_message("%.*s changes nothing: \"%s\" with \"%s\"\n",
                              EK_ARG(asked->id), contracts[c], profiles[p]);
            }
            ek_result_free(r);
        }
    }
    assert_int_equal(idle, 0);
}

static void
what_is_asked_of_the_user_names_its_values(void **state)
{
    (void)state;
    ek_result *r = score_case(shipped, "", "");
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (ek_str_is(asked->id, "U6"))
            assert_string_equal(asked->values.p, "yes no unknown");
        if (!ek_str_is(asked->to, "user"))
            assert_int_equal(asked->values.n, 0);
    }
    ek_result_free(r);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fact_that_changes_nothing_is_not_asked),
        cmocka_unit_test(what_is_asked_of_the_user_names_its_values),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
