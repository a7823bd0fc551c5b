/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "docx_maker.h"
#include "text_helpers.h"

#define LEVEL(i, format, text, more)                                           \
    "<w:lvl w:ilvl='" i "'><w:start w:val='1'/><w:numFmt w:val='" format       \
    "'/>" more "<w:lvlText w:val='" text "'/></w:lvl>"
#define LIST(id, levels)                                                       \
    "<w:abstractNum w:abstractNumId='" id "'>" levels "</w:abstractNum>"
#define NUM(id, list, more)                                                    \
    "<w:num w:numId='" id "'><w:abstractNumId w:val='" list "'/>" more         \
    "</w:num>"
#define TIGHT "<w:suff w:val='nothing'/>"

#define CHECK_ROWS(state, parts, rows)                                         \
    check_docx_rows(*(state), parts, rows, sizeof(rows) / sizeof *(rows))

static const char ARTICLES[] =
    LIST("0",
         LEVEL("0", "decimal", "第%1条", TIGHT) LEVEL("1", "decimal", "%2", "")
             LEVEL("2", "decimal", "(%3)", "")
                 LEVEL("3", "aiueoFullWidth", "%4", ""))
        LIST("1", LEVEL("0", "upperRoman", "%1.", "")
                      LEVEL("1", "decimal", "%1.%2", "<w:isLgl/>")
                          LEVEL("2", "lowerLetter", "(%3)", ""))
            LIST("2", LEVEL("0", "bullet", "\xEF\x82\xB7", ""))
                NUM("1", "0", "") NUM("2", "1", "") NUM("3", "2", "")
                    NUM("4", "0",
                        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/>"
                        "</w:lvlOverride>") NUM("5", "0", "");

static void
numbers_are_those_that_word_shows(void **state)
{
    static const struct docx parts = {.numbering = ARTICLES};
    static const struct docx_row rows[] = {
        {LI("1", "0", "（目的）") P("本文") LI("1", "0", "（定義）"),
         "第1条（目的）\n\n本文\n\n第2条（定義）\n"},
        {LI("1", "0", "（目的）") LI("1", "1", "甲は") LI("1", "1", "乙は")
             LI("1", "2", "氏名") LI("1", "3", "姓"),
         "第1条（目的）\n\n  1 甲は\n\n  2 乙は\n\n    (1) 氏名\n\n"
         "      ア 姓\n"},
        {LI("1", "1", "甲は") LI("1", "0", "（定義）") LI("1", "1", "乙は"),
         "  1 甲は\n\n第2条（定義）\n\n  1 乙は\n"},
        {LI("2", "0", "Use") LI("2", "1", "Access") LI("2", "1", "Keys")
             LI("2", "0", "Data") LI("2", "1", "Place") LI("2", "2", "a"),
         "I. Use\n\n  1.1 Access\n\n  1.2 Keys\n\nII. Data\n\n  2.1 Place\n\n"
         "    (a) a\n"},
        {LI("3", "0", "one") LI("3", "0", "two"), "- one\n\n- two\n"},
        {LI("9", "0", "no such list") LI("1", "8", "no such level"),
         "no such list\n\nno such level\n"},
        {LI("1", "12", "no such level") LI("0", "0", "no number"),
         "no such level\n\nno number\n"},
    };
    CHECK_ROWS(state, &parts, rows);
}

/* A column of numbers is one of data; clauses in cells are clauses. */
static void
numbers_stand_in_tables(void **state)
{
    static const struct docx parts = {.numbering = ARTICLES};
    static const struct docx_row rows[] = {
        {TBL(TR(TC(P("No.")) TC(P("Data"))) TR(TC(LI("2", "1", "")) TC(P("a")))
                 TR(TC(LI("2", "1", "")) TC(P("b")))),
         "| No. | Data |\n| 1.1 | a |\n| 1.2 | b |\n"},
        {TBL(TR(TC(LI("2", "0", "The data.")) TC(P("x")))),
         "I. The data.\n\nx\n"},
    };
    CHECK_ROWS(state, &parts, rows);
}

