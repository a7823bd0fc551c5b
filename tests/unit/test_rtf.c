/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/rtf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "read_helpers.h"
#include "text_helpers.h"

struct row {
    const char *rtf, *text;
};

static ek_text *
read_with(ek_arena *arena, ek_str rtf, const struct ek_read_options *options,
          ek_diag *diag)
{
    ek_text *text = NULL;
    read_bytes(&text, arena, "terms.rtf", rtf, options, diag);
    return text;
}

static struct ek_read_options
usual(void)
{
    return (struct ek_read_options){.limits = ek_limits_default()};
}

/* The body of a file: what stands behind its header. */
static ek_text *
text_in(ek_arena *arena, const char *header, const char *body,
        ek_tracked tracked)
{
    ek_diag diag = ek_diag_on(arena);
    struct ek_read_options options = usual();
    options.tracked = tracked;
    return read_with(
        arena, ek_arena_printf(arena, "{\\rtf1\\ansi%s %s}", header, body),
        &options, &diag);
}

static void
check_rows(ek_arena *arena, const char *header, const struct row *rows,
           size_t n)
{
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const ek_text *text =
            text_in(arena, header, rows[i].rtf, EK_TRACKED_FINAL);
        wrong += !is_text(text, rows[i].text, i);
    }
    assert_int_equal(wrong, 0);
}

#define CHECK_ROWS(state, header, rows)                                        \
    check_rows(*(state), header, rows, sizeof(rows) / sizeof *(rows))

static void
words_of_control_stand_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < ek_rtf_word_count(); i++)
        assert_true(
            strcmp(ek_rtf_word_at(i - 1)->word, ek_rtf_word_at(i)->word) < 0);
    assert_null(ek_rtf_word_of("b"));
    assert_int_equal(ek_rtf_word_of("par")->act, EK_RTF_PARAGRAPH);
}

static void
paragraphs_and_signs_become_text(void **state)
{
    static const struct row rows[] = {
        {"One\\par Two\\par\\par Three", "One\n\nTwo\n\nThree\n"},
        {"One\\\nTwo\\line three", "One\n\nTwo\nthree\n"},
        {"a\\tab b\\~c\\_d\\-e\\emdash f", "a b\xC2\xA0"
                                           "c-de—f\n"},
        {"\\lquote a\\rquote  \\ldblquote b\\rdblquote", "‘a’ “b”\n"},
        {"\\{a\\}\\\\b", "{a}\\b\n"},
        {"{\\b bo{\\i l}d}er\\par", "bolder\n"},
        {"a\nb\r\nc", "abc\n"},
        {"a{\\*\\unheard b}{\\unheard c}d", "acd\n"},
        {"a{\\info{\\title T}}{\\*\\generator G;}b", "ab\n"},
        {"a{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}b",
         "alinkb\n"},
        {"a{\\bin4 }}{{b}c", "abc\n"},
        {"x{\\*\\bkmkstart y}{\\*\\bkmkend y}z{\\xe index}", "xz\n"},
    };
    CHECK_ROWS(state, "", rows);
}

static void
characters_come_by_code_page_and_by_unicode(void **state)
{
    static const struct row rows[] = {
        {"caf\\'e9 \\'93q\\'94", "café “q”\n"},
        {"\\f1 \\'97\\'98\\'97p\\'8bK\\'96\\'f1", "利用規約\n"},
        {"\\f1 \\'83\\\\\\'83\\'5c", "ソソ\n"},
        {"\\f1 {\\'97}{\\b\\'98}", "利\n"},
        {"\\f1 利用\\'97\\'98規約", "利用利規約\n"},
        {"\\f1 \x83\x5C\\par b", "ソ\n\nb\n"},
        {"\\f2 \\'cf\\'f0\\f0 \\'e9", "Прé\n"},
        {"\\f3 \\'b7\\f0 a", "•a\n"},
        {"\\f4 \\'d6\\'d0", "中\n"},
        {"\\f5 \\'e9", "é\n"},
        {"\\u26465?\\u-32468?b", "条脬b\n"},
        {"\\uc2\\u9312\\'87\\'40 x", "① x\n"},
        {"\\uc0\\u65 B{\\uc3\\u67 xyzD}\\u69 F", "ABCDEF\n"},
        {"\\u-10179?\\u-8704?", "\xF0\x9F\x98\x80\n"},
        {"\\u-10179?x", "\xEF\xBF\xBDx\n"},
        {"\\u61623?a", "•a\n"},
        {"{\\upr{ansi ?}{\\*\\ud{uni \\u26465?}}}", "uni 条\n"},
    };
    CHECK_ROWS(state,
               "\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 A;}"
               "{\\f1\\fcharset128 B{\\*\\falt C};}{\\f2\\fcharset204 D;}"
               "{\\f3\\fcharset2 Symbol;}{\\f4\\cpg936 E;}"
               "\\f5\\fcharset0 F;}",
               rows);
}

