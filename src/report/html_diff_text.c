/* SPDX-License-Identifier: Apache-2.0 */
/* Both texts whole, side by side. What a reader wants to see of them is chosen
 * by boxes that need no script. */
#include "config.h"

#include "report/html_diff.h"
#include "report/html_plan.h"

/* Rows of a part that a browser leaves aside while it is out of sight. */
enum { LEAST_ROWS = 8, MOST_ROWS = 40 };

static const char letters[] = {[EK_WEIGHT_NONE] = 'l',
                               [EK_WEIGHT_NUMBERS] = 'n',
                               [EK_WEIGHT_WORDING] = 'w',
                               [EK_WEIGHT_SUBSTANCE] = 's'};

static void
put_box(struct ek_html *h, const char *id, bool checked, enum ek_word word,
        ek_str arg)
{
    ek_buf_printf(h->page.out,
                  "<label class=\"box\"><input type=\"checkbox\" id=\"%s\"%s> ",
                  id, checked ? " checked" : "");
    ek_html_say(h, word, arg, EK_STR(""));
    ek_html_raw(h, "</label>\n");
}

static void
put_boxes(struct ek_html_diff *d)
{
    static const struct {
        ek_weight weight;
        const char *id;
        enum ek_word word;
    } boxes[] = {{EK_WEIGHT_WORDING, "cw", EK_W_dh_show_wording},
                 {EK_WEIGHT_NUMBERS, "cn", EK_W_dh_show_numbers},
                 {EK_WEIGHT_NONE, "cl", EK_W_dh_show_layout}};
    struct ek_html *h = d->h;
    if (!d->changes->clauses.n)
        return;
    ek_html_raw(h, "<fieldset class=\"boxes card\"><legend class=\"vh\">");
    ek_html_word(h, EK_W_dh_show);
    ek_html_raw(h, "</legend>\n");
    put_box(h, "co", false, EK_W_dh_only, EK_STR(""));
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        size_t n = d->changes->counts[boxes[i].weight];
        if (n)
            put_box(h, boxes[i].id, h->page.options.all, boxes[i].word,
                    ek_page_number(&h->page, n));
    }
    ek_html_raw(h, "</fieldset>\n");
}

static void
put_side(struct ek_html_diff *d, const struct ek_diff_row *row, unsigned side)
{
    struct ek_html *h = d->h;
    struct ek_html_diff_cell cell = {.side = side,
                                     .clause = row->clause,
                                     .places = row->side[side].v,
                                     .n = row->side[side].n,
                                     .heads = side == EK_LATER};
    if (!cell.n) {
        ek_html_raw(h, "<div class=\"no\"><p>");
        if (row->clause != EK_NOT_THERE)
            ek_html_word(h, side == EK_EARLIER ? EK_W_dh_not_earlier
                                               : EK_W_dh_not_later);
        ek_html_raw(h, "</p></div>");
        return;
    }
    ek_html_raw(h, "<div>");
    if (row->clause != EK_NOT_THERE) {
        ek_html_raw(h, "<span class=\"wh\">");
        ek_html_word(h, side == EK_EARLIER ? EK_W_dh_earlier : EK_W_dh_later);
        ek_html_raw(h, "</span>");
    }
    ek_html_diff_cell(d, &cell);
    ek_html_raw(h, "</div>");
}

/* Between the two: the way back to the list, or where it stood before. */
static void
put_middle(struct ek_html_diff *d, uint32_t i)
{
    struct ek_html *h = d->h;
    const struct ek_diff_row *row = &d->rows.v[i];
    uint32_t entry = d->entry_of_row[i];
    bool listed =
        row->clause != EK_NOT_THERE && ek_changes_comparable(d->changes);
    ek_html_raw(h, "<div class=\"mid\">");
    if (entry != EK_NOT_THERE) {
        ek_buf_printf(h->page.out, "<a class=\"num %s\" href=\"#d%u\"",
                      d->entries.v.v[entry].shift == EK_SHIFT_STRONGER ? "s"
                      : d->entries.v.v[entry].shift == EK_SHIFT_WEAKER ? "p"
                                                                       : "q",
                      entry + 1);
        ek_html_attr(h, "aria-label",
                     ek_page_say(&h->page, EK_W_dh_change,
                                 ek_page_ordinal(&h->page, entry + 1),
                                 EK_STR("")));
        ek_buf_printf(h->page.out, ">%u</a>", entry + 1);
    } else if (listed) {
        ek_buf_printf(h->page.out, "<a class=\"num n\" href=\"#o%u\"",
                      row->clause + 1);
        ek_html_attr(h, "aria-label",
                     ek_catalogue_text(EK_W_dh_to_list, h->page.options.lang));
        ek_html_raw(h, ">&#8593;</a>");
    }
    uint32_t gone = row->clause == EK_NOT_THERE
                        ? EK_NOT_THERE
                        : d->gone_of_clause[row->clause];
    if (gone != EK_NOT_THERE)
        ek_html_diff_to_text(d, gone, EK_W_diff_moved);
    ek_html_raw(h, "</div>");
}

