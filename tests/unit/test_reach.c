/* SPDX-License-Identifier: Apache-2.0 */
/* Each answer of the user in turn: results change where the tables say, and
 * nowhere else. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

static unsigned wrong;

#define EXCEPTIONS "EX-1 EX-2 EX-3 "
#define ALL                                                                    \
    "SERVICE EX-1 EX-2 EX-3 G1-1 G1-2 G1-3 G1-3b G-ENC G2-1 G2-2 G2-3 "        \
    "G2-ACTION QA55 QA60 QA61 QA62 PAAS-IAAS SAAS:role "

/* What was answered before, an answer, the items that it moves in one document
 * or another, and the remarks that come or go with it. */
static const struct reach {
    const char *before, *answer, *items, *overlays;
} reaches[] = {
    {"", "U1=list-controlled", "", "OV-CLASS OV-LIST"},
    {"U2=yes U12=yes U8=Japan", "U1=list-controlled", "QA55",
     "OV-CLASS OV-LIST"},
    {"", "U1=catch-all-only", "", "OV-CLASS OV-CATCHALL"},
    {"", "U1=not-controlled", EXCEPTIONS, "OV-CLASS OV-DOCS CF-1"},
    {"U1=list-controlled U12=yes U8=Japan", "U2=yes", "QA55", "OV-LIST"},
    {"", "U3=saas-provider",
     EXCEPTIONS "SAAS:role SAAS:offer SAAS:customization SAAS:download "
                "SAAS:payroll SAAS:unnamed",
     "OV-DOCS CF-1"},
    {"", "U3=saas-customer", "SAAS:role", ""},
    {"", "U3=storage-customer", "SAAS:role", ""},
    {"", "U3=both",
     "SAAS:role SAAS:offer SAAS:customization SAAS:download SAAS:payroll "
     "SAAS:unnamed",
     ""},
    {"", "U3b=no-contract", ALL, "*"},
    {"", "U3b=paas-iaas", "SERVICE PAAS-IAAS SAAS:role " EXCEPTIONS,
     "OV-DOCS CF-1"},
    {"", "U3b=storage", "SERVICE SAAS:role PAAS-IAAS " EXCEPTIONS, ""},
    {"", "U4=own-use", "EX-3", ""},
    {"", "U4=also-others", "EX-3", ""},
    {"U4=own-use", "U5=foreign", "EX-3", ""},
    {"U4=also-others", "U5=resident-in-japan-only", "EX-3", ""},
    {"U3=saas-provider U14=Japan", "U5=resident-in-japan-only",
     "SAAS:payroll SAAS:unnamed", ""},
    {"", "U5=overseas-affiliate", "EX-3", ""},
    {"", "U6=yes", "EX-2 G2-3", ""},
    {"", "U6=no", "EX-2 G2-3", ""},
    {"U6=yes", "U7=none", "EX-2", ""},
    {"U6=yes", "U7=under-way", "EX-2", ""},
    {"U1=list-controlled U2=yes U12=yes", "U8=Singapore", "QA55", "OV-LIST"},
    {"", "U8b=Japan", "", "OV-REACH"},
    {"", "U9=yes", "G2-1 G2-2", ""},
    {"", "U9=no", "G2-1 G2-2", ""},
    {"U11=customer-only", "U10=all", "G-ENC", "OV-ENC+"},
    {"", "U10=none", "G-ENC", ""},
    {"", "U11=provider", "G-ENC", "OV-ENC-"},
    {"U10=part", "U11=provider", "G-ENC", "OV-ENC- OV-ENC~"},
    {"U1=list-controlled U2=yes U8=Japan", "U12=yes", "QA55", "OV-LIST"},
    {"", "U13=no", "", "OV-DOCS"},
    {"U3=saas-provider U5=resident-in-japan-only", "U14=Japan",
     "SAAS:payroll SAAS:unnamed", ""},
    {"U3=saas-provider", "U15=payroll:list-controlled",
     "SAAS:payroll SAAS:unnamed", ""},
    {"U3=saas-provider", "U15=not-controlled", "SAAS:unnamed", ""},
    {"", "U15=list-controlled", "", ""},
    {"U3=saas-provider", "U16=yes", "", ""},
    {"", "U17=no", "", "OV-APPROVAL"},
    {"", "U18=not-concluded", "EX-2", ""},
    {"", "U18=running", "", "OV-RUN"},
    {"U18=running", "terms-changed", "EX-2", ""},
    {"U18=running", "U18=running:2020-01-01", "EX-2", ""},
    {"U18=running", "U18=running:2030-01-01", "", ""},
    {"", "by-analogy", "", ""},
};

