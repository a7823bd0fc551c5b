/* SPDX-License-Identifier: Apache-2.0 */
/* A scan a row, as CSV or Markdown. */
#include "config.h"

#include "report/csv_cell.h"
#include "report/history.h"
#include "report/markdown.h"
#include "report/term.h"

enum { COLUMNS = 14 };

/* Of a page to read, not all of them. */
static const unsigned char shown[] = {0, 3, 4, 5, 7, 9, 10, 11, 12};

struct table {
    struct ek_page page;
    bool markdown;
};

static void
put_cells(struct table *t, const ek_str *cells)
{
    if (!t->markdown) {
        ek_csv_row(t->page.out, cells, COLUMNS);
        return;
    }
    for (size_t i = 0; i < sizeof shown; i++) {
        ek_buf_puts(t->page.out, "| ");
        ek_markdown_text(t->page.out, cells[shown[i]]);
        ek_buf_putc(t->page.out, ' ');
    }
    ek_buf_puts(t->page.out, "|\n");
}

static void
put_rule(struct table *t)
{
    for (size_t i = 0; i < sizeof shown; i++)
        ek_buf_puts(t->page.out, "|---");
    ek_buf_puts(t->page.out, "|\n");
}

static ek_str
word(const struct table *t, enum ek_word w)
{
    return ek_catalogue_text(w, t->page.options.lang);
}

static ek_str
joined(struct table *t, const ek_str *words, size_t n)
{
    ek_buf out = ek_buf_on(t->page.arena);
    for (size_t i = 0; i < n; i++)
        ek_buf_printf(&out, "%s%.*s", i ? " " : "", EK_ARG(words[i]));
    return ek_buf_str(&out);
}

static ek_str
news_of(struct table *t, const struct ek_history_news *news)
{
    struct ek_history_causes causes = ek_history_causes_of(news);
    return news->document ? EK_STR("document")
                          : joined(t, causes.words, causes.n);
}

static ek_str
moves_of(struct table *t, const struct ek_history_result *r)
{
    ek_buf out = ek_buf_on(t->page.arena);
    for (size_t i = 0; i < r->moves.n; i++) {
        const struct ek_history_move *m = &r->moves.v[i];
        ek_str item = m->after.item.n ? m->after.item : m->before.item;
        ek_buf_printf(
            &out, "%s%.*s %.*s>%.*s", i ? " " : "", EK_ARG(item),
            EK_ARG(m->before.status.n ? m->before.status : EK_STR("none")),
            EK_ARG(m->after.status.n ? m->after.status : EK_STR("none")));
    }
    return ek_page_text(&t->page, ek_buf_str(&out));
}

static ek_str
status(struct table *t, const struct ek_history_result *r, const char *item)
{
    if (r->no_result.n)
        return EK_STR("no-result");
    return ek_page_text(&t->page,
                        ek_history_outcome_of(r, ek_str_of(item)).status);
}

static void
put_result(struct table *t, const struct ek_history_document *d,
           const struct ek_history_scan *scan,
           const struct ek_history_result *r)
{
    struct ek_page *page = &t->page;
    const ek_str cells[COLUMNS] = {
        ek_page_text(page, d->name),
        ek_page_text(page, d->provider),
        ek_page_text(page, d->document),
        ek_page_ordinal(page, scan->version),
        ek_page_text(page, scan->date),
        ek_page_text(page, scan->stored),
        ek_page_text(page, scan->sha256),
        news_of(t, &scan->news),
        ek_page_text(page, r->name),
        status(t, r, "EX-1"),
        status(t, r, "EX-2"),
        status(t, r, "EX-3"),
        moves_of(t, r),
        ek_page_text(page, d->url),
    };
    put_cells(t, cells);
}

static void
put_head(struct table *t)
{
    const ek_str cells[COLUMNS] = {
        word(t, EK_W_history_col_document),
        word(t, EK_W_history_col_provider),
        word(t, EK_W_history_col_title),
        word(t, EK_W_history_col_version),
        word(t, EK_W_history_col_dated),
        word(t, EK_W_history_col_time),
        EK_STR("SHA-256"),
        word(t, EK_W_history_col_new),
        word(t, EK_W_found_col_file),
        EK_STR("EX-1"),
        EK_STR("EX-2"),
        EK_STR("EX-3"),
        word(t, EK_W_history_col_moved),
        EK_STR("URL"),
    };
    put_cells(t, cells);
}

static void
put_documents(struct table *t, const ek_history *h)
{
    for (size_t i = 0; i < h->documents.n; i++) {
        const struct ek_history_document *d = &h->documents.v[i];
        size_t n = h->versions || !d->scans.n ? d->scans.n : 1;
        for (size_t s = 0; s < n; s++)
            for (size_t r = 0; r < d->scans.v[s].results.n; r++)
                put_result(t, d, &d->scans.v[s], &d->scans.v[s].results.v[r]);
    }
}

void
ek_history_csv(ek_arena *arena, ek_buf *out, const ek_history *h,
               const struct ek_report_options *options)
{
    struct table t = {ek_page_open(arena, out, options), false};
    ek_buf_puts(out, "\xEF\xBB\xBF"); /* U+FEFF */
    put_head(&t);
    put_documents(&t, h);
    ek_arena_free(t.page.arena);
}

void
ek_history_markdown(ek_arena *arena, ek_buf *out, const ek_history *h,
                    const struct ek_report_options *options)
{
    struct table t = {ek_page_open(arena, out, options), true};
    put_head(&t);
    put_rule(&t);
    put_documents(&t, h);
    ek_arena_free(t.page.arena);
}
