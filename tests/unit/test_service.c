/* SPDX-License-Identifier: Apache-2.0 */
/* What kind of service it is, and what follows from that. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

#define OFFLINE "~kind.online=1; "
#define SOLD    "~kind.online=10; ~kind.goods=40; "
#define VIEWS   "provider-viewing acts=view; "

static const struct kind {
    const char *findings, *facts, *row;
} kinds[] = {
    {SOLD, "", "K-goods"},
    {SOLD VIEWS, "", "K-goods"},
    {SOLD VIEWS VIEWS, "", "K-unclear"},
    {"~kind.online=21; ~kind.goods=40", "", "K-unclear"},
    {"~kind.online=1; ~kind.goods=9", "", "K-offline"},
    {OFFLINE, "", "K-offline"},
    {OFFLINE VIEWS, "", "K-unclear"},
    {OFFLINE "~kind.data=9", "", "K-unclear"},
    {"~kind.contract=1", "", "K-text"},
    {"~kind.contract=1; governing-law", "", "K-unclear"},
    {"~kind.storage=4; ~kind.platform=4", "", "K-mixed"},
    {"~kind.platform=6", "", "K-platform"},
    {"~kind.platform=6; ~kind.application=7", "", "K-saas"},
    {"~kind.application=1; ~kind.program=10", "", "K-saas"},
    {"~kind.program=20", "", "K-saas"},
    {"~kind.program=20; ~kind.goods=21", "", "K-unclear"},
    {"~kind.storage-stated=1", "", "K-storage-stated"},
    {"~kind.storage-stated=1; ~kind.application-stated=2", "", "K-saas-stated"},
    {"~kind.application-stated=1", "", "K-saas-stated"},
    {"~kind.storage=5; ~kind.application=90", "", "K-storage"},
    {"~kind.storage=3", "", "K-storage"},
    {"~kind.application=3", "", "K-saas"},
    {"~kind.application=2", "", "K-unclear"},
    {"", "", "K-unclear"},
    {"", "U3b=unknown", "K-unclear"},
    {SOLD, "U3b=unknown", "K-goods"},
    {SOLD, "U3b=storage", "K-u-storage"},
    {"~kind.storage=9", "U3b=saas", "K-u-saas"},
    {"~kind.storage=9", "U3b=paas-iaas", "K-u-platform"},
    {"~kind.storage=9", "U3b=mixed", "K-u-mixed"},
    {"~kind.storage=9", "U3b=no-contract", "K-u-none"},
};

static void
the_text_says_the_kind_unless_the_user_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        ek_result *result =
            score_case(shipped, kinds[i].findings, kinds[i].facts);
        if (strcmp(score_row(result, "SERVICE"), kinds[i].row) != 0)
            fail_msg("%s %s: %s, not %s", kinds[i].findings, kinds[i].facts,
                     score_row(result, "SERVICE"), kinds[i].row);
        ek_result_free(result);
    }
}

static void
what_is_no_cloud_contract_is_not_judged(void **state)
{
    (void)state;
    ek_result *result = score_case(shipped, SOLD VIEWS, "");
    assert_string_equal(result->no_result.p, "no-contract");
    assert_string_equal(score_status(result, "SERVICE"), "no-contract");
    assert_string_equal(score_status(result, "EX-1"), "no-result");
    assert_string_equal(score_status(result, "QA62"), "no-result");
    assert_int_equal(result->overlays.n, 0);
    ek_result_free(result);
    result = score_case(shipped, SOLD VIEWS, "U3b=storage");
    assert_string_equal(score_status(result, "EX-1"), "indicated");
    ek_result_free(result);
}

static void
the_reason_names_the_first_mention(void **state)
{
    (void)state;
    ek_result *result = score_case(shipped, "~kind.storage=5", "");
    const ek_verdict *verdict = ek_result_verdict(result, "SERVICE");
    assert_non_null(
        strstr(verdict->reason.en.p, "\"kind.storage\" (line 1, 5 in all)"));
    ek_result_free(result);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_says_the_kind_unless_the_user_does),
        cmocka_unit_test(what_is_no_cloud_contract_is_not_judged),
        cmocka_unit_test(the_reason_names_the_first_mention),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