static void
a_western_font_in_a_japanese_file_may_hold_japanese(void **state)
{
    static const struct row rows[] = {
        {"\\f0 \\'97\\'98\\'97\\'70", "利用\n"},
        {"\\f0 \\'93a\\'94", "“a”\n"},
        {"\\f9 \\'97\\'98", "利\n"},
    };
    CHECK_ROWS(state, "\\ansicpg932{\\fonttbl{\\f0\\fcharset0 A;}}", rows);
}

static void
headings_come_from_outlines_and_styles(void **state)
{
    static const struct row rows[] = {
        {"\\pard\\outlinelevel1 Fees\\par x", "## Fees\n\nx\n"},
        {"\\pard\\s1 Scope\\par\\pard x", "# Scope\n\nx\n"},
        {"\\pard\\s2 Data\\par\\pard x", "### Data\n\nx\n"},
        {"\\pard\\s1\\outlinelevel9 a\\par", "a\n"},
        {"\\pard\\s1 A long sentence that says something.\\par",
         "A long sentence that says something.\n"},
    };
    CHECK_ROWS(state,
               "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 Own;}"
               "{\\s2{\\*\\x y} heading 3;}}",
               rows);
}

static void
numbers_stand_as_they_are_shown(void **state)
{
    static const struct row rows[] = {
        {"\\pard{\\listtext 1.\\tab}\\ls1 a\\par", "1. a\n"},
        {"\\pard{\\listtext\\f1 \\'91\\'e61\\'8f\\'f0\\tab}a\\par",
         "第1条 a\n"},
        {"\\pard{\\pntext\\f2\\'b7\\tab}a\\par", "- a\n"},
        {"\\pard{\\pntext (a)\\tab}b\\par\\pard c", "(a) b\n\nc\n"},
        {"\\pard{\\listtext 1.\\tab}\\outlinelevel0 Fees\\par", "# 1. Fees\n"},
    };
    CHECK_ROWS(state, "{\\fonttbl{\\f1\\fcharset128 A;}{\\f2\\fcharset2 B;}}",
               rows);
}

#define LISTS                                                                  \
    "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat1"             \
    "{\\leveltext\\'03\\u31532?\\'00\\u26465?;}{\\levelnumbers\\'02;}}"        \
    "{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext\\'05"                  \
    "(\\'00.\\'01);}{\\levelnumbers;}}{\\listname ;}\\listid7}"                \
    "{\\list{\\listlevel\\levelnfc23{\\leveltext\\'01\\u-3913 ?;}}"            \
    "\\listid8}}{\\*\\listoverridetable{\\listoverride\\listid7"               \
    "\\listoverridecount0\\ls1}{\\listoverride\\listid8\\ls2}"                 \
    "{\\listoverride\\listid7\\listoverridecount1{\\lfolevel"                  \
    "\\listoverridestartat\\levelstartat5}\\ls3}}"

static void
numbers_are_counted_where_they_are_not_spelled_out(void **state)
{
    static const struct row rows[] = {
        {"\\pard\\ls1 a\\par\\pard\\ls1\\ilvl1 b\\par c\\par"
         "\\pard\\ls1 d\\par\\pard\\ls1\\ilvl1 e\\par",
         "第1条 a\n\n  (1.a) b\n\n  (1.b) c\n\n第2条 d\n\n  (2.a) e\n"},
        {"\\pard\\ls2 a\\par", "- a\n"},
        {"\\pard\\ls3 a\\par", "第5条 a\n"},
        {"\\pard\\ls1\\par a\\par\\pard\\ls9 b\\par", "第1条 a\n\nb\n"},
    };
    CHECK_ROWS(state, LISTS, rows);
}

