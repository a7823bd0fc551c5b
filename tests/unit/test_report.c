/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/catalogue.h"
#include "report/report.h"
#include "report/width.h"
#include "sample_result.h"

/* Reports one of each kind and frees them. */
static ek_str
reported(ek_arena *arena, const char *format, struct ek_report_options o,
         ek_result *const *results, size_t n)
{
    ek_buf out = ek_buf_on(arena);
    const struct ek_reporter *reporter = ek_reporter_find(ek_str_of(format));
    void *state = reporter->begin(arena, &out, &o);
    for (size_t i = 0; i < n; i++)
        reporter->document(state, &out, results[i]);
    reporter->end(state, &out);
    for (size_t i = 0; i < n; i++)
        ek_result_free(results[i]);
    return ek_buf_str(&out);
}

static ek_str
term_of(ek_arena *arena, struct ek_report_options o, ek_result *result)
{
    return reported(arena, "term", o, &result, 1);
}

static bool
holds(ek_str s, const char *part)
{
    return ek_str_find(s, ek_str_of(part), 0) < s.n;
}

static void
width_counts_cells(void **state)
{
    /* clang-format off */
    static const struct { const char *s; unsigned cells; } rows[] = {
        {"", 0}, {"abc", 3}, {"契約", 4}, {"ｱｲ", 2}, {"か\xe3\x82\x99", 2},
        {"e\xcc\x81", 1}, {"「」", 4}, {"①", 1}, {"\xf0\x9f\x93\x84", 2},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_width(ek_str_of(rows[i].s)) != rows[i].cells)
            fail_msg("row %zu: %u", i, ek_width(ek_str_of(rows[i].s)));
}

static void
text_of_documents_is_made_harmless(void **state)
{
    /* clang-format off */
    static const struct { const char *in, *out; } rows[] = {
        {"a\x1b[31mb", "a\\x1b[31mb"},
        {"a\xc2\x9b" "31m", "a\\x9b31m"},
        {"bell\x07", "bell\\x07"},
        {"evil\xe2\x80\xae" "fdp", "evil<U+202E>fdp"},
        {"\xef\xbb\xbf" "x", "<U+FEFF>x"},
        {"bad\xff\xe3\x81", "bad\\xff\\xe3\\x81"},
        {"two\n  words\tand\xe2\x80\xa8more", "two words and more"},
        {"契約\n  者", "契約者"}, {"契約\nA", "契約 A"},
        {"👩\xe2\x80\x8d💻", "👩\xe2\x80\x8d💻"},
    };
    /* clang-format on */
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str out = ek_width_visible(arena, ek_str_of(rows[i].in));
        if (!ek_str_is(out, rows[i].out))
            fail_msg("row %zu: %.*s", i, EK_ARG(out));
    }
    ek_arena_free(arena);
}

static void
lines_break_by_kinsoku(void **state)
{
    /* clang-format off */
    static const struct { unsigned cells; const char *in, *out; } rows[] = {
        {8, "あいうえお", "あいうえ|お"},
        {8, "あいうえ。お", "あいう|え。お"},
        {8, "あいう「えお」か", "あいう|「えお」|か"},
        {8, "あいうえ」）。お", "あいう|え」）。|お"},
        {8, "あいうえっお", "あいう|えっお"},
        {7, "あいうえお", "あいう|えお"},
        {8, "one two three", "one two|three"},
        {8, "elevenletters", "elevenle|tters"},
        {8, "第12条 の契約", "第12条|の契約"},
        {8, "あいう(abc)", "あいう|(abc)"},
        {8, "あいうか\xe3\x82\x99" "お", "あいうか\xe3\x82\x99|お"},
        {2, "。。。", "。|。|。"},
        {1, "あい", "あ|い"},
        {9, "あいう ab, cd", "あいう|ab, cd"},
        {4, "  ", ""},
    };
    /* clang-format on */
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_buf out = ek_buf_on(arena);
        ek_str rest = ek_str_of(rows[i].in), line;
        while (ek_width_wrap(&rest, rows[i].cells, &line)) {
            ek_buf_puts(&out, out.n ? "|" : "");
            ek_buf_add(&out, line);
        }
        if (!ek_str_is(ek_buf_str(&out), rows[i].out))
            fail_msg("row %zu: %.*s", i, EK_ARG(ek_buf_str(&out)));
    }
    ek_arena_free(arena);
}

