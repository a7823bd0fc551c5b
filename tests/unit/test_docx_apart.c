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

#define INS(runs)    "<w:ins w:id='1' w:author='a'>" runs "</w:ins>"
#define DEL(runs)    "<w:del w:id='2' w:author='a'>" runs "</w:del>"
#define GONE(text)   "<w:r><w:delText>" text "</w:delText></w:r>"
#define MARK(change) "<w:pPr><w:rPr><w:" change "/></w:rPr></w:pPr>"

struct tracked_row {
    const char *body, *final, *original, *both;
};

static const struct tracked_row tracked[] = {
    {"<w:p>" R("stored in ") DEL(GONE("Japan")) INS(R("the EU"))
         R(".") "</w:p>",
     "stored in the EU.\n", "stored in Japan.\n", "stored in Japanthe EU.\n"},
    {"<w:p>" MARK("del") R("a") DEL(GONE(" b")) "</w:p>" P("c"), "ac\n",
     "a b\n\nc\n", "a b\n\nc\n"},
    {P("a") "<w:p>" MARK("ins") INS(R("new")) "</w:p>" P("b"),
     "a\n\nnew\n\nb\n", "a\n\nb\n", "a\n\nnew\n\nb\n"},
    {P("a") "<w:p>" MARK("del") DEL(GONE("old")) "</w:p>" P("b"), "a\n\nb\n",
     "a\n\nold\n\nb\n", "a\n\nold\n\nb\n"},
    {"<w:p><w:moveFrom>" R("x") "</w:moveFrom>" R("a") "<w:moveTo>" R(
         "x") "</w:moveTo></w:p>",
     "ax\n", "xa\n", "xax\n"},
    {TBL(TR("<w:trPr><w:del/></w:trPr>" TC(P("a")) TC(P("b")))
             TR(TC(P("c")) TC(P("d")))),
     "| c | d |\n", "| a | b |\n| c | d |\n", "| a | b |\n| c | d |\n"},
    {"<w:p><w:pPr><w:outlineLvl w:val='0'/><w:pPrChange><w:pPr/>"
     "</w:pPrChange></w:pPr>" R("Title") "</w:p>",
     "# Title\n", "Title\n", "# Title\n"},
    {"<w:p>" INS(DEL(GONE("x")) R("y")) R("z") "</w:p>", "yz\n", "z\n",
     "xyz\n"},
};

static const char *
tracked_text(ek_arena *arena, const char *body, ek_tracked state,
             const ek_text **out)
{
    const struct docx docx = {.body = body};
    const struct ek_read_options options = {.limits = ek_limits_default(),
                                            .tracked = state};
    ek_diag diag = ek_diag_on(arena);
    ek_text *text = NULL;
    read_bytes(&text, arena, "a.docx", docx_bytes(arena, &docx), &options,
               &diag);
    if (out)
        *out = text;
    return text ? copied(arena, text->bytes) : "(nothing)";
}

static void
tracked_changes_are_read_as_asked(void **state)
{
    for (size_t i = 0; i < sizeof tracked / sizeof *tracked; i++) {
        const struct tracked_row *row = &tracked[i];
        const char *final =
            tracked_text(*state, row->body, EK_TRACKED_FINAL, NULL);
        const char *original =
            tracked_text(*state, row->body, EK_TRACKED_ORIGINAL, NULL);
        const char *both =
            tracked_text(*state, row->body, EK_TRACKED_BOTH, NULL);
        assert_string_equal(final, row->final);
        assert_string_equal(original, row->original);
        assert_string_equal(both, row->both);
    }
}

static uint32_t
apart(const ek_text *text, const char *what)
{
    for (size_t i = 0; i < text->extraction.apart.n; i++)
        if (ek_str_is(text->extraction.apart.v[i].what, what))
            return text->extraction.apart.v[i].count;
    return 0;
}

static void
what_is_kept_out_is_counted(void **state)
{
    const ek_text *text = NULL;
    const char *body = "<w:p>" DEL(GONE("a") GONE("b")) R("c") INS(R("d"))
        DEL(GONE("e")) "</w:p>";
    tracked_text(*state, body, EK_TRACKED_FINAL, &text);
    assert_int_equal(apart(text, "deleted"), 2);
    assert_int_equal(apart(text, "inserted"), 0);
    tracked_text(*state, body, EK_TRACKED_ORIGINAL, &text);
    assert_int_equal(apart(text, "inserted"), 1);
    tracked_text(*state, body, EK_TRACKED_BOTH, &text);
    assert_int_equal(text->extraction.apart.n, 0);
}

