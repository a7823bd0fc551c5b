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

enum {
    BIN = 3, /* points; left edges that far apart are one */
    MOST_BINS = 2048,
    MOST_CANDIDATES = 6,
    MOST_CUTS = 200, /* of one page */
};

static const float LEAST_GAP = 1.0f; /* in sizes */
static const float SOFT_GAP = 0.45f; /* where others have a wide one */
static const float LONGEST_TITLE = 15;
static const float WIDE_GAP = 0.9f;
static const float LEAST_COLUMN = 13.0f; /* the same */

struct gutter {
    float x;           /* what stands right of it begins here */
    size_t begin, end; /* pieces */
    size_t score;
};

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

/* What stands in one row on both sides, or closely packed on both, and how
 * much of it. */
struct sides {
    size_t left, right; /* pieces */
    size_t both, plain; /* rows; those whose left is no list marker */
    bool titled;        /* the first of them is such a one */
    float left_y0, left_y1, right_y0, right_y1, size;
};

static size_t
row_end(const struct ek_pdf_piece *v, size_t n, size_t i)
{
    uint32_t row = v[i].row;
    while (i < n && v[i].row == row)
        i++;
    return i;
}

static bool
crosses(const struct ek_pdf_piece *piece, float x)
{
    return piece->box.x0 < x - 1 && piece->box.x1 > x - LEAST_GAP * piece->size;
}

/* The word of a piece that begins at x behind something of a gap, or 0. */
static uint32_t
word_at(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece,
        float x)
{
    for (uint32_t i = 1; i < piece->n; i++) {
        float begin = page->words.v[piece->first + i].box.x0;
        if (begin > x + BIN)
            break;
        float gap = ek_pdf_gap(page, piece, i);
        bool title = gap > SOFT_GAP &&
                     piece->box.x1 - begin < LONGEST_TITLE * piece->size;
        if (begin > x - 1 && (gap > WIDE_GAP || title))
            return i;
    }
    return 0;
}

static void
count_side(struct sides *sides, const struct ek_pdf_piece *piece, bool left)
{
    float *y0 = left ? &sides->left_y0 : &sides->right_y0;
    float *y1 = left ? &sides->left_y1 : &sides->right_y1;
    if (!(left ? sides->left : sides->right))
        *y0 = piece->box.y0;
    *y1 = piece->box.y1;
    sides->left += left;
    sides->right += !left;
    sides->size += piece->size;
}

static void
count_row(struct sides *sides, const struct ek_pdf_page *page,
          const struct ek_pdf_piece *v, size_t n, float x)
{
    size_t left = 0, right = 0, markers = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_left = v[i].box.x0 < x - 1;
        uint32_t word =
            is_left && crosses(&v[i], x) ? word_at(page, &v[i], x) : 0;
        struct ek_pdf_piece parts[2] = {v[i], v[i]};
        if (word)
            ek_pdf_split(page, &v[i], word, parts);
        left += is_left;
        right += !is_left || word;
        markers += is_left && ek_pdf_is_marker(page, &parts[0]);
        if (is_left)
            count_side(sides, &parts[0], true);
        if (!is_left || word)
            count_side(sides, &parts[1], false);
    }
    bool plain = left && right && markers < left;
    sides->titled = sides->both ? sides->titled : plain;
    sides->both += left && right;
    sides->plain += plain;
}

static bool
is_packed(size_t lines, float y0, float y1, float size)
{
    return y1 - y0 > 0 && (float)lines * size * 2.2f > y1 - y0;
}

static bool
are_beside(const struct sides *s)
{
    size_t fewer = s->left < s->right ? s->left : s->right;
    if (fewer < 2)
        return false;
    if (s->both && s->plain * 3 < s->both && !(s->titled && s->both > 2))
        return false;
    if (s->both >= 2 && s->both * 2 >= fewer)
        return true;
    float size = s->size / (float)(s->left + s->right);
    float top = s->left_y0 > s->right_y0 ? s->left_y0 : s->right_y0;
    float foot = s->left_y1 < s->right_y1 ? s->left_y1 : s->right_y1;
    return fewer >= 4 && foot - top > 4 * size &&
           is_packed(s->left, s->left_y0, s->left_y1, size) &&
           is_packed(s->right, s->right_y0, s->right_y1, size);
}

static void
keep_better(struct gutter *best, const struct sides *sides,
            struct gutter candidate)
{
    if (!are_beside(sides))
        return;
    candidate.score = sides->left + sides->right;
    if (candidate.score > best->score)
        *best = candidate;
}