static void
tables_become_rows(void **state)
{
    static const struct row rows[] = {
        {"\\trowd\\cellx1\\cellx2\\intbl a\\cell b\\cell\\row"
         "\\trowd\\intbl c\\par d\\cell\\cell\\row\\pard e",
         "| a | b |\n| c d |  |\n\ne\n"},
        {"x\\par\\trowd\\intbl only\\cell\\row\\pard y", "x\n\nonly\n\ny\n"},
        {"\\pard\\intbl\\itap2 i\\nestcell j\\nestcell{\\*\\nesttableprops"
         "\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl o\\cell"
         "\\pard\\intbl p\\cell\\row\\pard z",
         "| i | j |\n\no\n\np\n\nz\n"},
        {"\\trowd a\\intbl\\cell b\\cell\\row", "| a | b |\n"},
        {"\\trowd\\intbl a\\cell b", "a\n\nb\n"},
        {"\\trowd\\intbl{\\listtext 1.}a\\cell b\\cell\\row", "1. a\n\nb\n"},
    };
    CHECK_ROWS(state, "", rows);
}

static void
notes_follow_the_paragraph(void **state)
{
    static const struct row rows[] = {
        {"data{\\super\\chftn{\\footnote\\pard\\chftn all of it\\par}} is\\par"
         " kept\\chftn{\\*\\footnote\\ftnalt\\chftn  for long}\\par x",
         "data¹ is\n\n[1] all of it\n\nkept²\n\n[2] for long\n\nx\n"},
        {"\\trowd\\intbl a*{\\footnote * b}\\cell c\\cell\\row\\pard d",
         "| a* | c |\n\n* b\n\nd\n"},
    };
    CHECK_ROWS(state, "", rows);
}

static void
text_boxes_are_read_once(void **state)
{
    static const struct row rows[] = {
        {"a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par c\\par}}"
         "{\\shprslt{\\*\\do{\\dptxbxtext b\\par c\\par}}}} d\\par e",
         "a d\n\nb\n\nc\n\ne\n"},
        {"a{\\*\\do\\dptxbx{\\dptxbxtext b\\par}}\\par", "a\n\nb\n"},
    };
    CHECK_ROWS(state, "", rows);
}

static void
what_is_apart_is_counted(void **state)
{
    const ek_text *text = text_in(
        *state, "",
        "{\\header page {\\pict 00ff}}{\\footer\\par}{\\footerl 2}a{\\v b}"
        "{\\*\\atnid Q}{\\*\\annotation{\\*\\atndate 12}no}c{\\v{\\b d}e}\\par",
        EK_TRACKED_FINAL);
    assert_string_equal(copied(*state, text->bytes), "ac\n");
    assert_int_equal(count_apart(text, "header"), 1);
    assert_int_equal(count_apart(text, "footer"), 1);
    assert_int_equal(count_apart(text, "comment"), 1);
    assert_int_equal(count_apart(text, "hidden"), 2);
    assert_int_equal(text->extraction.unread.n, 0);
}

static void
images_and_objects_are_told(void **state)
{
    const ek_text *text =
        text_in(*state, "",
                "a{\\*\\shppict{\\pict\\pngblip 00ff}}{\\nonshppict{\\pict 00}}"
                "{\\object\\objemb{\\*\\objdata 00}{\\result{\\pict 00}b}}",
                EK_TRACKED_FINAL);
    assert_string_equal(copied(*state, text->bytes), "ab\n");
    assert_int_equal(count_unread(text, "image"), 1);
    assert_int_equal(count_unread(text, "object"), 1);
}

