/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/report.h"
#include "report/width.h"
#include "sample_result.h"

static void
an_end_that_fits(void **state)
{
    /* clang-format off */
    static const struct { const char *s; unsigned cells; const char *end; }
    rows[] = {
        {"abc", 3, "abc"}, {"abc", 2, "bc"}, {"abc", 0, ""},
        {"契約書", 6, "契約書"}, {"契約書", 5, "約書"}, {"契約書", 4, "約書"},
        {"か\xe3\x82\x99x", 1, "x"}, {"か\xe3\x82\x99x", 3, "か\xe3\x82\x99x"},
        {"", 4, ""},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str end = ek_width_fit_end(ek_str_of(rows[i].s), rows[i].cells);
        if (!ek_str_is(end, rows[i].end))
            fail_msg("row %zu: '%.*s'", i, EK_ARG(end));
    }
}

static void
a_long_word_is_divided_at_a_joint(void **state)
{
    /* clang-format off */
    static const struct { const char *s, *lines[3]; } rows[] = {
        {"one|three|five", {"one|", "three|", "five"}},
        {"a/deep/folder/of", {"a/deep/", "folder/", "of"}},
        {"ab-cdefghijklmn", {"ab-", "cdefghij", "klmn"}},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str rest = ek_str_of(rows[i].s), line;
        for (size_t n = 0; ek_width_wrap(&rest, 8, &line); n++)
            if (n == 3 || !ek_str_is(line, rows[i].lines[n]))
                fail_msg("row %zu: '%.*s'", i, EK_ARG(line));
    }
}

/* What stands behind the fixed columns of a row. */
static ek_str
row_end(ek_arena *arena, struct ek_report_options o, const char *path)
{
    o.lang = EK_LANG_EN;
    o.summary = true;
    ek_result *r = sample_rich("x.md");
    r->documents.v[0].path = ek_str_of(path);
    r->documents.v[0].extraction = (ek_extraction){.unit = EK_STR("text")};
    r->documents.v[0].readable = EK_STR("full");
    r->notes.n = 0;
    ek_buf out = ek_buf_on(arena);
    void *state = ek_reporter_term.begin(arena, &out, &o);
    ek_reporter_term.document(state, &out, r);
    ek_reporter_term.end(state, &out);
    ek_result_free(r);
    ek_str page = ek_buf_str(&out);
    size_t at = ek_str_find(page, EK_STR("full     "), 0);
    return ek_str_slice(page, at + 9, ek_str_find(page, EK_STR("\n"), at));
}

static void
a_row_is_cut_on_a_terminal_only(void **state)
{
    static const struct {
        unsigned width;
        bool terminal;
        const char *path, *end;
    } rows[] = {
        {80, false, "in/some/long/folder/of/contracts/terms.md",
         "in/some/long/folder/of/contracts/terms.md  サンプル利用規約(第4版)"},
        {80, true, "in/some/long/folder/of/contracts/terms.md",
         "...older/of/contracts/terms.md"},
        {80, true, "契約/利用規約/長い名前のフォルダー/規約.md",
         "...い名前のフォルダー/規約.md"},
        {80, true, "terms.md", "terms.md  サンプル利用規約(..."},
        {40, true, "a/deep/folder/of/terms.md", ".../folder/of/terms.md"},
    };
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ek_report_options o = {.width = rows[i].width,
                                      .terminal = rows[i].terminal};
        ek_str end = row_end(arena, o, rows[i].path);
        if (!ek_str_is(end, rows[i].end))
            fail_msg("row %zu: '%.*s'", i, EK_ARG(end));
    }
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_that_fits),
        cmocka_unit_test(a_long_word_is_divided_at_a_joint),
        cmocka_unit_test(a_row_is_cut_on_a_terminal_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
