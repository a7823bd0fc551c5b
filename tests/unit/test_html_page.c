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

#define CLAUSE                                                                 \
    "The provider stores what the customer uploads and does not look at it, "  \
    "except where the law orders it. "
#define CLAUSES                                                                \
    CLAUSE CLAUSE "The customer may end the agreement at any time, and then "  \
                  "all of the stored files are deleted within thirty days. "   \
                  "Nothing else is agreed between the two, and no other "      \
                  "document is a part of this agreement. "
#define LINKS "<a href=a>One</a> <a href=b>Two</a> <a href=c>Three</a>"

static ek_text *
read_page(ek_arena *arena, const char *html, ek_diag *diag)
{
    return text_read(arena, "page.html", ek_str_of(html), diag);
}

/* Each page holds a clause that stays and the letters XX in what is set
 * apart under a word; an empty word means that XX stays. */
static void
parts_that_are_no_text_are_set_apart_and_counted(void **state)
{
    static const struct {
        const char *html, *what;
    } rows[] = {
        {"<nav><a>XX</a></nav><p>" CLAUSE, "navigation"},
        {"<nav><a>a</a> XX " CLAUSES "</nav><p>" CLAUSE, ""},
        {"<div class='c-breadcrumb'><a>XX</a> <a>b</a></div><p>" CLAUSE,
         "navigation"},
        {"<header>XX " LINKS "</header><p>" CLAUSE, "navigation"},
        {"<header><h1>XX</h1>" LINKS "</header><p>" CLAUSE, ""},
        {"<div>XX " LINKS "</div><main>" CLAUSE "</main>", "navigation"},
        {"<div>XX revised in 2026</div><main>" CLAUSE "</main>", ""},
        {"<main>" CLAUSE "<div>XX " LINKS "</div></main>", ""},
        {"<p>" CLAUSE "</p><footer>XX <a>Imprint</a></footer>", "footer"},
        {"<p>" CLAUSE "</p><div id=footer>© 2026 XX</div>", "footer"},
        {"<p>" CLAUSE "</p><footer>XX Effective 2026-04-01 <a>b</a></footer>",
         ""},
        {"<p>" CLAUSE "</p><footer>附則 XX <a>b</a></footer>", ""},
        {"<p>" CLAUSE "</p><p>" CLAUSE "</p><footer>XX</footer>", ""},
        {"<main>" CLAUSE "</main><footer>XX</footer>", "footer"},
        {"<div id=onetrust-banner-sdk>XX <button>OK</button></div>" CLAUSE,
         "banner"},
        {"<div role=dialog>XX We use cookies.</div><p>" CLAUSE, "banner"},
        {"<main>" CLAUSE "</main><div class='cookie-bar'>XX cookies"
         "<button>OK</button></div>",
         "banner"},
        {"<main>" CLAUSE "<section id=cookies>XX uses cookies <a>more</a>"
         "</section></main>",
         ""},
        {"<p>" CLAUSE "<p hidden>XX", "hidden"},
        {"<p>" CLAUSE "<p style='display:none'>XX", "hidden"},
        {"<p>" CLAUSE "<dialog>XX</dialog>", "hidden"},
        {"<p>" CLAUSE "<dialog open><p>XX</p>" CLAUSES CLAUSES "</dialog>", ""},
        {"<body style='visibility:hidden'><p>XX " CLAUSE, ""},
        {"<p>" CLAUSE CLAUSES CLAUSES CLAUSES
         "<div class=tab-pane hidden>XX " CLAUSES CLAUSES "</div>",
         ""},
        {"<p>" CLAUSE "<details><summary>a</summary>XX</details>", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(*state);
        const ek_text *text = read_page(*state, rows[i].html, &diag);
        if (!text)
            fail_msg("row %zu: not read", i);
        bool stays = ek_str_find(text->bytes, EK_STR("XX"), 0) < text->bytes.n;
        bool kept = ek_str_find(text->bytes, EK_STR("not look at it"), 0) <
                    text->bytes.n;
        if (stays != !rows[i].what[0] || !kept)
            fail_msg("row %zu: %.*s", i, EK_ARG(text->bytes));
        if (rows[i].what[0] && count_apart(text, rows[i].what) != 1)
            fail_msg("row %zu: counted elsewhere", i);
        if (!rows[i].what[0] && text->extraction.apart.n)
            fail_msg("row %zu: something set apart", i);
    }
}

static size_t
occurrences(ek_str s, const char *word)
{
    size_t n = 0;
    for (size_t at = 0; (at = ek_str_find(s, ek_str_of(word), at)) < s.n; at++)
        n++;
    return n;
}

static void
what_a_page_shows_twice_is_read_once(void **state)
{
    static const struct {
        const char *html;
        size_t times;
    } rows[] = {
        {"<div class=desktop><p>XX " CLAUSES "</div><p>between"
         "<div class=mobile><p>XX\n" CLAUSES "</div>",
         1},
        {"<div><p>XX " CLAUSES CLAUSES CLAUSES "</div>"
         "<div><p>XX " CLAUSES CLAUSES CLAUSES "</div>",
         1},
        {"<h2>A</h2><p>XX " CLAUSES "</p><h2>B</h2><p>XX " CLAUSES, 2},
        {"<div class=pc><div class=sp><p>XX " CLAUSES "</div></div>", 1},
        {"<div class=pc><p>XX " CLAUSES "a</div>"
         "<div class=sp><p>XX " CLAUSES "b</div>",
         2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(*state);
        const ek_text *text = read_page(*state, rows[i].html, &diag);
        size_t times = occurrences(text->bytes, "XX");
        bool once = i < 2;
        if (times != rows[i].times ||
            count_apart(text, "repeated") != (once ? 1 : 0))
            fail_msg("row %zu: %zu times", i, times);
    }
}

static void
a_door_is_no_document(void **state)
{
    static const struct {
        const char *html;
        ek_diag_code code;
    } rows[] = {
        {"<div id=root></div><script src=a.js></script>", EK_D_read_browser},
        {"<noscript>You need to enable JavaScript to run this app."
         "</noscript><div id=root></div><script src=a.js></script>",
         EK_D_read_browser},
        {"<p>Please enable JavaScript to see the terms of this service, which "
         "are shown by a program.</p><script src=a.js></script>",
         EK_D_read_browser},
        {"<title>Just a moment...</title><p>Checking your browser before you "
         "come in.</p><script>x</script>",
         EK_D_read_blocked},
        {"<h1>Access Denied</h1><p>Reference 18.2f</p>", EK_D_read_blocked},
        {"<p>続行するには、ロボットではないことを確認してください。",
         EK_D_read_blocked},
        {"<form>Mail <input name=a> Password <input type=password>"
         "<button>Log in</button></form><script>x</script>",
         EK_D_read_login},
        {"<html><frameset><frame src=a.html></frameset>", EK_D_read_blank},
        {"<p>" CLAUSES "<form><input type=password></form>" CLAUSES CLAUSES
         "<script>x</script>",
         EK_D_COUNT},
        {"<p>" CLAUSES CLAUSES CLAUSES CLAUSES "A captcha may be shown."
         "<script>x</script><noscript>JavaScript</noscript>",
         EK_D_COUNT},
        {"<p>A short agreement.", EK_D_COUNT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_diag diag = ek_diag_on(*state);
        const ek_text *text = read_page(*state, rows[i].html, &diag);
        bool read = rows[i].code == EK_D_COUNT;
        if ((text != NULL) != read)
            fail_msg("row %zu: %s", i, text ? "read" : "not read");
        if (!read && diag.lines.v[diag.lines.n - 1].code != rows[i].code)
            fail_msg("row %zu: %s", i,
                     ek_diag_word(diag.lines.v[diag.lines.n - 1].code));
    }
}

static void
frames_are_named_as_not_read(void **state)
{
    ek_diag diag = ek_diag_on(*state);
    const ek_text *text = read_page(
        *state,
        "<p>" CLAUSE "<iframe src=terms.html></iframe><iframe></iframe>"
        "<iframe src=pixel.html width=1 height=1></iframe>"
        "<iframe src=b.html style='display:none'></iframe>",
        &diag);
    assert_int_equal(text->extraction.unread.n, 1);
    const struct ek_unread *unread = &text->extraction.unread.v[0];
    assert_true(ek_str_is(unread->what, "frame"));
    assert_true(ek_str_is(unread->name, "terms.html"));
    assert_true(ek_str_is(unread->why, "elsewhere"));
    assert_int_equal(text->readable, EK_READ_PART);
}

static void
a_place_is_the_nearest_id_above(void **state)
{
    static const char *const ids[] = {"", "data", "p2", "old"};
    ek_diag diag = ek_diag_on(*state);
    const ek_text *text =
        read_page(*state,
                  "<p>One</p><section id=data><p>Two</p><p id=p2>Three</p>"
                  "</section><p>Four</p><a name=old></a><p>Five</p><p>Six</p>",
                  &diag);
    assert_int_equal(text->anchors.n, 4);
    for (size_t i = 0; i < 4; i++)
        if (!ek_str_is(text->anchors.v[i].place.id, ids[i]))
            fail_msg("anchor %zu: %.*s", i,
                     EK_ARG(text->anchors.v[i].place.id));
}

static void
the_limit_of_depth_is_that_of_the_options(void **state)
{
    ek_arena *arena = *state;
    ek_source source;
    ek_text *text = NULL;
    ek_diag diag = ek_diag_on(arena);
    struct ek_read_options options = {.limits = ek_limits_default()};
    options.limits.depth = 5;
    ek_source_of(&source, EK_STR("page.html"),
                 EK_STR("<div><div><div><div><ul><li>inner</ul>"));
    ek_read(&text, arena, &source, &options, &diag);
    assert_string_equal(copied(arena, text->bytes), "inner\n");
    assert_int_equal(diag.lines.v[0].code, EK_D_read_depth);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_that_are_no_text_are_set_apart_and_counted),
        cmocka_unit_test(what_a_page_shows_twice_is_read_once),
        cmocka_unit_test(a_door_is_no_document),
        cmocka_unit_test(frames_are_named_as_not_read),
        cmocka_unit_test(a_place_is_the_nearest_id_above),
        cmocka_unit_test(the_limit_of_depth_is_that_of_the_options),
    };
    return cmocka_run_group_tests(tests, arena_up, arena_down);
}
