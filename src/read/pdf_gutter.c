/* SPDX-License-Identifier: Apache-2.0 */
/* White space that runs down a page: for every left edge that several pieces
 * share, the longest run of rows in which nothing crosses it, and of these the
 * one with most around it. */
#include "config.h"

#include "read/pdf_layout.h"

enum {
    BIN = 3, /* points; left edges that far apart are one */
    MOST_BINS = 2048,
    MOST_CANDIDATES = 6,
};

/* In sizes of the type. */
static const float LEAST_GAP = 1.0f;
static const float SOFT_GAP = 0.45f; /* where others have a wide one */
static const float BLANK = 0.2f;
static const float EXACT = 0.7f; /* points */
static const float WIDE_GAP = 0.9f;
static const float LONGEST_TITLE = 15;

/* What stands in one row on both sides, or closely packed on both, and how
 * much of it. */
struct sides {
    size_t left, right; /* pieces */
    size_t both, plain; /* rows; those whose left is no list marker */
    bool titled;        /* the first of them is such a one */
    float left_y0, left_y1, right_y0, right_y1, size;
};

size_t
ek_pdf_row_end(const struct ek_pdf_piece *v, size_t n, size_t i)
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

/* The word of a piece that begins at or behind x while the one before ends
 * before it, with something of a gap between them; or 0. */
static uint32_t
word_at(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece,
        float x)
{
    for (uint32_t i = 1; i < piece->n; i++) {
        const struct ek_pdf_word *word = &page->words.v[piece->first + i];
        float begin = word->box.x0;
        if (begin < x - 1)
            continue;
        if (word[-1].box.x1 > x + 1)
            break;
        float gap = ek_pdf_gap(page, piece, i);
        bool aligned = begin < x + EXACT && gap > BLANK;
        bool title = (gap > SOFT_GAP || aligned) &&
                     piece->box.x1 - begin < LONGEST_TITLE * piece->size;
        return gap > WIDE_GAP || title ? i : 0;
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
keep_better(struct ek_pdf_gutter *best, const struct sides *sides,
            struct ek_pdf_gutter candidate)
{
    if (!are_beside(sides))
        return;
    candidate.score = sides->left + sides->right;
    if (candidate.score > best->score)
        *best = candidate;
}

/* The longest run of rows that nothing crosses at x. */
static void
try_gutter(struct ek_pdf_gutter *best, const struct ek_pdf_page *page,
           const struct ek_pdf_piece *v, size_t n, float x)
{
    struct sides sides = {0};
    size_t begin = 0;
    for (size_t i = 0, end; i < n; i = end) {
        bool crossed = false;
        end = ek_pdf_row_end(v, n, i);
        for (size_t k = i; k < end; k++)
            crossed =
                crossed || (crosses(&v[k], x) && !word_at(page, &v[k], x));
        if (!crossed) {
            count_row(&sides, page, v + i, end - i, x);
            continue;
        }
        keep_better(best, &sides, (struct ek_pdf_gutter){x, begin, i, 0});
        sides = (struct sides){0};
        begin = end;
    }
    keep_better(best, &sides, (struct ek_pdf_gutter){x, begin, n, 0});
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

struct ek_pdf_gutter
ek_pdf_find_gutter(ek_arena *arena, const struct ek_pdf_page *page,
                   const struct ek_pdf_piece *v, size_t n)
{
    struct edges *edges = ek_arena_alloc(arena, sizeof *edges);
    struct ek_pdf_gutter best = {0};
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

bool
ek_pdf_has_both(const struct ek_pdf_page *page, const struct ek_pdf_piece *v,
                size_t n, float x)
{
    struct sides sides = {0};
    count_row(&sides, page, v, n, x);
    return sides.both > 0;
}
