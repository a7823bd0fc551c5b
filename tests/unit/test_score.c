/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"

#define T4     "security-viewing acts=view purpose=security consent=none"
#define T6     "provider-use acts=use purpose=improvement object=content"
#define BAR    "no-access-commitment acts=view modality=will-not"
#define EXCEPT "no-access-commitment acts=view modality=will-not-except"
#define COURT  "judicial-disclosure acts=disclose authority=court-or-warrant"
#define BROAD  "government-access acts=disclose authority=government-broad"

/* "EX-1:carve-out:A5 QA60:supported"; ITEM?QUESTION must be asked, +OVERLAY
 * must be shown. */
static bool
expected_word_holds(const ek_result *result, const char *word)
{
    char item[32], status[32], row[32] = "", asked[32];
    if (word[0] == '+')
        return score_overlays(result, word + 1);
    if (sscanf(word, "%31[^:?]?%31s", item, asked) == 2)
        return score_asks(result, item, asked);
    if (sscanf(word, "%31[^:]:%31[^:]:%31s", item, status, row) < 2)
        return false;
    return !strcmp(score_status(result, item), status) &&
           (!row[0] || !strcmp(score_row(result, item), row));
}

static void
expect(int number, const ek_result *result, const char *words)
{
    ek_str rest = ek_str_of(words);
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        char word[80];
        snprintf(word, sizeof word, "%.*s", EK_ARG(w));
        if (!expected_word_holds(result, word))
            fail_msg("row %d: expected %s, EX-1 is %s (%s)", number, word,
                     score_status(result, "EX-1"), score_row(result, "EX-1"));
    }
}

struct vector {
    int number;
    const char *findings, *facts, *expected;
};

static void
expect_each(const struct vector *table, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ek_result *result =
            score_case(shipped, table[i].findings, table[i].facts);
        expect(table[i].number, result, table[i].expected);
        ek_result_free(result);
    }
}

#define EXPECT_EACH(table) expect_each(table, sizeof(table) / sizeof *(table))

static void
the_worked_results_of_the_legal_model_come_out(void **state)
{
    static const struct vector table[] = {
        {1, EXCEPT "; " COURT, "U1=list-controlled",
         "EX-1:carve-out:A5 G1-1:supported QA60:supported +OV-LIST"},
        {2, EXCEPT "; " BROAD, "U1=list-controlled",
         "EX-1:needs-review:A4 G1-3:contradicted EX-1?RQ-3 +CF-1"},
        {3,
         "security-viewing-consent acts=view purpose=security "
         "consent=case-by-case-prior",
         "U1=list-controlled", "EX-1:carve-out:A5 QA61:supported QA61?U17"},
        {4, T4, "U1=list-controlled",
         "EX-1:needs-review:A4 QA61:contradicted QA61?RQ-6"},
        {5, "security-viewing acts=view purpose=security consent=deemed",
         "U1=list-controlled", "EX-1:needs-review:A4 EX-1?RQ-5 QA61:partly"},
        {5, T4 "; deemed-consent acts=view purpose=security",
         "U1=list-controlled", "EX-1:needs-review EX-1?RQ-5 QA61:partly"},
        {6, T6, "U1=list-controlled", "EX-1:indicated:A3 G1-1:contradicted"},
        {7, T6 "; customer-held-keys key=customer-only",
         "U1=list-controlled U10=all U11=customer-only",
         "EX-1:indicated +OV-ENC+ G-ENC:supported"},
        {8, "server-location location=fixed", "U1=list-controlled",
         "EX-1:not-addressed:A8 EX-1?P-EX1 G1-3b:partly +OV-PLACE"},
        {9, "metadata-use acts=use object=metadata; " BAR, "U1=list-controlled",
         "EX-1:not-indicated:A6 EX-1?N-1"},
        {10, "user-sharing", "U4=own-use", "EX-3:not-indicated:C2 EX-3?P-EX3"},
        {11, "provider-viewing acts=view purpose=discretion",
         "U1=not-controlled", "EX-1:not-applicable:A2"},
        {12, "provider-use acts=use purpose=ai-training choice=default-on",
         "U1=list-controlled U18=running terms-changed",
         "EX-1:indicated EX-2:needs-user-fact:B7 +OV-RUN"},
        {13, "subcontracting acts=view actor=subcontractor purpose=maintenance",
         "U1=list-controlled", "EX-1:needs-review:A4"},
        {14, "encryption key=provider", "U1=list-controlled U11=provider",
         "EX-1:not-addressed:A7 EX-1?N-3 G-ENC:contradicted G1-2:supported "
         "+OV-ENC-"},
    };
    (void)state;
    EXPECT_EACH(table);
}