/* Numbers that name one list go on with one another. */
static void
lists_go_on_or_start_anew(void **state)
{
    static const struct docx parts = {.numbering = ARTICLES};
    static const struct docx_row rows[] = {
        {LI("1", "0", "a") LI("5", "0", "b"), "第1条a\n\n第2条b\n"},
        {LI("1", "0", "a") LI("4", "0", "b") LI("4", "0", "c")
             LI("1", "0", "d"),
         "第1条a\n\n第7条b\n\n第8条c\n\n第9条d\n"},
        {LI("1", "1", "a") LI("1", "1", "b") LI("1", "0", "c")
             LI("1", "1", "d"),
         "  1 a\n\n  2 b\n\n第2条c\n\n  1 d\n"},
    };
    CHECK_ROWS(state, &parts, rows);
}

static void
a_level_restarts_as_it_says(void **state)
{
    static const struct docx never = {
        .numbering = LIST("0", LEVEL("0", "decimal", "%1.", "")
                                   LEVEL("1", "lowerLetter", "%2)",
                                         "<w:lvlRestart w:val='0'/>"))
            NUM("1", "0", "")};
    static const struct docx first = {
        .numbering = LIST(
            "0",
            LEVEL("0", "decimal", "%1.", "") LEVEL("1", "decimal", "%1.%2.", "")
                LEVEL("2", "lowerLetter", "%3)", "<w:lvlRestart w:val='1'/>"))
            NUM("1", "0", "")};
    static const struct docx_row of_never[] = {
        {LI("1", "0", "x") LI("1", "1", "y") LI("1", "0", "x")
             LI("1", "1", "y"),
         "1. x\n\n  a) y\n\n2. x\n\n  b) y\n"}};
    static const struct docx_row of_first[] = {
        {LI("1", "0", "x") LI("1", "1", "y") LI("1", "2", "z") LI("1", "1", "y")
             LI("1", "2", "z") LI("1", "0", "x") LI("1", "1", "y")
                 LI("1", "2", "z"),
         "1. x\n\n  1.1. y\n\n    a) z\n\n  1.2. y\n\n    b) z\n\n2. x\n\n"
         "  2.1. y\n\n    a) z\n"}};
    CHECK_ROWS(state, &never, of_never);
    CHECK_ROWS(state, &first, of_first);
}

static void
every_system_is_shown(void **state)
{
    static const struct {
        const char *format, *third;
    } systems[] = {
        {"decimal", "3"},
        {"decimalZero", "03"},
        {"upperLetter", "C"},
        {"lowerRoman", "iii"},
        {"ordinal", "3rd"},
        {"cardinalText", "Three"},
        {"decimalFullWidth", "３"},
        {"decimalEnclosedCircle", "③"},
        {"japaneseCounting", "三"},
        {"japaneseLegal", "参"},
        {"ideographDigital", "三"},
        {"ideographTraditional", "丙"},
        {"aiueo", "ｳ"},
        {"irohaFullWidth", "ハ"},
        {"chineseCounting", "三"},
        {"ganada", "다"},
        {"none", ""},
        {"no such system", "3"},
    };
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        ek_str numbering = ek_arena_printf(
            *state,
            LIST("0", "<w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt "
                      "w:val='%s'/><w:lvlText w:val='第%%1号'/></w:lvl>")
                NUM("1", "0", ""),
            systems[i].format);
        const struct docx docx = {.numbering = numbering.p,
                                  .body = LI("1", "0", "x")};
        const ek_text *text = docx_text(*state, &docx);
        ek_str expected =
            ek_arena_printf(*state, "第%s号 x\n", systems[i].third);
        assert_non_null(text);
        assert_string_equal(copied(*state, text->bytes), expected.p);
    }
}

static void
a_custom_system_has_its_zeros(void **state)
{
    static const struct docx parts = {
        .numbering = LIST(
            "0",
            "<w:lvl w:ilvl='0'><w:start w:val='9'/><mc:AlternateContent>"
            "<mc:Choice Requires='w14'><w:numFmt w:val='custom' "
            "w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback><w:numFmt "
            "w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:lvlText "
            "w:val='%1.'/></w:lvl>") NUM("1", "0", "")};
    static const struct docx_row rows[] = {
        {LI("1", "0", "x") LI("1", "0", "y"), "009. x\n\n010. y\n"}};
    CHECK_ROWS(state, &parts, rows);
}

#define STYLE(id, name, more)                                                  \
    "<w:style w:type='paragraph' w:styleId='" id "'><w:name w:val='" name      \
    "'/>" more "</w:style>"
#define IN_STYLE(id, text) PP("<w:pStyle w:val='" id "'/>", text)

