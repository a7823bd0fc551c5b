/* SPDX-License-Identifier: Apache-2.0 */
/* A passage a row, as CSV; a list, as Markdown. */
#include "config.h"

#include "report/csv_cell.h"
#include "report/found.h"
#include "report/markdown.h"

#include <string.h>

enum { COLUMNS = 9, KEEP = 80 };

static ek_str
marked(struct ek_page *page, const ek_document *d, const ek_passage *p)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < p->marks.n; i++) {
        ek_tspan span = p->marks.v[i];
        if (i)
            ek_buf_puts(&out, " ");
        ek_buf_add(&out, ek_page_text(page, ek_str_slice(d->text, span.begin,
                                                         span.end)));
    }
    return ek_buf_str(&out);
}

static void
csv_begin(struct ek_found_state *s)
{
    ek_lang lang = s->options.lang;
    const ek_str cells[COLUMNS] = {
        ek_catalogue_text(EK_W_history_col_document, lang),
        ek_catalogue_text(EK_W_history_col_version, lang),
        ek_catalogue_text(EK_W_history_col_dated, lang),
        ek_catalogue_text(EK_W_found_col_file, lang),
        ek_catalogue_text(EK_W_found_col_line, lang),
        ek_catalogue_text(EK_W_found_col_place, lang),
        ek_catalogue_text(EK_W_found_col_article, lang),
        ek_catalogue_text(EK_W_found_col_passage, lang),
        ek_catalogue_text(EK_W_found_col_words, lang),
    };
    ek_buf_puts(s->out, "\xEF\xBB\xBF"); /* U+FEFF */
    ek_csv_row(s->out, cells, COLUMNS);
}

static void
csv_document(struct ek_found_state *s, const struct ek_found_in *in)
{
    struct ek_page page = ek_page_open(s->arena, s->out, &s->options);
    const ek_document *d = in->document;
    for (size_t i = 0; i < in->n; i++) {
        const ek_passage *p = &in->passages[i];
        const ek_str cells[COLUMNS] = {
            ek_page_text(&page, in->name),
            ek_page_ordinal(&page, in->version),
            ek_page_text(&page, in->date),
            ek_page_text(&page, d->path),
            ek_page_ordinal(&page, p->line),
            ek_found_place(&page, p),
            ek_page_text(&page, p->article),
            ek_page_text(&page,
                         ek_str_slice(d->text, p->span.begin, p->span.end)),
            marked(&page, d, p),
        };
        ek_csv_row(s->out, cells, COLUMNS);
    }
    ek_arena_free(page.arena);
}

static void
csv_end(struct ek_found_state *s, const struct ek_found_sums *sums)
{
    (void)s;
    (void)sums;
}

static void
markdown_begin(struct ek_found_state *s)
{
    (void)s;
}

/* Marks that no escaping touches become those of Markdown. */
static void
put_quote(ek_buf *out, ek_str quote)
{
    static const char *const marks[] = {"\x01", "\x02"};
    for (size_t at = 0; at < quote.n;) {
        size_t end = at;
        while (end < quote.n && quote.p[end] != *marks[0] &&
               quote.p[end] != *marks[1])
            end++;
        ek_markdown_text(out, ek_str_slice(quote, at, end));
        if (end < quote.n)
            ek_buf_puts(out, "**");
        at = end + 1;
    }
}

static void
markdown_document(struct ek_found_state *s, const struct ek_found_in *in)
{
    static const char *const marks[] = {"\x01", "\x02"};
    struct ek_page page = ek_page_open(s->arena, s->out, &s->options);
    ek_buf_puts(s->out, "\n## ");
    ek_markdown_text(s->out, ek_page_text(&page, in->name));
    ek_buf_printf(s->out, "&#64;%u\n\n", in->version);
    for (size_t i = 0; i < in->n; i++) {
        const ek_passage *p = &in->passages[i];
        ek_buf_puts(s->out, "- ");
        ek_markdown_text(s->out, ek_found_place(&page, p));
        ek_buf_puts(s->out, p->article.n ? ", " : "");
        ek_markdown_text(s->out, ek_page_text(&page, p->article));
        ek_buf_puts(s->out, ": ");
        put_quote(s->out, ek_found_quote(&page, in->document, p, KEEP, marks));
        ek_buf_putc(s->out, '\n');
    }
    ek_arena_free(page.arena);
}

static void
markdown_end(struct ek_found_state *s, const struct ek_found_sums *sums)
{
    struct ek_page page = ek_page_open(s->arena, s->out, &s->options);
    const ek_str lines[] = {ek_found_sum(&page, &s->asked, sums),
                            ek_found_extent(&page, &s->asked, sums),
                            ek_found_silence(&page, sums)};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].n) {
            ek_buf_putc(s->out, '\n');
            ek_markdown_text(s->out, lines[i]);
            ek_buf_putc(s->out, '\n');
        }
    ek_arena_free(page.arena);
}

const struct ek_found_reporter ek_found_csv = {"csv", csv_begin, csv_document,
                                               csv_end};
const struct ek_found_reporter ek_found_markdown = {
    "md", markdown_begin, markdown_document, markdown_end};