static void
tracked_changes_are_read_as_told(void **state)
{
    const char *body = "{\\deleted a}{\\revised\\b b}c{\\deleted\\par}d\\par";
    static const char *const texts[] = {"bcd\n", "ac\n\nd\n", "abc\n\nd\n"};
    static const uint32_t deleted[] = {1, 0, 0}, inserted[] = {0, 1, 0};
    for (int tracked = EK_TRACKED_FINAL; tracked <= EK_TRACKED_BOTH;
         tracked++) {
        const ek_text *text = text_in(*state, "", body, (ek_tracked)tracked);
        assert_string_equal(copied(*state, text->bytes), texts[tracked]);
        assert_int_equal(count_apart(text, "deleted"), deleted[tracked]);
        assert_int_equal(count_apart(text, "inserted"), inserted[tracked]);
    }
}

static void
each_paragraph_knows_its_place(void **state)
{
    const ek_text *text =
        text_in(*state, "", "One\\par\\par{\\listtext (2)\\tab}Three\\par",
                EK_TRACKED_FINAL);
    struct ek_where where = ek_text_where(text, (ek_tspan){5, 8});
    assert_int_equal(where.place.paragraph, 3);
    assert_string_equal(copied(*state, where.place.number), "(2)");
    assert_string_equal(text->format, "rtf");
    assert_string_equal(text->encoding, "windows-1252");
}

static void
a_cut_file_is_damaged_at_any_byte(void **state)
{
    ek_str whole = EK_STR(
        "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 A;}}" LISTS
        "\\pard\\f0 \\'97\\'98\\'97p{\\footnote n\\u26465?}\\par\\trowd\\intbl"
        "\\ls1 a\\cell{\\shp{\\*\\shpinst{\\shptxt b}}}\\cell\\row\\pard c}");
    for (size_t n = 5; n < whole.n; n++) {
        ek_diag diag = ek_diag_on(*state);
        struct ek_read_options options = usual();
        const ek_text *text =
            read_with(*state, ek_str_slice(whole, 0, n), &options, &diag);
        assert_true(text ? count_unread(text, "part") == 1
                         : ek_diag_worst(&diag) == EK_ERROR);
    }
}

static void
hostile_files_end(void **state)
{
    enum { MANY = 100000 };
    ek_buf deep = ek_buf_on(*state);
    ek_diag diag = ek_diag_on(*state);
    struct ek_read_options options = usual();
    ek_buf_puts(&deep, "{\\rtf1 a");
    for (int i = 0; i < MANY; i++)
        ek_buf_puts(&deep, "{\\shptxt\\itap99999999 The provider keeps your "
                           "data. \\ls70000\\f-1 ");
    ek_buf_puts(&deep, "{\\*\\unheard q}{\\pict 00}r\\bin99999999999 ");
    const ek_text *text = read_with(*state, ek_buf_str(&deep), &options, &diag);
    assert_non_null(text);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_depth);
    assert_true(ek_str_find(text->bytes, EK_STR("q"), 0) == text->bytes.n);
    ek_diag blank = ek_diag_on(*state);
    assert_null(
        read_with(*state, EK_STR("{\\rtf1{\\pict 00}}"), &options, &blank));
    assert_int_equal(blank.lines.v[0].code, EK_D_read_image_only);
    assert_null(read_with(*state, EK_STR("{\\rtf1"), &options, &blank));
    assert_int_equal(blank.lines.v[1].code, EK_D_read_damaged);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(words_of_control_stand_in_order),
        TEST(paragraphs_and_signs_become_text),
        TEST(characters_come_by_code_page_and_by_unicode),
        TEST(a_western_font_in_a_japanese_file_may_hold_japanese),
        TEST(headings_come_from_outlines_and_styles),
        TEST(numbers_stand_as_they_are_shown),
        TEST(numbers_are_counted_where_they_are_not_spelled_out),
        TEST(tables_become_rows),
        TEST(notes_follow_the_paragraph),
        TEST(text_boxes_are_read_once),
        TEST(what_is_apart_is_counted),
        TEST(images_and_objects_are_told),
        TEST(tracked_changes_are_read_as_told),
        TEST(each_paragraph_knows_its_place),
        TEST(a_cut_file_is_damaged_at_any_byte),
        TEST(hostile_files_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