static void
a_cut_never_splits_a_wide_character(void **state)
{
    /* clang-format off */
    static const struct { unsigned cells; const char *in, *out; } rows[] = {
        {8, "契約約款", "契約約款"}, {7, "契約約款", "契約..."},
        {8, "契約約款集", "契約... "}, {6, "abc", "abc   "}, {2, "abc", ".."},
    };
    /* clang-format on */
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_buf out = ek_buf_on(arena);
        ek_width_pad(&out, ek_str_of(rows[i].in), rows[i].cells);
        if (!ek_str_is(ek_buf_str(&out), rows[i].out))
            fail_msg("row %zu: '%.*s'", i, EK_ARG(ek_buf_str(&out)));
    }
    ek_arena_free(arena);
}

static void
terminal_report_answers_in_both_languages(void **state)
{
    /* clang-format off */
    static const struct { ek_lang lang; const char *part; } rows[] = {
        {EK_LANG_JA, "例外1    !! 記載あり(該当し得る)"},
        {EK_LANG_JA, "  読取     "}, {EK_LANG_JA, "SHA-256 7c1e04b9"},
        {EK_LANG_JA, "暫定: 未提出の文書がある"},
        {EK_LANG_JA, "!! [ 1] 第15条第1項  p.6 行12 OCR 91%  provider-use"},
        {EK_LANG_JA, "[] [ 2] 12.3(b)  段落45 (2)  judicial-disclosure"},
        {EK_LANG_JA, "          「契約者データを複製し"},
        {EK_LANG_JA, "Q&A60  #. 一部に沿う記載"},
        {EK_LANG_JA, "手がかり("}, {EK_LANG_JA, "契約に記載なし("},
        {EK_LANG_JA, "xx deletion: match limit"},
        {EK_LANG_JA, "--fact U6=..."}, {EK_LANG_JA, "確認補助ツールです。"},
        {EK_LANG_EN, "EX-1     !! indicated"}, {EK_LANG_EN, "row A3\n"},
        {EK_LANG_EN, "Reading  "}, {EK_LANG_EN, "A3  P06 P12  basis: text"},
        {EK_LANG_EN, "「契約者データを複製し"}, {EK_LANG_EN, "p.6 line 12 OCR 91 %"},
        {EK_LANG_EN, "para. 45 (2)"}, {EK_LANG_EN, "line 90 #section-9"},
        {EK_LANG_JA, "読取     xx 一部のみ読み取り: PDF、42ページ中40ページ、うち3ペ"},
        {EK_LANG_JA, "読取不能: ページ 12-13(画像のみで文字がない); 画像 seal.png("},
        {EK_LANG_JA, "本文から分けたもの: コメント 2件、ヘッダー 84件"},
        {EK_LANG_EN, "PDF, 40 of 42 pages, 3 of them by OCR, CP932"},
        {EK_LANG_EN, "not read: page 12–13 (image without text); image seal.png"},
        {EK_LANG_EN, "kept apart: comments (2), page headers (84)"},
        {EK_LANG_EN, "\\x1b[31m now”"}, {EK_LANG_EN, "E1-23\n"},
        {EK_LANG_EN, "(as of June 2013;"}, {EK_LANG_EN, "P-G1-2"},
    };
    /* clang-format on */
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ek_report_options o = {.lang = rows[i].lang};
        ek_str page = term_of(arena, o, sample_rich("x.md"));
        if (!holds(page, rows[i].part))
            fail_msg("row %zu: no '%s' in:\n%.*s", i, rows[i].part,
                     EK_ARG(page));
    }
    ek_arena_free(arena);
}

