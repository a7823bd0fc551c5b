/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of a store on a terminal: one line each, or the scans of each. */
#include "config.h"

#include "report/history.h"
#include "report/term.h"

enum { EXCEPTIONS = 3, MARK = 3, GAP = 2, NARROW = 72, DAY = 10, MINUTE = 16 };

/* Columns of the list. */
enum { VERSIONS = 5, DATE = DAY + GAP };
/* Of the scans of a document. */
enum { VERSION = 8, HASH = 8, TIME = MINUTE + GAP, DETAIL = 8 };

static const ek_str exceptions[EXCEPTIONS] = {
    {"EX-1", 4}, {"EX-2", 4}, {"EX-3", 4}};
static const char *const heads[EXCEPTIONS] = {"1", "2", "3"};

static const char legend[] =
    "indicated needs-review needs-user-fact carve-out not-indicated "
    "not-addressed not-applicable no-result";

static const ek_str nothing = {"", 0};

static ek_str
word(const struct ek_page *page, enum ek_word w)
{
    return ek_catalogue_text(w, page->options.lang);
}

static ek_str
counted(struct ek_page *page, size_t n, enum ek_word one, enum ek_word many)
{
    return n == 1 ? word(page, one)
                  : ek_page_say(page, many, ek_page_number(page, n), nothing);
}

static void
put_cell(struct ek_page *page, enum ek_style style, ek_str s, unsigned cells)
{
    unsigned column = page->cells + cells;
    ek_page_put(page, style, ek_width_fit(s, cells - 1));
    ek_page_to(page, column);
}

static void
put_marks(struct ek_page *page, const struct ek_history_result *result)
{
    for (size_t i = 0; i < EXCEPTIONS; i++) {
        ek_str status = ek_history_outcome_of(result, exceptions[i]).status;
        struct ek_mark mark =
            ek_mark_of(result->no_result.n ? EK_STR("no-result") : status);
        put_cell(page, mark.style, mark.letters, MARK);
    }
}

/* Marks stand for one result; several have lines of their own. */
static void
put_marks_of(struct ek_page *page, const struct ek_history_scan *scan)
{
    unsigned column = page->cells + EXCEPTIONS * MARK;
    if (scan->results.n == 1)
        put_marks(page, &scan->results.v[0]);
    ek_page_to(page, column);
}

static void
put_heads(struct ek_page *page)
{
    for (size_t i = 0; i < EXCEPTIONS; i++)
        put_cell(page, EK_BOLD, ek_str_of(heads[i]), MARK);
}

static bool
is_narrow(const struct ek_page *page)
{
    return page->options.width < NARROW;
}

static void
put_reason(struct ek_page *page, const struct ek_history_result *result)
{
    if (!result->no_result.n)
        return;
    ek_str reason = ek_catalogue_reason(result->no_result, page->options.lang);
    ek_page_to(page, DETAIL);
    ek_page_wrap(
        page, DETAIL, EK_DIM,
        ek_page_say(page, EK_W_no_result,
                    reason.n ? reason : ek_page_text(page, result->no_result),
                    nothing),
        0);
}

/* A result of several: its marks and its name. */
static void
put_part(struct ek_page *page, const struct ek_history_result *result)
{
    ek_page_to(page, DETAIL);
    put_marks(page, result);
    ek_page_wrap(page, DETAIL + EXCEPTIONS * MARK, EK_DIM,
                 ek_page_text(page, result->name), 0);
}

static void
put_parts(struct ek_page *page, const struct ek_history_scan *scan)
{
    for (size_t i = 0; i < scan->results.n; i++) {
        if (scan->results.n > 1)
            put_part(page, &scan->results.v[i]);
        put_reason(page, &scan->results.v[i]);
    }
}

/* "Acme / Terms of Service": as the user says it, else by its title. */
static ek_str
about(struct ek_page *page, const struct ek_history_document *d)
{
    const struct ek_history_scan *scan = &d->scans.v[0];
    ek_str title = d->document;
    if (!title.n && scan->results.n == 1)
        title = scan->results.v[0].title;
    if (!d->provider.n || !title.n)
        return ek_page_text(page, d->provider.n ? d->provider : title);
    return ek_page_text(page,
                        ek_arena_printf(page->arena, "%.*s / %.*s",
                                        EK_ARG(d->provider), EK_ARG(title)));
}

