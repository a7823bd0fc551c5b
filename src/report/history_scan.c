/* SPDX-License-Identifier: Apache-2.0 */
/* The scans of a document, latest first, and what moved from one to the next. */
#include "config.h"

#include "report/history_term.h"

enum { VERSION = 8, HASH = 8, MINUTE = 16, TIGHT = 60 };

static const ek_str nothing = {"", 0};

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
        ek_buf_add(&out, ek_history_word(page, EK_W_comma));
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
            list = joined(page, list, ek_history_word(page, rows[i].word));
    return list.n ? list : ek_history_word(page, EK_W_history_again);
}

static ek_str
outcome(struct ek_page *page, const struct ek_history_outcome *o)
{
    if (!o->status.n)
        return ek_history_word(page, EK_W_history_no_outcome);
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
    ek_page_to(page, EK_HISTORY_DETAIL);
    ek_page_wrap(page, EK_HISTORY_DETAIL + EK_HISTORY_GAP, style, s, 0);
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
        ek_page_to(page, EK_HISTORY_DETAIL + EK_HISTORY_GAP);
        ek_page_wrap(page, EK_HISTORY_DETAIL + 2 * EK_HISTORY_GAP, EK_PLAIN,
                     move(page, &result->moves.v[i]), 0);
    }
    if (!result->moves.n && result->compared)
        put_detail(page, EK_DIM, ek_history_word(page, EK_W_history_still));
    else if (!result->compared && !scan->news.document)
        put_detail(page, EK_DIM, ek_history_word(page, EK_W_history_unlike));
}

static bool
is_tight(const struct ek_page *page)
{
    return page->options.width < TIGHT;
}

static void
put_scan(struct ek_page *page, const struct ek_history_scan *scan)
{
    ek_history_cell(page, EK_BOLD,
                    ek_arena_printf(page->arena, "@%u", scan->version),
                    VERSION);
    ek_history_cell(page, EK_PLAIN, ek_page_text(page, scan->date),
                    EK_HISTORY_DATE);
    if (!is_tight(page))
        ek_history_cell(page, EK_PLAIN, minute_of(page, scan->stored),
                        MINUTE + EK_HISTORY_GAP);
    if (!ek_history_is_narrow(page))
        ek_history_cell(page, EK_DIM,
                        ek_page_text(page, ek_str_slice(scan->sha256, 0, HASH)),
                        HASH + EK_HISTORY_GAP);
    ek_history_marks(page, scan);
    ek_page_wrap(page, page->cells, EK_PLAIN, news_of(page, &scan->news), 0);
    for (size_t i = 0; i < scan->results.n; i++) {
        const struct ek_history_result *result = &scan->results.v[i];
        if (scan->results.n > 1)
            ek_history_part(page, result);
        ek_history_reason(page, result);
        put_moves(page, scan, result);
    }
}

static void
put_scans_head(struct ek_page *page)
{
    ek_history_cell(page, EK_BOLD,
                    ek_history_word(page, EK_W_history_col_version), VERSION);
    ek_history_cell(page, EK_BOLD,
                    ek_history_word(page, EK_W_history_col_dated),
                    EK_HISTORY_DATE);
    if (!is_tight(page))
        ek_history_cell(page, EK_BOLD,
                        ek_history_word(page, EK_W_history_col_time),
                        MINUTE + EK_HISTORY_GAP);
    if (!ek_history_is_narrow(page))
        ek_history_cell(page, EK_BOLD, EK_STR("SHA-256"),
                        HASH + EK_HISTORY_GAP);
    ek_history_heads(page);
    ek_page_put(page, EK_BOLD, ek_history_word(page, EK_W_history_col_new));
    ek_page_end(page);
}

void
ek_history_scans(struct ek_page *page, const struct ek_history_document *d)
{
    ek_page_wrap(page, EK_HISTORY_GAP, EK_BOLD, ek_page_text(page, d->name), 0);
    ek_str more = ek_history_about(page, d);
    if (more.n)
        put_detail(page, EK_DIM, more);
    if (d->url.n)
        put_detail(page, EK_DIM, ek_page_text(page, d->url));
    put_scans_head(page);
    for (size_t i = 0; i < d->scans.n; i++)
        put_scan(page, &d->scans.v[i]);
}
