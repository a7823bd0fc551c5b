/* SPDX-License-Identifier: Apache-2.0 */
/* Bars of outcomes and of clause types, with the same figures as text. */
#include "config.h"

#include "report/html_index.h"

#include <stdlib.h>

enum { SHOWN_TYPES = 10 };

static const ek_str nothing = {"", 0};

static const char *
class_of(enum ek_index_status status)
{
    return ek_html_class(ek_str_of(ek_index_known[status].word));
}

/* One part of a bar a status, as wide as it has contracts. */
static void
put_bar(struct ek_html *h, const struct ek_index_count *counts, size_t total)
{
    size_t x = 0;
    ek_buf_printf(h->page.out,
                  "<svg class=\"bar\" viewBox=\"0 0 %zu 1\" "
                  "preserveAspectRatio=\"none\" aria-hidden=\"true\">",
                  total);
    for (size_t i = 0; i < EK_INDEX_STATUSES; i++) {
        if (counts[i].n)
            ek_buf_printf(h->page.out,
                          "<rect class=\"f %s\" x=\"%zu\" width=\"%zu\" "
                          "height=\"1\"/>",
                          class_of((enum ek_index_status)i), x, counts[i].n);
        x += counts[i].n;
    }
    ek_html_raw(h, "</svg>");
}

static void
put_figure(struct ek_html *h, enum ek_index_status status,
           const struct ek_index_count *count)
{
    ek_html_raw(h, "<b>");
    ek_html_text(h, ek_page_number(&h->page, count->n));
    ek_html_raw(h, "</b>");
    ek_index_icon(h, status);
    ek_html_raw(h, "<span>");
    ek_html_text(h, count->words);
    ek_html_raw(h, "</span>");
}

/* The figures of an exception filter the table by it. */
static void
put_figures(struct ek_html *h, const struct ek_index_count *counts,
            const char *filter)
{
    ek_html_raw(h, "<ul>");
    for (size_t i = 0; i < EK_INDEX_STATUSES; i++) {
        enum ek_index_status status = (enum ek_index_status)i;
        if (!counts[i].n)
            continue;
        ek_buf_printf(h->page.out, "<li><span class=\"fg %s\"",
                      class_of(status));
        if (filter)
            ek_buf_printf(h->page.out, " data-ex=\"%s\" data-k=\"%s\"", filter,
                          ek_index_known[i].word);
        ek_html_raw(h, ">");
        put_figure(h, status, &counts[i]);
        ek_html_raw(h, "</span></li>");
    }
    ek_html_raw(h, "</ul>");
}

static void
put_column(struct ek_html *h, const struct ek_html_index *index,
           enum ek_index_column column)
{
    static const char *const filters[] = {"ex1", "ex2", "ex3"};
    const struct ek_index_count *counts = index->counts[column];
    bool exception = ek_index_heads[column].group == 'e';
    ek_html_raw(h, "<div class=\"br\"><h3>");
    ek_html_text(h, ek_index_item(h, column));
    ek_html_raw(h, "<small>");
    ek_html_text(h, ek_catalogue_short(ek_str_of(ek_index_heads[column].item),
                                       h->page.options.lang));
    ek_html_raw(h, "</small></h3>");
    put_bar(h, counts, index->rows.n);
    put_figures(h, counts, exception ? filters[column - EK_INDEX_ex1] : NULL);
    ek_html_raw(h, "</div>\n");
}

static void
put_outcomes(struct ek_html *h, const struct ek_html_index *index)
{
    ek_html_raw(h, "<section class=\"card\" aria-labelledby=\"ho\">"
                   "<h2 id=\"ho\">");
    ek_html_say(h,
                index->rows.n == 1 ? EK_W_idx_outcomes_one : EK_W_idx_outcomes,
                ek_page_number(&h->page, index->rows.n), nothing);
    ek_html_raw(h, "</h2>\n");
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        if (ek_index_heads[i].group == 'e')
            put_column(h, index, (enum ek_index_column)i);
    ek_html_raw(h, "</section>\n");
}

