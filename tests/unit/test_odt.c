/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "odt_helpers.h"
#include "package.h"
#include "text_helpers.h"

static void
paragraphs_become_lines(void **state)
{
    static const struct odt_row rows[] = {
        {"<text:h text:outline-level='2'>Fees</text:h><text:p>a <text:span>b"
         "</text:span>c<text:s text:c='3'/>d\n e<text:tab/>f</text:p>",
         "## Fees\n\na bc d e f\n"},
        {"<text:p>a<text:line-break/>b<text:soft-page-break/>c</text:p>",
         "a\nbc\n"},
        {"<text:p>a<text:a><text:bookmark/>link</text:a> <text:title>T"
         "</text:title></text:p>",
         "alink T\n"},
        {"<text:p><text:ruby><text:ruby-base>約</text:ruby-base>"
         "<text:ruby-text>やく</text:ruby-text></text:ruby>款</text:p>",
         "約款\n"},
        {"<text:sequence-decls>x</text:sequence-decls><text:table-of-content>"
         "<text:table-of-content-source><text:p>no</text:p>"
         "</text:table-of-content-source><text:index-body><text:p>1. Fees"
         "</text:p></text:index-body></text:table-of-content>",
         "1. Fees\n"},
        {"<text:h text:outline-level='1'>The fees are due at once.</text:h>",
         "The fees are due at once.\n"},
    };
    ODT_CHECK(state, "", rows);
}

static void
tables_become_rows(void **state)
{
    static const struct odt_row rows[] = {
        {"<table:table><table:table-header-rows><table:table-row>"
         "<table:table-cell><text:p>a</text:p></table:table-cell>"
         "<table:table-cell><text:p>b</text:p></table:table-cell>"
         "</table:table-row></table:table-header-rows><table:table-row>"
         "<table:table-cell><text:p>c</text:p><text:p>d</text:p>"
         "</table:table-cell><table:covered-table-cell/></table:table-row>"
         "</table:table>",
         "| a | b |\n| c d |\n"},
        {TABLE(ROW(CELL(TABLE(ROW(CELL(P("a")) CELL(P("b"))))) CELL(P("c")))),
         "| a | b |\n\nc\n"},
        {P("x") TABLE(ROW(CELL(P("only")))) P("y"), "x\n\nonly\n\ny\n"},
        {LIST("text:style-name='N'", ITEM(P("a"))) TABLE(
             ROW(CELL(LIST("text:style-name='N'", ITEM(P("b")))) CELL(P("c")))),
         "1. a\n\n1. b\n\nc\n"},
    };
    ODT_CHECK(state, LISTS, rows);
}

static void
what_stands_beside_comes_after_the_block(void **state)
{
    static const struct odt_row rows[] = {
        {"<text:p>data<text:note><text:note-citation>1</text:note-citation>"
         "<text:note-body><text:p>all</text:p></text:note-body></text:note>"
         " is kept<text:note><text:note-citation text:label='*'>*"
         "</text:note-citation><text:note-body><text:p>so</text:p>"
         "</text:note-body></text:note></text:p>",
         "data¹ is kept*\n\n[1] all\n\n* so\n"},
        {"<text:p>a<draw:frame><draw:text-box><text:p>b</text:p>"
         "<text:p>c</text:p></draw:text-box><draw:image/>"
         "<svg:title>no</svg:title></draw:frame> d<draw:custom-shape>"
         "<text:p>e</text:p></draw:custom-shape></text:p>",
         "a d\n\nb\n\nc\n\ne\n"},
    };
    ODT_CHECK(state, "", rows);
}

static void
what_is_hidden_is_apart(void **state)
{
    static const char styles[] =
        "<office:styles><style:style style:name='V'><style:text-properties "
        "text:display='none'/></style:style><style:style style:name='W' "
        "style:parent-style-name='V'/></office:styles><office:master-styles>"
        "<style:master-page><style:header><text:p>h</text:p></style:header>"
        "<style:footer><text:p/></style:footer></style:master-page>"
        "</office:master-styles>";
    static const char body[] =
        "<text:p>a<text:span text:style-name='W'>b<text:span>c</text:span>"
        "</text:span>d<office:annotation><dc:creator>Q</dc:creator>"
        "<text:p>no</text:p></office:annotation></text:p>"
        "<text:section text:display='none'><text:list><text:list-item>"
        "<text:p>e</text:p></text:list-item></text:list></text:section>"
        "<text:section text:display='condition' text:is-hidden='false'>"
        "<text:p>f</text:p></text:section>"
        "<text:p text:style-name='V'>g</text:p>"
        "<text:p>h<text:hidden-paragraph text:is-hidden='true'/></text:p>"
        "<text:p><text:hidden-text text:is-hidden='true'>i"
        "</text:hidden-text>j</text:p>";
    const ek_text *text = odt_text(*state, styles, body, EK_TRACKED_FINAL);
    assert_string_equal(copied(*state, text->bytes), "ad\n\nf\n\nj\n");
    assert_int_equal(count_apart(text, "hidden"), 3);
    assert_int_equal(count_apart(text, "comment"), 1);
    assert_int_equal(count_apart(text, "header"), 1);
    assert_int_equal(count_apart(text, "footer"), 0);
}

