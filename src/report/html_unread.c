/* SPDX-License-Identifier: Apache-2.0 */
/* What was not read, where it would stand: a state of its own, never a gap in
 * the text. */
#include "config.h"

#include "report/html_plan.h"

enum { MOST_LISTED = 20 };

static const ek_str nothing = {"", 0};

static void
open_box(struct ek_html *h)
{
    ek_html_raw(h, "<div class=\"unread\">");
    ek_html_icon(h, "page");
    ek_html_raw(h, "<div>");
}

static void
close_box(struct ek_html *h)
{
    ek_html_raw(h, "<p class=\"small\">");
    ek_html_word(h, EK_W_html_unread_means);
    ek_html_raw(h, "</p></div></div>\n");
}

static void
put_line(struct ek_html *h, const struct ek_unread *unread)
{
    ek_html_raw(h, "<p>");
    ek_html_text(h, unread->name);
    ek_html_raw(h, unread->name.n ? " " : "");
    ek_html_text(h, ek_term_unread_why(&h->page, unread));
    ek_html_raw(h, "</p>");
}

/* "p.12" or "p.12-14" */
static ek_str
pages_of(struct ek_html *h, const struct ek_html_article *article)
{
    const ek_extraction *e =
        &h->result->documents.v[article->document].extraction;
    ek_str first = e->unread.v[article->unread].name;
    if (article->last - article->unread > 1)
        first = ek_arena_printf(h->page.arena, "%.*s-%.*s", EK_ARG(first),
                                EK_ARG(e->unread.v[article->last - 1].name));
    return ek_page_say(&h->page, EK_W_page, first, nothing);
}

void
ek_html_unread(struct ek_html *h, const struct ek_html_article *article,
               uint32_t number)
{
    const ek_extraction *e =
        &h->result->documents.v[article->document].extraction;
    const struct ek_unread *first = &e->unread.v[article->unread];
    ek_str pages = pages_of(h, article);
    ek_buf_printf(h->page.out, "<section class=\"art\" id=\"a%u\">", number);
    ek_html_raw(h, "<p class=\"pg\">");
    ek_html_text(h, pages);
    ek_html_raw(h, "</p>\n");
    open_box(h);
    ek_html_raw(h, "<p><b>");
    ek_html_say(h, EK_W_html_unread_page, pages, nothing);
    ek_html_raw(h, "</b></p>");
    ek_html_raw(h, "<p>");
    ek_html_text(h, ek_term_unread_why(&h->page, first));
    ek_html_raw(h, "</p>");
    close_box(h);
    ek_html_raw(h, "</section>\n");
}

static bool
has_place(const struct ek_unread *unread)
{
    return ek_str_is(unread->what, "page");
}

void
ek_html_unread_rest(struct ek_html *h, uint32_t document)
{
    const ek_extraction *e = &h->result->documents.v[document].extraction;
    size_t rest = 0;
    for (size_t i = 0; i < e->unread.n; i++)
        rest += !has_place(&e->unread.v[i]);
    if (!rest)
        return;
    ek_html_raw(h, "<section class=\"art\">");
    open_box(h);
    ek_html_raw(h, "<p><b>");
    ek_html_word(h, EK_W_html_unread_rest);
    ek_html_raw(h, "</b></p>");
    for (size_t i = 0, n = 0; i < e->unread.n && n < MOST_LISTED; i++)
        if (!has_place(&e->unread.v[i])) {
            put_line(h, &e->unread.v[i]);
            n++;
        }
    if (rest > MOST_LISTED) {
        ek_html_raw(h, "<p>");
        ek_html_say(h, EK_W_and_more,
                    ek_page_number(&h->page, rest - MOST_LISTED), nothing);
        ek_html_raw(h, "</p>");
    }
    close_box(h);
    ek_html_raw(h, "</section>\n");
}

void
ek_html_unread_whole(struct ek_html *h, uint32_t document)
{
    const ek_document *d = &h->result->documents.v[document];
    bool read = !ek_str_is(d->readable, "none") && !d->no_result.n;
    ek_html_raw(h, "<section class=\"art\">");
    open_box(h);
    ek_html_raw(h, "<p><b>");
    ek_html_word(h, read ? EK_W_html_no_text : EK_W_html_unread_whole);
    ek_html_raw(h, "</b></p>");
    if (read) {
        ek_html_raw(h, "<p>");
        ek_html_word(h, EK_W_html_no_text_why);
        ek_html_raw(h, "</p></div></div>\n");
    } else {
        ek_html_raw(h, "<p>");
        ek_html_text(h, ek_term_unread(&h->page, h->result, document));
        ek_html_raw(h, "</p>");
        close_box(h);
    }
    ek_html_raw(h, "</section>\n");
}
