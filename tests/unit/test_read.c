/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/xml.h"
#include "batch/walk.h"
#include "read_helpers.h"
#include "text_helpers.h"

static const char *
write_file(ek_arena *arena, ek_str folder, const char *name, ek_str bytes)
{
    ek_str path = ek_arena_printf(arena, "%.*s/%s", EK_ARG(folder), name);
    FILE *file = fopen(path.p, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
    fclose(file);
    return path.p;
}

static ek_str
new_folder(ek_arena *arena)
{
    ek_str path = ek_arena_copy(arena, EK_STR("test_read.XXXXXX"));
    char *name = ek_arena_alloc(arena, path.n + 1);
    memcpy(name, path.p, path.n);
    assert_non_null(mkdtemp(name));
    return ek_str_of(name);
}

static void
remove_folder(ek_arena *arena, ek_str folder)
{
    ek_str command = ek_arena_printf(arena, "chmod -R u+rwx %.*s; rm -rf %.*s",
                                     EK_ARG(folder), EK_ARG(folder));
    assert_int_equal(system(command.p), 0);
}

static ek_status
open_source(ek_source *out, ek_arena *arena, const char *path, size_t limit,
            ek_diag *diag)
{
    struct ek_limits limits = ek_limits_default();
    limits.bytes = limit;
    return ek_source_open(out, arena, ek_str_of(path), &limits, diag);
}

static void
a_file_is_read_whole_and_named_by_its_hash(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    ek_source source;
    ek_str folder = new_folder(*state);
    const char *path = write_file(*state, folder, "a", EK_STR("abc"));
    assert_int_equal(open_source(&source, *state, path, 3, &diag), EK_OK);
    assert_true(ek_str_is(source.bytes, "abc"));
    assert_string_equal(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a"
                                       "396177a9cb410ff61f20015ad");
    assert_int_equal(diag.lines.n, 0);
    remove_folder(*state, folder);
}

static void
what_cannot_be_opened_is_said_with_its_reason(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    ek_source source;
    ek_str folder = new_folder(*state);
    const char *large = write_file(*state, folder, "large", EK_STR("12345"));
    const char *empty = write_file(*state, folder, "empty", EK_STR(""));
    assert_int_equal(open_source(&source, *state, "no/such", 9, &diag), EK_EIO);
    assert_int_equal(open_source(&source, *state, folder.p, 9, &diag), EK_EIO);
    assert_int_equal(open_source(&source, *state, large, 4, &diag), EK_ELIMIT);
    assert_int_equal(open_source(&source, *state, empty, 4, &diag), EK_EFORMAT);
    assert_int_equal(diag.lines.n, 4);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_open);
    assert_true(ek_str_is(diag.lines.v[0].args[0], strerror(ENOENT)));
    assert_int_equal(diag.lines.v[1].code, EK_D_read_io);
    assert_int_equal(diag.lines.v[2].code, EK_D_read_too_large);
    assert_true(ek_str_is(diag.lines.v[2].args[0], "4"));
    assert_int_equal(diag.lines.v[3].code, EK_D_read_empty);
    remove_folder(*state, folder);
}

static void
a_stream_is_read_up_to_the_limit(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    ek_source source;
    struct ek_limits limits = {.bytes = 70000};
    int ends[2], kept = dup(STDIN_FILENO);
    char block[1000];
    memset(block, 'x', sizeof block);
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < 60; i++)
        assert_int_equal(write(ends[1], block, sizeof block), sizeof block);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    assert_int_equal(
        ek_source_open(&source, *state, EK_STR("-"), &limits, &diag), EK_OK);
    dup2(kept, STDIN_FILENO);
    close(kept);
    assert_int_equal(source.bytes.n, 60000);
    assert_true(ek_str_is(source.path, "-"));
}

