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

#define CHECK_ROWS(state, parts, rows)                                         \
    check_docx_rows(*(state), parts, rows, sizeof(rows) / sizeof *(rows))

#define FIELD(type)  "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define COMMAND(cmd) "<w:r><w:instrText>" cmd "</w:instrText></w:r>"
#define SPAN(n, content)                                                       \
    "<w:tc><w:tcPr><w:gridSpan w:val='" n "'/></w:tcPr>" content "</w:tc>"
#define BOX(content) "<w:txbxContent>" content "</w:txbxContent>"

static const struct docx plain = {.body = NULL};

static void
runs_make_up_words(void **state)
{
    static const struct docx_row rows[] = {
        {"<w:p><w:pPr/>" R("confi") "<w:proofErr/>" R("dential ")
             R("data") "</w:p>",
         "confidential data\n"},
        {"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
         "<w:cr/><w:t>d</w:t></w:r></w:p>",
         "a b\nc\nd\n"},
        {"<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail, up</w:t>"
         "<w:softHyphen/><w:t>time</w:t></w:r></w:p>",
         "e-mail, uptime\n"},
        {"<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t> yes</w:t>"
         "<w:sym w:font='Symbol' w:char='F0B3'/><w:sym w:font='Odd' "
         "w:char='F041'/></w:r></w:p>",
         "\u2611 yes\u2265\n"},
        {P("\xEF\x82\xA8 no"), "\u2610 no\n"},
        {"<w:p><w:r><w:t>a &amp; &lt;b&gt;\n&#x3042;</w:t></w:r></w:p>",
         "a & <b> あ\n"},
        {"<w:p><w:r><w:t><![CDATA[a]]>b</w:t></w:r></w:p>", "ab\n"},
        {"<w:p>" R("利用者は、") "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>"
                                 "かし</w:t></w:r></"
                                 "w:rt><w:rubyBase><w:r><w:t>瑕疵</w:t></w:r>"
                                 "</w:rubyBase></w:ruby></w:r>" R(
                                     "を") "</w:p>",
         "利用者は、瑕疵を\n"},
        {"<w:p><m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a"
         "</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
         "</m:oMath></w:p>",
         "x=a/b\n"},
        {P("") P(" ") P("a"), "a\n"},
    };
    CHECK_ROWS(state, &plain, rows);
}

static void
wrappers_are_looked_through(void **state)
{
    static const struct docx_row rows[] = {
        {"<w:sdt><w:sdtPr><w:alias w:val='x'/><w:placeholder><w:docPart "
         "w:val='y'/></w:placeholder></w:sdtPr><w:sdtContent>" P(
             "a") "</w:sdtContent></w:sdt>",
         "a\n"},
        {"<w:p><w:sdt><w:sdtContent>" R(
             "a") "</w:sdtContent></w:sdt>"
                  "<w:hyperlink r:id='h'>" R(
                      "b") "</w:hyperlink><w:smartTag>" R("c") "</"
                                                               "w:smartTag>"
                                                               "<w:"
                                                               "customXml"
                                                               ">" R(
                                                                   "d") "</"
                                                                        "w:"
                                                                        "custom"
                                                                        "Xml></"
                                                                        "w:p>",
         "abcd\n"},
        {"<w:sdt><w:sdtContent>" TBL(
             "<w:sdt><w:sdtContent>" TR("<w:sdt><w:sdtContent>" TC(
                 P("a")) "</w:sdtContent></"
                         "w:sdt>" TC(P("b"))) "</"
                                              "w:sdtContent></"
                                              "w:sdt>") "</"
                                                        "w:"
                                                        "sdtCo"
                                                        "ntent"
                                                        "></"
                                                        "w:"
                                                        "sdt>",
         "| a | b |\n"},
    };
    CHECK_ROWS(state, &plain, rows);
}

