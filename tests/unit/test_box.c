/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

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

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(names_in_the_directory_tell_office_files_from_archives),
        TEST(an_office_file_stored_in_an_archive_does_not_name_it),
        TEST(a_pdf_stored_first_does_not_name_an_archive),
        TEST(streams_tell_what_an_old_office_file_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