static void
tracked_changes_are_read_as_told(void **state)
{
    static const char body[] =
        "<text:tracked-changes>"
        "<text:changed-region xml:id='i'><text:insertion/>"
        "</text:changed-region>"
        "<text:changed-region text:id='d'><text:deletion>"
        "<office:change-info/><text:p>old</text:p><text:p>x</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>a<text:change-start text:change-id='i'/>new</text:p>"
        "<text:p>b<text:change-end text:change-id='i'/>c"
        "<text:change text:change-id='d'/>d"
        "<text:change text:change-id='d'/></text:p>";
    static const char *const texts[] = {"anew\n\nbcd\n", "acold\n\nxd\n",
                                        "anew\n\nbcold\n\nxd\n"};
    static const uint32_t deleted[] = {1, 0, 0}, inserted[] = {0, 1, 0};
    for (int tracked = EK_TRACKED_FINAL; tracked <= EK_TRACKED_BOTH;
         tracked++) {
        const ek_text *text = odt_text(*state, "", body, (ek_tracked)tracked);
        assert_string_equal(copied(*state, text->bytes), texts[tracked]);
        assert_int_equal(count_apart(text, "deleted"), deleted[tracked]);
        assert_int_equal(count_apart(text, "inserted"), inserted[tracked]);
    }
}

static void
what_is_not_read_is_told(void **state)
{
    static const char body[] =
        "<text:p>a<draw:frame><draw:image xlink:href='Pictures/1.png'>"
        "<office:binary-data>AAAA</office:binary-data></draw:image>"
        "</draw:frame><draw:frame><draw:object xlink:href='./Object 1'/>"
        "<draw:image xlink:href='./x'/></draw:frame></text:p>"
        "<text:section><text:section-source xlink:href='b.odt'/>"
        "</text:section><text:section><text:section-source "
        "xlink:href='c.odt'/><text:p>c</text:p></text:section>";
    const ek_text *text = odt_text(*state, "", body, EK_TRACKED_FINAL);
    assert_string_equal(copied(*state, text->bytes), "a\n\nc\n");
    assert_int_equal(count_unread(text, "image"), 1);
    assert_int_equal(count_unread(text, "object"), 1);
    assert_int_equal(count_unread(text, "part"), 1);
    assert_string_equal(copied(*state, text->extraction.unread.v[2].name),
                        "b.odt");
}

static ek_str
package_of(ek_arena *arena, const char *content, const char *manifest)
{
    struct package *package = package_on(arena);
    package_store(package, "mimetype",
                  EK_STR("application/vnd.oasis.opendocument.text"));
    package_add(package, "content.xml", ek_str_of(content));
    package_add(package, "styles.xml",
                EK_STR("<office:document-styles" SPACES "/>"));
    package_add(package, "META-INF/manifest.xml", ek_str_of(manifest));
    return package_bytes(package);
}

#define CONTENT(body)                                                          \
    "<office:document-content" SPACES "><office:body>" body                    \
    "</office:body></office:document-content>"
#define TEXT(body) CONTENT("<office:text>" body "</office:text>")

static ek_diag_code
refused_as(ek_arena *arena, ek_str bytes)
{
    ek_text *text = NULL;
    ek_diag diag = ek_diag_on(arena);
    assert_int_not_equal(read_bytes(&text, arena, "a.odt", bytes, NULL, &diag),
                         EK_OK);
    assert_null(text);
    return diag.lines.v[diag.lines.n - 1].code;
}

static void
packages_are_read_or_refused_by_their_word(void **state)
{
    ek_text *text = NULL;
    ek_diag diag = ek_diag_on(*state);
    ek_str good = package_of(*state, TEXT(P("a") P("b")), "<m/>");
    assert_int_equal(read_bytes(&text, *state, "a.odt", good, NULL, &diag),
                     EK_OK);
    assert_string_equal(copied(*state, text->bytes), "a\n\nb\n");
    assert_string_equal(text->format, "odt");
    assert_int_equal(ek_text_where(text, (ek_tspan){3, 4}).place.paragraph, 2);
    assert_int_equal(
        refused_as(*state, package_of(*state, TEXT(P("a")),
                                      "<!DOCTYPE x><m><encryption-data/></m>")),
        EK_D_read_encrypted);
    assert_int_equal(
        refused_as(*state, package_of(*state, "<!DOCTYPE x><x/>", "")),
        EK_D_read_refused);
    assert_int_equal(refused_as(*state, package_of(*state, "<x>", "")),
                     EK_D_read_damaged);
    assert_int_equal(refused_as(*state, package_of(*state, "<x/>", "")),
                     EK_D_read_damaged);
    assert_int_equal(
        refused_as(*state,
                   package_of(*state, CONTENT("<office:spreadsheet/>"), "")),
        EK_D_read_unsupported);
    assert_int_equal(refused_as(*state, package_of(*state, TEXT(""), "")),
                     EK_D_read_blank);
    assert_int_equal(
        refused_as(*state, package_of(*state, TEXT(P("<draw:image/>")), "")),
        EK_D_read_image_only);
}

static void
cut_files_have_their_word(void **state)
{
    ek_str package = package_of(
        *state,
        TEXT("<text:p>a<text:note><text:note-body><text:p>n</text:p>"
             "</text:note-body></text:note></text:p>" TABLE(ROW(CELL(P("b"))))),
        "<m/>");
    ek_str whole =
        odt_flat(*state, LISTS, LIST("text:style-name='N'", ITEM(P("a"))));
    for (size_t n = 4; n < package.n; n += 10)
        refused_as(*state, ek_str_slice(package, 0, n));
    for (size_t n = 400; n < whole.n - 10; n += 10)
        refused_as(*state, ek_str_slice(whole, 0, n));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(paragraphs_become_lines),
        TEST(tables_become_rows),
        TEST(what_stands_beside_comes_after_the_block),
        TEST(what_is_hidden_is_apart),
        TEST(tracked_changes_are_read_as_told),
        TEST(what_is_not_read_is_told),
        TEST(packages_are_read_or_refused_by_their_word),
        TEST(cut_files_have_their_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
