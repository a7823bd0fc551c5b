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

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

struct outcome {
    ek_status status;
    ek_text *text;
    ek_diag diag;
};

static struct outcome
read_as(ek_arena *arena, const char *name, ek_str bytes,
        const struct ek_read_options *options)
{
    struct outcome o = {.diag = ek_diag_on(arena)};
    o.status = read_bytes(&o.text, arena, name, bytes, options, &o.diag);
    return o;
}

static struct outcome
read_main(ek_arena *arena, const char *xml)
{
    static const struct docx none = {.body = ""};
    struct package *package = docx_package(arena, &none);
    package_add(package, "word/document.xml", ek_str_of(xml));
    return read_as(arena, "a.docx", package_bytes(package), NULL);
}

#define CHECK_SAID(o, code_)                                                   \
    do {                                                                       \
        assert_int_not_equal((o).status, EK_OK);                               \
        assert_true((o).diag.lines.n > 0);                                     \
        assert_int_equal((o).diag.lines.v[0].code, (code_));                   \
    } while (0)

static void
a_document_is_known_by_its_bytes(void **state)
{
    const struct docx docx = {.body = P("words")};
    const struct docx in_strict = {
        .body = P("words"), .strict = true, .numbering = ""};
    const struct docx *both[] = {&docx, &in_strict};
    static const char *const names[] = {"a.docx", "a.docm", "a.txt", "a"};
    for (size_t i = 0; i < 8; i++) {
        struct outcome o = read_as(*state, names[i / 2],
                                   docx_bytes(*state, both[i % 2]), NULL);
        assert_int_equal(o.status, EK_OK);
        assert_string_equal(o.text->format, "docx");
        assert_string_equal(copied(*state, o.text->bytes), "words\n");
        assert_int_equal(o.text->readable, EK_READ_FULL);
    }
    assert_true(ek_read_tries(EK_STR("a.DOCX")));
    assert_true(ek_read_tries(EK_STR("a.dotm")));
}

static void
the_main_part_is_found_by_its_relationship(void **state)
{
    static const char *const targets[] = {"/story/main.xml", "story/main.xml",
                                          "./x/../story/main.xml",
                                          "Story/Main.xml", "story/%6Dain.xml"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct package *package = package_on(*state);
        ek_str rels = ek_arena_printf(
            *state,
            "<Relationships><Relationship Id='a' Type='x/officeDocument' "
            "Target='%s'/></Relationships>",
            targets[i]);
        package_add(package, "[Content_Types].xml", EK_STR("<Types/>"));
        package_add(package, "_rels/.rels", rels);
        package_add(package, "word/x.xml", EK_STR("<x/>"));
        package_add(package, "story/main.xml",
                    EK_STR("<d xmlns='" W "'><body><p><r><t>here</t></r></p>"
                           "</body></d>"));
        struct outcome o =
            read_as(*state, "a.docx", package_bytes(package), NULL);
        assert_int_equal(o.status, EK_OK);
        assert_string_equal(copied(*state, o.text->bytes), "here\n");
    }
}

static void
without_relationships_its_type_or_usual_name_is_enough(void **state)
{
    static const char *const types[] = {
        "<Types><Override PartName='/word/other.xml' ContentType='application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/"
        "></Types>",
        "<Types/>"};
    static const char *const names[] = {"word/other.xml", "word/document.xml"};
    for (size_t i = 0; i < 2; i++) {
        struct package *package = package_on(*state);
        package_add(package, "[Content_Types].xml", ek_str_of(types[i]));
        package_add(package, names[i],
                    EK_STR("<d xmlns='" W "'><body><p><r><t>here</t></r></p>"
                           "</body></d>"));
        struct outcome o =
            read_as(*state, "a.docx", package_bytes(package), NULL);
        assert_int_equal(o.status, EK_OK);
        assert_string_equal(copied(*state, o.text->bytes), "here\n");
    }
}