static void
fields_show_their_results(void **state)
{
    static const struct docx_row rows[] = {
        {"<w:p>" R("see ") FIELD("begin") COMMAND(" REF a \\r ")
             FIELD("separate") R("第3条") FIELD("end") R(" above") "</w:p>",
         "see 第3条 above\n"},
        {"<w:p><w:fldSimple w:instr='PAGEREF x'>" R("12") "</w:fldSimple>"
                                                          "</w:p>",
         "12\n"},
        {"<w:p>" FIELD("begin") COMMAND("IF ") FIELD("begin") COMMAND("DOC")
             FIELD("separate") R("inner") FIELD("end") COMMAND(" = 1")
                 FIELD("separate") R("outer") FIELD("end") "</w:p>",
         "outer\n"},
        {"<w:p>" FIELD("begin") COMMAND("MACROBUTTON NoMacro [Name here]")
             FIELD("end") R(" signs") "</w:p>",
         "[Name here] signs\n"},
        {"<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>"
         "<w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
         "</w:fldChar></w:r>" COMMAND("FORMCHECKBOX") FIELD("end")
             R(" SLA") "</w:p>",
         "\u2612 SLA\n"},
        {"<w:p>" FIELD("begin") COMMAND("TOC") FIELD("separate")
             R("1 A") "</w:p><w:p>" R("2 B") "</w:p><w:p>" FIELD("end")
                 R("c") "</w:p>",
         "1 A\n\n2 B\n\nc\n"},
        {"<w:p>" FIELD("begin") COMMAND("REF") R("lost") "</w:p>" P("kept"),
         "kept\n"},
        {"<w:p>" FIELD("end") FIELD("separate") R("a") "</w:p>", "a\n"},
    };
    CHECK_ROWS(state, &plain, rows);
}

static void
tables_become_rows(void **state)
{
    static const struct docx_row rows[] = {
        {TBL(TR(TC(P("項目")) TC(P("内容"))) TR(TC(P("a") P("b")) TC(P("c"))))
             P("x"),
         "| 項目 | 内容 |\n| a b | c |\n\nx\n"},
        {TBL(TR(SPAN("2", P("a")) TC(P("b")))
                 TR(TC(P("c")) TC("<w:p/>") TC(P("d")))),
         "| a |  | b |\n| c |  | d |\n"},
        {TBL(TR(TC(P("a")) TC("<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" P(
             "b"))) TR(TC(P("c")) TC("<w:tcPr><w:vMerge/></w:tcPr><w:p/>"))),
         "| a | b |\n| c |  |\n"},
        {TBL(TR(TC(P("one cell"))) TR(TC(P("a row")))), "one cell\n\na row\n"},
        {TBL(TR(TC(P("left")) TC(TBL(TR(TC(P("a")) TC(P("b")))) P("right")))),
         "left\n\n| a | b |\n\nright\n"},
        {TBL(TR("<w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC(P("a"))
                    TC(P("b")))),
         "|  | a | b |\n"},
        {TBL(TR(SPAN("999999999", P("a")) TC(P("b")))) P("x"),
         "| a |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |  | b |"
         "\n\nx\n"},
    };
    CHECK_ROWS(state, &plain, rows);
}

static void
text_boxes_come_once_after_their_paragraph(void **state)
{
    static const struct docx_row rows[] = {
        {"<w:p>" R(
             "before ") "<w:r><mc:AlternateContent><mc:Choice "
                        "Requires='wps'><w:drawing><wps:txbx>" BOX(P(
                            "boxed")) "</wps:txbx></w:drawing></"
                                      "mc:Choice><mc:Fallback><w:pict>"
                                      "<v:textbox>" BOX(P(
                                          "boxed")) "</v:textbox></w:pict>"
                                                    "</mc:Fallback></"
                                                    "mc:AlternateContent></"
                                                    "w:r>" R("after") "</"
                                                                      "w:p>" P(
                                                                          "nex"
                                                                          "t"),
         "before after\n\nboxed\n\nnext\n"},
        {"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='future'><w:t>"
         "a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback>"
         "</mc:AlternateContent></w:r></w:p>",
         "b\n"},
        {"<w:p><w:r><w:pict><v:textbox>" BOX(P("old") P(
             "style")) "</v:textbox></w:pict><w:t>x</w:t></w:r></w:p>",
         "x\n\nold\n\nstyle\n"},
        {"<w:p>" R("a") "<w:r><w:pict>" BOX(
             TBL(TR(TC(P("b")) TC(P("c"))))) "</w:pict></w:r></w:p>" P("d"),
         "a\n\n| b | c |\n\nd\n"},
    };
    CHECK_ROWS(state, &plain, rows);
}

