/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "package.h"
#include "text_helpers.h"

#define RELATION "http://example.invalid/relationships/"

static const char root_rels[] =
    "<Relationships>"
    "<Relationship Id='a' Type='" RELATION "officeDocument'"
    " Target='xl/workbook.xml'/>"
    "<Relationship Id='b' Type='" RELATION "custom-properties'"
    " Target='docProps/custom.xml'/></Relationships>";
static const char book_rels[] =
    "<Relationships>"
    "<Relationship Id='s1' Type='" RELATION "worksheet'"
    " Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='s2' Type='" RELATION "sharedStrings'"
    " Target='sharedStrings.xml'/></Relationships>";
static const char custom[] =
    "<Properties><property name='ekimu.lang'><vt:lpwstr xmlns:vt='x'>ja"
    "</vt:lpwstr></property></Properties>";
static const char strings[] =
    "<sst><si><t>accepted</t></si>"
    "<si><r><t>確</t></r><r><t xml:space='preserve'>認 </t></r>"
    "<rPh sb='0' eb='1'><t>カク</t></rPh></si>"
    "<si><t>a_x000A_b_x005F_x0041__xD83D_</t></si></sst>";

struct parts {
    const char *names, *sheet, *strings, *book; /* NULL: as usual */
};

static const char usual_names[] =
    "<definedName name='ekimu_f_state'>'It''s'!$C$2:$C$9</definedName>"
    "<definedName name='ekimu_f_date'>'It''s'!$A$2:$A$9</definedName>"
    "<definedName name='ekimu_f_gone'>'It''s'!#REF!</definedName>"
    "<definedName name='ekimu_f_wide'>'It''s'!$A$2:$B$9</definedName>"
    "<definedName name='ekimu_f_state' localSheetId='1'>Copy!$A$1"
    "</definedName>";

static ek_str
book_of(ek_arena *arena, const struct parts *p)
{
    struct package *package = package_on(arena);
    ek_str book =
        ek_arena_printf(arena,
                        "<workbook><workbookPr date1904='1'/><sheets>"
                        "<sheet name=\"It's\" r:id='s1' xmlns:r='y'/></sheets>"
                        "<definedNames>%s</definedNames></workbook>",
                        p->names ? p->names : usual_names);
    ek_str sheet = ek_arena_printf(arena,
                                   "<worksheet><sheetData>%s</sheetData>"
                                   "</worksheet>",
                                   p->sheet ? p->sheet : "");
    package_add(package, "_rels/.rels", ek_str_of(root_rels));
    package_add(package, "xl/workbook.xml",
                p->book ? ek_str_of(p->book) : book);
    package_add(package, "xl/_rels/workbook.xml.rels", ek_str_of(book_rels));
    package_add(package, "docProps/custom.xml", ek_str_of(custom));
    package_add(package, "xl/sharedStrings.xml",
                ek_str_of(p->strings ? p->strings : strings));
    package_add(package, "xl/worksheets/sheet1.xml", sheet);
    return package_bytes(package);
}

static ek_status
opened(ek_book **book, ek_arena *arena, ek_str bytes, ek_diag *diag)
{
    ek_source source;
    struct ek_read_options options = {.limits = ek_limits_default()};
    options.limits.bytes = 1 << 20;
    *diag = ek_diag_on(arena);
    ek_source_of(&source, EK_STR("book.xlsx"), bytes);
    return ek_book_open(book, arena, &source, &options, diag);
}

enum { STATE, DATE, GONE, WIDE, COLUMNS };

static struct ek_book_table
table_of(ek_arena *arena, const struct parts *parts)
{
    static const char *const columns[COLUMNS] = {"state", "date", "gone",
                                                 "wide"};
    ek_book *book;
    ek_diag diag;
    struct ek_book_table table;
    assert_int_equal(opened(&book, arena, book_of(arena, parts), &diag), EK_OK);
    assert_int_equal(
        ek_book_read(&table, book, "ekimu_f_", columns, COLUMNS, &diag), EK_OK);
    return table;
}

static void
check_cell(const struct ek_book_table *t, size_t row, size_t column,
           enum ek_book_kind kind, const char *text)
{
    assert_true(row < t->rows.n);
    const struct ek_book_cell *cell = &t->rows.v[row].cells[column];
    if (cell->kind != kind || !ek_str_is(cell->text, text))
        fail_msg("row %zu: %d %.*s", row, cell->kind, EK_ARG(cell->text));
}

static void
columns_are_found_by_name(void **state)
{
    struct parts parts = {
        .sheet = "<row r='1'><c r='C1' t='s'><v>0</v></c></row>"
                 "<row r='3'><c r='A3'><v>46357</v></c>"
                 "<c r='B3'><v>7</v></c><c r='C3' t='s'><v>0</v></c></row>"
                 "<row r='4'><c r='B4'><v>7</v></c></row>"
                 "<row r='9'><c r='C9' t='e'><v>#N/A</v></c></row>"
                 "<row r='10'><c r='C10' t='s'><v>0</v></c></row>"};
    struct ek_book_table t = table_of(*state, &parts);
    assert_true(ek_str_is(t.sheet, "It's"));
    assert_int_equal(t.columns[STATE], 3);
    assert_int_equal(t.columns[GONE], 0);
    assert_int_equal(t.columns[WIDE], 0);
    assert_int_equal(t.rows.n, 2);
    assert_int_equal(t.rows.v[0].row, 3);
    check_cell(&t, 0, STATE, EK_CELL_TEXT, "accepted");
    check_cell(&t, 0, DATE, EK_CELL_NUMBER, "46357");
    check_cell(&t, 1, STATE, EK_CELL_ERROR, "#N/A");
}