static void
what_is_no_document_is_refused_with_its_word(void **state)
{
    struct outcome o = read_main(*state, "<d xmlns='" W "'><p/></d>");
    CHECK_SAID(o, EK_D_read_unsupported);
    o = read_main(*state, "<d xmlns='" W "'><body><p>");
    CHECK_SAID(o, EK_D_read_damaged);
    o = read_main(*state, "");
    CHECK_SAID(o, EK_D_read_damaged);
    o = read_main(*state, "<d xmlns='" W "'><body><p/></body></d>");
    CHECK_SAID(o, EK_D_read_blank);
    static const struct docx none = {.body = ""};
    o = read_as(*state, "a.docx", package_bytes(docx_package(*state, &none)),
                NULL);
    CHECK_SAID(o, EK_D_read_damaged);
}

static void
document_types_and_entities_are_refused(void **state)
{
    static const char *const bombs[] = {
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;"
        "&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY e "
        "'&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;"
        "&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]><d x='&g;' "
        "xmlns='" W "'><body><p><r><t>&g;</t></r></p></body></d>",
        "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d xmlns='" W
        "'><body><p><r><t>&a;</t></r></p></body></d>",
        "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/a.dtd'><d xmlns='" W
        "'><body><p><r><t>a</t></r></p></body></d>",
        "<d xmlns='" W "'><body><p><r><t>&a;</t></r></p></body></d>",
    };
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        struct outcome o = read_main(*state, bombs[i]);
        CHECK_SAID(o, EK_D_read_refused);
    }
}

static void
elements_nested_too_deeply_are_refused(void **state)
{
    ek_buf xml = ek_buf_on(*state);
    ek_buf_puts(&xml, "<d xmlns='" W "'><body>");
    for (int i = 0; i < 100000; i++)
        ek_buf_puts(&xml, "<tbl><tr><tc>");
    struct outcome o = read_main(*state, copied(*state, ek_buf_str(&xml)));
    CHECK_SAID(o, EK_D_read_refused);
}

static void
nested_tables_within_reason_are_read(void **state)
{
    enum { DEEP = 70 };
    ek_buf xml = ek_buf_on(*state);
    for (int i = 0; i < DEEP; i++)
        ek_buf_puts(&xml, "<w:tbl><w:tr><w:tc>");
    ek_buf_puts(&xml, P("deep"));
    for (int i = 0; i < DEEP; i++)
        ek_buf_puts(&xml, "</w:tc></w:tr></w:tbl>");
    const struct docx docx = {.body = copied(*state, ek_buf_str(&xml))};
    const ek_text *text = docx_text(*state, &docx);
    assert_non_null(text);
    assert_string_equal(copied(*state, text->bytes), "deep\n");
}

static void
bombs_and_crowds_are_refused(void **state)
{
    static const struct docx none = {.body = ""};
    struct ek_read_options options = {.limits = ek_limits_default()};
    options.limits.bytes = 100000;
    options.limits.entries = 20;
    struct package *package = docx_package(*state, &none);
    package_add(package, "word/document.xml", zeros_of(*state, 200000));
    struct outcome o =
        read_as(*state, "a.docx", package_bytes(package), &options);
    CHECK_SAID(o, EK_D_read_too_large);
    package = docx_package(*state, &none);
    for (int i = 0; i < 20; i++)
        package_add(package, ek_arena_printf(*state, "word/%d", i).p,
                    EK_STR(""));
    o = read_as(*state, "a.docx", package_bytes(package), &options);
    CHECK_SAID(o, EK_D_read_entries);
    options.limits.unpacked = 600;
    const struct docx docx = {.body = P("a"), .styles = ""};
    o = read_as(*state, "a.docx", docx_bytes(*state, &docx), &options);
    CHECK_SAID(o, EK_D_read_unpacked);
}

/* A thousand bytes of a package, a million of XML, thirty of its tree. */
static void
a_tree_counts_as_memory(void **state)
{
    enum { TAGS = 250000, MIB = 1024 * 1024 };
    ek_arena *small = ek_arena_new(16 * (size_t)MIB);
    ek_buf body = ek_buf_on(*state);
    for (int i = 0; i < TAGS; i++)
        ek_buf_puts(&body, "<a/>");
    const struct docx docx = {.body = copied(*state, ek_buf_str(&body))};
    ek_str bytes = docx_bytes(*state, &docx);
    if (setjmp(*ek_arena_catch(small)) == 0) {
        read_as(small, "a.docx", bytes, NULL);
        fail();
    }
    ek_arena_free(small);
}

