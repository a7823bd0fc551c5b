/* SPDX-License-Identifier: Apache-2.0 */
/* The whole contract at a glance: a cell an article, its findings as bars. Of
 * a long contract a cell is a chapter, or some neighbours. */
#include "config.h"

#include "report/html_plan.h"

enum { MOST_CELLS = 108, MOST_BARS = 7, MOST_LABEL = 6, MOST_TITLE = 90 };

static const ek_str nothing = {"", 0};

struct cell {
    uint32_t first, end; /* articles */
};

struct map {
    struct ek_html *h;
    const struct ek_html_plan *plan;
    EK_VEC(struct cell) cells;
    ek_str number; /* shown last */
};

static const struct ek_html_article *
article_of(const struct map *map, uint32_t article)
{
    return &map->plan->articles.v[article];
}

static const struct ek_block *
head_of(const struct map *map, uint32_t article)
{
    return ek_html_heading_of(map->h, map->plan, article_of(map, article));
}

static bool
is_unread(const struct ek_html_article *a)
{
    return a->last > a->unread;
}

/* Where an article that is no cell of its own at this level joins the one
 * before. */
static bool
begins_cell(const struct map *map, uint32_t article, uint32_t level)
{
    const struct ek_html_article *a = article_of(map, article);
    const struct ek_block *head = head_of(map, article);
    if (!article || a[-1].document != a->document || is_unread(a) ||
        is_unread(a - 1))
        return true;
    return head ? head->level <= level : level == UINT32_MAX;
}

static void
cut(struct map *map, uint32_t level)
{
    map->cells.n = 0;
    for (uint32_t i = 0; i < map->plan->articles.n; i++) {
        if (begins_cell(map, i, level))
            EK_PUSH(map->h->page.arena, map->cells, ((struct cell){i, i}));
        map->cells.v[map->cells.n - 1].end = i + 1;
    }
}

/* So many neighbours a cell that all fit. */
static void
join(struct map *map)
{
    size_t n = map->cells.n, each = (n + MOST_CELLS - 1) / MOST_CELLS;
    map->cells.n = 0;
    for (size_t i = 0; i < n; i += each) {
        size_t last = i + each < n ? i + each - 1 : n - 1;
        map->cells.v[map->cells.n++] =
            (struct cell){map->cells.v[i].first, map->cells.v[last].end};
    }
}

static void
choose_cells(struct map *map)
{
    cut(map, UINT32_MAX);
    for (uint32_t level = 3; map->cells.n > MOST_CELLS && level-- > 0;)
        cut(map, level);
    if (map->cells.n > MOST_CELLS)
        join(map);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The first number in the label of a heading: "12" of an article, "12.3";
 * where it stands at the head of the heading, too. */
static ek_str
number_of(ek_str label, ek_str heading)
{
    enum { HEAD = 24 };
    size_t i = 0, end;
    while (i < label.n && !is_digit(label.p[i]))
        i++;
    for (end = i; end < label.n && (is_digit(label.p[end]) ||
                                    (label.p[end] == '.' && end + 1 < label.n &&
                                     is_digit(label.p[end + 1])));)
        end++;
    ek_str number = ek_str_slice(label, i, end);
    return number.n > MOST_LABEL || ek_str_find(heading, number, 0) > HEAD
               ? nothing
               : number;
}

static ek_str
heading_of(const struct map *map, uint32_t article)
{
    const struct ek_block *head = head_of(map, article);
    if (!head)
        return nothing;
    const struct ek_html_article *a = article_of(map, article);
    ek_str text = ek_str_slice(map->h->result->documents.v[a->document].text,
                               head->span.begin, head->span.end);
    size_t cut = text.n < MOST_TITLE ? text.n : MOST_TITLE;
    while (cut < text.n && cut > 0 &&
           ((unsigned char)text.p[cut] & 0xC0) == 0x80)
        cut--;
    return ek_str_slice(text, 0, cut);
}

/* An article without heading goes by its page or the words it begins with. */
static ek_str
title_of(const struct map *map, const struct cell *cell)
{
    struct ek_html *h = map->h;
    const struct ek_html_article *a = article_of(map, cell->first);
    ek_str first = heading_of(map, cell->first);
    if (is_unread(a))
        first = ek_page_say(&h->page, EK_W_html_unread_page,
                            ek_page_say(&h->page, EK_W_page,
                                        h->result->documents.v[a->document]
                                            .extraction.unread.v[a->unread]
                                            .name,
                                        nothing),
                            nothing);
    else if (!first.n)
        first = ek_page_say(&h->page, EK_W_html_section,
                            ek_page_number(&h->page, cell->first + 1), nothing);
    if (cell->end - cell->first < 2)
        return first;
    ek_str last = heading_of(map, cell->end - 1);
    return last.n ? ek_arena_printf(h->page.arena, "%.*s - %.*s", EK_ARG(first),
                                    EK_ARG(last))
                  : first;
}

static void
put_bars(struct map *map, const uint32_t *tally)
{
    uint32_t shown = 0;
    for (size_t k = 0; k < EK_HTML_KINDS; k++)
        for (uint32_t i = 0; i < tally[k] && shown < MOST_BARS; i++, shown++)
            ek_buf_printf(map->h->page.out, "<i class=\"%c\"></i>",
                          ek_html_kinds[k]);
}

static void
put_cell(struct map *map, const struct cell *cell)
{
    struct ek_html *h = map->h;
    uint32_t tally[EK_HTML_KINDS] = {0}, n = 0;
    const struct ek_block *head = head_of(map, cell->first);
    ek_str title = title_of(map, cell);
    for (uint32_t i = cell->first; i < cell->end; i++)
        for (size_t k = 0; k < EK_HTML_KINDS; k++)
            tally[k] += article_of(map, i)->tally[k];
    for (size_t k = 0; k < EK_HTML_KINDS; k++)
        n += tally[k];
    ek_buf_printf(h->page.out, "<a href=\"#a%u\"%s", cell->first + 1,
                  is_unread(article_of(map, cell->first)) ? " class=\"img\""
                                                          : "");
    ek_html_attr(h, "title", title);
    ek_html_raw(h, "><span aria-hidden=\"true\">");
    ek_str number = head ? number_of(head->label, title) : nothing;
    if (number.n && !ek_str_eq(number, map->number))
        ek_html_text(h, number);
    else
        ek_html_raw(h, "&middot;");
    map->number = number;
    ek_html_raw(h, "</span>");
    put_bars(map, tally);
    ek_html_raw(h, "<span class=\"vh\">");
    ek_html_text(h, title);
    ek_html_raw(h, " ");
    ek_html_say(h, EK_W_html_count, ek_page_number(&h->page, n), nothing);
    ek_html_raw(h, "</span></a>");
}

void
ek_html_map(struct ek_html *h, const struct ek_html_plan *plan)
{
    struct map map = {.h = h, .plan = plan};
    if (plan->articles.n < 2)
        return;
    choose_cells(&map);
    ek_html_raw(h, "<nav class=\"map\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_html_map, h->page.options.lang));
    ek_html_raw(h, ">");
    for (size_t i = 0; i < map.cells.n; i++)
        put_cell(&map, &map.cells.v[i]);
    ek_html_raw(h, "</nav>\n");
}
