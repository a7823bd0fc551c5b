/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of a store on a terminal: one line each, or the scans of each. */
#include "config.h"

#include "report/history_term.h"

enum { NARROW = 72, VERSIONS = 5 };

static const ek_str exceptions[EK_HISTORY_EXCEPTIONS] = {
    {"EX-1", 4}, {"EX-2", 4}, {"EX-3", 4}};
static const char *const heads[EK_HISTORY_EXCEPTIONS] = {"1", "2", "3"};

static const char legend[] =
    "indicated needs-review needs-user-fact carve-out not-indicated "
    "not-addressed not-applicable no-result";

static const ek_str nothing = {"", 0};

ek_str
ek_history_word(const struct ek_page *page, enum ek_word w)
{
    return ek_catalogue_text(w, page->options.lang);
}

static ek_str
counted(struct ek_page *page, size_t n, enum ek_word one, enum ek_word many)
{
    return n == 1 ? ek_history_word(page, one)
                  : ek_page_say(page, many, ek_page_number(page, n), nothing);
}

void
ek_history_cell(struct ek_page *page, enum ek_style style, ek_str s,
                unsigned cells)
{
    unsigned column = page->cells + cells;
    ek_page_put(page, style, ek_width_fit(s, cells - 1));
    ek_page_to(page, column);
}

static void
put_marks(struct ek_page *page, const struct ek_history_result *result)
{
    for (size_t i = 0; i < EK_HISTORY_EXCEPTIONS; i++) {
        ek_str status = ek_history_outcome_of(result, exceptions[i]).status;
        struct ek_mark mark =
            ek_mark_of(result->no_result.n ? EK_STR("no-result") : status);
        ek_history_cell(page, mark.style, mark.letters, EK_HISTORY_MARK);
    }
}

/* Marks stand for one result; several have lines of their own. */
void
ek_history_marks(struct ek_page *page, const struct ek_history_scan *scan)
{
    unsigned column = page->cells + EK_HISTORY_EXCEPTIONS * EK_HISTORY_MARK;
    if (scan->results.n == 1)
        put_marks(page, &scan->results.v[0]);
    ek_page_to(page, column);
}

void
ek_history_heads(struct ek_page *page)
{
    for (size_t i = 0; i < EK_HISTORY_EXCEPTIONS; i++)
        ek_history_cell(page, EK_BOLD, ek_str_of(heads[i]), EK_HISTORY_MARK);
}

bool
ek_history_is_narrow(const struct ek_page *page)
{
    return page->options.width < NARROW;
}

void
ek_history_reason(struct ek_page *page, const struct ek_history_result *result)
{
    if (!result->no_result.n)
        return;
    ek_str reason = ek_catalogue_reason(result->no_result, page->options.lang);
    ek_page_to(page, EK_HISTORY_DETAIL);
    ek_page_wrap(
        page, EK_HISTORY_DETAIL, EK_DIM,
        ek_page_say(page, EK_W_no_result,
                    reason.n ? reason : ek_page_text(page, result->no_result),
                    nothing),
        0);
}

/* A result of several: its marks and its name. */
void
ek_history_part(struct ek_page *page, const struct ek_history_result *result)
{
    ek_page_to(page, EK_HISTORY_DETAIL);
    put_marks(page, result);
    ek_page_wrap(page,
                 EK_HISTORY_DETAIL + EK_HISTORY_EXCEPTIONS * EK_HISTORY_MARK,
                 EK_DIM, ek_page_text(page, result->name), 0);
}

static void
put_parts(struct ek_page *page, const struct ek_history_scan *scan)
{
    for (size_t i = 0; i < scan->results.n; i++) {
        if (scan->results.n > 1)
            ek_history_part(page, &scan->results.v[i]);
        ek_history_reason(page, &scan->results.v[i]);
    }
}

/* "Acme / Terms of Service": as the user says it, else by its title. */
ek_str
ek_history_about(struct ek_page *page, const struct ek_history_document *d)
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
    ek_str name = ek_page_text(page, d->name), more = ek_history_about(page, d);
    unsigned column = page->cells, width = page->options.width;
    unsigned room = width > column ? width - column : 0;
    if (page->options.terminal && ek_width(name) > room &&
        room > EK_HISTORY_MARK) {
        ek_page_put(page, EK_PLAIN, EK_STR("..."));
        name = ek_width_fit_end(name, room - EK_HISTORY_MARK);
    }
    ek_page_put(page, EK_PLAIN, name);
    if (more.n && page->cells + EK_HISTORY_GAP + ek_width(more) <= width) {
        ek_page_to(page, page->cells + EK_HISTORY_GAP);
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
    ek_history_heads(page);
    put_right(page, EK_BOLD, ek_history_word(page, EK_W_history_col_versions),
              VERSIONS);
    ek_page_to(page, page->cells + EK_HISTORY_GAP);
    ek_history_cell(page, EK_BOLD,
                    ek_history_word(page, EK_W_history_col_dated),
                    EK_HISTORY_DATE);
    if (!ek_history_is_narrow(page))
        ek_history_cell(page, EK_BOLD,
                        ek_history_word(page, EK_W_history_col_stored),
                        EK_HISTORY_DATE);
    ek_page_put(page, EK_BOLD,
                ek_history_word(page, EK_W_history_col_document));
    ek_page_end(page);
}

static void
put_document(struct ek_page *page, const struct ek_history_document *d)
{
    const struct ek_history_scan *scan = &d->scans.v[0];
    ek_history_marks(page, scan);
    put_right(page, EK_PLAIN, ek_page_number(page, d->versions), VERSIONS);
    ek_page_to(page, page->cells + EK_HISTORY_GAP);
    ek_history_cell(page, EK_PLAIN, ek_page_text(page, scan->date),
                    EK_HISTORY_DATE);
    if (!ek_history_is_narrow(page))
        ek_history_cell(
            page, EK_PLAIN,
            ek_page_text(page, ek_str_slice(scan->stored, 0, EK_HISTORY_DAY)),
            EK_HISTORY_DATE);
    put_name(page, d);
    put_parts(page, scan);
}

static void
put_sum(struct ek_page *page, const ek_history *h)
{
    size_t versions = ek_history_versions(h);
    ek_str sum = ek_history_word(page, EK_W_history_nothing);
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
    ek_page_wrap(page, EK_HISTORY_GAP, EK_BOLD, sum, 0);
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
            ek_history_scans(&page, &h->documents.v[i]);
        else
            put_document(&page, &h->documents.v[i]);
    }
    if (h->documents.n)
        ek_term_legend(&page, ek_str_of(legend));
    ek_arena_free(page.arena);
}