#define NOTE(id, text) "<w:footnote w:id='" id "'>" P(text) "</w:footnote>"
#define REF(id)        "<w:r><w:footnoteReference w:id='" id "'/></w:r>"

static void
notes_stand_after_what_refers_to_them(void **state)
{
    static const struct docx parts = {
        .footnotes =
            "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/>"
            "</w:r></w:p></w:footnote>" NOTE("1", "See the annex.")
                NOTE("2", "Or not.") "<w:footnote w:id='3'><w:p>" R(
                    "* Typed.") "</w:p></w:footnote><w:footnote "
                                "w:id='4'><w:p>" R("Round")
                                    REF("4") "</w:p></w:footnote>",
        .endnotes = "<w:endnote w:id='1'>" P("At last.") "</w:endnote>"};
    static const struct docx_row rows[] = {
        {"<w:p>" R("Data") REF("2") R(" stays") REF("1") R(".") "</w:p>" P("x"),
         "Data¹ stays².\n\n[1] Or not.\n\n[2] See the annex.\n\nx\n"},
        {"<w:p>" R("a*") "<w:r><w:footnoteReference w:customMarkFollows='1' "
                         "w:id='3'/></w:r></w:p>",
         "a*\n\n* Typed.\n"},
        {"<w:p>" R("a") REF("4") REF("4") R("b") "</w:p>",
         "a¹b\n\n[1] Round\n"},
        {TBL(TR(TC("<w:p>" R("a") REF("1") "</w:p>") TC(P("b")))
                 TR(TC(P("c")) TC(P("d")))),
         "| a¹ | b |\n| c | d |\n\n[1] See the annex.\n"},
        {"<w:p>" R("a") "<w:r><w:endnoteReference w:id='1'/></w:r></w:p>",
         "a[i]\n\n[i] At last.\n"},
        {"<w:p>" R("a") REF("0") REF("77") R("b") "</w:p>", "ab\n"},
    };
    CHECK_ROWS(state, &parts, rows);
}

static ek_place
place_of(ek_arena *arena, const ek_text *text, const char *word)
{
    uint32_t at = (uint32_t)ek_str_find(text->bytes, ek_str_of(word), 0);
    assert_true(at < text->bytes.n);
    (void)arena;
    return ek_text_where(text, (ek_tspan){at, at + 1}).place;
}

static void
places_are_paragraphs_and_numbers(void **state)
{
    static const struct docx docx = {
        .body = P("one") "<w:p/>" LI("1", "0", "three")
            TBL(TR(TC(P("four")) TC(P("five")))) "<w:p>" R("six")
                REF("1") "</w:p>" P("seven"),
        .footnotes = NOTE("1", "noted"),
        .numbering =
            "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start "
            "w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='第%1条'/>"
            "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId "
            "w:val='0'/></w:num>"};
    const ek_text *text = docx_text(*state, &docx);
    static const struct {
        const char *word;
        uint32_t paragraph;
    } rows[] = {{"one", 1}, {"three", 3}, {"four", 4},
                {"six", 6}, {"noted", 6}, {"seven", 7}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(place_of(*state, text, rows[i].word).paragraph,
                         rows[i].paragraph);
    ek_place three = place_of(*state, text, "three");
    assert_string_equal(copied(*state, three.number), "第1条");
    assert_int_equal(place_of(*state, text, "seven").number.n, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_make_up_words),
        cmocka_unit_test(wrappers_are_looked_through),
        cmocka_unit_test(fields_show_their_results),
        cmocka_unit_test(tables_become_rows),
        cmocka_unit_test(text_boxes_come_once_after_their_paragraph),
        cmocka_unit_test(notes_stand_after_what_refers_to_them),
        cmocka_unit_test(places_are_paragraphs_and_numbers),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