static void
content_and_name_choose_the_reader(void **state)
{
    static const struct {
        const char *name, *bytes, *format;
    } rows[] = {
        {"a.txt", "Terms of service.", "plain"},
        {"a.txt", "# One\n\ntext\n\n## Two\n", "markdown"},
        {"a.txt", "# a comment\nand text", "plain"},
        {"a.md", "text only", "markdown"},
        {"a.MD", "text only", "markdown"},
        {"a.md", "<div align=center>x</div>\n\n# One\n", "markdown"},
        {"a.html", "text only", "html"},
        {"a.txt", "\xEF\xBB\xBF \n<!-- x --><!DOCTYPE HTML><p>x", "html"},
        {"a.md", "<html><p>x", "html"},
        {"-", "<div><p>x</p></div>", "html"},
        {"-", "<?xml version='1.0'?><html><p>x</p></html>", "html"},
        {"-", "<?xml version='1.0'?><a>x</a>", "plain"},
        {"no-extension", "A < B and C > D", "plain"},
    };
    ek_diag diag = ek_diag_on(*state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_text *text = NULL;
        read_bytes(&text, *state, rows[i].name, ek_str_of(rows[i].bytes), NULL,
                   &diag);
        if (!text || strcmp(text->format, rows[i].format) != 0)
            fail_msg("row %zu: %s", i, text ? text->format : "not read");
    }
}

#define BYTES(literal)                                                         \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static void
what_is_no_text_is_refused_by_name(void **state)
{
    static const struct {
        ek_str bytes;
        ek_diag_code code;
        const char *name;
    } rows[] = {
        {BYTES("PK\3\4....a.txt"), EK_D_read_unsupported, "ZIP"},
        {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), EK_D_read_unsupported,
         "old Office (OLE)"},
        {BYTES("\x89PNG\r\n\x1A\n"), EK_D_read_unsupported, "PNG image"},
        {BYTES("a\0b\0\0\0c\1\2\3d\0\0e\0f\0\0g"), EK_D_read_binary, ""},
        {BYTES("\1\2\3\4\5\6abc"), EK_D_read_binary, ""},
        {BYTES(""), EK_D_read_empty, ""},
        {BYTES(" \n\t\r\n"), EK_D_read_blank, ""},
        {BYTES("\xEF\xBB\xBF\xE3\x80\x80\n\xC2\xA0"), EK_D_read_blank, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(*state);
        ek_text *text = NULL;
        ek_status status =
            read_bytes(&text, *state, "a.txt", rows[i].bytes, NULL, &diag);
        if (!status || text || diag.lines.n != 1 ||
            diag.lines.v[0].code != rows[i].code ||
            !ek_str_is(diag.lines.v[0].args[0], rows[i].name))
            fail_msg("row %zu: %s", i, ek_status_word(status));
    }
}

static void
utf16_is_text(void **state)
{
    static const ek_str rows[] = {
        BYTES("\xFF\xFE"
              "A\0b\0.\0"),
        BYTES("\xFE\xFF\0A\0b\0."),
        BYTES("T\0h\0e\0 \0t\0e\0r\0m\0s\0 \0o\0f\0 \0u\0s\0e\0.\0\n\0"),
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(*state);
        ek_text *text = NULL;
        if (read_bytes(&text, *state, "a.txt", rows[i], NULL, &diag))
            fail_msg("row %zu: %s", i, ek_diag_word(diag.lines.v[0].code));
    }
}

static void
titles_of_text_files(void **state)
{
    static const struct {
        const char *name, *bytes, *title;
    } rows[] = {
        {"a.txt", "\n　利用規約　\n\n第1条", "利用規約"},
        {"a.txt", "1\n---\nTerms\n", "Terms"},
        {"a.md", "intro\n\n## The *terms* ##\n# Later\n", "The *terms*"},
        {"a.md", "no heading", "no heading"},
        {"a.md", "#tag\n# Terms\n", "Terms"},
    };
    ek_diag diag = ek_diag_on(*state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_text *text = NULL;
        read_bytes(&text, *state, rows[i].name, ek_str_of(rows[i].bytes), NULL,
                   &diag);
        if (!ek_str_is(text->title, rows[i].title))
            fail_msg("row %zu: %.*s", i, EK_ARG(text->title));
    }
}

static void
the_text_of_a_text_file_is_the_file(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    ek_text *text = NULL;
    ek_str bytes = EK_STR("# A\n\n  - b\n| c | <d> |\n");
    read_bytes(&text, *state, "a.md", bytes, NULL, &diag);
    assert_true(ek_str_eq(text->bytes, bytes));
    assert_int_equal(text->anchors.n, 4);
    assert_int_equal(text->anchors.v[2].offset, 5);
    assert_int_equal(text->anchors.v[2].source_line, 3);
    assert_int_equal(text->readable, EK_READ_FULL);
}

