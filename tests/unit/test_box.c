/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/box.h"
#include "read/ole.h"
#include "read/sniff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "package.h"
#include "text_helpers.h"

static const char *
kind_of(ek_arena *arena, const char *first, const char *content,
        const char *second)
{
    struct package *package = package_on(arena);
    package_store(package, first, ek_str_of(content));
    package_store(package, second, EK_STR("x"));
    return ek_sniff_zip(package_bytes(package));
}

static ek_str
package_of_one(ek_arena *arena, const char *name, ek_str bytes)
{
    struct package *package = package_on(arena);
    package_store(package, name, bytes);
    return package_bytes(package);
}

static void
names_in_the_directory_tell_office_files_from_archives(void **state)
{
    ek_arena *a = *state;
    const char *odt = "application/vnd.oasis.opendocument.text";
    const char *types = "[Content_Types].xml";
    assert_string_equal(kind_of(a, types, "", "word/document.xml"),
                        "Word (DOCX)");
    assert_string_equal(kind_of(a, types, "", "xl/workbook.xml"),
                        "Excel (XLSX)");
    assert_string_equal(kind_of(a, "mimetype", odt, "content.xml"),
                        "OpenDocument text (ODT)");
    assert_string_equal(kind_of(a, "word/a.txt", "", "b.txt"), "ZIP");
    assert_string_equal(kind_of(a, "mimetype", "text", "b.txt"), "ZIP");
    assert_null(ek_sniff_zip(EK_STR("no archive")));
}

static void
an_office_file_stored_in_an_archive_does_not_name_it(void **state)
{
    struct package *office = package_on(*state);
    package_add(office, "[Content_Types].xml", EK_STR(""));
    package_add(office, "word/document.xml", EK_STR(""));
    ek_str outer = package_of_one(*state, "terms.docx", package_bytes(office));
    assert_string_equal(ek_sniff_zip(outer), "ZIP");
}

static void
what_is_cut_off_is_named_by_what_is_left(void **state)
{
    struct package *office = package_on(*state);
    package_add(office, "[Content_Types].xml", EK_STR("x"));
    package_add(office, "word/document.xml", EK_STR("x"));
    ek_str whole = package_bytes(office);
    assert_string_equal(ek_sniff_zip(ek_str_slice(whole, 0, 40)), "ZIP");
    assert_string_equal(ek_sniff_zip(ek_str_slice(whole, 0, whole.n - 30)),
                        "Word (DOCX)");
}

static void
a_pdf_stored_first_does_not_name_an_archive(void **state)
{
    ek_str outer = package_of_one(*state, "a.pdf", EK_STR("%PDF-1.7\n"));
    assert_string_equal(ek_sniff_unsupported(outer), "ZIP");
}