static void
hidden_text_is_kept_out(void **state)
{
    static const struct docx parts = {
        .styles = "<w:style w:type='character' w:styleId='H'><w:rPr><w:vanish/>"
                  "</w:rPr></w:style><w:style w:type='paragraph' w:styleId='P'>"
                  "<w:rPr><w:vanish/></w:rPr></w:style>"};
    static const struct docx_row rows[] = {
        {"<w:p>" R(
             "a") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"
                  "<w:r><w:rPr><w:rStyle w:val='H'/></w:rPr><w:t>y</w:t></w:r>"
                  "<w:r><w:rPr><w:rStyle w:val='H'/><w:vanish "
                  "w:val='0'/></w:rPr><w:t>"
                  "b</w:t></w:r></w:p>",
         "ab\n"},
        {P("a") PP("<w:pStyle w:val='P'/>", "x") P("b"), "a\n\nb\n"},
        {"<w:p><w:pPr><w:outlineLvl w:val='0'/><w:rPr><w:vanish/>"
         "<w:specVanish/></w:rPr></w:pPr>" R("Data.") "</w:p>" P("Text."),
         "Data.\n\nText.\n"},
    };
    CHECK_ROWS(state, &parts, rows);
    const struct docx docx = {.body = rows[0].body, .styles = parts.styles};
    assert_int_equal(apart(docx_text(*state, &docx), "hidden"), 2);
}

static void
a_table_of_contents_is_counted_apart(void **state)
{
    static const struct docx docx = {
        .styles = "<w:style w:type='paragraph' w:styleId='C1'><w:name "
                  "w:val='toc 1'/></w:style><w:style w:type='paragraph' "
                  "w:styleId='CH'><w:name w:val='TOC Heading'/></w:style>",
        .body = PP("<w:pStyle w:val='CH'/>", "Contents")
            PP("<w:pStyle w:val='C1'/>", "1. Data 2</w:t><w:t>0")
                PP("<w:pStyle w:val='C1'/>", "2. Deletion 3") P("1. Data")};
    const ek_text *text = docx_text(*state, &docx);
    assert_string_equal(copied(*state, text->bytes), "Contents\n\n1. Data\n");
    assert_int_equal(apart(text, "navigation"), 2);
}

static void
what_stands_beside_the_text_is_told(void **state)
{
    static const struct docx docx = {
        .body = "<w:p>" R(
            "a") "<w:r><w:drawing><a:blip r:embed='i'/><a:blip "
                 "r:embed='i'/><a:blip r:link='j'/></w:drawing></w:r><w:r>"
                 "<w:object><v:imagedata r:id='i2'/><o:OLEObject r:id='o'/>"
                 "</w:object></w:r></w:p><w:altChunk r:id='c'/>",
        .comments =
            "<w:comment w:id='1'>" P("why?") "</w:comment><w:comment "
                                             "w:id='2'><w:p/></w:comment>",
        .header = P("confidential"),
        .footer = "<w:p/>",
        .rels = "<Relationship Id='i' Type='x/image' Target='media/1.png'/>"
                "<Relationship Id='i2' Type='x/image' Target='media/2.emf'/>"
                "<Relationship Id='j' Type='x/image' TargetMode='External' "
                "Target='http://example.com/a.png'/>"
                "<Relationship Id='o' Type='x/oleObject' Target='e/1.bin'/>"
                "<Relationship Id='c' Type='x/aFChunk' Target='/a.html'/>"};
    static const char *const told[][3] = {
        {"image", "word/media/1.png", "not-read"},
        {"image", "http://example.com/a.png", "elsewhere"},
        {"object", "word/e/1.bin", "unsupported-format"},
        {"part", "a.html", "unsupported-format"},
    };
    const ek_text *text = docx_text(*state, &docx);
    assert_string_equal(copied(*state, text->bytes), "a\n");
    assert_int_equal(apart(text, "comment"), 1);
    assert_int_equal(apart(text, "header"), 1);
    assert_int_equal(apart(text, "footer"), 0);
    assert_int_equal(text->extraction.unread.n, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct ek_unread *u = &text->extraction.unread.v[i];
        assert_string_equal(copied(*state, u->what), told[i][0]);
        assert_string_equal(copied(*state, u->name), told[i][1]);
        assert_string_equal(copied(*state, u->why), told[i][2]);
    }
    assert_int_equal(text->readable, EK_READ_PART);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tracked_changes_are_read_as_asked),
        cmocka_unit_test(what_is_kept_out_is_counted),
        cmocka_unit_test(hidden_text_is_kept_out),
        cmocka_unit_test(a_table_of_contents_is_counted_apart),
        cmocka_unit_test(what_stands_beside_the_text_is_told),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
