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

#include "read_helpers.h"
#include "text_helpers.h"

struct page {
    const char *style, *html, *text;
};

static ek_text *
text_under(ek_arena *arena, const struct page *page)
{
    ek_diag diag = ek_diag_on(arena);
    ek_str html = ek_arena_printf(arena, "<html><style>%s</style><body>%s",
                                  page->style, page->html);
    return text_read(arena, "page.html", html, &diag);
}

static void
check_pages(ek_arena *arena, const struct page *pages, size_t n)
{
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++)
        wrong += !is_text(text_under(arena, &pages[i]), pages[i].text, i);
    assert_int_equal(wrong, 0);
}

#define CHECK_PAGES(state, pages)                                              \
    check_pages(*(state), pages, sizeof(pages) / sizeof *(pages))

static void
what_the_style_hides_is_not_read(void **state)
{
    static const struct page pages[] = {
        {".x{display:none}", "<p>some words<p class=x>x", "some words\n"},
        {"#x { visibility : hidden }", "<p>some words<p id=x>x",
         "some words\n"},
        {"div p.x,b{color:red;display:none}",
         "<p class=x>some words<div><p class=x>x</div>", "some words\n"},
        {"div>p{display:none}",
         "<div><p>x</p><section><p>y</p></section></div><p>some words",
         "y\n\nsome words\n"},
        {".x{display:none}.x.on{display:block}",
         "<p class='x on'>some words<p class=x>x", "some words\n"},
        {".on{display:block!important}.x{display:none}",
         "<p class='x on'>some words", "some words\n"},
        {".x{display:none}.x{display:block}", "<p class=x>some words",
         "some words\n"},
        {".x{display:none}", "<p class=x style='display:block'>some words",
         "some words\n"},
        {"@media print{.x{display:none}} @import 'a'; .y{display:none}",
         "<p class=x>some words<p class=y>y", "some words\n"},
        {"/* .x{display:none} */ p:hover,p[x]{display:none}",
         "<p class=x x=1>some words", "some words\n"},
        {".x{display:none", "<p>some words<p class=x>x", "some words\n"},
        {"}}{;.x", "<p class=x>some words", "some words\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
lists_are_numbered_as_their_style_says(void **state)
{
    static const struct page pages[] = {
        {".x{list-style:none}", "<ol class=x><li>a<li>b</ol>", "- a\n- b\n"},
        {"ol ol{list-style-type:lower-alpha}", "<ol><li>a<ol><li>b</ol></ol>",
         "1. a\n  a. b\n"},
        {"ol{list-style:hiragana-iroha inside}", "<ol><li>x<li>y</ol>",
         "い、x\nろ、y\n"},
        {"ul{list-style:decimal}", "<ul><li>a<li>b</ul>", "1. a\n2. b\n"},
        {"li{display:block}", "<ol><li>a</ol>", "- a\n"},
        {"li::marker{content:'(' counter(list-item) ')'}",
         "<ol><li>a<li value=7>b</ol>", "(1) a\n(7) b\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
counters_write_the_numbers_that_a_browser_shows(void **state)
{
    static const struct page pages[] = {
        {"ol{counter-reset:i;list-style:none}"
         "li{counter-increment:i}li:before{content:counters(i,'.') ' '}",
         "<ol><li>a<ol><li>b<li>c</ol><li>d</ol>",
         "1 a\n  1.1 b\n  1.2 c\n2 d\n"},
        {"li::before{counter-increment:i;content:counter(i,lower-roman) ')'}",
         "<ol style='counter-reset:i 3'><li>a<li>b</ol>", "iv) a\nv) b\n"},
        {"body{counter-reset:a}h2{counter-increment:a;counter-reset:p}"
         "h2:before{content:'\\7B2C' counter(a) '\\6761  '}"
         "p{counter-increment:p}p:before{content:counter(a) '.' counter(p) ' "
         "'}",
         "<h2>x</h2><p>a<p>b</p><h2>y</h2><p>c",
         "## 第1条 x\n\n1.1 a\n\n1.2 b\n\n## 第2条 y\n\n2.1 c\n"},
        {"p:before{content:'\\2022  '}", "<p>a", "a\n"},
        {"p:before{content:counter(n", "<p>a", "0a\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
texts_are_what_a_browser_makes_of_them(void **state)
{
    static const struct page pages[] = {
        {"", "<p>&lpar;a&rpar;&comma; b&period; &#147;c&#148; d&nbsp&copy",
         "(a), b. “c” d ©\n"},
        {"", "<p>&nothing; &amp x & y", "&nothing; & x & y\n"},
        {"", "<p>data<sup>1</sup> and<sup><a>[12]</a></sup> 1<sup>st</sup>",
         "data¹ and¹² 1st\n"},
        {"", "<p><sup>1</sup> a note", "1 a note\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
a_costly_style_is_given_up(void **state)
{
    ek_arena *arena = *state;
    ek_buf style = ek_buf_on(arena), html = ek_buf_on(arena);
    for (int i = 0; i < 5000; i++)
        ek_buf_puts(&style, "p{display:none}");
    for (int i = 0; i < 20000; i++)
        ek_buf_puts(&html, "<p>");
    ek_buf_puts(&html, "some words");
    ek_buf_putc(&style, '\0');
    ek_buf_putc(&html, '\0');
    const struct page page = {style.p, html.p, ""};
    assert_true(is_text(text_under(arena, &page), "some words\n", 0));
}

/* A body is read once, however many selectors it has. */
static void
selectors_without_end_cost_nothing(void **state)
{
    enum { MANY = 200000 };
    ek_arena *arena = *state;
    ek_buf style = ek_buf_on(arena);
    for (int i = 0; i < MANY; i++)
        ek_buf_puts(&style, "b,");
    ek_buf_puts(&style, ".x{");
    for (int i = 0; i < MANY; i++)
        ek_buf_puts(&style, "a:b;");
    ek_buf_puts(&style, "}.y{display:none}");
    ek_buf_putc(&style, '\0');
    const struct page page = {style.p, "<p>some words<p class=y>y", ""};
    assert_true(is_text(text_under(arena, &page), "some words\n", 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_style_hides_is_not_read),
        cmocka_unit_test(lists_are_numbered_as_their_style_says),
        cmocka_unit_test(counters_write_the_numbers_that_a_browser_shows),
        cmocka_unit_test(texts_are_what_a_browser_makes_of_them),
        cmocka_unit_test(a_costly_style_is_given_up),
        cmocka_unit_test(selectors_without_end_cost_nothing),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