static const char *const documents[] = {
    "",
    "no-access-commitment acts=view modality=will-not; encryption "
    "key=provider; security-certification; server-location location=fixed; "
    "incorporated-document",
    "provider-use purpose=improvement; user-sharing; deletion timing=days; "
    "no-access-commitment acts=view",
    "government-access authority=government-broad; customer-held-keys "
    "key=customer-only; own-use-only; customer-termination; consented-access",
    "~kind.application=9; ~function.payroll=2; office-use",
    "~kind.application=9",
    "provider-viewing acts=view dated=2024-03-03",
    "~kind.platform=9; provider-viewing acts=view",
};

enum { DOCUMENTS = sizeof documents / sizeof *documents };

static bool
is_among(const char *words, ek_str word)
{
    return ek_words_have(ek_str_of(words), word) ||
           ek_words_have(ek_str_of(words), EK_STR("*"));
}

static bool
differs(const ek_result *other, const ek_verdict *verdict)
{
    return strcmp(score_row(other, verdict->item.p), verdict->row.p) != 0;
}

/* Items of the one that are not the same in the other. */
static void
add_moved(ek_buf *moved, const ek_result *one, const ek_result *other)
{
    for (size_t i = 0; i < one->verdicts.n; i++)
        if (differs(other, &one->verdicts.v[i]))
            ek_buf_printf(moved, "%s ", one->verdicts.v[i].item.p);
}

static void
add_remarks(ek_buf *moved, const ek_result *one, const ek_result *other)
{
    for (size_t i = 0; i < one->overlays.n; i++)
        if (!score_overlays(other, one->overlays.v[i].id.p))
            ek_buf_printf(moved, "%s ", one->overlays.v[i].id.p);
}

static void
compare(const struct reach *reach, const char *findings, ek_buf *items,
        ek_buf *remarks)
{
    char facts[200];
    snprintf(facts, sizeof facts, "%s %s", reach->before, reach->answer);
    ek_result *before = score_case(shipped, findings, reach->before);
    ek_result *after = score_case(shipped, findings, facts);
    add_moved(items, before, after);
    add_moved(items, after, before);
    add_remarks(remarks, before, after);
    add_remarks(remarks, after, before);
    ek_result_free(before);
    ek_result_free(after);
}

static void
expect_no_other(const struct reach *reach, ek_str moved, const char *allowed)
{
    for (ek_str w = ek_str_word(&moved); w.n; w = ek_str_word(&moved))
        if (!is_among(allowed, w))
            wrong += fprintf(stderr, "%s, %s moves %.*s\n", reach->before,
                             reach->answer, EK_ARG(w)) > 0;
}

static void
expect_each(const struct reach *reach, ek_str moved, const char *expected)
{
    ek_str rest = ek_str_of(expected);
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
        if (!ek_str_is(w, "*") && !ek_words_have(moved, w))
            wrong += fprintf(stderr, "%s, %s never moves %.*s\n", reach->before,
                             reach->answer, EK_ARG(w)) > 0;
}

static void
an_answer_moves_what_the_tables_say_and_no_more(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reaches / sizeof *reaches; i++) {
        ek_arena *arena = ek_arena_new(0);
        ek_buf items = ek_buf_on(arena), remarks = ek_buf_on(arena);
        for (size_t d = 0; d < DOCUMENTS; d++)
            compare(&reaches[i], documents[d], &items, &remarks);
        expect_no_other(&reaches[i], ek_buf_str(&items), reaches[i].items);
        expect_each(&reaches[i], ek_buf_str(&items), reaches[i].items);
        expect_no_other(&reaches[i], ek_buf_str(&remarks), reaches[i].overlays);
        expect_each(&reaches[i], ek_buf_str(&remarks), reaches[i].overlays);
        ek_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

static void
every_fact_is_changed_in_turn(void **state)
{
    (void)state;
    for (size_t f = 0; f < shipped->facts.n; f++) {
        ek_str id = shipped->facts.v[f].id;
        size_t i = 0, n = sizeof reaches / sizeof *reaches;
        while (i < n && !(strncmp(reaches[i].answer, id.p, id.n) == 0 &&
                          reaches[i].answer[id.n] == '='))
            i++;
        if (i == n)
            fail_msg("%.*s is never changed", EK_ARG(id));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_moves_what_the_tables_say_and_no_more),
        cmocka_unit_test(every_fact_is_changed_in_turn),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
