/* SPDX-License-Identifier: Apache-2.0 */
/* The reading order of a page. The program's order would mostly do, but it
 * reads some tables down and some across, and mixes columns up at their foot;
 * so the page is cut by its white space: where a gap runs down many rows, what
 * stands left of it is read first (two columns of text) or beside it (a
 * table). */
#include "config.h"

#include "read/pdf_layout.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CUTS = 200 }; /* of one page */

/* In sizes of the type. */
static const float NEAR = 0.45f;
static const float LEAST_COLUMN = 9.0f;

struct region {
    size_t begin, end; /* pieces */
    uint32_t column;
    bool whole; /* is not cut any more */
};

struct page {
    ek_pdf_doc *doc;
    size_t index;
    ek_pdf_pieces pieces; /* in work, those of margins left out */
    EK_VEC(struct region) stack;
    unsigned cuts;
};

struct side {
    float x0, x1, size, last_y1;
    size_t lines, full;
    bool begins; /* its last piece stands clear of what is above */
};

static void
widen(struct side *side, const struct ek_pdf_piece *piece)
{
    side->x0 =
        !side->lines || piece->box.x0 < side->x0 ? piece->box.x0 : side->x0;
    side->x1 =
        !side->lines || piece->box.x1 > side->x1 ? piece->box.x1 : side->x1;
    side->size += piece->size;
    side->lines++;
}

static bool
is_texty(const struct side *side, size_t least, size_t percent)
{
    float size = side->lines ? side->size / (float)side->lines : 0;
    return side->lines >= least && side->x1 - side->x0 >= LEAST_COLUMN * size &&
           side->full * 100 >= side->lines * percent;
}

/* In a table, what begins on the left after a gap has its fellow beside it. */
static bool
is_in_step(const struct ek_pdf_piece *v, size_t n, float x)
{
    struct side sides[2] = {{0}};
    size_t begun = 0, met = 0;
    for (size_t i = 0, end; i < n; i = end) {
        end = ek_pdf_row_end(v, n, i);
        sides[0].begins = sides[1].begins = false;
        for (size_t k = i; k < end; k++) {
            struct side *side = &sides[v[k].box.x0 >= x - 1];
            side->begins = v[k].box.y0 - side->last_y1 > 0.45f * v[k].size;
            side->last_y1 = v[k].box.y1;
        }
        begun += sides[0].begins || sides[1].begins;
        met += sides[0].begins && sides[1].begins;
    }
    return begun >= 3 && met * 4 >= begun * 3;
}

static bool
are_columns(const struct ek_pdf_piece *v, size_t n, float x)
{
    struct side sides[2] = {{0}};
    for (size_t i = 0; i < n; i++)
        widen(&sides[v[i].box.x0 >= x - 1], &v[i]);
    for (size_t i = 0; i < n; i++) {
        struct side *side = &sides[v[i].box.x0 >= x - 1];
        side->full += v[i].box.x1 > side->x1 - 3.5f * v[i].size;
    }
    return sides[0].lines * 2 >= sides[1].lines && is_texty(&sides[0], 5, 40) &&
           is_texty(&sides[1], 4, 25) && !is_in_step(v, n, x);
}

static void
push(struct page *p, size_t begin, size_t end, uint32_t column, bool whole)
{
    struct region region = {begin, end, column, whole};
    if (begin < end)
        EK_PUSH(p->doc->arena, p->stack, region);
}

/* Left pieces first, each side in its order; where the right ones begin. */
static size_t
part(struct page *p, const struct ek_pdf_gutter *g)
{
    struct ek_pdf_piece *v = p->pieces.v;
    size_t n = g->end - g->begin, left = g->begin, right = 0;
    struct ek_pdf_piece *rest = ek_arena_alloc(p->doc->arena, n * sizeof *rest);
    for (size_t i = g->begin; i < g->end; i++)
        if (v[i].box.x0 < g->x - 1)
            v[left++] = v[i];
        else
            rest[right++] = v[i];
    memcpy(v + left, rest, right * sizeof *rest);
    return left;
}