/* The longest run of rows that nothing crosses at x. */
static void
try_gutter(struct gutter *best, const struct ek_pdf_page *page,
           const struct ek_pdf_piece *v, size_t n, float x)
{
    struct sides sides = {0};
    size_t begin = 0;
    for (size_t i = 0, end; i < n; i = end) {
        bool crossed = false;
        end = row_end(v, n, i);
        for (size_t k = i; k < end; k++)
            crossed =
                crossed || (crosses(&v[k], x) && !word_at(page, &v[k], x));
        if (!crossed) {
            count_row(&sides, page, v + i, end - i, x);
            continue;
        }
        keep_better(best, &sides, (struct gutter){x, begin, i, 0});
        sides = (struct sides){0};
        begin = end;
    }
    keep_better(best, &sides, (struct gutter){x, begin, n, 0});
}

static size_t
most_counted(const unsigned *counts)
{
    size_t most = 0;
    for (size_t i = 1; i < MOST_BINS; i++)
        if (counts[i] > counts[most])
            most = i;
    return most;
}

struct edges {
    unsigned counts[MOST_BINS];
    float x[MOST_BINS];
};

static void
count_edge(struct edges *edges, float x, unsigned weight)
{
    size_t bin = x > 0 ? (size_t)(x / BIN) : 0;
    if (bin >= MOST_BINS)
        return;
    if (!edges->counts[bin] || x < edges->x[bin])
        edges->x[bin] = x;
    edges->counts[bin] += weight;
}

static void
count_edges(struct edges *edges, const struct ek_pdf_page *page,
            const struct ek_pdf_piece *v, size_t n)
{
    for (size_t i = 1; i < n; i++)
        count_edge(edges, v[i].box.x0, v[i].row == v[i - 1].row ? 2 : 1);
    for (size_t i = 0; i < n; i++)
        for (uint32_t k = 1; k < v[i].n; k++)
            if (ek_pdf_gap(page, &v[i], k) > WIDE_GAP)
                count_edge(edges, page->words.v[v[i].first + k].box.x0, 1);
}

static struct gutter
find_gutter(ek_arena *arena, const struct ek_pdf_page *page,
            const struct ek_pdf_piece *v, size_t n)
{
    struct edges *edges = ek_arena_alloc(arena, sizeof *edges);
    struct gutter best = {0};
    count_edges(edges, page, v, n);
    for (int i = 0; i < MOST_CANDIDATES; i++) {
        size_t bin = most_counted(edges->counts);
        if (edges->counts[bin] < 2)
            break;
        try_gutter(&best, page, v, n, edges->x[bin]);
        edges->counts[bin] = 0;
    }
    return best;
}

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
is_texty(const struct side *side, size_t least)
{
    float size = side->lines ? side->size / (float)side->lines : 0;
    return side->lines >= least && side->x1 - side->x0 >= LEAST_COLUMN * size &&
           side->full * 5 >= side->lines * 2;
}

/* In a table, what begins on the left after a gap has its fellow beside it. */
static bool
is_in_step(const struct ek_pdf_piece *v, size_t n, float x)
{
    struct side sides[2] = {{0}};
    size_t begun = 0, met = 0;
    for (size_t i = 0, end; i < n; i = end) {
        end = row_end(v, n, i);
        sides[0].begins = sides[1].begins = false;
        for (size_t k = i; k < end; k++) {
            struct side *side = &sides[v[k].box.x0 >= x - 1];
            side->begins = v[k].box.y0 - side->last_y1 > 0.45f * v[k].size;
            side->last_y1 = v[k].box.y1;
        }
        begun += sides[0].begins || sides[1].begins;
        met += sides[0].begins && sides[1].begins;
    }
    return begun >= 3 && met * 5 >= begun * 3;
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
    return is_texty(&sides[0], 5) && is_texty(&sides[1], 4) &&
           !is_in_step(v, n, x);
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
part(struct page *p, const struct gutter *g)
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
        end = row_end(v, n, i);
        write_line(p, v + i, end - i, region.column);
    }
}

static void
cut_region(struct page *p, struct region region)
{
    const struct ek_pdf_piece *v = p->pieces.v + region.begin;
    struct gutter g = {0};
    if (!region.whole && p->cuts++ < MOST_CUTS)
        g = find_gutter(p->doc->arena, &p->doc->pages.v[p->index], v,
                        region.end - region.begin);
    if (!g.score) {
        write_lines(p, region);
        return;
    }
    g.begin += region.begin;
    g.end += region.begin;
    push(p, g.end, region.end, region.column, false);
    v = p->pieces.v + g.begin;
    if (are_columns(v, g.end - g.begin, g.x)) {
        size_t right = part(p, &g);
        push(p, right, g.end, p->doc->columns + 1, false);
        push(p, g.begin, right, p->doc->columns, false);
        p->doc->columns += 2;
    } else {
        push(p, g.begin, g.end, region.column, true);
        p->stack.v[p->stack.n - 1].whole = true;
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
