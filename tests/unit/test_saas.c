/* SPDX-License-Identifier: Apache-2.0 */
/* A program made usable to others, function by function; and computing
 * platforms. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

#define SAAS     "~kind.application=9; "
#define PEOPLE   SAAS "~function.attendance=2; ~function.payroll=1; "
#define PROVIDER "U3=saas-provider "

static const struct row {
    const char *findings, *facts, *item, *row;
} rows[] = {
    {PEOPLE, "", "SAAS:role", "S2"},
    {PEOPLE, "U3=unknown", "SAAS:role", "S2"},
    {PEOPLE, "U3=saas-customer", "SAAS:role", "S1"},
    {"~kind.storage=9", "U3=saas-customer", "SAAS:role", "S1"},
    {PEOPLE "software-download", PROVIDER, "SAAS:download", "S3"},
    {PEOPLE "?software-download", PROVIDER, "SAAS:download",
     "SAAS:download.silent"},
    {PEOPLE, PROVIDER "U5=resident-in-japan-only U14=Japan", "SAAS:payroll",
     "S4"},
    {PEOPLE, PROVIDER "U5=resident-in-japan-only U14=Japan,Norway",
     "SAAS:payroll", "S8"},
    {PEOPLE, PROVIDER "U15=attendance:not-classified", "SAAS:payroll", "S5"},
    {PEOPLE, PROVIDER "U15=attendance:not-classified", "SAAS:attendance", "S8"},
    {PEOPLE "~function.background=1", PROVIDER, "SAAS:background", "S6"},
    {SAAS, PROVIDER "U15=encryption:not-controlled", "SAAS:encryption", "S7"},
    {SAAS, PROVIDER "U15=encryption:not-classified", "SAAS:encryption", "S15"},
    {PEOPLE, "U3=both", "SAAS:payroll", "S8"},
    {SAAS "open-to-anyone", PROVIDER, "SAAS:offer", "S9"},
    {SAAS "open-to-anyone; eligibility-restriction", PROVIDER, "SAAS:offer",
     "S9r"},
    {SAAS "eligibility-restriction", PROVIDER, "SAAS:offer", "S10"},
    {SAAS, PROVIDER, "SAAS:offer", "SAAS:offer.silent"},
    {SAAS "customization form=display", PROVIDER, "SAAS:customization", "S11"},
    {SAAS "customization form=functions", PROVIDER, "SAAS:customization",
     "S12"},
    {SAAS "customization", PROVIDER, "SAAS:customization", "S11q"},
    {SAAS "customization form=display; customization", PROVIDER,
     "SAAS:customization", "S11q"},
    {SAAS, PROVIDER, "SAAS:customization", "SAAS:customization.silent"},
    {SAAS "open-to-anyone", PROVIDER "U15=solver:list-controlled",
     "SAAS:solver", "S9f"},
    {SAAS "customization form=display", PROVIDER "U15=solver:list-controlled",
     "SAAS:solver", "S11f"},
    {SAAS "customization form=functions; eligibility-restriction",
     PROVIDER "U15=solver:list-controlled", "SAAS:solver", "S13"},
    {PEOPLE, PROVIDER "U15=payroll:list-controlled", "SAAS:payroll", "S13"},
    {SAAS, PROVIDER "U15=solver:not-controlled", "SAAS:solver", "S14"},
    {SAAS "~function.messaging=1", PROVIDER, "SAAS:messaging", "S15"},
    {SAAS, PROVIDER, "SAAS:unnamed", "S15"},
    {SAAS, PROVIDER "U15=not-controlled", "SAAS:unnamed", "S14"},
    {"~kind.platform=9", "", "PAAS-IAAS", "D1"},
    {"~kind.platform=9; ~kind.storage=9", "", "PAAS-IAAS", "D2"},
    {"", "U3b=paas-iaas", "PAAS-IAAS", "D1"},
};

static void
every_row_for_functions_and_platforms(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_result *result =
            score_case(shipped, rows[i].findings, rows[i].facts);
        if (strcmp(score_row(result, rows[i].item), rows[i].row) != 0)
            fail_msg("%s %s: %s is %s, not %s", rows[i].findings, rows[i].facts,
                     rows[i].item, score_row(result, rows[i].item),
                     rows[i].row);
        ek_result_free(result);
    }
}

static void
the_role_is_asked_and_never_guessed(void **state)
{
    static const char *const silent[] = {"U3=storage-customer", "U3b=storage"};
    (void)state;
    ek_result *result = score_case(shipped, PEOPLE, "");
    assert_true(score_asks(result, "SAAS:role", "U3"));
    assert_null(ek_result_verdict(result, "SAAS:payroll"));
    assert_string_equal(score_row(result, "EX-1"), "A8");
    ek_result_free(result);
    for (size_t i = 0; i < 2; i++) {
        result = score_case(shipped, PEOPLE, silent[i]);
        assert_null(ek_result_verdict(result, "SAAS:role"));
        assert_null(ek_result_verdict(result, "SAAS:payroll"));
        ek_result_free(result);
    }
}

/* Staff abroad get attendance only. */
static void
only_what_others_can_use_is_classified(void **state)
{
    (void)state;
    ek_result *result =
        score_case(shipped, PEOPLE "~function.expenses=1",
                   PROVIDER "U5=foreign U15=attendance:not-classified");
    assert_string_equal(score_status(result, "SAAS:attendance"), "Q56");
    assert_true(score_asks(result, "SAAS:attendance", "U15"));
    assert_string_equal(score_status(result, "SAAS:payroll"), "outside-Q58");
    assert_string_equal(score_status(result, "SAAS:expenses"), "outside-Q58");
    assert_false(score_asks(result, "SAAS:payroll", "U15"));
    assert_string_equal(score_status(result, "EX-1"), "not-applicable");
    ek_result_free(result);
}

#define VIRTUAL "~kind.platform=9; provider-viewing acts=view; "

static void
a_platform_is_undetermined_also_by_analogy(void **state)
{
    static const char *const items[] = {"EX-1", "EX-2", "EX-3", "PAAS-IAAS"};
    (void)state;
    for (int analogy = 0; analogy < 2; analogy++) {
        ek_result *result = score_case(
            shipped, VIRTUAL, analogy ? "by-analogy U6=yes" : "U6=yes");
        for (size_t i = 0; i < 4; i++)
            assert_string_equal(score_status(result, items[i]),
                                "undetermined-2013");
        const ek_verdict *verdict = ek_result_verdict(result, "EX-1");
        bool told = strstr(verdict->reason.en.p, "by analogy: indicated (A3)");
        assert_int_equal(told, analogy);
        assert_int_equal(verdict->findings.n, analogy);
        ek_result_free(result);
    }
    ek_result *result = score_case(shipped, VIRTUAL, "U3b=storage by-analogy");
    assert_string_equal(score_status(result, "EX-1"), "indicated");
    assert_null(ek_result_verdict(result, "PAAS-IAAS"));
    ek_result_free(result);
    result = score_case(shipped, VIRTUAL "~kind.storage=9", "");
    assert_string_equal(score_status(result, "EX-1"), "indicated");
    ek_result_free(result);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_for_functions_and_platforms),
        cmocka_unit_test(the_role_is_asked_and_never_guessed),
        cmocka_unit_test(only_what_others_can_use_is_classified),
        cmocka_unit_test(a_platform_is_undetermined_also_by_analogy),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