/* What has moved away stands elsewhere. */
static void
put_gone(struct ek_html_diff *d, uint32_t i)
{
    struct ek_html *h = d->h;
    const struct ek_diff_row *row = &d->rows.v[i];
    ek_buf_printf(h->page.out,
                  "<div class=\"r gone l\" id=\"t%u\" tabindex=\"-1\">"
                  "<div><p>",
                  i + 1);
    ek_html_say(h, EK_W_dh_gone,
                ek_diff_counted(&h->page, EK_W_dh_blocks_one, EK_W_dh_blocks,
                                row->side[EK_EARLIER].n),
                EK_STR(""));
    ek_html_raw(h, " ");
    ek_html_diff_to_text(d, d->row_of_clause[row->clause], EK_W_dh_there);
    ek_html_raw(h, "</p></div><div class=\"mid\"></div>"
                   "<div class=\"no\"></div></div>\n");
}

static void
put_row(struct ek_html_diff *d, uint32_t i)
{
    struct ek_html *h = d->h;
    const struct ek_diff_row *row = &d->rows.v[i];
    if (row->gone) {
        put_gone(d, i);
        return;
    }
    char kind = row->clause == EK_NOT_THERE
                    ? '=' /* replaced below */
                    : letters[d->changes->clauses.v[row->clause].weight];
    bool linked = kind != '=' || d->entry_of_row[i] != EK_NOT_THERE;
    if (d->entry_of_row[i] != EK_NOT_THERE)
        kind = 's';
    ek_buf_printf(h->page.out, "<div class=\"r %c\"", kind == '=' ? 'e' : kind);
    if (linked)
        ek_buf_printf(h->page.out, " id=\"t%u\" tabindex=\"-1\"", i + 1);
    ek_html_raw(h, ">");
    put_side(d, row, EK_EARLIER);
    if (linked)
        put_middle(d, i);
    put_side(d, row, EK_LATER);
    ek_html_raw(h, "</div>\n");
}

static bool
begins_part(const struct ek_html_diff *d, const struct ek_diff_row *row,
            uint32_t rows)
{
    if (rows >= MOST_ROWS)
        return true;
    if (rows < LEAST_ROWS || !row->side[EK_LATER].n)
        return false;
    struct ek_place_in place = row->side[EK_LATER].v[0];
    return d->changes->after->documents.v[place.document]
               .blocks.v[place.block]
               .kind == EK_BLOCK_HEADING;
}

static uint32_t
bytes_of(const struct ek_html_diff *d, const struct ek_diff_row *row,
         unsigned side)
{
    const ek_result *r = d->version[side].result;
    uint32_t bytes = 0;
    for (size_t i = 0; i < row->side[side].n; i++) {
        struct ek_place_in place = row->side[side].v[i];
        ek_tspan span =
            r->documents.v[place.document].blocks.v[place.block].span;
        bytes += span.end - span.begin;
    }
    return bytes;
}

/* About how high a row is, in pixels of a wide window. */
static uint32_t
height_of(const struct ek_html_diff *d, const struct ek_diff_row *row)
{
    enum { ONE_LINE = 37, LINE = 27, BYTES = 110 };
    uint32_t before = row->gone ? 0 : bytes_of(d, row, EK_EARLIER),
             after = bytes_of(d, row, EK_LATER);
    return ONE_LINE + (before > after ? before : after) / BYTES * LINE;
}

/* class="h3": twice as high as h2 and so on, until it has been drawn. */
static void
open_part(struct ek_html_diff *d, uint32_t first, uint32_t end)
{
    enum { TALLEST = 6 };
    uint32_t height = 0, most = 220;
    unsigned size = 0;
    for (uint32_t i = first; i < end; i++)
        height += height_of(d, &d->rows.v[i]);
    for (; size < TALLEST && height > most; size++)
        most *= 2;
    ek_buf_printf(d->h->page.out, "<div class=\"pt h%u\">\n", size);
}

static void
put_rows(struct ek_html_diff *d)
{
    for (uint32_t i = 0, end; i < d->rows.n; i = end) {
        for (end = i + 1; end < d->rows.n; end++)
            if (begins_part(d, &d->rows.v[end], end - i))
                break;
        open_part(d, i, end);
        for (uint32_t k = i; k < end; k++)
            put_row(d, k);
        ek_html_raw(d->h, "</div>\n");
    }
}

void
ek_html_diff_texts(struct ek_html_diff *d)
{
    struct ek_html *h = d->h;
    ek_html_raw(h, "<section id=\"text\" tabindex=\"-1\" "
                   "aria-labelledby=\"tx\"><h2 id=\"tx\">");
    ek_html_word(h, EK_W_dh_text);
    ek_html_raw(h, "</h2>\n");
    put_boxes(d);
    ek_html_raw(h, "<div class=\"sbs card\">\n<div class=\"r hdr\"><div>");
    ek_html_word(h, EK_W_dh_earlier);
    ek_html_raw(h, "</div><div>");
    ek_html_word(h, EK_W_dh_later);
    ek_html_raw(h, "</div></div>\n");
    put_rows(d);
    ek_html_raw(h, "</div></section>\n");
}