/* On a terminal the end of a name tells more than its beginning. */
static void
put_name(struct ek_page *page, const struct ek_history_document *d)
{
    ek_str name = ek_page_text(page, d->name), more = about(page, d);
    unsigned column = page->cells, width = page->options.width;
    unsigned room = width > column ? width - column : 0;
    if (page->options.terminal && ek_width(name) > room && room > MARK) {
        ek_page_put(page, EK_PLAIN, EK_STR("..."));
        name = ek_width_fit_end(name, room - MARK);
    }
    ek_page_put(page, EK_PLAIN, name);
    if (more.n && page->cells + GAP + ek_width(more) <= width) {
        ek_page_to(page, page->cells + GAP);
        ek_page_put(page, EK_DIM, more);
    }
    ek_page_end(page);
}

static void
put_right(struct ek_page *page, enum ek_style style, ek_str s, unsigned cells)
{
    unsigned need = ek_width(s);
    ek_page_to(page, page->cells + (need < cells ? cells - need : 1));
    ek_page_put(page, style, s);
}

static void
put_list_head(struct ek_page *page)
{
    put_heads(page);
    put_right(page, EK_BOLD, word(page, EK_W_history_col_versions), VERSIONS);
    ek_page_to(page, page->cells + GAP);
    put_cell(page, EK_BOLD, word(page, EK_W_history_col_dated), DATE);
    if (!is_narrow(page))
        put_cell(page, EK_BOLD, word(page, EK_W_history_col_stored), DATE);
    ek_page_put(page, EK_BOLD, word(page, EK_W_history_col_document));
    ek_page_end(page);
}

static void
put_document(struct ek_page *page, const struct ek_history_document *d)
{
    const struct ek_history_scan *scan = &d->scans.v[0];
    put_marks_of(page, scan);
    put_right(page, EK_PLAIN, ek_page_number(page, d->versions), VERSIONS);
    ek_page_to(page, page->cells + GAP);
    put_cell(page, EK_PLAIN, ek_page_text(page, scan->date), DATE);
    if (!is_narrow(page))
        put_cell(page, EK_PLAIN,
                 ek_page_text(page, ek_str_slice(scan->stored, 0, DAY)), DATE);
    put_name(page, d);
    put_parts(page, scan);
}

/* "2026-12-01T04:05:06Z" to the minute. */
static ek_str
minute_of(struct ek_page *page, ek_str stored)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_str s = ek_page_text(page, ek_str_slice(stored, 0, MINUTE));
    for (size_t i = 0; i < s.n; i++)
        ek_buf_putc(&out, s.p[i] == 'T' ? ' ' : s.p[i]);
    return ek_buf_str(&out);
}

static ek_str
joined(struct ek_page *page, ek_str list, ek_str more)
{
    ek_buf out = ek_buf_on(page->arena);
    ek_buf_add(&out, list);
    if (list.n && more.n)
        ek_buf_add(&out, word(page, EK_W_comma));
    ek_buf_add(&out, more);
    return ek_buf_str(&out);
}

static ek_str
news_of(struct ek_page *page, const struct ek_history_news *news)
{
    const struct {
        bool holds;
        enum ek_word word;
    } rows[] = {{news->document, EK_W_history_first},
                {news->text, EK_W_history_text},
                {news->rules, EK_W_history_rules},
                {news->engine, EK_W_history_engine},
                {news->facts, EK_W_history_facts}};
    ek_str list = nothing;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].holds)
            list = joined(page, list, word(page, rows[i].word));
    return list.n ? list : word(page, EK_W_history_again);
}

static ek_str
outcome(struct ek_page *page, const struct ek_history_outcome *o)
{
    if (!o->status.n)
        return word(page, EK_W_history_no_outcome);
    return ek_page_say(page, EK_W_history_outcome,
                       ek_term_word(page, o->status),
                       ek_page_text(page, o->row));
}

static ek_str
move(struct ek_page *page, const struct ek_history_move *m)
{
    ek_str item = m->after.item.n ? m->after.item : m->before.item;
    return ek_page_say(page, EK_W_history_move, ek_term_item(page, item),
                       ek_page_say(page, EK_W_history_arrow,
                                   outcome(page, &m->before),
                                   outcome(page, &m->after)));
}

static enum ek_word
cause(const struct ek_history_news *news)
{
    struct ek_history_causes causes = ek_history_causes_of(news);
    if (!causes.n)
        return EK_W_history_moved_nothing;
    if (!news->text)
        return EK_W_history_moved_not_text;
    return causes.n == 1 ? EK_W_history_moved_text : EK_W_history_moved_both;
}