static void
write_line(struct page *p, const struct ek_pdf_piece *v, size_t n,
           uint32_t column)
{
    struct ek_pdf_line line = ek_pdf_line_of(p->doc, p->index, v, n);
    line.column = column;
    line.number = ++p->doc->number;
    if (line.text.n)
        EK_PUSH(p->doc->arena, p->doc->lines, line);
}

static void
write_lines(struct page *p, struct region region)
{
    const struct ek_pdf_piece *v = p->pieces.v + region.begin;
    size_t n = region.end - region.begin;
    for (size_t i = 0, end; i < n; i = end) {
        end = ek_pdf_row_end(v, n, i);
        write_line(p, v + i, end - i, region.column);
    }
}

static bool
continues_above(const struct ek_pdf_piece *v, size_t i)
{
    return v[i].box.y0 - v[i - 1].box.y1 < NEAR * v[i].size &&
           v[i].size < v[i - 1].size * 1.06f;
}

/* A table begins with a row of cells; behind its last one, only lines that
 * continue a cell belong to it. */
static void
trim(const struct page *p, struct ek_pdf_gutter *g)
{
    const struct ek_pdf_page *page = &p->doc->pages.v[p->index];
    const struct ek_pdf_piece *v = p->pieces.v;
    size_t end, last = 0;
    while (g->begin < g->end) {
        end = ek_pdf_row_end(v, g->end, g->begin);
        if (ek_pdf_has_both(page, v + g->begin, end - g->begin, g->x))
            break;
        g->begin = end;
    }
    for (size_t i = g->begin; i < g->end; i = end) {
        end = ek_pdf_row_end(v, g->end, i);
        bool belongs = ek_pdf_has_both(page, v + i, end - i, g->x) ||
                       (last == i && continues_above(v, i));
        last = belongs ? end : last;
    }
    g->end = last > g->begin ? last : g->begin;
}

static void
cut_region(struct page *p, struct region region)
{
    const struct ek_pdf_piece *v = p->pieces.v + region.begin;
    struct ek_pdf_gutter g = {0};
    if (!region.whole && p->cuts++ < MOST_CUTS)
        g = ek_pdf_find_gutter(p->doc->arena, &p->doc->pages.v[p->index], v,
                               region.end - region.begin);
    if (!g.score) {
        write_lines(p, region);
        return;
    }
    g.begin += region.begin;
    g.end += region.begin;
    bool columns = are_columns(p->pieces.v + g.begin, g.end - g.begin, g.x);
    if (!columns)
        trim(p, &g);
    push(p, g.end, region.end, region.column, false);
    if (columns) {
        size_t right = part(p, &g);
        push(p, right, g.end, p->doc->columns + 1, false);
        push(p, g.begin, right, p->doc->columns, false);
        p->doc->columns += 2;
    } else {
        push(p, g.begin, g.end, region.column, true);
    }
    push(p, region.begin, g.begin, region.column, false);
}

void
ek_pdf_order(ek_pdf_doc *doc, size_t index)
{
    struct page p = {.doc = doc, .index = index};
    const ek_pdf_pieces *all = &doc->pieces[index];
    uint32_t row = UINT32_MAX;
    doc->number = 0;
    for (size_t i = 0; i < all->n; i++) {
        doc->number += all->v[i].apart && all->v[i].row != row && !p.pieces.n;
        row = all->v[i].row;
        if (!all->v[i].apart)
            EK_PUSH(doc->arena, p.pieces, all->v[i]);
    }
    push(&p, 0, p.pieces.n, doc->columns++, false);
    while (p.stack.n) {
        struct region region = p.stack.v[--p.stack.n];
        if (!region.whole ||
            !ek_pdf_table(doc, index, p.pieces.v + region.begin,
                          region.end - region.begin, region.column))
            cut_region(&p, region);
    }
}
