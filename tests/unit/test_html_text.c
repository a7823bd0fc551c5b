/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/html_plan.h"
#include "sample_result.h"

struct sheet {
    ek_arena *arena;
    ek_result *result;
    ek_buf out;
    struct ek_html *h;
};

/* A document of one text without blocks and findings. */
static struct sheet
sheet_of(const char *text)
{
    struct sheet s = {ek_arena_new(0), sample_empty("a.txt"), {0}, NULL};
    s.result->documents.v[0].text =
        ek_arena_copy(s.result->arena, ek_str_of(text));
    return s;
}

static void
add_block(struct sheet *s, ek_block_kind kind, uint32_t begin, uint32_t end)
{
    struct ek_block block = {.kind = kind, .span = {begin, end}};
    EK_PUSH(s->result->arena, s->result->documents.v[0].blocks, block);
}

static void
add_finding(struct sheet *s, uint32_t begin, uint32_t end)
{
    ek_finding *f = sample_finding(s->result, "use", 1, 1, "quote");
    f->span = (ek_tspan){begin, end};
}

static void
open_page(struct sheet *s)
{
    static const struct ek_report_options options = {.lang = EK_LANG_EN};
    s->out = ek_buf_on(s->arena);
    s->h = ek_html_open(s->arena, &s->out, s->result, &options);
}

static void
close_sheet(struct sheet *s)
{
    ek_arena_free(s->h->page.arena);
    ek_result_free(s->result);
    ek_arena_free(s->arena);
}

static ek_str
value_of(ek_str tag, const char *name)
{
    size_t at = ek_str_find(tag, ek_str_of(name), 0);
    if (at == tag.n)
        return EK_STR("");
    at += strlen(name);
    return ek_str_slice(tag, at, ek_str_find(tag, EK_STR("\""), at));
}

/* The number of a finding as <1>, its colours and numbers as {a-n 1|words};
 * everything else of the markup away. */
static ek_str
compact(ek_arena *arena, ek_str html)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < html.n;) {
        if (html.p[i] != '<') {
            ek_buf_putc(&out, html.p[i++]);
            continue;
        }
        size_t end = ek_str_find(html, EK_STR(">"), i);
        ek_str tag = ek_str_slice(html, i, end);
        i = end + 1;
        if (ek_str_starts(tag, EK_STR("<mark")))
            ek_buf_printf(&out, "{%.*s %.*s|",
                          EK_ARG(value_of(tag, "class=\"")),
                          EK_ARG(value_of(tag, "data-f=\"")));
        else if (ek_str_starts(tag, EK_STR("</mark")))
            ek_buf_putc(&out, '}');
        else if (ek_str_starts(tag, EK_STR("<a class=\"fn"))) {
            ek_buf_printf(&out, "<%.*s>", EK_ARG(value_of(tag, "id=\"f")));
            i = ek_str_find(html, EK_STR("</a>"), i);
        }
    }
    return ek_buf_str(&out);
}

struct row {
    uint32_t spans[4][2];
    size_t n;
    const char *out;
};

/* The blocks, then what is behind them. */
static void
check(const struct row *row, const uint32_t (*blocks)[2], size_t n)
{
    struct sheet s = sheet_of("0123456789");
    for (size_t i = 0; i < row->n; i++)
        add_finding(&s, row->spans[i][0], row->spans[i][1]);
    for (size_t i = 0; i < n; i++)
        add_block(&s, EK_BLOCK_PARAGRAPH, blocks[i][0], blocks[i][1]);
    open_page(&s);
    struct ek_html_sweep *sweep =
        ek_html_sweep_open(s.h, ek_html_plan_of(s.h), 0);
    for (size_t i = 0; i < n; i++) {
        ek_html_sweep_put(sweep, blocks[i][0], blocks[i][1]);
        ek_html_raw(s.h, "/");
    }
    size_t behind = s.out.n;
    ek_html_sweep_margin(sweep);
    s.out.n = behind;
    ek_html_sweep_rest(sweep);
    ek_str rest = ek_str_slice(ek_buf_str(&s.out), behind, s.out.n);
    s.out.n = behind + ek_str_find(rest, EK_STR("</p>"), 0);
    ek_str out = compact(s.arena, ek_buf_str(&s.out));
    if (!ek_str_is(out, row->out))
        fail_msg("%.*s, not %s", EK_ARG(out), row->out);
    close_sheet(&s);
}

