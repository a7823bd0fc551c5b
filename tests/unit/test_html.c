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
    const char *html, *text;
};

static ek_text *
page_of(ek_arena *arena, const char *html)
{
    ek_diag diag = ek_diag_on(arena);
    return text_read(arena, "page.html", ek_str_of(html), &diag);
}

static void
check_pages(ek_arena *arena, const struct page *pages, size_t n)
{
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const ek_text *text = page_of(arena, pages[i].html);
        wrong += !is_text(text, pages[i].text, i);
    }
    assert_int_equal(wrong, 0);
}

#define CHECK_PAGES(state, pages)                                              \
    check_pages(*(state), pages, sizeof(pages) / sizeof *(pages))

static void
blocks_become_lines_of_the_light_notation(void **state)
{
    static const struct page pages[] = {
        {"<h1>Terms</h1><p>One\n  two.</p><p>Three.",
         "# Terms\n\nOne two.\n\nThree.\n"},
        {"<h3>A<br>b<div>c</div></h3>x", "### A b c\n\nx\n"},
        {"<div role=heading aria-level=4>A</div>x", "#### A\n\nx\n"},
        {"<p>a<br>b<br><br>c</p>", "a\nb\n\nc\n"},
        {"<dl><dt>Data</dt><dd>all of it</dd></dl>", "Data\n\nall of it\n"},
        {"<pre>\n1. a\n   b\n\n2. c</pre>", "1. a\n   b\n\n2. c\n"},
        {"<blockquote>a</blockquote>b<hr>c", "a\n\nb\n\nc\n"},
        {"<p>a <b>b</b><i>c</i> <u> d</u></p>", "a bc d\n"},
        {"<p>&nbsp;</p><p>　a</p><p></p>", "a\n"},
        {"<p>a&shy;b&#8203;c</p>", "abc\n"},
        {"<p>*a* # | 1. b</p>", "*a* # | 1. b\n"},
        {"<textarea>a\nb</textarea>", "a\nb\n"},
        {"<h2>Never closed <p>text<p>more</p>",
         "## Never closed\n\ntext\n\nmore\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
list_items_carry_the_number_that_a_browser_shows(void **state)
{
    static const struct page pages[] = {
        {"<p>x<ul><li>a<li>b</ul>y", "x\n\n- a\n- b\n\ny\n"},
        {"<ol><li>a<li>b</ol>", "1. a\n2. b\n"},
        {"<ol start=9 ><li>a<li value=20>b<li>c</ol>", "9. a\n20. b\n21. c\n"},
        {"<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c\n"},
        {"<ol type=a start=26><li>a<li>b</ol>", "z. a\naa. b\n"},
        {"<ol type=i><li>a<li>b<li value=9>c</ol>", "i. a\nii. b\nix. c\n"},
        {"<ol style='list-style-type: upper-roman'><li>a</ol>", "I. a\n"},
        {"<ol type=A start=0><li>a</ol>", "0. a\n"},
        {"<ol><li hidden>x<li>a</ol>", "1. a\n"},
        {"<ul><li>a<ol><li>b<li>c</ol><li>d</ul>",
         "- a\n  1. b\n  2. c\n- d\n"},
        {"<ul><li>a<ul><li>b<ul><li>c</ul></ul>d</ul>",
         "- a\n  - b\n    - c\n\n  d\n"},
        {"<ol><li><p>a</p><p>b</p><li><p>c</p></ol>", "1. a\n\n  b\n2. c\n"},
        {"<ol><li><ol type=a><li>b</ol></ol>", "1. a. b\n"},
        {"<ol><li><h2>Data</h2><p>x</p><ol><li>y</ol></ol>",
         "## 1. Data\n\nx\n1. y\n"},
        {"<ul><li>(1) a<li>(2) b</ul>", "(1) a\n(2) b\n"},
        {"<ol><li>（１）目的<li>①用語</ol>", "（１）目的\n①用語\n"},
        {"<li>stray", "- stray\n"},
        {"<ul><li></li><li>a</li></ul>", "- a\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
tables_of_data_become_rows(void **state)
{
    static const struct page pages[] = {
        {"<table><tr><th>A<th>B<tr><td>1<td>2</table>x",
         "| A | B |\n| 1 | 2 |\n\nx\n"},
        {"<table><tr><td><td>b<td></table>", "|  | b |  |\n"},
        {"<table><tr><td>a<br>b<td><p>c</p><p>d</p></table>",
         "| a b | c d |\n"},
        {"<table><td>a<td>b</table>", "| a | b |\n"},
        {"<table><caption>T</caption><tr><td>a<td>b</table>",
         "T\n\n| a | b |\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
tables_that_only_place_blocks_are_flat(void **state)
{
    static const struct page pages[] = {
        {"<table><tr><td>a<tr><td>b</table>", "a\n\nb\n"},
        {"<table role=presentation><tr><td>a<td>b</table>", "a\n\nb\n"},
        {"<table><tr><td>menu<td><h2>T</h2><p>x</table>",
         "menu\n\n## T\n\nx\n"},
        {"<table><tr><td><table><tr><td>a<td>b</table><td>c</table>",
         "| a | b |\n\nc\n"},
        {"<table><tr><td>Kinds<td><ul><li>a<li>b</ul></table>",
         "Kinds\n\n- a\n- b\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
what_is_not_shown_is_not_read(void **state)
{
    static const struct page pages[] = {
        {"<head><title>T</title><style>s</style></head>a <object>b</object>",
         "a b\n"},
        {"a<template>x</template><noscript>y</noscript>", "a\n"},
        {"a<p hidden>x</p><p hidden=until-found>b</p>", "a\n\nb\n"},
        {"a<p style='color:red; Display : NONE'>x</p>", "a\n"},
        {"a<p style='visibility:hidden'>x</p>", "a\n"},
        {"<ruby>役務<rp>(</rp><rt>えきむ</rt><rp>)</rp></ruby>", "役務\n"},
        {"a<svg><title>x</title><text>y</text></svg>", "a\n"},
        {"a<select><option>x</select><input type=hidden value=y>", "a\n"},
        {"a<iframe>x</iframe><!-- y -->", "a\n"},
        {"<p aria-hidden=true>a</p><details><summary>b</summary>c</details>",
         "a\n\nb\n\nc\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
navigation_is_left_out_only_when_it_is_links(void **state)
{
    static const struct page pages[] = {
        {"<nav><ul><li><a href=a>One</a><li><a>Two</a></ul></nav>a", "a\n"},
        {"<nav><a>One</a> These terms bind you.</nav>",
         "One These terms bind you.\n"},
        {"<header>h</header>a<aside>s</aside><footer>f</footer>",
         "h\n\na\n\ns\n\nf\n"},
    };
    CHECK_PAGES(state, pages);
}

static void
a_declared_charset_is_believed_unless_it_does_not_fit(void **state)
{
    ek_arena *arena = *state;
    const ek_text *text =
        page_of(arena, "<html><meta charset=Shift_JIS><p>\x96\xF0\x96\xB1</p>");
    assert_string_equal(copied(arena, text->bytes), "役務\n");
    assert_string_equal(text->encoding, "CP932");
    assert_false(text->encoding_guessed);
    text = page_of(arena, "<html><meta http-equiv=Content-Type content="
                          "'text/html; charset=EUC-JP'>\xCC\xF2\xCC\xB3");
    assert_string_equal(copied(arena, text->bytes), "役務\n");
    text = page_of(arena, "<html><meta charset=shift_jis><p>役務の提供とは、"
                          "技術を提供することをいいます。</p>");
    assert_string_equal(copied(arena, text->bytes),
                        "役務の提供とは、技術を提供することをいいます。\n");
    assert_int_equal(text->replaced, 0);
}

static void
the_title_is_that_of_the_page_or_its_highest_heading(void **state)
{
    ek_arena *arena = *state;
    const ek_text *text =
        page_of(arena, "<title> Our\n terms </title><h1>x</h1>");
    assert_string_equal(copied(arena, text->title), "Our terms");
    text = page_of(arena, "<h2>a</h2><h1>The <b>terms</b></h1><h1>c</h1>");
    assert_string_equal(copied(arena, text->title), "The terms");
    text = page_of(arena, "<p>no title");
    assert_int_equal(text->title.n, 0);
    text = page_of(arena, "<h2>1. Service</h2>a<h3>Annex of prices</h3>");
    assert_int_equal(text->title.n, 0);
}

static void
each_block_knows_its_source_line(void **state)
{
    const ek_text *text = page_of(*state, "<html>\n<!-- a\n -->\n<p\n>one\n"
                                          "two</p>\n<style>\n\n</style>\n"
                                          "<ul>\n<li>three\n<li>four\n</ul>");
    static const uint32_t lines[] = {5, 11, 12};
    assert_int_equal(text->anchors.n, 3);
    for (size_t i = 0; i < 3; i++)
        if (text->anchors.v[i].source_line != lines[i])
            fail_msg("row %zu: line %u", i, text->anchors.v[i].source_line);
    assert_int_equal(text->anchors.v[1].offset, strlen("one two\n\n"));
}

static void
lines_beyond_65535_are_known(void **state)
{
    ek_buf html = ek_buf_on(*state);
    ek_diag diag = ek_diag_on(*state);
    ek_buf_puts(&html, "<html>");
    for (int i = 0; i < 70000; i++)
        ek_buf_putc(&html, '\n');
    ek_buf_puts(&html, "<p>a\nb</p>\n<p>c</p>");
    const ek_text *text =
        text_read(*state, "page.html", ek_buf_str(&html), &diag);
    assert_int_equal(text->anchors.n, 2);
    assert_int_equal(text->anchors.v[0].source_line, 70001);
    assert_int_equal(text->anchors.v[1].source_line, 70003);
}

static void
deep_pages_lose_structure_but_no_words(void **state)
{
    ek_buf html = ek_buf_on(*state);
    ek_diag diag = ek_diag_on(*state);
    for (int i = 0; i < 20000; i++)
        ek_buf_puts(&html, "<div>");
    ek_buf_puts(&html, "<ul><li>inner</ul>");
    for (int i = 0; i < 20000; i++)
        ek_buf_puts(&html, "</div>");
    ek_buf_puts(&html, "<p>after</p>");
    const ek_text *text =
        text_read(*state, "page.html", ek_buf_str(&html), &diag);
    assert_string_equal(copied(*state, text->bytes), "inner\n\nafter\n");
    assert_int_equal(diag.lines.n, 1);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_depth);
}

static void
a_page_without_visible_words_is_blank(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    assert_null(text_read(*state, "page.html",
                          EK_STR("<html><div id=app></div>"), &diag));
    assert_int_equal(diag.lines.n, 1);
    assert_int_equal(diag.lines.v[0].code, EK_D_read_blank);
}

static void
broken_markup_is_read(void **state)
{
    static const struct page pages[] = {
        {"<p>a <b><i>b</b> c</i> d", "a b c d\n"},
        {"<ul><li>a<li>b</p></div></ul>c", "- a\n- b\n\nc\n"},
        {"<p>1 < 2 & 3 &lt; 4 &copy;</p>", "1 < 2 & 3 < 4 ©\n"},
        {"<table><tr><td>a<td>b", "| a | b |\n"},
        {"<p>a</p", "a\n"},
    };
    CHECK_PAGES(state, pages);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_up, arena_down)
    const struct CMUnitTest tests[] = {
        TEST(blocks_become_lines_of_the_light_notation),
        TEST(list_items_carry_the_number_that_a_browser_shows),
        TEST(tables_of_data_become_rows),
        TEST(tables_that_only_place_blocks_are_flat),
        TEST(what_is_not_shown_is_not_read),
        TEST(navigation_is_left_out_only_when_it_is_links),
        TEST(a_declared_charset_is_believed_unless_it_does_not_fit),
        TEST(the_title_is_that_of_the_page_or_its_highest_heading),
        TEST(each_block_knows_its_source_line),
        TEST(lines_beyond_65535_are_known),
        TEST(deep_pages_lose_structure_but_no_words),
        TEST(a_page_without_visible_words_is_blank),
        TEST(broken_markup_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