static void
extensions_decide_what_is_tried_in_a_folder(void **state)
{
    (void)state;
    assert_true(ek_read_tries(EK_STR("x/a.txt")));
    assert_true(ek_read_tries(EK_STR("A.Markdown")));
    assert_true(ek_read_tries(EK_STR("a.b.XHTML")));
    assert_true(ek_read_tries(EK_STR("a.PDF")));
    assert_false(ek_read_tries(EK_STR("a.png")));
    assert_false(ek_read_tries(EK_STR("x.md/README")));
    assert_false(ek_read_tries(EK_STR("x/.txt")));
}

static void
a_folder_is_listed_in_bytewise_order(void **state)
{
    static const char *const names[] = {"b.txt", "B.txt", "a/z.md", "a.txt",
                                        "a/c/d.html"};
    static const char *const order[] = {"B.txt", "a.txt", "a/c/d.html",
                                        "a/z.md", "b.txt"};
    ek_diag diag = ek_diag_on(*state);
    ek_walk walk;
    ek_str folder = new_folder(*state);
    mkdir(ek_arena_printf(*state, "%s/a", folder.p).p, 0777);
    mkdir(ek_arena_printf(*state, "%s/a/c", folder.p).p, 0777);
    for (size_t i = 0; i < 5; i++)
        write_file(*state, folder, names[i], EK_STR("x"));
    write_file(*state, folder, ".hidden.txt", EK_STR("x"));
    write_file(*state, folder, "a/x.png", EK_STR("x"));
    assert_true(ek_walk_list(&walk, *state, folder, ek_read_tries, &diag));
    assert_int_equal(walk.paths.n, 5);
    assert_int_equal(walk.hidden, 1);
    assert_int_equal(walk.others, 1);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(walk.paths.v[i].p + folder.n + 1, order[i]);
    remove_folder(*state, folder);
}

static void
loops_of_links_end_and_broken_links_are_said(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    ek_walk walk;
    ek_str folder = new_folder(*state);
    mkdir(ek_arena_printf(*state, "%s/z", folder.p).p, 0777);
    write_file(*state, folder, "z/a.txt", EK_STR("x"));
    assert_int_equal(
        symlink("..", ek_arena_printf(*state, "%s/z/up", folder.p).p), 0);
    assert_int_equal(symlink("z", ek_arena_printf(*state, "%s/a", folder.p).p),
                     0);
    assert_int_equal(
        symlink("gone", ek_arena_printf(*state, "%s/b.txt", folder.p).p), 0);
    assert_true(ek_walk_list(&walk, *state, folder, NULL, &diag));
    assert_int_equal(walk.paths.n, 1);
    assert_string_equal(walk.paths.v[0].p + folder.n, "/z/a.txt");
    assert_int_equal(walk.unreadable, 1);
    assert_int_equal(diag.lines.n, 1);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_walk);
    remove_folder(*state, folder);
    assert_false(ek_walk_list(&walk, *state, folder, NULL, &diag));
}

static void
xml_errors_have_file_and_line(void **state)
{
    static const struct {
        ek_str xml;
        ek_status status;
        uint32_t line;
    } rows[] = {
        {BYTES("<a>\n<b x='1'/>\n</a>"), EK_OK, 0},
        {BYTES("<a>\n<b>\n</a>"), EK_EFORMAT, 3},
        {BYTES("<a>\n\n&undefined;</a>"), EK_EFORMAT, 3},
        {BYTES("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"), EK_EFORMAT, 0},
        {BYTES(""), EK_EFORMAT, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(*state);
        xmlDoc *doc = NULL;
        ek_status status =
            ek_xml_memory(&doc, *state, rows[i].xml, EK_STR("p.xml"), &diag);
        if (status != rows[i].status || !doc != !!status)
            fail_msg("row %zu: %s", i, ek_status_word(status));
        if (status && (!diag.lines.n ||
                       (rows[i].line && diag.lines.v[0].line != rows[i].line)))
            fail_msg("row %zu: line %u", i, diag.lines.v[0].line);
    }
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_whole_and_named_by_its_hash),
        TEST(what_cannot_be_opened_is_said_with_its_reason),
        TEST(a_stream_is_read_up_to_the_limit),
        TEST(content_and_name_choose_the_reader),
        TEST(what_is_no_text_is_refused_by_name),
        TEST(utf16_is_text),
        TEST(titles_of_text_files),
        TEST(the_text_of_a_text_file_is_the_file),
        TEST(extensions_decide_what_is_tried_in_a_folder),
        TEST(a_folder_is_listed_in_bytewise_order),
        TEST(loops_of_links_end_and_broken_links_are_said),
        TEST(xml_errors_have_file_and_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