static void
a_part_that_cannot_be_read_is_named(void **state)
{
    static const struct {
        const char *footnotes, *why;
    } rows[] = {{NULL, "missing"},
                {"<w:footnote>", "damaged"},
                {"<!DOCTYPE x>", "damaged"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct docx docx = {
            .body = P("a"),
            .footnotes = rows[i].footnotes,
            .rels = rows[i].footnotes
                        ? NULL
                        : "<Relationship Id='f' Type='x/footnotes' "
                          "Target='footnotes.xml'/>"};
        const ek_text *text = docx_text(*state, &docx);
        assert_string_equal(copied(*state, text->bytes), "a\n");
        assert_int_equal(text->extraction.unread.n, 1);
        const struct ek_unread *unread = &text->extraction.unread.v[0];
        assert_string_equal(copied(*state, unread->what), "part");
        assert_string_equal(copied(*state, unread->name), "word/footnotes.xml");
        assert_string_equal(copied(*state, unread->why), rows[i].why);
        assert_int_equal(text->readable, EK_READ_PART);
        assert_true(text->extraction.read < text->extraction.units);
    }
}

/* Nothing outside the package is looked for. */
static void
a_target_outside_is_no_file(void **state)
{
    const struct docx docx = {
        .body = P("a"),
        .rels = "<Relationship Id='f' Type='x/footnotes' "
                "Target='../../../../etc/passwd'/><Relationship Id='s' "
                "Type='x/endnotes' TargetMode='External' "
                "Target='file:///etc/passwd'/>"};
    const ek_text *text = docx_text(*state, &docx);
    assert_string_equal(copied(*state, text->bytes), "a\n");
    assert_int_equal(text->extraction.unread.n, 1);
    assert_string_equal(copied(*state, text->extraction.unread.v[0].why),
                        "refused");
}

static void
a_truncated_document_is_never_an_empty_success(void **state)
{
    const struct docx docx = {.body = P("words") P("and words"),
                              .styles = "",
                              .numbering = "",
                              .header = P("a")};
    ek_str bytes = docx_bytes(*state, &docx);
    for (size_t n = 4; n < bytes.n; n += 10) {
        struct outcome o =
            read_as(*state, "a.docx", ek_str_slice(bytes, 0, n), NULL);
        assert_int_not_equal(o.status, EK_OK);
        assert_int_equal(o.diag.lines.n, 1);
    }
}

static void
any_damaged_byte_has_its_word(void **state)
{
    const struct docx docx = {.body = P("words"), .numbering = ""};
    ek_str bytes = docx_bytes(*state, &docx);
    for (size_t i = 0; i < bytes.n; i++) {
        char *copy = ek_arena_alloc(*state, bytes.n);
        memcpy(copy, bytes.p, bytes.n);
        copy[i] = (char)(copy[i] ^ 0x55);
        struct outcome o =
            read_as(*state, "a.docx", (ek_str){copy, bytes.n}, NULL);
        assert_true(o.status == EK_OK || o.diag.lines.n > 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_known_by_its_bytes),
        cmocka_unit_test(the_main_part_is_found_by_its_relationship),
        cmocka_unit_test(
            without_relationships_its_type_or_usual_name_is_enough),
        cmocka_unit_test(what_is_no_document_is_refused_with_its_word),
        cmocka_unit_test(document_types_and_entities_are_refused),
        cmocka_unit_test(elements_nested_too_deeply_are_refused),
        cmocka_unit_test(nested_tables_within_reason_are_read),
        cmocka_unit_test(bombs_and_crowds_are_refused),
        cmocka_unit_test(a_tree_counts_as_memory),
        cmocka_unit_test(a_part_that_cannot_be_read_is_named),
        cmocka_unit_test(a_target_outside_is_no_file),
        cmocka_unit_test(a_truncated_document_is_never_an_empty_success),
        cmocka_unit_test(any_damaged_byte_has_its_word),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
