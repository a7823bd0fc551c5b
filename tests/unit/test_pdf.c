/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "pdf_sheet.h"
#include "text/cp.h"
#include "text_helpers.h"

#define PUT_LINES(sheet, x, y, lines)                                          \
    sheet_lines(sheet, x, y, lines, sizeof(lines) / sizeof *(lines))

static ek_text *
text_from(struct sheet *sheet)
{
    ek_diag diag = ek_diag_on(sheet->out.arena);
    ek_status status;
    ek_text *text = sheet_read(sheet, &diag, &status);
    assert_int_equal(status, EK_OK);
    return text;
}

static void
check(struct sheet *sheet, const char *expected)
{
    const ek_text *text = text_from(sheet);
    assert_string_equal(copied(sheet->out.arena, text->bytes), expected);
}

static const char *const sentence[] = {
    "The provider keeps the data of the customer in the region that the",
    "customer has chosen, and never reads it unless the customer has asked",
    "for support in writing.",
};

#define SENTENCE                                                               \
    "The provider keeps the data of the customer in the region that the "      \
    "customer has chosen, and never reads it unless the customer has asked "   \
    "for support in writing."

static void
full_lines_run_on_and_short_ones_end(void **state)
{
    static const char *const list[] = {"Storage", "Backup", "Support"};
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    float y = PUT_LINES(&sheet, 60, 100, sentence);
    y = PUT_LINES(&sheet, 60, y, sentence);
    PUT_LINES(&sheet, 60, y + 10, list);
    check(&sheet, SENTENCE "\n" SENTENCE "\n\nStorage\nBackup\nSupport\n");
}

static void
words_are_divided_only_where_words_are_divided(void **state)
{
    static const char *const lines[] = {
        "A long-term agreement of the provider has a sub-processor, and its "
        "dis-",
        "closure is a dis\xC2\xADpute. The con\xEF\xAC\x81"
        "dential part of the long-",
        "term agreement binds every other sub-processor and the author-",
        "ity as well, and it is a well-known and often very well-",
        "known clause.",
    };
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    PUT_LINES(&sheet, 60, 100, lines);
    check(&sheet,
          "A long-term agreement of the provider has a sub-processor, and its "
          "disclosure is a dispute. The confidential part of the long-term "
          "agreement binds every other sub-processor and the authority as "
          "well, and it is a well-known and often very well-known clause.\n");
}

static void
japanese_lines_meet_without_a_blank(void **state)
{
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    sheet_put(
        &sheet, 120, 100,
        "第1条 "
        "当社は、登録データを日本国内に設置するデータセンターにのみ保存し、契");
    sheet_put(&sheet, 120, 114, "約者の承諾を得ずに閲覧しない。");
    sheet_put(&sheet, 120, 128, "第2条 当社は、AES方式により暗号化する。");
    check(&sheet,
          "第1条 当社は、登録データを日本国内に設置するデータセンターにのみ"
          "保存し、契約者の承諾を得ずに閲覧しない。\n"
          "第2条 当社は、AES方式により暗号化する。\n");
}

static void
what_repeats_at_the_edges_is_kept_apart(void **state)
{
    struct sheet sheet = sheet_new(*state);
    for (unsigned i = 0; i < 2; i++) {
        sheet_page(&sheet);
        sheet_put(&sheet, 60, 40, "Example Cloud: Terms");
        sheet_lines(&sheet, 60, 100, &sentence[2 * i], 2 - i);
        sheet_put(&sheet, 280, 780,
                  ek_arena_printf(*state, "Page %u of 2", i + 1).p);
    }
    const ek_text *text = text_from(&sheet);
    assert_string_equal(copied(*state, text->bytes), SENTENCE "\n");
    assert_int_equal(text->extraction.apart.n, 2);
    assert_int_equal(text->extraction.apart.v[0].count, 2);
}

static void
two_columns_are_read_one_after_the_other(void **state)
{
    static const char *const left[] = {
        "The provider keeps the data in the",
        "region that was chosen, and does",
        "not read it without consent. It is",
        "encrypted while it is stored, and",
        "while it is sent anywhere else by",
        "the provider or its own partners",
    };
    static const char *const right[] = {
        "who are bound in the same manner.",
        "The customer may end the contract",
        "at the end of every month without",
        "any reason. The provider may do so",
        "with a notice of three months.",
    };
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    sheet_set(&sheet, 200, 70, 16, EK_PDF_BOLD, "Terms of Service");
    PUT_LINES(&sheet, 60, 100, left);
    PUT_LINES(&sheet, 320, 103, right);
    check(
        &sheet,
        "# Terms of Service\n\n"
        "The provider keeps the data in the region that was chosen, and does "
        "not read it without consent. It is encrypted while it is stored, and "
        "while it is sent anywhere else by the provider or its own partners "
        "who are bound in the same manner. The customer may end the contract "
        "at the end of every month without any reason. The provider may do so "
        "with a notice of three months.\n");
}

