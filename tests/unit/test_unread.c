/* SPDX-License-Identifier: Apache-2.0 */
/* What was not read is told in its word, and silence about it is no result. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "read/read.h"
#include "report/catalogue.h"
#include "score_case.h"

#define BAR "no-access-commitment acts=view modality=will-not; "

static const char *const reasons[] = {
#define EK_WHY_NONE(code, word) word,
#include "scan_note.def"
    "unreadable",
    "no-contract",
};

static const ek_row *
row_of(const char *table, const char *id)
{
    const struct ek_table *rows = ek_pack_table(shipped, ek_str_of(table));
    return rows ? ek_table_row(rows, ek_str_of(id)) : NULL;
}

static void
every_reason_has_its_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        const ek_row *row = row_of("no-result", reasons[i]);
        ek_str word = ek_str_of(reasons[i]);
        if (!row || !row->reason.ja.n || !row->reason.en.n ||
            !ek_catalogue_reason(word, EK_LANG_JA).n ||
            !ek_catalogue_reason(word, EK_LANG_EN).n)
            fail_msg("no words for the reason %s", reasons[i]);
    }
}

static bool
holds(ek_str text, const char *words)
{
    return !*words || ek_str_find(text, ek_str_of(words), 0) < text.n;
}

static const ek_verdict *
line_of(const ek_result *r, const char *item)
{
    for (size_t i = 0; i < r->checklist.n; i++)
        if (ek_str_is(r->checklist.v[i].item, item))
            return &r->checklist.v[i];
    return ek_result_verdict(r, item);
}

static const struct unread {
    const char *findings, *item, *status, *row, *ja, *en;
} cases[] = {
    {"%12/40", "EX-1", "no-result", "A8", "40ページ中12ページを読み取った",
     "12 of 40 pages were read"},
    {"%37/40", "EX-1", "no-result", "A8", "", "37 of 40 pages were read"},
    {"%38/40", "EX-1", "not-addressed", "A8", "", "Nothing that bears"},
    {"%12/40; ?provider-viewing", "EX-1", "no-result", "A8c", "", "12 of 40"},
    {"%12/40; operational-use", "EX-1", "no-result", "A7", "", "12 of 40"},
    {"%12/40; provider-viewing acts=view", "EX-1", "indicated", "A3", "",
     "wording"},
    {"%12/40; " BAR, "EX-1", "not-indicated", "A6", "読み取れた範囲では",
     "12 of 40 pages were read. Of what was read: An express bar"},
    {"%12/40; judicial-disclosure authority=court-or-warrant", "EX-1",
     "carve-out", "A5", "", "12 of 40"},
    {"%12/40", "G1-2", "no-result", "G1-2.silent", "", "12 of 40"},
    {"%12/40; security-disclaimer", "G1-2", "contradicted", NULL, "", ""},
    {"%12/40", "QA60", "no-result", "QA60.silent", "", "12 of 40"},
    {"%12/40", "QA55.wording", "no-result", "QA55.wording.silent", "",
     "12 of 40"},
    {"%12/40", "QA55.security", "no-result", "QA55.security.silent", "", ""},
    {"%12/40", "QA55.location", "no-result", "QA55.location.silent", "", ""},
    {"%12/40; provider-viewing", "QA55.wording", "contract-only", NULL, "", ""},
    {"%12/40", "QA55", "open", "QA55.open", "結果なし(一部読取不能)",
     "no result (read in part)"},
    {"%12/40", "EX-2", "needs-user-fact", NULL, "", ""},
    {"%12/40; ~kind.online=1; ~kind.contract=0", "SERVICE", "unclear",
     "K-unclear", "", ""},
    {"%", "EX-1", "no-result", "A8", "", "not read"},
};

enum { CASES = sizeof cases / sizeof *cases };

static void
silence_is_no_result_where_too_little_was_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++) {
        const struct unread *c = &cases[i];
        ek_result *r = score_case(shipped, c->findings, "");
        const ek_verdict *v = line_of(r, c->item);
        assert_non_null(v);
        if (!ek_str_is(v->status, c->status) ||
            (c->row && !ek_str_is(v->row, c->row)) ||
            !holds(v->reason.ja, c->ja) || !holds(v->reason.en, c->en))
            fail_msg("%s: %s is %s by %s: %s", c->findings, c->item,
                     v->status.p, v->row.p, v->reason.en.p);
        ek_result_free(r);
    }
}

static void
no_item_is_silent_where_too_little_was_read(void **state)
{
    (void)state;
    ek_result *r = score_case(shipped, "%12/40", "");
    for (size_t i = 0; i < r->verdicts.n; i++)
        assert_false(ek_str_is(r->verdicts.v[i].status, "not-addressed"));
    assert_true(r->verdicts.n > 0);
    ek_result_free(r);
}

/* What the user states does not rest on what was read. */
static void
a_statement_stays_as_it_is(void **state)
{
    (void)state;
    ek_result *r = score_case(shipped, "%12/40", "U6=no");
    const ek_verdict *v = ek_result_verdict(r, "EX-2");
    assert_true(ek_str_is(v->status, "not-indicated"));
    assert_false(holds(v->reason.en, "12 of 40"));
    ek_result_free(r);
}

