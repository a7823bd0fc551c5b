/* SPDX-License-Identifier: Apache-2.0 */
/* Passages on a terminal, as they are found; the sum at the end. */
#include "config.h"

#include "report/found.h"

enum { PLACE = 2, ARTICLE = 14, QUOTE = 6, LINES = 5, KEEP = 56, GAP = 2 };

static const char *const marks[] = {"{=", "=}"};

static void
begin(struct ek_found_state *s)
{
    (void)s;
}

static void
put_head(struct ek_page *page, const struct ek_found_in *in)
{
    ek_page_put(page, EK_BOLD, ek_page_text(page, in->name));
    ek_page_put(page, EK_BOLD,
                ek_arena_printf(page->arena, "@%u", in->version));
    ek_page_to(page, page->cells + GAP);
    ek_page_put(page, EK_DIM, ek_page_text(page, in->date));
    ek_page_end(page);
    if (!in->several)
        return;
    ek_page_to(page, PLACE);
    ek_page_wrap(page, PLACE, EK_DIM, ek_page_text(page, in->document->path),
                 0);
}

static void
put_passage(struct ek_page *page, const struct ek_found_in *in,
            const ek_passage *passage)
{
    ek_page_to(page, PLACE);
    ek_page_put(page, EK_DIM, ek_found_place(page, passage));
    if (passage->article.n) {
        ek_page_to(page, page->cells + GAP);
        ek_page_to(page, ARTICLE);
        ek_page_flow(page, ARTICLE, EK_PLAIN,
                     ek_page_text(page, passage->article));
    }
    ek_page_end(page);
    ek_page_to(page, QUOTE);
    ek_page_wrap(page, QUOTE, EK_PLAIN,
                 ek_found_quote(page, in->document, passage, KEEP, marks),
                 LINES);
}

static void
document(struct ek_found_state *s, const struct ek_found_in *in)
{
    struct ek_page page = ek_page_open(s->arena, s->out, &s->options);
    put_head(&page, in);
    for (size_t i = 0; i < in->n; i++)
        put_passage(&page, in, &in->passages[i]);
    ek_page_end(&page);
    ek_arena_free(page.arena);
}

static void
put_line(struct ek_page *page, enum ek_style style, ek_str line)
{
    if (line.n)
        ek_page_wrap(page, GAP, style, line, 0);
}

static void
end(struct ek_found_state *s, const struct ek_found_sums *sums)
{
    struct ek_page page = ek_page_open(s->arena, s->out, &s->options);
    put_line(&page, EK_BOLD, ek_found_sum(&page, &s->asked, sums));
    put_line(&page, EK_PLAIN, ek_found_extent(&page, &s->asked, sums));
    put_line(&page, EK_YELLOW, ek_found_silence(&page, sums));
    ek_arena_free(page.arena);
}

const struct ek_found_reporter ek_found_term = {"term", begin, document, end};