static void
no_line_is_wider_than_the_page(void **state)
{
    static const unsigned widths[] = {40, 50, 60, 72, 80, 100, 120};
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < 2 * sizeof widths / sizeof *widths; i++) {
        struct ek_report_options o = {.lang = i % 2 ? EK_LANG_JA : EK_LANG_EN,
                                      .width = widths[i / 2],
                                      .terminal = true,
                                      .all = i % 2};
        ek_result *both[] = {sample_rich("x.md"),
                             sample_unread("y.pdf", "unreadable")};
        ek_str page = reported(arena, "term", o, both, 2);
        for (size_t at = 0; at < page.n;) {
            size_t end = ek_str_find(page, EK_STR("\n"), at);
            ek_str line = ek_str_slice(page, at, end);
            if (ek_width(line) > o.width)
                fail_msg("row %zu: %.*s", i, EK_ARG(line));
            if (line.n && line.p[line.n - 1] == ' ')
                fail_msg("row %zu: blank at the end: '%.*s'", i, EK_ARG(line));
            at = end + 1;
        }
    }
    ek_arena_free(arena);
}

static ek_str
without_codes(ek_arena *arena, ek_str page)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < page.n; i++) {
        if (page.p[i] == '\033')
            i = ek_str_find(page, EK_STR("m"), i);
        else
            ek_buf_putc(&out, page.p[i]);
    }
    return ek_buf_str(&out);
}

static void
colour_adds_codes_and_nothing_else(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_report_options o = {.lang = EK_LANG_EN};
    ek_str plain = term_of(arena, o, sample_rich("x.md"));
    o.colour = true;
    ek_str coloured = term_of(arena, o, sample_rich("x.md"));
    assert_false(holds(plain, "\033"));
    assert_true(holds(coloured, "\033[1;31m!!\033[0m \033[1;31mindicated"));
    assert_true(ek_str_eq(plain, without_codes(arena, coloured)));
    ek_arena_free(arena);
}

static void
unread_document_says_so_everywhere(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_report_options o = {.lang = EK_LANG_EN};
    ek_str page =
        term_of(arena, o, sample_unread("y.pdf", "unsupported-language"));
    assert_true(holds(page, "EX-1     xx no result: language not supported"));
    assert_true(holds(page, "EX-3     xx no result: language not supported"));
    assert_true(holds(page, "xx not read: language not supported"));
    o.summary = true;
    page = term_of(arena, o, sample_unread("y.pdf", "odd-reason"));
    assert_true(holds(page, "xx xx xx  xx  xx xx  xx  xx"));
    assert_true(holds(page, "  none     y.pdf  odd-reason\n"));
    ek_arena_free(arena);
}

static void
many_names_are_told_by_number(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_report_options o = {.lang = EK_LANG_EN, .width = 120};
    ek_result *r = sample_rich("x.pdf");
    ek_extraction *e = &r->documents.v[0].extraction;
    *e = (ek_extraction){.unit = EK_STR("page"), .units = 99, .read = 70};
    for (unsigned i = 1; i < 30; i++)
        ek_extraction_unread(e, r->arena, "page",
                             ek_arena_printf(r->arena, "%u", i * (i > 9) + i),
                             i == 20 ? "garbled" : "image-only");
    ek_extraction_unread(e, r->arena, "image", EK_STR(""), "not-read");
    ek_extraction_unread(e, r->arena, "image", EK_STR(""), "not-read");
    ek_str page = term_of(arena, o, r);
    if (!holds(page, "page 1–9, 20, 22, 24, 26, 28 and 14 more (image without"
                     " text); page 40 (garbled text); image:"))
        fail_msg("%.*s", EK_ARG(page));
    ek_arena_free(arena);
}

static void
an_overview_ends_with_what_was_not_read(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_report_options o = {.lang = EK_LANG_EN, .summary = true};
    ek_result *all[] = {sample_rich("x.md"), sample_empty("y.md"),
                        sample_unread("z.pdf", "limit"),
                        sample_unread("a.pdf", "encrypted"),
                        sample_unread("b.pdf", "encrypted")};
    ek_str page = reported(arena, "term", o, all, 5);
    const char *end = "Reading: of 5 documents 1 in full\n"
                      "  in part: 1\n"
                      "       1  page (image without text)\n"
                      "       1  attachment (encrypted)\n"
                      "       1  characters that could not be decoded\n"
                      "  not read: 3\n"
                      "       2  encrypted: it opens only with a password\n"
                      "       1  a limit was reached\n";
    if (!holds(page, end))
        fail_msg("%.*s", EK_ARG(page));
    ek_arena_free(arena);
}

