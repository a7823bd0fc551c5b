/* SPDX-License-Identifier: Apache-2.0 */
/* The report for a terminal. The overview stands before the documents, so
 * their pages are kept until the end. */
#include "config.h"

#include "report/term.h"

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 40, MOST_WIDTH = 120 };

struct state {
    ek_arena *arena;
    struct ek_report_options options;
    struct ek_overview *overview;
    ek_buf pages;
    ek_buf footer; /* of the last document: engine, pack, pointer */
};

static unsigned
usable_width(unsigned asked)
{
    if (asked == 0)
        return USUAL_WIDTH;
    if (asked < LEAST_WIDTH)
        return LEAST_WIDTH;
    return asked > MOST_WIDTH ? MOST_WIDTH : asked;
}

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    (void)out;
    struct state *s = ek_arena_alloc(arena, sizeof *s);
    s->arena = arena;
    s->options = *options;
    s->options.width = usable_width(options->width);
    s->overview = ek_overview_new(arena);
    s->pages = ek_buf_on(arena);
    s->footer = ek_buf_on(arena);
    return s;
}

static void
write_document(struct ek_page *page, const ek_result *result)
{
    ek_term_head(page, result);
    if (result->no_result.n == 0) {
        ek_term_verdicts(page, result);
        ek_term_checks(page, result);
        ek_term_lists(page, result);
    }
    ek_term_reviewed(page, result);
    ek_term_next(page, result);
}

static void
document(void *state, ek_buf *out, const ek_result *result)
{
    (void)out;
    struct state *s = state;
    struct ek_page page = ek_page_open(s->arena, &s->pages, &s->options);
    page.reviewed = ek_reviewed_of(page.arena, result);
    ek_overview_take(s->overview, &page, result);
    if (!s->options.summary) {
        if (s->pages.n)
            ek_page_end(&page);
        write_document(&page, result);
    }
    s->footer.n = 0;
    page.out = &s->footer;
    ek_term_footer(&page, result);
    ek_arena_free(page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct state *s = state;
    struct ek_page page = {s->arena, out, s->options, 0, NULL};
    bool overview =
        s->options.summary || ek_overview_documents(s->overview) > 1;
    if (overview && ek_overview_documents(s->overview))
        ek_overview_write(s->overview, &page);
    if (overview && s->pages.n)
        ek_page_end(&page);
    ek_buf_add(out, ek_buf_str(&s->pages));
    ek_buf_add(out, ek_buf_str(&s->footer));
}

const struct ek_reporter ek_reporter_term = {
    .name = "term", .begin = begin, .document = document, .end = end};