static void
put_detail(struct ek_page *page, enum ek_style style, ek_str s)
{
    ek_page_to(page, DETAIL);
    ek_page_wrap(page, DETAIL + GAP, style, s, 0);
}

static void
put_moves(struct ek_page *page, const struct ek_history_scan *scan,
          const struct ek_history_result *result)
{
    if (result->moves.n)
        put_detail(page, EK_YELLOW,
                   ek_page_say(page, cause(&scan->news),
                               news_of(page, &scan->news), nothing));
    for (size_t i = 0; i < result->moves.n; i++) {
        ek_page_to(page, DETAIL + GAP);
        ek_page_wrap(page, DETAIL + 2 * GAP, EK_PLAIN,
                     move(page, &result->moves.v[i]), 0);
    }
    if (!result->moves.n && result->compared)
        put_detail(page, EK_DIM, word(page, EK_W_history_still));
    else if (!result->compared && !scan->news.document)
        put_detail(page, EK_DIM, word(page, EK_W_history_unlike));
}

static void
put_scan(struct ek_page *page, const struct ek_history_scan *scan)
{
    put_cell(page, EK_BOLD, ek_arena_printf(page->arena, "@%u", scan->version),
             VERSION);
    put_cell(page, EK_PLAIN, ek_page_text(page, scan->date), DATE);
    put_cell(page, EK_PLAIN, minute_of(page, scan->stored), TIME);
    if (!is_narrow(page))
        put_cell(page, EK_DIM,
                 ek_page_text(page, ek_str_slice(scan->sha256, 0, HASH)),
                 HASH + GAP);
    put_marks_of(page, scan);
    ek_page_wrap(page, page->cells, EK_PLAIN, news_of(page, &scan->news), 0);
    for (size_t i = 0; i < scan->results.n; i++) {
        const struct ek_history_result *result = &scan->results.v[i];
        if (scan->results.n > 1)
            put_part(page, result);
        put_reason(page, result);
        put_moves(page, scan, result);
    }
}

static void
put_scans_head(struct ek_page *page)
{
    put_cell(page, EK_BOLD, word(page, EK_W_history_col_version), VERSION);
    put_cell(page, EK_BOLD, word(page, EK_W_history_col_dated), DATE);
    put_cell(page, EK_BOLD, word(page, EK_W_history_col_time), TIME);
    if (!is_narrow(page))
        put_cell(page, EK_BOLD, EK_STR("SHA-256"), HASH + GAP);
    put_heads(page);
    ek_page_put(page, EK_BOLD, word(page, EK_W_history_col_new));
    ek_page_end(page);
}

static void
put_scans(struct ek_page *page, const struct ek_history_document *d)
{
    ek_page_wrap(page, GAP, EK_BOLD, ek_page_text(page, d->name), 0);
    ek_str more = about(page, d);
    if (more.n)
        put_detail(page, EK_DIM, more);
    if (d->url.n)
        put_detail(page, EK_DIM, ek_page_text(page, d->url));
    put_scans_head(page);
    for (size_t i = 0; i < d->scans.n; i++)
        put_scan(page, &d->scans.v[i]);
}

static void
put_sum(struct ek_page *page, const ek_history *h)
{
    size_t versions = ek_history_versions(h);
    ek_str sum = word(page, EK_W_history_nothing);
    if (h->documents.n)
        sum = ek_page_say(page, EK_W_history_sum,
                          counted(page, versions, EK_W_history_versions_one,
                                  EK_W_history_versions),
                          counted(page, h->documents.n,
                                  EK_W_history_documents_one,
                                  EK_W_history_documents));
    if (h->since.n)
        sum = ek_page_say(page, EK_W_history_since, sum,
                          ek_page_text(page, h->since));
    ek_page_wrap(page, GAP, EK_BOLD, sum, 0);
    ek_page_end(page);
}

void
ek_history_term(ek_arena *arena, ek_buf *out, const ek_history *h,
                const struct ek_report_options *options)
{
    struct ek_page page = ek_page_open(arena, out, options);
    put_sum(&page, h);
    if (!h->versions && h->documents.n)
        put_list_head(&page);
    for (size_t i = 0; i < h->documents.n; i++) {
        if (h->versions && i)
            ek_page_end(&page);
        if (h->versions)
            put_scans(&page, &h->documents.v[i]);
        else
            put_document(&page, &h->documents.v[i]);
    }
    if (h->documents.n)
        ek_term_legend(&page, ek_str_of(legend));
    ek_arena_free(page.arena);
}