static const char LEGAL[] =
    LIST("0", LEVEL("0", "decimal", "第%1条", "<w:pStyle w:val='H1'/>")
                  LEVEL("1", "decimal", "%1.%2", "<w:pStyle w:val='H2'/>"))
        LIST("1", "<w:numStyleLink w:val='L'/>") NUM("1", "0", "")
            NUM("2", "1", "");

static const char LEGAL_STYLES[] = STYLE(
    "H1", "heading 1",
    "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl "
    "w:val='0'/></w:pPr>")
    STYLE("H2", "heading 2",
          "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/>"
          "</w:numPr><w:outlineLvl w:val='1'/></w:pPr>")
        STYLE("H2x", "own", "<w:basedOn w:val='H2'/>") STYLE("T", "Title", "")
            STYLE("Loop", "x",
                  "<w:basedOn w:val='Loop'/>") "<w:style w:type='numbering' "
                                               "w:styleId='L'><w:name "
                                               "w:val='l'/"
                                               "><w:pPr><w:numPr><w:numId "
                                               "w:val='1'/></w:numPr>"
                                               "</w:pPr></w:style>";

static void
styles_number_headings(void **state)
{
    static const struct docx parts = {.numbering = LEGAL,
                                      .styles = LEGAL_STYLES};
    static const struct docx_row rows[] = {
        {IN_STYLE("T", "利用規約") IN_STYLE("H1", "（目的）") P("本文。"),
         "# 利用規約\n\n# 第1条 （目的）\n\n本文。\n"},
        {IN_STYLE("H1", "Data") IN_STYLE("H2", "Place")
             IN_STYLE("H2x", "Access"),
         "# 第1条 Data\n\n## 1.1 Place\n\n## 1.2 Access\n"},
        {IN_STYLE("H1", "Data")
             IN_STYLE("H2", "The provider shall keep the data in Japan."),
         "# 第1条 Data\n\n  1.1 The provider shall keep the data in Japan.\n"},
        {IN_STYLE("H2", "Termination. Either party may terminate:")
             IN_STYLE("H2", "乙は、次の義務を負う。"),
         "  1.1 Termination. Either party may terminate:\n\n"
         "  1.2 乙は、次の義務を負う。\n"},
        {PP("<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>",
            "Annex"),
         "# Annex\n"},
        {PP("<w:outlineLvl w:val='2'/>", "Annex"), "### Annex\n"},
        {IN_STYLE("Loop", "x") IN_STYLE("none", "y"), "x\n\ny\n"},
        {LI("2", "0", "linked"), "第1条 linked\n"},
        {IN_STYLE("H1", "") P("x"), "# 第1条\n\nx\n"},
        {PP("<w:pStyle w:val='H1'/><w:sectPr/>", "") IN_STYLE("H1", "x"),
         "# 第1条 x\n"},
    };
    CHECK_ROWS(state, &parts, rows);
}

static void
damaged_definitions_are_survived(void **state)
{
    static const struct docx parts = {
        .numbering =
            "<w:abstractNum w:abstractNumId='-3'/><w:abstractNum><w:lvl "
            "w:ilvl='77'/><w:lvl w:ilvl='x'/></w:abstractNum><w:num/><w:num "
            "w:numId='1'/><w:num w:numId='2'><w:abstractNumId w:val='8'/>"
            "<w:lvlOverride/><w:lvlOverride w:ilvl='9'/></w:num>" LIST(
                "5", LEVEL("0", "decimal", "%9%%0%1%", "")) NUM("3", "5", "")
                LIST("6", "<w:numStyleLink w:val='none'/>") NUM("4", "6", "")};
    static const struct docx_row rows[] = {
        {LI("1", "0", "a") LI("2", "0", "b") LI("4", "0", "d"),
         "a\n\nb\n\nd\n"},
        {LI("3", "0", "c"), "0%%01% c\n"},
    };
    CHECK_ROWS(state, &parts, rows);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_that_word_shows),
        cmocka_unit_test(numbers_stand_in_tables),
        cmocka_unit_test(lists_go_on_or_start_anew),
        cmocka_unit_test(a_level_restarts_as_it_says),
        cmocka_unit_test(every_system_is_shown),
        cmocka_unit_test(a_custom_system_has_its_zeros),
        cmocka_unit_test(styles_number_headings),
        cmocka_unit_test(damaged_definitions_are_survived),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