static void
strings_stand_where_a_program_puts_them(void **state)
{
    struct parts parts = {
        .sheet =
            "<row><c/></row><row><c><v>1</v></c><c/><c t='s'><v>1</v></c></row>"
            "<row><c/><c/><c t='inlineStr'><is><r><t>x</t></r><r><t> y</t></r>"
            "</is></c></row>"
            "<row><c/><c/><c t='str'><f>A1</f><v>z</v></c></row>"
            "<row><c/><c/><c t='s'><v>2</v></c></row>"
            "<row><c/><c/><c t='s'><v>99999999999999999999</v></c></row>"
            "<row><c/><c/><c t='s'><v>-1</v></c></row>"};
    struct ek_book_table t = table_of(*state, &parts);
    assert_int_equal(t.rows.n, 4);
    check_cell(&t, 0, STATE, EK_CELL_TEXT, "確認 ");
    check_cell(&t, 1, STATE, EK_CELL_TEXT, "x y");
    check_cell(&t, 2, STATE, EK_CELL_TEXT, "z");
    check_cell(&t, 3, STATE, EK_CELL_TEXT, "a\nb_x0041__xD83D_");
}

static void
properties_and_days_are_those_of_the_workbook(void **state)
{
    ek_book *book;
    ek_diag diag;
    struct parts parts = {0};
    assert_int_equal(opened(&book, *state, book_of(*state, &parts), &diag),
                     EK_OK);
    assert_true(ek_str_is(ek_book_property(book, "ekimu.lang"), "ja"));
    assert_int_equal(ek_book_property(book, "ekimu.none").n, 0);
    assert_true(ek_book_counts_from_1904(book));
    assert_true(ek_str_is(ek_book_address(*state, 28, 12), "AB12"));
    assert_true(ek_str_is(ek_book_address(*state, 16384, 1), "XFD1"));
}

static void
what_is_unsafe_or_damaged_is_refused(void **state)
{
    /* clang-format off */
    static const struct parts rows[] = {
        {.book = "<!DOCTYPE workbook [<!ENTITY a 'b'>]><workbook/>"},
        {.book = "<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>"},
        {.strings = "<!DOCTYPE s [<!ENTITY a SYSTEM '/etc/passwd'>]>"
                    "<sst><si><t>&a;</t></si></sst>"},
        {.strings = "<sst><si><t>&a;</t></si></sst>"},
        {.strings = "<sst><si><t>"},
        {.book = "<workbook>"},
        {.book = ""},
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_book *book;
        ek_diag diag;
        ek_status status =
            opened(&book, *state, book_of(*state, &rows[i]), &diag);
        if (status != EK_EFORMAT || diag.lines.n != 1)
            fail_msg("row %zu: %d, %zu said", i, status, diag.lines.n);
    }
}

static void
what_is_no_workbook_is_said(void **state)
{
    /* clang-format off */
    static const struct { const char *bytes; ek_diag_code code; } rows[] = {
        {"state,reviewer\n", EK_D_read_damaged},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", EK_D_read_encrypted},
        {"", EK_D_read_damaged},
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_book *book;
        ek_diag diag;
        assert_int_not_equal(
            opened(&book, *state, ek_str_of(rows[i].bytes), &diag), EK_OK);
        assert_int_equal(diag.lines.n, 1);
        assert_int_equal(diag.lines.v[0].code, rows[i].code);
    }
}

static void
any_damaged_byte_is_survived(void **state)
{
    static const char *const columns[] = {"state", "date"};
    struct parts parts = {.sheet =
                              "<row r='2'><c r='C2' t='s'><v>1</v></c></row>"};
    ek_str bytes = book_of(*state, &parts);
    uint32_t seed = 7;
    for (size_t i = 0; i < 400; i++) {
        ek_arena *arena = ek_arena_new(0);
        ek_book *book;
        ek_diag diag;
        struct ek_book_table table;
        char *copy = ek_arena_alloc(arena, bytes.n);
        memcpy(copy, bytes.p, bytes.n);
        copy[next_random(&seed, (uint32_t)bytes.n)] ^=
            (char)(1 << next_random(&seed, 8));
        if (!opened(&book, arena, (ek_str){copy, bytes.n}, &diag))
            ek_book_read(&table, book, "ekimu_f_", columns, 2, &diag);
        ek_arena_free(arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_name),
        cmocka_unit_test(strings_stand_where_a_program_puts_them),
        cmocka_unit_test(properties_and_days_are_those_of_the_workbook),
        cmocka_unit_test(what_is_unsafe_or_damaged_is_refused),
        cmocka_unit_test(what_is_no_workbook_is_said),
        cmocka_unit_test(any_damaged_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