static void
aligned_cells_are_rows(void **state)
{
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    PUT_LINES(&sheet, 60, 100, sentence);
    sheet_put(&sheet, 60, 160, "Function");
    sheet_put(&sheet, 160, 160, "Office plan");
    sheet_put(&sheet, 300, 160, "Works plan");
    sheet_put(&sheet, 60, 174, "Storage");
    sheet_put(&sheet, 160, 174, "500 GB");
    sheet_put(&sheet, 300, 174, "4 TB");
    sheet_put(&sheet, 60, 188, "1");
    sheet_put(&sheet, 160, 188, "no");
    sheet_put(&sheet, 300, 188, "yes");
    check(&sheet, SENTENCE "\n\n| Function | Office plan | Works plan |\n"
                           "| Storage | 500 GB | 4 TB |\n| 1 | no | yes |\n");
}

static void
notes_leave_the_sentence(void **state)
{
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    sheet_put(&sheet, 60, 100, sentence[0]);
    sheet_put(&sheet, 60, 114, "customer has chosen");
    sheet_set(&sheet, 158, 110, 6, EK_PDF_JOINED, "1");
    sheet_put(&sheet, 165, 114,
              "in the order form, or in a later order form, and nowhere");
    sheet_put(&sheet, 60, 128, "else.");
    sheet_set(&sheet, 60, 700, 7, 0, "1 Agreed in the order form.");
    check(&sheet,
          "The provider keeps the data of the customer in the region that the "
          "customer has chosen\xC2\xB9 in the order form, or in a later order "
          "form, and nowhere else.\n\n[1] Agreed in the order form.\n");
}

static void
items_hang_and_nest(void **state)
{
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    PUT_LINES(&sheet, 60, 100, sentence);
    sheet_put(&sheet, 80, 150, "1.");
    sheet_put(
        &sheet, 100, 150,
        "The customer owns the data, as it is set out in the order form,");
    sheet_put(&sheet, 100, 164, "and the provider does not:");
    sheet_put(&sheet, 100, 178, "(a)");
    sheet_put(&sheet, 125, 178, "read it;");
    sheet_put(&sheet, 100, 192, "(b)");
    sheet_put(&sheet, 125, 192, "sell it.");
    sheet_put(&sheet, 80, 206, "2.");
    sheet_put(&sheet, 100, 206,
              "The provider follows Clause 5(a) to (e) and the others of");
    sheet_put(&sheet, 100, 220, "(g), and Clause 6.");
    check(&sheet, SENTENCE
          "\n\n1. The customer owns the data, as it is set out in the order "
          "form, and the provider does not:\n  (a) read it;\n  (b) sell it.\n"
          "2. The provider follows Clause 5(a) to (e) and the others of (g), "
          "and Clause 6.\n");
}

static void
every_line_of_the_page_has_its_place(void **state)
{
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    PUT_LINES(&sheet, 60, 100, sentence);
    sheet_page(&sheet);
    PUT_LINES(&sheet, 60, 300, sentence);
    const ek_text *text = text_from(&sheet);
    uint32_t at = (uint32_t)ek_str_find(text->bytes, EK_STR("for support"), 0);
    struct ek_where where = ek_text_where(text, (ek_tspan){at, at + 3});
    assert_int_equal(where.place.page, 1);
    assert_int_equal(where.place.page_line, 3);
    at = (uint32_t)ek_str_find(text->bytes, EK_STR("for support"), at + 1);
    where = ek_text_where(text, (ek_tspan){at, at + 3});
    assert_int_equal(where.place.page, 2);
    assert_int_equal(where.place.page_line, 3);
}

