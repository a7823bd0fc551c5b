/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "score_case.h"
#include "score/sheet.h"

static ek_arena *arena;
static ek_diag diag;
static ek_sheet sheet;

static ek_status
read_text(const char *text)
{
    diag = ek_diag_on(arena);
    return ek_sheet_read(&sheet, arena, shipped, EK_STR("p.ini"),
                         ek_str_of(text), &diag);
}

static const char *
said(size_t i)
{
    ek_buf out = ek_buf_on(arena);
    if (i < diag.lines.n)
        ek_diag_write(&out, &diag.lines.v[i], EK_LANG_EN);
    ek_buf_putc(&out, 0);
    return out.p;
}

static ek_str
answer(const char *name, const char *path, const char *id)
{
    struct ek_facts facts;
    ek_str one = ek_str_of(path);
    ek_sheet_fill(&facts, &sheet, ek_str_of(name), &one, 1, NULL, &diag);
    return ek_facts_get(&facts, shipped, ek_str_of(id), NULL);
}

static const char profile[] = "; of everybody\n"
                              "U1 = list-controlled\n"
                              "\n"
                              "[水鈴]\n"
                              "documents = suirei-*.txt, other/*.md # two\n"
                              "U8 = JP, SG ; place\n"
                              "U6 = yes:2026-01-31\n"
                              "U4 =\n"
                              "[terms]\n"
                              "U1 = not-controlled\n"
                              "U8 = FI\n";

static void
answers_are_of_everybody_or_of_the_section_that_fits(void **state)
{
    static const struct {
        const char *name, *path, *id, *value;
    } rows[] = {
        {"x.md", "x.md", "U1", "list-controlled"},
        {"x.md", "x.md", "U8", "unknown"},
        {"水鈴", "a.md", "U8", "JP, SG"},
        {"水鈴", "a.md", "U6", "yes:2026-01-31"},
        {"水鈴", "a.md", "U4", "unknown"},
        {"TERMS", "a.md", "U8", "FI"},
        {"水鈴", "a.md", "U1", "list-controlled"},
        {"in/suirei-a.txt", "in/suirei-a.txt", "U8", "JP, SG"},
        {"other/a.md", "other/a.md", "U8", "JP, SG"},
        {"deep/terms.html", "deep/terms.html", "U8", "FI"},
        {"deep/terms.html", "deep/terms.html", "U1", "not-controlled"},
        {"Bundle", "in/terms.md", "U8", "FI"},
        {"deep/terms-2.html", "deep/terms-2.html", "U8", "unknown"},
    };
    (void)state;
    assert_int_equal(read_text(profile), EK_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!ek_str_is(answer(rows[i].name, rows[i].path, rows[i].id),
                       rows[i].value))
            fail_msg("row %zu", i);
}

static void
what_stands_on_the_command_line_wins(void **state)
{
    (void)state;
    struct ek_facts over = {0}, facts;
    ek_str path = EK_STR("terms.md");
    assert_int_equal(read_text(profile), EK_OK);
    ek_facts_keep(&over, arena, EK_STR("U8"), EK_STR("DE"));
    ek_sheet_fill(&facts, &sheet, path, &path, 1, &over, &diag);
    assert_true(
        ek_str_is(ek_facts_get(&facts, shipped, EK_STR("U8"), NULL), "DE"));
}

static void
every_mistake_is_told_with_its_line(void **state)
{
    (void)state;
    assert_int_equal(read_text("U99 = yes\n[a]\nU4 = blue\nU4 = own-use\n"
                               "U4 = own-use\nnonsense\n[]\n[a]\n"
                               "documents = x\ndocuments = y\n"),
                     EK_EFORMAT);
    assert_int_equal(diag.lines.n, 7);
    assert_string_equal(said(0), "p.ini:1: error: unknown fact “U99”");
    assert_string_equal(said(1), "p.ini:3: error: “U4=blue”: the fact takes "
                                 "own-use, also-others, unknown");
    assert_string_equal(
        said(2), "p.ini:5: error: “U4” stands here twice, first in line 4");
    assert_string_equal(said(3), "p.ini:6: error: neither [PROVIDER] nor FACT "
                                 "= VALUE: nonsense");
    assert_non_null(strstr(said(4), "p.ini:7: error: neither"));
    assert_string_equal(
        said(5), "p.ini:8: error: “a” stands here twice, first in line 2");
    assert_non_null(strstr(said(6), "p.ini:10: error: "));
}

static void
sections_that_fit_twice_or_never_are_told(void **state)
{
    (void)state;
    assert_int_equal(read_text("[a]\ndocuments = t*.md\nU8 = JP\n"
                               "[terms]\nU8 = FI\n[nobody]\nU8 = SE\n"),
                     EK_OK);
    assert_true(ek_str_is(answer("terms.md", "terms.md", "U8"), "JP"));
    assert_string_equal(said(0),
                        "p.ini:1: warning: “terms.md” also fits the section "
                        "“terms”; this one is used");
    ek_sheet_unused(&sheet, &diag);
    assert_int_equal(diag.lines.n, 1);
    assert_true(ek_str_is(answer("other.md", "other.md", "U8"), "unknown"));
    ek_sheet_unused(&sheet, &diag);
    assert_int_equal(diag.lines.n, 2);
    assert_string_equal(said(1),
                        "p.ini:6: warning: section “nobody” fits no document");
}

static int
set_up(void **state)
{
    arena = ek_arena_new(0);
    return score_load(state);
}

static int
tear_down(void **state)
{
    ek_arena_free(arena);
    return score_free(state);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_of_everybody_or_of_the_section_that_fits),
        cmocka_unit_test(what_stands_on_the_command_line_wins),
        cmocka_unit_test(every_mistake_is_told_with_its_line),
        cmocka_unit_test(sections_that_fit_twice_or_never_are_told),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