static void
evidence_names_row_level_and_tag(void **state)
{
    (void)state;
    ek_result *result = score_case(shipped, T4, "");
    const struct ek_evidence *evidence = score_evidence(result, "EX-1", 0);
    assert_string_equal(evidence->row.p, "E1-16");
    assert_string_equal(evidence->contribution.p, "review");
    assert_string_equal(evidence->level.p, "high");
    ek_result_free(result);
    result = score_case(shipped,
                        "subcontracting acts=view actor=subcontractor "
                        "purpose=maintenance",
                        "");
    evidence = score_evidence(result, "EX-1", 0);
    assert_string_equal(evidence->row.p, "E1-19");
    assert_non_null(strstr(evidence->reason.en.p, "[teikyosha-tou]"));
    assert_non_null(strstr(evidence->reason.ja.p, "[teikyosha-tou]"));
    ek_result_free(result);
}

static void
findings_stay_listed_where_the_exception_is_not_applicable(void **state)
{
    (void)state;
    ek_result *result =
        score_case(shipped, "provider-viewing acts=view purpose=unknown",
                   "U1=not-controlled");
    assert_string_equal(score_took(result, "EX-1", 0), "E1-29");
    ek_result_free(result);
}

static void
exceptions_2_and_3_follow_the_users_answers(void **state)
{
    static const struct vector table[] = {
        {1, "", "", "EX-2:needs-user-fact:B2 EX-2?U6 EX-3:needs-user-fact:C3"},
        {2, T6, "U18=not-concluded", "EX-2:not-applicable:B1"},
        {3, T6, "U6=no", "EX-2:not-indicated:B3"},
        {4, T6, "U6=yes:2026-01-31 U7=none", "EX-2:indicated:B4"},
        {5, T6, "U6=yes U7=under-way", "EX-2:needs-review:B5"},
        {6, T6, "U6=yes U7=deleted-and-ended", "EX-2:needs-review:B6"},
        {7, T6, "U6=no U18=running:2025-04-01 terms-changed",
         "EX-2:needs-user-fact:B7"},
        {8, T6, "U6=yes", "EX-2:needs-review:B4a EX-2?U7"},
        {9, T6, "U6=yes U18=not-concluded", "EX-2:needs-review:B4a"},
        {10, "", "U4=own-use", "EX-3:not-indicated:C1"},
        {11, "user-sharing", "", "EX-3:needs-user-fact:C3"},
        {12, "", "U4=also-others", "EX-3:indicated:C4 EX-3?U5"},
        {13, "", "U4=also-others U5=foreign,own-staff-abroad",
         "EX-3:indicated:C4"},
        {14, "", "U4=also-others U5=resident-in-japan-only",
         "EX-3:needs-review:C5"},
        {15, "", "U4=also-others U5=resident-in-japan-only,specified-category",
         "EX-3:indicated:C4"},
        {16, "", "U4=also-others U5=overseas-affiliate", "EX-3:indicated:C6"},
        {17, "", "U4=own-use U5=own-staff-abroad",
         "EX-3:not-indicated:C2s EX-3?RQ-10"},
        {18, "!user-sharing", "U4=own-use", "EX-3:needs-review:C2g"},
        {19, "", "U3=saas-provider",
         "EX-1:not-applicable:A1 EX-2:not-applicable:B0 "
         "EX-3:not-applicable:C0"},
    };
    (void)state;
    EXPECT_EACH(table);
}

static void
the_label_says_where_only_the_user_answers(void **state)
{
    (void)state;
    ek_result *result = score_case(shipped, BAR, "U4=own-use");
    const ek_verdict *verdict = ek_result_verdict(result, "EX-3");
    assert_string_equal(verdict->label.ja.p, "該当を示す記載なし(利用者申告)");
    verdict = ek_result_verdict(result, "EX-1");
    assert_string_equal(verdict->label.ja.p,
                        "該当を示す記載なし(否定条項あり)");
    ek_result_free(result);
}

