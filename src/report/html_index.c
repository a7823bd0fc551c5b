/* SPDX-License-Identifier: Apache-2.0 */
/* The page of a batch: what stands around its parts. */
#include "config.h"

#include "report/html_index.h"
#include "report/html_name.h"

#include <stdlib.h>

EK_HTML_EMBEDDED(index_css);
EK_HTML_EMBEDDED(index_js);

struct ek_html_index *
ek_html_index_new(ek_arena *arena)
{
    struct ek_html_index *index = ek_arena_alloc(arena, sizeof *index);
    index->arena = arena;
    return index;
}

bool
ek_index_is_full(const struct ek_index_row *row)
{
    return row->read == EK_W_short_full;
}

ek_str
ek_index_item(struct ek_html *h, enum ek_index_column column)
{
    if (column == EK_INDEX_service)
        return ek_catalogue_text(EK_W_idx_service, h->page.options.lang);
    return ek_term_item(&h->page, ek_str_of(ek_index_heads[column].item));
}

void
ek_index_icon(struct ek_html *h, enum ek_index_status status)
{
    ek_html_icon(h, ek_html_shape(ek_str_of(ek_index_known[status].word)));
}

void
ek_index_link(struct ek_html *h, const struct ek_index_row *row)
{
    ek_html_raw(h, "<a href=\"");
    ek_html_name_link(h->page.out, row->page);
    ek_html_raw(h, "\"");
    ek_html_lang(h, row->lang);
    ek_html_raw(h, ">");
    ek_html_text(h, row->name);
    ek_html_raw(h, "</a>");
}

static int
by_gravity(const void *a, const void *b)
{
    const struct ek_index_row *x = *(const struct ek_index_row *const *)a;
    const struct ek_index_row *y = *(const struct ek_index_row *const *)b;
    unsigned p = ek_index_known[x->status[EK_INDEX_ex1]].rank;
    unsigned q = ek_index_known[y->status[EK_INDEX_ex1]].rank;
    return p != q ? (p > q) - (p < q) : (x > y) - (x < y);
}

const struct ek_index_row *const *
ek_index_gravest_first(const struct ek_html_index *index, ek_arena *arena)
{
    size_t n = index->rows.n;
    const struct ek_index_row **rows =
        ek_arena_alloc(arena, (n + 1) * sizeof *rows);
    for (size_t i = 0; i < n; i++)
        rows[i] = &index->rows.v[i];
    qsort(rows, n, sizeof *rows, by_gravity);
    return rows;
}

static void
put_top(struct ek_html *h)
{
    ek_html_raw(h, "<a class=\"skip\" href=\"#docs\">");
    ek_html_word(h, EK_W_idx_skip);
    ek_html_raw(h, "</a>\n<header class=\"top\"><span class=\"brand\">ekimu"
                   "</span></header>\n<main>\n");
}

static void
put_foot(struct ek_html *h, const struct ek_html_index *index)
{
    ek_html_raw(h, "</main>\n<footer class=\"foot\"><div class=\"card small\">"
                   "<p>");
    ek_html_text(h, index->disclaimer);
    ek_html_raw(h, "</p>\n<p>");
    ek_html_text(h, index->note);
    ek_html_raw(h, "</p></div></footer>\n");
}

/* What a cell is called where the table is a list of cards. */
static void
add_label(ek_buf *out, size_t cell, ek_str label)
{
    ek_buf_printf(out, ".tw td:nth-child(%zu)::before{content:\"", cell);
    for (size_t i = 0; i < label.n; i++)
        if (label.p[i] != '"' && label.p[i] != '\\' && label.p[i] != '<')
            ek_buf_putc(out, label.p[i]);
    ek_buf_puts(out, "\"}");
}

static ek_str
labels_of_cells(struct ek_html *h)
{
    ek_buf out = ek_buf_on(h->page.arena);
    ek_lang lang = h->page.options.lang;
    size_t cell = 2;
    ek_buf_puts(&out, "@media screen and (max-width:720px){");
    add_label(&out, cell++, ek_catalogue_text(EK_W_idx_reading, lang));
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        add_label(&out, cell++, ek_index_item(h, (enum ek_index_column)i));
    add_label(&out, cell++, ek_catalogue_text(EK_W_idx_findings, lang));
    add_label(&out, cell, ek_catalogue_text(EK_W_idx_questions, lang));
    ek_buf_putc(&out, '}');
    return ek_buf_str(&out);
}

static ek_str
title_of(struct ek_html *h, const struct ek_html_index *index)
{
    ek_str title = ek_page_say(
        &h->page, index->rows.n == 1 ? EK_W_idx_title_one : EK_W_idx_title,
        ek_page_number(&h->page, index->rows.n), EK_STR(""));
    return ek_arena_printf(h->page.arena, "%.*s - ekimu", EK_ARG(title));
}

void
ek_html_index_write(const struct ek_html_index *index, ek_buf *out,
                    const struct ek_report_options *options)
{
    struct ek_html h = {.page = ek_page_open(index->arena, out, options)};
    struct ek_html_frame frame = {
        title_of(&h, index),
        {EK_HTML_FILE(base_css), EK_HTML_FILE(index_css), labels_of_cells(&h)},
        EK_HTML_FILE(index_js)};
    ek_html_begin(&h, &frame);
    put_top(&h);
    ek_index_lead(&h, index);
    ek_index_charts(&h, index);
    ek_html_raw(&h, "<section id=\"docs\" tabindex=\"-1\" "
                    "aria-labelledby=\"hd\"><h2 id=\"hd\">");
    ek_html_word(&h, EK_W_idx_documents);
    ek_html_raw(&h, "</h2>\n");
    ek_index_filters(&h, index);
    ek_index_table(&h, index);
    ek_html_raw(&h, "</section>\n");
    ek_index_checks(&h, index);
    ek_index_unread(&h, index);
    ek_index_asked(&h, index);
    put_foot(&h, index);
    ek_html_end(&h, &frame);
    ek_arena_free(h.page.arena);
}
