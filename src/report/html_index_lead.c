/* SPDX-License-Identifier: Apache-2.0 */
/* The answer as a sentence, what it was found with, and the numbers that are
 * to be seen at once. */
#include "config.h"

#include "report/html_index.h"

static const ek_str nothing = {"", 0};

static size_t
count_of(const struct ek_html_index *index, size_t column,
         enum ek_index_status status)
{
    return index->counts[column][status].n;
}

static ek_str
number(struct ek_html *h, size_t n)
{
    return ek_page_number(&h->page, n);
}

static void
put_single(struct ek_html *h, const struct ek_index_row *row)
{
    if (row->none)
        ek_html_say(h, EK_W_idx_lead_nothing, row->missed, nothing);
    else
        ek_html_say(h, EK_W_idx_lead_single, row->words[EK_INDEX_ex1], nothing);
}

/* " 13 need review." unless there are none. */
static void
put_more(struct ek_html *h, size_t n, enum ek_word one, enum ek_word many)
{
    if (!n)
        return;
    ek_html_raw(h, h->page.options.lang == EK_LANG_JA ? "" : " ");
    ek_html_say(h, n == 1 ? one : many, number(h, n), nothing);
}

static void
put_sentence(struct ek_html *h, const struct ek_html_index *index)
{
    size_t strong = count_of(index, EK_INDEX_ex1, EK_INDEX_S_indicated);
    enum ek_word word = strong == 1 ? EK_W_idx_lead_some_one
                        : strong    ? EK_W_idx_lead_some
                                    : EK_W_idx_lead_no;
    ek_html_say(h, word, number(h, strong), number(h, index->rows.n));
    put_more(h, count_of(index, EK_INDEX_ex1, EK_INDEX_S_review),
             EK_W_idx_lead_review_one, EK_W_idx_lead_review);
    put_more(h, index->none, EK_W_idx_lead_none_one, EK_W_idx_lead_none);
}

static void
put_heading(struct ek_html *h, const struct ek_html_index *index)
{
    ek_html_raw(h, "<h1>");
    if (index->rows.n == 0)
        ek_html_word(h, EK_W_idx_lead_empty);
    else if (index->rows.n == 1)
        put_single(h, &index->rows.v[0]);
    else
        put_sentence(h, index);
    ek_html_raw(h, "</h1>\n<p class=\"sub\">");
    for (size_t i = 0; i < index->packs.n; i++) {
        ek_html_raw(h, i ? " " : "");
        ek_html_text(h, index->packs.v[i]);
    }
    ek_html_raw(h, "</p>\n");
}

/* With a filter the script makes a button of it. */
struct tile {
    const char *class, *shape, *filter, *value;
    enum ek_word head, why;
};

static void
put_tile(struct ek_html *h, const struct tile *tile, size_t n, ek_str why)
{
    ek_buf *out = h->page.out;
    if (tile->filter)
        ek_buf_printf(out,
                      "<div class=\"tile %s\" data-ex=\"%s\" "
                      "data-k=\"%s\"><b>",
                      tile->class, tile->filter, tile->value);
    else
        ek_html_raw(h, "<div class=\"tile\"><b>");
    if (tile->shape)
        ek_html_icon(h, tile->shape);
    ek_html_text(h, number(h, n));
    ek_html_raw(h, "</b><span>");
    ek_html_word(h, tile->head);
    ek_html_raw(h, "</span><small>");
    ek_html_text(h, why);
    ek_html_raw(h, "</small></div>\n");
}

static void
put_tiles(struct ek_html *h, const struct ek_html_index *index)
{
    static const struct {
        struct tile tile;
        enum ek_index_column column;
        enum ek_index_status status;
    } counted[] = {
        {{"indicated", "indicated", "ex1", "indicated", EK_W_idx_tile_strong,
          EK_W_idx_tile_strong_why},
         EK_INDEX_ex1,
         EK_INDEX_S_indicated},
        {{"needs-review", "needs-review", "ex1", "needs-review",
          EK_W_idx_tile_review, EK_W_idx_tile_review_why},
         EK_INDEX_ex1,
         EK_INDEX_S_review},
        {{"not-addressed", "not-addressed", "ex1", "not-addressed",
          EK_W_idx_tile_silent, EK_W_idx_tile_silent_why},
         EK_INDEX_ex1,
         EK_INDEX_S_silent},
        {{"needs-user-fact", "needs-user-fact", "ex2", "needs-user-fact",
          EK_W_idx_tile_fact, EK_W_idx_tile_fact_why},
         EK_INDEX_ex2,
         EK_INDEX_S_fact}};
    static const struct tile gap = {
        "no-result",          "page", "rd", "any-gap", EK_W_idx_tile_gap,
        EK_W_idx_tile_gap_why};
    static const struct tile ask = {
        NULL, NULL, NULL, NULL, EK_W_idx_tile_ask, EK_W_idx_tile_ask_why};
    static const struct tile again = {NULL, NULL,          NULL,
                                      NULL, EK_W_dc_again, EK_W_dc_tile_why};
    ek_lang lang = h->page.options.lang;
    ek_html_raw(h, index->reviewed ? "<div class=\"tiles seven\">\n"
                                   : "<div class=\"tiles\">\n");
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        if (counted[i].column == EK_INDEX_ex2)
            put_tile(h, &gap, index->none + index->part,
                     ek_page_say(&h->page, gap.why, number(h, index->none),
                                 number(h, index->part)));
        put_tile(h, &counted[i].tile,
                 count_of(index, counted[i].column, counted[i].status),
                 ek_catalogue_text(counted[i].tile.why, lang));
    }
    put_tile(h, &ask, index->provider, ek_catalogue_text(ask.why, lang));
    if (index->reviewed)
        put_tile(h, &again, index->again,
                 ek_page_say(&h->page, again.why, number(h, index->decided),
                             nothing));
    ek_html_raw(h, "</div>\n");
}

void
ek_index_lead(struct ek_html *h, const struct ek_html_index *index)
{
    put_heading(h, index);
    put_tiles(h, index);
}