void
ek_index_checks(struct ek_html *h, const struct ek_html_index *index)
{
    if (!index->rows.n)
        return;
    ek_html_raw(h, "<section class=\"card checks\" aria-labelledby=\"hg\">"
                   "<h2 id=\"hg\">");
    ek_html_word(h, EK_W_idx_checks);
    ek_html_raw(h, "</h2>\n<div class=\"cs\">\n");
    for (size_t i = 0; i < EK_INDEX_COLUMNS; i++)
        if (ek_index_heads[i].group == 'g' || ek_index_heads[i].group == 'q')
            put_column(h, index, (enum ek_index_column)i);
    ek_html_raw(h, "</div></section>\n");
}

static void
put_type(struct ek_html *h, const struct ek_index_type *type, size_t total)
{
    ek_html_raw(h, "<tr><th scope=\"row\">");
    ek_html_text(h, type->title);
    ek_buf_printf(h->page.out,
                  "</th><td><span><svg class=\"bar\" viewBox=\"0 0 %zu 1\" "
                  "preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                  "<rect class=\"tr\" width=\"%zu\" height=\"1\"/>"
                  "<rect class=\"fi\" width=\"%zu\" height=\"1\"/></svg>"
                  "<b>",
                  total, total, type->carried);
    ek_html_text(h, ek_page_number(&h->page, type->carried));
    ek_html_raw(h, "</b></span></td><td>");
    ek_html_text(h, ek_page_number(&h->page, type->silent));
    ek_html_raw(h, "</td><td>");
    ek_html_text(h, ek_page_number(&h->page, type->other));
    ek_html_raw(h, "</td></tr>\n");
}

static void
put_type_table(struct ek_html *h, const struct ek_index_type *const *types,
               size_t n, size_t total)
{
    static const enum ek_word heads[] = {EK_W_idx_type, EK_W_idx_carried,
                                         EK_W_idx_silent, EK_W_idx_other};
    ek_html_raw(h, "<table class=\"ty\"><thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        ek_html_raw(h, "<th scope=\"col\">");
        ek_html_word(h, heads[i]);
        ek_html_raw(h, "</th>");
    }
    ek_html_raw(h, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < n; i++)
        put_type(h, types[i], total);
    ek_html_raw(h, "</tbody></table>\n");
}

static int
by_contracts(const void *a, const void *b)
{
    const struct ek_index_type *x = *(const struct ek_index_type *const *)a;
    const struct ek_index_type *y = *(const struct ek_index_type *const *)b;
    if (x->carried != y->carried)
        return x->carried > y->carried ? -1 : 1;
    return (x > y) - (x < y);
}

static void
put_types(struct ek_html *h, const struct ek_html_index *index)
{
    const struct ek_index_type *types[EK_INDEX_TYPES];
    size_t n = index->types.n, total = index->rows.n - index->none;
    for (size_t i = 0; i < n; i++)
        types[i] = &index->types.v[i];
    qsort(types, n, sizeof *types, by_contracts);
    ek_html_raw(h, "<section class=\"card\" aria-labelledby=\"ht\">"
                   "<h2 id=\"ht\">");
    ek_html_say(h, EK_W_idx_types, ek_page_number(&h->page, total), nothing);
    ek_html_raw(h, "</h2>\n");
    put_type_table(h, types, n < SHOWN_TYPES ? n : SHOWN_TYPES, total);
    if (n > SHOWN_TYPES) {
        ek_html_raw(h, "<details><summary>");
        ek_html_say(h, EK_W_idx_types_more,
                    ek_page_number(&h->page, n - SHOWN_TYPES), nothing);
        ek_html_raw(h, "</summary>");
        put_type_table(h, types + SHOWN_TYPES, n - SHOWN_TYPES, total);
        ek_html_raw(h, "</details>\n");
    }
    ek_html_raw(h, "</section>\n");
}

void
ek_index_charts(struct ek_html *h, const struct ek_html_index *index)
{
    if (!index->rows.n)
        return;
    ek_html_raw(h, "<div class=\"ch\">\n");
    put_outcomes(h, index);
    if (index->types.n && index->rows.n > index->none)
        put_types(h, index);
    ek_html_raw(h, "</div>\n");
}