static void
overview_precedes_several_documents(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_report_options o = {.lang = EK_LANG_EN};
    ek_result *both[] = {sample_rich("x.md"), sample_rich("y.md")};
    ek_str page = reported(arena, "term", o, both, 2);
    assert_true(ek_str_starts(page, EK_STR("2 documents: 2 indicated")));
    assert_true(holds(page, "DOCUMENT\n"));
    assert_true(holds(page, "\ny.md  Japanese"));
    o.summary = true;
    both[0] = sample_rich("x.md"), both[1] = sample_rich("y.md");
    page = reported(arena, "term", o, both, 2);
    assert_false(holds(page, "y.md  Japanese"));
    o.summary = false;
    page = term_of(arena, o, sample_rich("x.md"));
    assert_false(holds(page, "DOCUMENT\n"));
    ek_arena_free(arena);
}

static void
only_the_strongest_evidence_is_shown_unless_all(void **state)
{
    (void)state;
    for (int all = 0; all < 2; all++) {
        ek_result *r = sample_empty("x.md");
        ek_verdict *v = sample_verdict(r, "EX-1", "indicated", "", "");
        for (uint32_t i = 0; i < 9; i++) {
            sample_finding(r, "provider-use", i + 1, i + 1, "words");
            sample_evidence(r, v, i, "E1", i == 8 ? "strong" : "review");
        }
        ek_arena *arena = ek_arena_new(0);
        struct ek_report_options o = {.lang = EK_LANG_EN, .all = all};
        ek_str page = term_of(arena, o, r);
        assert_true(ek_str_find(page, EK_STR("[ 9]"), 0) <
                    ek_str_find(page, EK_STR("[ 1]"), 0));
        assert_int_equal(holds(page, "[ 8]"), all);
        assert_int_equal(holds(page, "3 more"), !all);
        ek_arena_free(arena);
    }
}

static void
ndjson_is_the_result_and_json_an_array_of_them(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_report_options o = {.lang = EK_LANG_EN};
    for (int text = 0; text <= 1; text++) {
        ek_buf line = ek_buf_on(arena);
        ek_result *r = sample_rich("x.md");
        o.text = text;
        (text ? ek_result_write : ek_result_write_short)(&line, r);
        assert_int_equal(holds(ek_buf_str(&line), "\"content\":"), text);
        ek_str ndjson = reported(arena, "ndjson", o, &r, 1);
        assert_int_equal(ndjson.n, line.n + 1);
        assert_memory_equal(ndjson.p, line.p, line.n);
    }
    ek_result *both[] = {sample_rich("x.md"), sample_empty("y.md")};
    ek_str json = reported(arena, "json", o, both, 2);
    assert_true(ek_str_starts(json, EK_STR("[\n  {\n    \"ekimu\": \"0.1.0\","
                                           "\n    \"schema\": 1,\n")));
    assert_true(holds(json, "\n    \"findings\": [],\n"));
    assert_true(ek_str_ends(json, EK_STR("\n    }\n  }\n]\n")));
    assert_true(ek_str_is(reported(arena, "json", o, NULL, 0), "[]\n"));
    ek_arena_free(arena);
}

static void
unknown_formats_have_no_reporter(void **state)
{
    (void)state;
    assert_null(ek_reporter_find(EK_STR("xml")));
    assert_null(ek_reporter_find(EK_STR("")));
    assert_non_null(ek_reporter_find(EK_STR("term")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(width_counts_cells),
        cmocka_unit_test(text_of_documents_is_made_harmless),
        cmocka_unit_test(lines_break_by_kinsoku),
        cmocka_unit_test(a_cut_never_splits_a_wide_character),
        cmocka_unit_test(terminal_report_answers_in_both_languages),
        cmocka_unit_test(no_line_is_wider_than_the_page),
        cmocka_unit_test(colour_adds_codes_and_nothing_else),
        cmocka_unit_test(unread_document_says_so_everywhere),
        cmocka_unit_test(many_names_are_told_by_number),
        cmocka_unit_test(an_overview_ends_with_what_was_not_read),
        cmocka_unit_test(overview_precedes_several_documents),
        cmocka_unit_test(only_the_strongest_evidence_is_shown_unless_all),
        cmocka_unit_test(ndjson_is_the_result_and_json_an_array_of_them),
        cmocka_unit_test(unknown_formats_have_no_reporter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