static void
findings_cut_the_text(void **state)
{
    static const struct row rows[] = {
        {{{0}}, 0, "0123456789/"},
        {{{2, 5}}, 1, "01<1>{a-n 1|234}56789/"},
        {{{0, 10}}, 1, "<1>{a-n 1|0123456789}/"},
        {{{2, 5}, {5, 6}}, 2, "01<1>{a-n 1|234}<2>{a-n 2|5}6789/"},
        {{{2, 5}, {4, 8}},
         2,
         "01<1>{a-n 1|23}<2>{a-n b-n 1 2|4}{b-n 2|567}89/"},
        {{{0, 6}, {1, 5}, {2, 4}},
         3,
         "<1>{a-n 1|0}<2>{a-n b-n 1 2|1}<3>{a-n b-n 1 2 3|23}"
         "{a-n b-n 1 2|4}{a-n 1|5}6789/"},
        {{{0, 3}, {1, 4}, {2, 6}},
         3,
         "<1>{a-n 1|0}<2>{a-n b-n 1 2|1}<3>{a-n b-n 1 2 3|2}"
         "{a-n b-n 2 3|3}{a-n 3|45}6789/"},
        {{{2, 4}, {2, 4}}, 2, "01<1><2>{a-n b-n 1 2|23}456789/"},
        {{{6, 8}, {1, 2}}, 2, "0<2>{a-n 2|1}2345<1>{a-n 1|67}89/"},
        {{{3, 3}}, 1, "012<1>3456789/"},
        {{{5, 3}}, 1, "01234<1>56789/"},
        {{{8, 90}}, 1, "01234567<1>{a-n 1|89}/"},
        {{{20, 30}, {4, 5}}, 2, "0123<2>{a-n 2|4}56789/<1>"},
        {{{UINT32_MAX, UINT32_MAX}}, 1, "0123456789/<1>"},
    };
    static const uint32_t whole[][2] = {{0, 10}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(&rows[i], whole, 1);
}

static void
findings_go_on_in_the_next_block(void **state)
{
    static const uint32_t blocks[][2] = {{0, 4}, {5, 7}, {7, 10}};
    static const struct row rows[] = {
        {{{3, 8}}, 1, "012<1>{a-n 1|3}/{a-n 1|56}/{a-n 1|7}89/"},
        {{{4, 5}}, 1, "0123/<1>56/789/"},
        {{{4, 6}, {0, 10}},
         2,
         "<2>{a-n 2|0123}/<1>{a-n b-n 2 1|5}{a-n 2|6}/{a-n 2|789}/"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(&rows[i], blocks, sizeof blocks / sizeof *blocks);
}

/* How often words stand in the text part of a page. */
static size_t
count(ek_str s, const char *words)
{
    size_t n = 0;
    ek_str w = ek_str_of(words);
    for (size_t i = ek_str_find(s, w, 0); i < s.n;
         i = ek_str_find(s, w, i + w.n))
        n++;
    return n;
}

static void
one_note_a_finding(void **state)
{
    (void)state;
    struct sheet s = sheet_of("0123456789");
    add_block(&s, EK_BLOCK_HEADING, 0, 2);
    add_block(&s, EK_BLOCK_ITEM, 2, 6);
    add_block(&s, EK_BLOCK_PARAGRAPH, 6, 9);
    for (uint32_t i = 0; i < 12; i++)
        add_finding(&s, i, i + 3);
    open_page(&s);
    ek_html_text_part(s.h);
    ek_str out = ek_buf_str(&s.out);
    assert_int_equal(count(out, "<span class=\"num\">"), 12);
    assert_int_equal(count(out, "<a class=\"fn "), 12);
    assert_int_equal(count(out, "<section"), 1);
    close_sheet(&s);
}

static void
rows_are_a_table(void **state)
{
    (void)state;
    struct sheet s = sheet_of("| A | B |\n|---|---|\n| a\\|b | <c> |\n\n| d |");
    add_block(&s, EK_BLOCK_HEADING, 0, 7);
    add_block(&s, EK_BLOCK_ROW, 20, 34);
    add_block(&s, EK_BLOCK_ROW, 36, 41);
    add_finding(&s, 22, 31);
    open_page(&s);
    ek_html_text_part(s.h);
    ek_str out = ek_buf_str(&s.out);
    assert_int_equal(count(out, "<table"), 2);
    assert_int_equal(count(out, "<tr>"), 3);
    assert_int_equal(count(out, "<th scope=\"col\">B</th>"), 1);
    assert_int_equal(count(out, "\">a\\|b</mark></td>"), 1);
    assert_int_equal(count(out, "\">&lt;c</mark>&gt;</td>"), 1);
    close_sheet(&s);
}

/* Headings or not, no article is longer than a browser lays out at once. */
static void
a_long_text_is_cut(void **state)
{
    enum { LINES = 300 };
    (void)state;
    char text[LINES + 1];
    memset(text, 'x', LINES);
    text[LINES] = '\0';
    struct sheet s = sheet_of(text);
    for (uint32_t i = 0; i < LINES; i++)
        add_block(&s, EK_BLOCK_PARAGRAPH, i, i + 1);
    open_page(&s);
    assert_int_equal(ek_html_plan_of(s.h)->articles.n, LINES / 60);
    close_sheet(&s);
}

static void
a_line_without_end_is_cut(void **state)
{
    enum { BYTES = 20000 };
    (void)state;
    char *text = malloc(BYTES + 1);
    assert_non_null(text);
    memset(text, 'x', BYTES);
    text[BYTES] = '\0';
    for (size_t i = 90; i < BYTES * 3 / 4; i += 100)
        text[i] = ' ';
    struct sheet s = sheet_of(text);
    add_block(&s, EK_BLOCK_PARAGRAPH, 0, BYTES);
    add_finding(&s, 0, BYTES);
    open_page(&s);
    struct ek_html_sweep *sweep =
        ek_html_sweep_open(s.h, ek_html_plan_of(s.h), 0);
    ek_html_line(s.h, sweep, 0, &s.result->documents.v[0].blocks.v[0]);
    ek_str out = ek_buf_str(&s.out);
    assert_int_equal(count(out, "<p class=\"ln co\">"), 3);
    assert_int_equal(count(out, " </mark></p>"), 2);
    assert_int_equal(count(out, "<span class=\"num\">"), 1);
    close_sheet(&s);
    free(text);
}

static void
unread_pages_stand_in_their_place(void **state)
{
    (void)state;
    struct sheet s = sheet_of("0123456789");
    ek_document *d = &s.result->documents.v[0];
    add_block(&s, EK_BLOCK_PARAGRAPH, 0, 5);
    add_block(&s, EK_BLOCK_PARAGRAPH, 5, 10);
    d->blocks.v[0].place.page = 1;
    d->blocks.v[1].place.page = 4;
    static const char *const names[] = {"2", "3", "9", "x"};
    for (size_t i = 0; i < 4; i++)
        ek_extraction_unread(&d->extraction, s.result->arena, "page",
                             ek_str_of(names[i]), "image-only");
    ek_extraction_unread(&d->extraction, s.result->arena, "part",
                         EK_STR("notes.xml"), "damaged");
    open_page(&s);
    const struct ek_html_plan *plan = ek_html_plan_of(s.h);
    assert_int_equal(plan->articles.n, 4);
    assert_int_equal(plan->articles.v[1].last - plan->articles.v[1].unread, 2);
    assert_int_equal(plan->articles.v[3].unread, 2);
    ek_html_text_part(s.h);
    ek_str out = ek_buf_str(&s.out);
    assert_int_equal(count(out, "<div class=\"unread\">"), 3);
    assert_int_equal(count(out, "notes.xml"), 1);
    close_sheet(&s);
}

static void
words_stand_as_they_are(void **state)
{
    /* clang-format off */
    static const struct { const char *in, *out; } rows[] = {
        {"a\nb", "a\nb"}, {"契約\n  者", "契約者"}, {"契約\nA", "契約\nA"},
        {"<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"},
        {"\"'&", "&quot;&#39;&amp;"}, {"a\tb", "a\tb"},
        {"a\x1b[31m\x07\x7f", "a[U+001B][31m[U+0007][U+007F]"},
        {"\xe2\x80\xae" "fdp", "[U+202E]fdp"}, {"\xc2\x85", "[U+0085]"},
        {"\xef\xbb\xbf", "[U+FEFF]"}, {"\xf3\xa0\x81\x81", "[U+E0041]"},
        {"\xff\xe3\x81", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {"か\xe3\x82\x99👩\xe2\x80\x8d💻", "か\xe3\x82\x99👩\xe2\x80\x8d💻"},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sheet s = sheet_of(rows[i].in);
        open_page(&s);
        struct ek_html_sweep *sweep =
            ek_html_sweep_open(s.h, ek_html_plan_of(s.h), 0);
        ek_html_sweep_put(sweep, 0, (uint32_t)strlen(rows[i].in));
        if (!ek_str_is(ek_buf_str(&s.out), rows[i].out))
            fail_msg("row %zu: %.*s", i, EK_ARG(ek_buf_str(&s.out)));
        close_sheet(&s);
    }
}

static void
no_text_is_no_empty_contract(void **state)
{
    (void)state;
    struct sheet s = sheet_of("");
    add_finding(&s, 0, 5);
    open_page(&s);
    ek_html_text_part(s.h);
    ek_str out = ek_buf_str(&s.out);
    assert_int_equal(count(out, "The text is not in these results."), 1);
    assert_int_equal(count(out, "class=\"fn"), 0);
    close_sheet(&s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_cut_the_text),
        cmocka_unit_test(findings_go_on_in_the_next_block),
        cmocka_unit_test(one_note_a_finding),
        cmocka_unit_test(rows_are_a_table),
        cmocka_unit_test(a_long_text_is_cut),
        cmocka_unit_test(a_line_without_end_is_cut),
        cmocka_unit_test(unread_pages_stand_in_their_place),
        cmocka_unit_test(words_stand_as_they_are),
        cmocka_unit_test(no_text_is_no_empty_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