static void
pages_without_text_are_named(void **state)
{
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    PUT_LINES(&sheet, 60, 100, sentence);
    sheet_page(&sheet);
    ek_buf_puts(&sheet.out, "image\t0.0\t0.0\t600.0\t800.0\n");
    sheet_page(&sheet);
    ek_buf_puts(&sheet.out, "fonts\t1\t1\n");
    sheet_page(&sheet);
    sheet_set(&sheet, 60, 100, 10, 0,
              "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    sheet_page(&sheet);
    const ek_text *text = text_from(&sheet);
    static const char *const whys[] = {"image-only", "missing-cmap", "garbled"};
    assert_int_equal(text->extraction.units, 5);
    assert_int_equal(text->extraction.read, 2);
    assert_int_equal(text->extraction.unread.n, 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(ek_str_is(text->extraction.unread.v[i].why, whys[i]));
}

static void
a_document_of_images_is_an_error(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    ek_status status;
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    ek_buf_puts(&sheet.out, "image\t0.0\t0.0\t600.0\t800.0\n");
    sheet_read(&sheet, &diag, &status);
    assert_int_equal(status, EK_EFORMAT);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_image_only);
    assert_true(ek_str_is(diag.lines.v[0].args[0], "1"));
}

static void
columns_from_right_to_left_are_lines(void **state)
{
    static const char *const columns[] = {
        "当社は登録データを日本国内にのみ保存し契約者の",
        "承諾を得ずに閲覧しない。"};
    ek_diag diag = ek_diag_on(*state);
    ek_status status;
    struct sheet sheet = sheet_new(*state);
    sheet_page(&sheet);
    for (size_t k = 0; k < 2; k++) {
        ek_str column = ek_str_of(columns[k]);
        float y = 70;
        for (size_t i = 0, n; i < column.n; i += n, y += 30) {
            (void)ek_cp_at(column, i, &n);
            sheet_word(&sheet, 500 - 60 * (float)k, y, 30, 0,
                       ek_str_slice(column, i, i + n));
        }
    }
    const ek_text *text = sheet_read(&sheet, &diag, &status);
    assert_string_equal(copied(*state, text->bytes),
                        "当社は登録データを日本国内にのみ保存し契約者の"
                        "承諾を得ずに閲覧しない。\n");
    assert_int_equal(diag.lines.v[0].code, EK_D_read_vertical);
}

static void
other_lines_are_no_protocol(void **state)
{
    ek_pdf_doc doc = {.arena = *state};
    assert_false(ek_pdf_parse(&doc, EK_STR("pages\t1\n")));
    assert_true(ek_pdf_parse(&doc, EK_STR("ekimu-pdf\t1\nword\t1\npage\n"
                                          "what\tever\ntrouble\tdamaged\n")));
    assert_false(doc.whole);
    assert_int_equal(doc.pages.n, 0);
    assert_true(ek_str_is(doc.trouble, "damaged"));
}

static void
any_boxes_can_be_read(void **state)
{
    static const char *const words[] = {"1.", "(a)",          "data", "契約",
                                        "-",  "\xEF\xBF\xBD", "2",    "end-"};
    uint32_t seed = 7;
    for (int round = 0; round < 60; round++) {
        ek_diag diag = ek_diag_on(*state);
        ek_status status;
        struct sheet sheet = sheet_new(*state);
        for (uint32_t k = next_random(&seed, 4); k < 4; k++) {
            sheet_page(&sheet);
            for (uint32_t n = next_random(&seed, 300); n > 0; n--)
                ek_buf_printf(
                    &sheet.out, "word\t%d\t%u\t%u\t%u\t%u\t%u\t%u\t%s\n",
                    (int)next_random(&seed, 700) - 50, next_random(&seed, 900),
                    next_random(&seed, 700), next_random(&seed, 900),
                    next_random(&seed, 30), next_random(&seed, 16),
                    next_random(&seed, 101), words[next_random(&seed, 8)]);
        }
        sheet_read(&sheet, &diag, &status);
    }
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(full_lines_run_on_and_short_ones_end),
        TEST(words_are_divided_only_where_words_are_divided),
        TEST(japanese_lines_meet_without_a_blank),
        TEST(what_repeats_at_the_edges_is_kept_apart),
        TEST(two_columns_are_read_one_after_the_other),
        TEST(aligned_cells_are_rows),
        TEST(notes_leave_the_sentence),
        TEST(items_hang_and_nest),
        TEST(every_line_of_the_page_has_its_place),
        TEST(pages_without_text_are_named),
        TEST(a_document_of_images_is_an_error),
        TEST(columns_from_right_to_left_are_lines),
        TEST(other_lines_are_no_protocol),
        TEST(any_boxes_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