static void
guideline_items_take_the_worst_column(void **state)
{
    static const struct vector table[] = {
        {1, "", "",
         "G1-1:not-addressed G1-2:not-addressed G1-3:not-addressed "
         "G1-3b:not-addressed QA60:not-addressed "
         "QA61:not-addressed QA62:not-addressed "
         "G2-ACTION:not-addressed QA55:open"},
        {2,
         EXCEPT "; security-viewing-consent acts=view purpose=security "
                "consent=case-by-case-prior",
         "", "G1-1:supported G1-1?RQ-4"},
        {3, "no-access-commitment measure=duty-only", "",
         "G1-1:partly EX-1:not-addressed:A7"},
        {4, BAR "; " T4, "", "G1-1:contradicted EX-1:needs-review"},
        {5, "security-measures measure=general", "", "G1-2:partly"},
        {6, "security-measures measure=general; security-certification", "",
         "G1-2:supported"},
        {7, "security-measures measure=concrete; security-disclaimer", "",
         "G1-2:partly"},
        {8, "security-disclaimer", "", "G1-2:contradicted"},
        {9,
         "judicial-disclosure authority=law-only; access-notification "
         "event=request",
         "", "G1-3:partly:G1-3.cf9 +CF-9 EX-1:needs-review"},
        {10, "server-location location=fixed; request-safeguard", "",
         "G1-3:partly"},
        {11, "server-location location=fixed", "", "G1-3:needs-user-fact"},
        {12, "server-location location=fixed acts=move modality=will-not", "",
         "G1-3b:supported"},
        {13,
         "server-location location=fixed acts=move "
         "modality=will-not-except",
         "", "G1-3b:partly +CF-5"},
        {14,
         "server-location location=fixed; cross-border-transfer "
         "location=open",
         "", "G1-3b:contradicted G2-1:needs-user-fact"},
        {15, "", "U10=none", "G-ENC:not-addressed"},
        {16, "", "U10=part U11=customer-only", "G-ENC:partly +OV-ENC~"},
        {17, "", "U11=customer-in-provider-kms", "G-ENC:partly +OV-ENC~"},
        {18, "encryption", "", "G-ENC:needs-user-fact G-ENC?U10"},
        {19, "", "U9=yes U6=yes",
         "G2-1:triggered G2-2:triggered "
         "G2-3:triggered G2-3?P-G2-3"},
        {20, "", "U9=no U6=no", "G2-1:not-reported G2-3:not-reported"},
        {21,
         "deletion timing=on-request; customer-termination; "
         "consented-access consent=case-by-case-prior",
         "", "G2-ACTION:supported"},
        {22, "deletion timing=on-request; retention-after-end timing=unlimited",
         "", "G2-ACTION:contradicted QA62:contradicted"},
        {23, COURT "; " BROAD, "", "QA60:partly:QA60.mixed +CF-8"},
        {24, BROAD, "", "QA60:contradicted"},
        {25, "judicial-disclosure authority=law-only", "",
         "QA60:partly:QA60.law-only QA60?RQ-2"},
        {26, "deletion timing=immediately; deletion timing=self-service", "",
         "QA62:supported"},
        {27, "deletion timing=days timing=on-request", "", "QA62:partly"},
        {28, "security-certification; server-location location=fixed; " BAR,
         "U1=list-controlled U2=yes", "QA55:contract-only +OV-LIST"},
        {29, BAR, "U1=catch-all-only U2=yes U8=Japan U12=yes",
         "QA55:confirmed +OV-CATCHALL"},
        {30, BAR, "U13=no", "EX-1:not-indicated +OV-DOCS +OV-CLASS"},
        {31, BAR "; incorporated-document", "", "+OV-DOCS"},
        {32, "deemed-consent; consented-access consent=prior-unspecified", "",
         "+CF-4 EX-1?RQ-5"},
    };
    (void)state;
    EXPECT_EACH(table);
}