/* A header, and one entry of a directory. */
static ek_str
compound_file(ek_arena *arena, const char *stream)
{
    enum { HEADER = 512, ENTRY = 128, NAME_SIZE_AT = 64 };
    size_t n = strlen(stream);
    char *p = ek_arena_alloc(arena, HEADER + ENTRY);
    memcpy(p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    for (size_t i = 0; i < n; i++)
        p[HEADER + i * 2] = stream[i];
    p[HEADER + NAME_SIZE_AT] = (char)(n * 2 + 2);
    return (ek_str){p, HEADER + ENTRY};
}

static void
streams_tell_what_an_old_office_file_is(void **state)
{
    static const struct {
        const char *stream;
        ek_ole kind;
    } rows[] = {
        {"WordDocument", EK_OLE_WORD},
        {"EncryptedPackage", EK_OLE_ENCRYPTED},
        {"Workbook", EK_OLE_EXCEL},
        {"PowerPoint Document", EK_OLE_SLIDES},
        {"__properties_version1.0", EK_OLE_MAIL},
        {"Contents", EK_OLE_OTHER},
        {"WordDocuments", EK_OLE_OTHER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(ek_ole_kind(compound_file(*state, rows[i].stream)),
                         rows[i].kind);
    assert_int_equal(ek_ole_kind(EK_STR("\xD0\xCF\x11")), EK_OLE_NONE);
}

/* Lines "path status code": what comes out of a box. */
static const char *
walked_within(ek_arena *arena, ek_str bytes, const struct ek_limits *limits)
{
    const struct ek_read_options options = {.limits = *limits};
    ek_box *box = ek_box_open_bytes(EK_STR("a.zip"), bytes, &options);
    ek_buf out = ek_buf_on(arena);
    ek_member member;
    while (ek_box_next(box, &member)) {
        ek_buf_add(&out, member.source.path);
        if (member.status == EK_OK)
            ek_buf_printf(&out, "=%.*s", EK_ARG(member.source.bytes));
        for (size_t i = 0; i < member.diag.lines.n; i++)
            ek_buf_printf(&out, " %s",
                          ek_diag_word(member.diag.lines.v[i].code));
        ek_buf_putc(&out, '\n');
        ek_arena_free(member.arena);
    }
    if (ek_box_skipped(box))
        ek_buf_printf(&out, "skipped %zu\n", ek_box_skipped(box));
    ek_box_close(box);
    return copied(arena, ek_buf_str(&out));
}

static const char *
walked(ek_arena *arena, struct package *package)
{
    const struct ek_limits limits = ek_limits_default();
    return walked_within(arena, package_bytes(package), &limits);
}

static struct package *
package_of_names(ek_arena *arena, const char *const *names, size_t n)
{
    struct package *package = package_on(arena);
    for (size_t i = 0; i < n; i++)
        package_add(package, names[i], EK_STR("x"));
    return package;
}

static void
files_come_in_the_order_of_the_directory(void **state)
{
    static const char *const names[] = {"b.txt", "a.md", "dir/", "dir/c.html"};
    assert_string_equal(walked(*state, package_of_names(*state, names, 4)),
                        "a.zip!/b.txt=x\na.zip!/a.md=x\n"
                        "a.zip!/dir/c.html=x\n");
}

static void
what_is_hidden_or_of_no_format_is_counted(void **state)
{
    static const char *const names[] = {
        "a.txt",    ".DS_Store", "__MACOSX/a.txt", "x/.git/b.txt",
        "~$a.docx", "logo.png",  "win\\.x\\a.txt"};
    assert_string_equal(walked(*state, package_of_names(*state, names, 7)),
                        "a.zip!/a.txt=x\nskipped 6\n");
}

static void
names_are_only_names(void **state)
{
    static const char *const names[] = {"../../etc/a.txt", "/etc/b.txt",
                                        "C:\\c.txt", "d\x1B[31m\n.txt",
                                        "\xE2\x80\xAEtxt.exe.txt"};
    assert_string_equal(walked(*state, package_of_names(*state, names, 5)),
                        "a.zip!/../../etc/a.txt=x\na.zip!//etc/b.txt=x\n"
                        "a.zip!/C:\\c.txt=x\n"
                        "a.zip!/d\\u001B[31m\\u000A.txt=x\n"
                        "a.zip!/\\u202Etxt.exe.txt=x\n");
}

static void
names_without_a_mark_are_read_in_the_encoding_that_fits_all(void **state)
{
    static const char *const cp932[] = {
        "\x97\x98\x97\x70\x8B\x4B\x96\xF1.txt", /* 利用規約 */
        "\x8C\x5F\x96\xF1\x8F\x91/\x95\x5C.txt" /* 契約書/表: ends with 5C */,
    };
    static const char *const utf8[] = {"利用規約.txt"};
    static const char *const latin[] = {"f\xFCr.txt"};
    assert_string_equal(walked(*state, package_of_names(*state, cp932, 2)),
                        "a.zip!/利用規約.txt=x\na.zip!/契約書/表.txt=x\n");
    assert_string_equal(walked(*state, package_of_names(*state, utf8, 1)),
                        "a.zip!/利用規約.txt=x\n");
    assert_string_equal(walked(*state, package_of_names(*state, latin, 1)),
                        "a.zip!/für.txt=x\n");
}

static void
a_box_in_which_nothing_can_be_read_comes_itself(void **state)
{
    static const char *const names[] = {"a.png", "b.xyz"};
    assert_string_equal(walked(*state, package_of_names(*state, names, 2)),
                        "a.zip read_no_members\nskipped 2\n");
    const struct ek_limits limits = ek_limits_default();
    static const char empty[22] = "PK\5\6";
    assert_string_equal(
        walked_within(*state, (ek_str){empty, sizeof empty}, &limits),
        "a.zip read_blank\n");
}

static void
files_of_one_name_and_encrypted_ones_are_refused_alone(void **state)
{
    const struct ek_limits limits = ek_limits_default();
    struct package *package = package_on(*state);
    package_add(package, "a.txt", EK_STR("first"));
    package_add(package, "A.txt", EK_STR("second"));
    package_encrypt(package, "b.txt", EK_STR("secret"));
    package_add(package, "c.txt", EK_STR("x"));
    ek_str twins = patched(*state, package_bytes(package), EK_STR("A.txt"),
                           EK_STR("a.txt"));
    assert_string_equal(walked_within(*state, twins, &limits),
                        "a.zip!/a.txt=first\na.zip!/a.txt read_refused\n"
                        "a.zip!/b.txt read_encrypted\na.zip!/c.txt=x\n");
}

static ek_str
nested(ek_arena *arena, unsigned depth)
{
    struct package *package = package_on(arena);
    if (depth)
        package_add(package, "in.zip", nested(arena, depth - 1));
    package_add(package, "a.txt", EK_STR("x"));
    return package_bytes(package);
}

static void
boxes_nest_up_to_a_limit(void **state)
{
    struct ek_limits limits = ek_limits_default();
    assert_string_equal(walked_within(*state, nested(*state, 2), &limits),
                        "a.zip!/in.zip!/in.zip read_nesting\n"
                        "a.zip!/in.zip!/a.txt=x\na.zip!/a.txt=x\n");
    limits.nesting = 3;
    assert_string_equal(walked_within(*state, nested(*state, 2), &limits),
                        "a.zip!/in.zip!/in.zip!/a.txt=x\n"
                        "a.zip!/in.zip!/a.txt=x\na.zip!/a.txt=x\n");
}

static void
limits_count_over_the_whole_tree(void **state)
{
    struct ek_limits limits = ek_limits_default();
    limits.entries = 4;
    assert_string_equal(walked_within(*state, nested(*state, 2), &limits),
                        "a.zip!/in.zip!/in.zip read_nesting\n"
                        "a.zip!/in.zip!/a.txt=x\na.zip!/a.txt=x\n");
    limits.entries = 3;
    assert_string_equal(walked_within(*state, nested(*state, 2), &limits),
                        "a.zip!/in.zip read_entries\na.zip!/a.txt=x\n");
    limits.entries = 1;
    assert_string_equal(walked_within(*state, nested(*state, 2), &limits),
                        "a.zip read_entries\n");
    limits = ek_limits_default();
    limits.unpacked = nested(*state, 0).n + 1;
    assert_string_equal(walked_within(*state, nested(*state, 1), &limits),
                        "a.zip!/in.zip!/a.txt=x\n"
                        "a.zip!/a.txt read_unpacked\n");
}

static void
one_file_too_large_costs_no_other(void **state)
{
    struct ek_limits limits = ek_limits_default();
    struct package *package = package_on(*state);
    limits.bytes = 1000;
    package_add(package, "bomb.txt", zeros_of(*state, 100000));
    package_add(package, "a.txt", EK_STR("x"));
    assert_string_equal(walked_within(*state, package_bytes(package), &limits),
                        "a.zip!/bomb.txt read_too_large\na.zip!/a.txt=x\n");
}

static void
memory_that_runs_out_costs_one_file(void **state)
{
    enum { KIB = 1024 };
    struct ek_limits limits = ek_limits_default();
    struct package *package = package_on(*state);
    limits.memory = 400 * KIB;
    package_add(package, "large.txt", zeros_of(*state, 600 * KIB));
    package_add(package, "a.txt", EK_STR("x"));
    assert_string_equal(walked_within(*state, package_bytes(package), &limits),
                        "a.zip!/large.txt read_limit\na.zip!/a.txt=x\n");
}

static void
damage_is_said_wherever_a_box_is_cut(void **state)
{
    ek_str whole = nested(*state, 1);
    const struct ek_limits limits = ek_limits_default();
    for (size_t n = 4; n < whole.n; n++) {
        const char *said =
            walked_within(*state, ek_str_slice(whole, 0, n), &limits);
        if (!strstr(said, "read_damaged"))
            fail_msg("cut at %zu: %s", n, said);
    }
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(names_in_the_directory_tell_office_files_from_archives),
        TEST(an_office_file_stored_in_an_archive_does_not_name_it),
        TEST(what_is_cut_off_is_named_by_what_is_left),
        TEST(a_pdf_stored_first_does_not_name_an_archive),
        TEST(files_come_in_the_order_of_the_directory),
        TEST(what_is_hidden_or_of_no_format_is_counted),
        TEST(names_are_only_names),
        TEST(names_without_a_mark_are_read_in_the_encoding_that_fits_all),
        TEST(a_box_in_which_nothing_can_be_read_comes_itself),
        TEST(files_of_one_name_and_encrypted_ones_are_refused_alone),
        TEST(boxes_nest_up_to_a_limit),
        TEST(limits_count_over_the_whole_tree),
        TEST(one_file_too_large_costs_no_other),
        TEST(memory_that_runs_out_costs_one_file),
        TEST(damage_is_said_wherever_a_box_is_cut),
        TEST(streams_tell_what_an_old_office_file_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