static void
a_bundle_names_the_document(void **state)
{
    (void)state;
    ek_result *r = ek_result_new(0);
    struct ek_facts facts = {0};
    ek_document documents[] = {
        {.path = EK_STR("a/terms.md"), .readable = EK_STR("full")},
        {.path = EK_STR("a/scan.pdf"),
         .readable = EK_STR("part"),
         .extraction = {.unit = EK_STR("page"), .units = 9, .read = 2}},
        {.path = EK_STR("a/dpa.docx"),
         .readable = EK_STR("none"),
         .no_result = EK_STR("encrypted")},
        {.path = EK_STR("a/kiyaku.txt"),
         .readable = EK_STR("part"),
         .extraction = {.characters = 100, .replaced = 6}},
        {.path = EK_STR("a/note.txt"),
         .readable = EK_STR("full"),
         .no_result = EK_STR("no-contract")},
    };
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        EK_PUSH(r->arena, r->documents, documents[i]);
    r->bundle = EK_STR("a");
    ek_score(r, shipped, &facts);
    const ek_verdict *v = ek_result_verdict(r, "EX-1");
    assert_true(ek_str_is(v->status, "no-result"));
    assert_true(holds(v->reason.en,
                      "scan.pdf: 2 of 9 pages were read; dpa.docx: not read; "
                      "kiyaku.txt: 6 of 100 characters could not be read."));
    ek_result_free(r);
}

static void
what_was_read_is_counted(void **state)
{
    (void)state;
    ek_extraction e = {.units = 20, .read = 19};
    assert_false(ek_extraction_falls_short(&e));
    assert_false(ek_extraction_is_whole(&e));
    e.read = 18;
    assert_true(ek_extraction_falls_short(&e));
    e = (ek_extraction){.units = 0};
    ek_extraction_count(&e, EK_STR("a\xE5\xA5\x91\xEF\xBF\xBD"
                                   "b"));
    assert_int_equal(e.characters, 4);
    assert_int_equal(e.replaced, 1);
    assert_true(ek_extraction_falls_short(&e));
    e.characters = 20;
    assert_false(ek_extraction_falls_short(&e));
    assert_false(ek_extraction_is_whole(&e));
}

static void
an_image_leaves_a_document_whole(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_extraction e = {.units = 3, .read = 3};
    (void)state;
    ek_extraction_unread(&e, arena, "image", EK_STR("seal.png"), "not-read");
    assert_true(ek_extraction_is_whole(&e));
    ek_extraction_unread(&e, arena, "attachment", EK_STR("a.pdf"), "encrypted");
    assert_false(ek_extraction_is_whole(&e));
    assert_false(ek_extraction_falls_short(&e));
    ek_arena_free(arena);
}

static void
a_failed_read_tells_what_is_known(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    ek_diag diag = ek_diag_on(arena);
    ek_text text = {0};
    ek_source source;
    const struct ek_read_options options = {.limits = ek_limits_default(),
                                            .encoding = EK_ENC_CP932};
    (void)state;
    ek_source_of(&source, EK_STR("kiyaku.txt"),
                 EK_STR("契約者は、いつでも本契約を解約することができます。\n"
                        "当社は、保存データの内容を閲覧しません。\n"));
    assert_int_equal(ek_read_into(&text, arena, &source, &options, &diag),
                     EK_EFORMAT);
    assert_string_equal(text.format, "plain");
    assert_string_equal(text.encoding, "CP932");
    assert_int_equal(text.bytes.n, 0);
    assert_int_equal(text.readable, EK_READ_NONE);
    ek_arena_free(arena);
}

static void
a_question_names_the_page(void **state)
{
    (void)state;
    ek_result *r =
        score_case(shipped, "provider-viewing acts=view in=terms page=3", "");
    ek_str ready = EK_STR("");
    for (size_t i = 0; i < r->questions.n; i++)
        if (ek_str_is(r->questions.v[i].id, "P-EX1"))
            ready = r->questions.v[i].ready.en;
    assert_true(holds(ready, "On page 3 of \"\": "));
    ek_result_free(r);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reason_has_its_words),
        cmocka_unit_test(silence_is_no_result_where_too_little_was_read),
        cmocka_unit_test(no_item_is_silent_where_too_little_was_read),
        cmocka_unit_test(a_statement_stays_as_it_is),
        cmocka_unit_test(a_bundle_names_the_document),
        cmocka_unit_test(what_was_read_is_counted),
        cmocka_unit_test(an_image_leaves_a_document_whole),
        cmocka_unit_test(a_failed_read_tells_what_is_known),
        cmocka_unit_test(a_question_names_the_page),
    };
    return cmocka_run_group_tests(tests, score_load, score_free);
}
