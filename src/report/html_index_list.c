/* SPDX-License-Identifier: Apache-2.0 */
/* What was not read and why; the questions of the whole batch. */
#include "config.h"

#include "report/html_index.h"

#include <stdlib.h>

static const ek_str nothing = {"", 0};

static void
put_unread(struct ek_html *h, const struct ek_index_row *row)
{
    enum ek_word word = row->read == EK_W_short_none   ? EK_W_idx_none
                        : row->read == EK_W_short_part ? EK_W_idx_part
                                                       : EK_W_idx_idle;
    ek_html_raw(h, "<li>");
    ek_index_link(h, row);
    ek_html_raw(h, "<span>");
    ek_html_icon(h, row->read == EK_W_short_part ? "partly" : "page");
    ek_html_word(h, word);
    ek_html_raw(h, "</span><span>");
    ek_html_text(h, row->missed);
    ek_html_raw(h, "</span></li>\n");
}

void
ek_index_unread(struct ek_html *h, const struct ek_html_index *index)
{
    ek_html_raw(h, "<section class=\"card fail\" aria-labelledby=\"hu\">"
                   "<h2 id=\"hu\">");
    ek_html_word(h, EK_W_idx_unread);
    ek_html_raw(h, "</h2>\n");
    if (index->none + index->part == 0) {
        ek_html_raw(h, "<p>");
        ek_html_word(h, EK_W_idx_unread_all);
        ek_html_raw(h, "</p></section>\n");
        return;
    }
    ek_html_raw(h, "<ul>\n");
    for (size_t i = 0; i < index->rows.n; i++)
        if (index->rows.v[i].none || !ek_index_is_full(&index->rows.v[i]))
            put_unread(h, &index->rows.v[i]);
    ek_html_raw(h, "</ul></section>\n");
}

static void
put_question(struct ek_html *h, const struct ek_index_question *q)
{
    ek_html_raw(h, "<li><code>");
    ek_html_text(h, q->id);
    ek_html_raw(h, "</code><div><p>");
    ek_html_text(h, q->text);
    ek_html_raw(h, "</p>");
    if (ek_str_is(q->to, "reviewer") && q->pro.n && q->contra.n) {
        ek_html_raw(h, "<p class=\"small\"><b>");
        ek_html_word(h, EK_W_pro);
        ek_html_raw(h, "</b> ");
        ek_html_text(h, q->pro);
        ek_html_raw(h, "<br><b>");
        ek_html_word(h, EK_W_contra);
        ek_html_raw(h, "</b> ");
        ek_html_text(h, q->contra);
        ek_html_raw(h, "</p>");
    }
    ek_html_raw(h, "</div><span>");
    ek_html_say(h, q->asked == 1 ? EK_W_idx_contracts_one : EK_W_idx_contracts,
                ek_page_number(&h->page, q->asked), nothing);
    ek_html_raw(h, "</span></li>\n");
}

static int
by_contracts(const void *a, const void *b)
{
    const struct ek_index_question *x =
        *(const struct ek_index_question *const *)a;
    const struct ek_index_question *y =
        *(const struct ek_index_question *const *)b;
    if (x->asked != y->asked)
        return x->asked > y->asked ? -1 : 1;
    return (x > y) - (x < y);
}

static void
put_addressee(struct ek_html *h, const struct ek_html_index *index,
              const char *to, enum ek_word heading)
{
    const struct ek_index_question *asked[EK_INDEX_QUESTIONS];
    size_t n = 0;
    for (size_t i = 0; i < index->questions.n; i++)
        if (ek_str_is(index->questions.v[i].to, to))
            asked[n++] = &index->questions.v[i];
    if (!n)
        return;
    qsort(asked, n, sizeof *asked, by_contracts);
    ek_html_raw(h, "<details class=\"qs\"><summary><h3>");
    ek_html_word(h, heading);
    ek_html_raw(h, "</h3> <span>");
    ek_html_put_number(h, n);
    ek_html_raw(h, "</span></summary>\n<ol>\n");
    for (size_t i = 0; i < n; i++)
        put_question(h, asked[i]);
    ek_html_raw(h, "</ol></details>\n");
}

void
ek_index_asked(struct ek_html *h, const struct ek_html_index *index)
{
    if (!index->questions.n)
        return;
    ek_html_raw(h, "<section class=\"card ask\" aria-labelledby=\"hq\">"
                   "<h2 id=\"hq\">");
    ek_html_word(h, EK_W_idx_asked);
    ek_html_raw(h, "</h2>\n");
    put_addressee(h, index, "user", EK_W_idx_asked_user);
    put_addressee(h, index, "reviewer", EK_W_idx_asked_reviewer);
    put_addressee(h, index, "provider", EK_W_idx_asked_provider);
    if (index->more_questions) {
        ek_html_raw(h, "<p class=\"small\">");
        ek_html_say(h, EK_W_idx_asked_more,
                    ek_page_number(&h->page, index->more_questions), nothing);
        ek_html_raw(h, "</p>");
    }
    ek_html_raw(h, "</section>\n");
}