static void
clues_never_strengthen_and_never_reassure(void **state)
{
    static const struct vector table[] = {
        {1, "?provider-use purpose=improvement", "", "EX-1:not-addressed:A8c"},
        {2, "?no-access-commitment acts=view modality=will-not", "",
         "EX-1:not-addressed:A8c"},
        {3, BAR "; ?provider-viewing acts=view", "", "EX-1:needs-review:A4c"},
        {4, "?" COURT, "",
         "EX-1:not-addressed:A8c QA60:not-addressed:QA60.hint"},
        {5, "?" COURT "; " COURT, "", "EX-1:carve-out:A5 QA60:supported"},
        {6, "?security-certification", "", "G1-2:not-addressed:G1-2.hint"},
        {7, T6 "; ?no-access-commitment acts=view", "", "EX-1:indicated:A3"},
        {8, "?provider-viewing acts=view; " BROAD, "", "EX-1:needs-review:A4"},
        {9, COURT "; ?provider-use purpose=improvement", "",
         "EX-1:needs-review:A4c"},
        {10, BAR "; ?subcontracting acts=view", "", "EX-1:not-indicated:A6"},
        {11, BROAD "; ?judicial-disclosure authority=court-or-warrant", "",
         "EX-1:needs-review:A4 QA60:contradicted"},
    };
    (void)state;
    EXPECT_EACH(table);
}

static bool
sounds_settled(const char *status)
{
    static const char *const words[] = {"not-addressed", "not-indicated",
                                        "carve-out", "supported"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(status, words[i]))
            return true;
    return false;
}

static void
a_search_that_gave_up_settles_nothing(void **state)
{
    (void)state;
    for (size_t t = 0; t < shipped->tables.n; t++) {
        const struct ek_table *item = &shipped->tables.v[t];
        if (item->kind != EK_TABLE_ITEM || item->hidden || !item->evidence.n)
            continue;
        ek_str rest = ek_pack_table(shipped, item->evidence)->clauses;
        for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
            char findings[300], id[32];
            snprintf(findings, sizeof findings, "!%.*s; " BAR, EK_ARG(w));
            snprintf(id, sizeof id, "%.*s", EK_ARG(item->id));
            ek_result *result =
                score_case(shipped, findings, "U4=own-use U10=none");
            if (sounds_settled(score_status(result, id)))
                fail_msg("%s: %s is %s", findings, id,
                         score_status(result, id));
            ek_result_free(result);
        }
    }
}

static void
verdicts_come_in_the_order_of_the_legal_model(void **state)
{
    static const char *const items[] = {
        "SERVICE",   "EX-1",  "EX-2",  "EX-3", "G1-1", "G1-2",
        "G1-3",      "G1-3b", "G-ENC", "G2-1", "G2-2", "G2-3",
        "G2-ACTION", "QA55",  "QA60",  "QA61", "QA62",
    };
    enum { ITEMS = sizeof items / sizeof *items };
    (void)state;
    ek_result *result = score_case(shipped, "", "");
    assert_int_equal(result->verdicts.n, ITEMS);
    for (size_t i = 0; i < ITEMS; i++)
        assert_string_equal(result->verdicts.v[i].item.p, items[i]);
    assert_int_equal(result->facts.n, shipped->facts.n);
    ek_result_free(result);
}

static void
a_document_without_result_says_why(void **state)
{
    (void)state;
    ek_result *result = ek_result_new(0);
    result->no_result = EK_STR("unsupported-language");
    ek_score_none(result, shipped, NULL);
    assert_int_equal(result->verdicts.n, 17);
    for (size_t i = 0; i < result->verdicts.n; i++)
        assert_string_equal(result->verdicts.v[i].status.p, "no-result");
    assert_string_equal(result->verdicts.v[0].label.ja.p, "結果なし");
    assert_non_null(strstr(result->verdicts.v[0].reason.en.p, "language"));
    ek_result_free(result);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_results_of_the_legal_model_come_out),
        cmocka_unit_test(evidence_names_row_level_and_tag),
        cmocka_unit_test(
            findings_stay_listed_where_the_exception_is_not_applicable),
        cmocka_unit_test(exceptions_2_and_3_follow_the_users_answers),
        cmocka_unit_test(the_label_says_where_only_the_user_answers),
        cmocka_unit_test(guideline_items_take_the_worst_column),
        cmocka_unit_test(clues_never_strengthen_and_never_reassure),
        cmocka_unit_test(a_search_that_gave_up_settles_nothing),
        cmocka_unit_test(verdicts_come_in_the_order_of_the_legal_model),
        cmocka_unit_test(a_document_without_result_says_why),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
