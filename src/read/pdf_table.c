/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include <stdlib.h>

enum { MOST_CELLS = 32, BIN = 3, MOST_BINS = 2048 };

static const float SOFT_GAP = 0.45f; /* in sizes */
static const float BLANK = 0.15f;
static const float LONGEST_TITLE = 15;

struct table {
    ek_pdf_pieces pieces;
    ek_pdf_doc *doc;
    size_t page;
    const struct ek_pdf_piece *v;
    size_t n;
    struct {
        float x0, x1;
    } cells[MOST_CELLS];
    size_t width; /* cells */
    size_t rows;  /* written */
    ek_buf cell;  /* the last one, while it is continued */
    bool continued;
    float least_pitch;
    bool spaced; /* a gap divides the rows, not only their beginning */
    struct ek_pdf_box last[MOST_CELLS];
    uint32_t last_row[MOST_CELLS]; /* in which a cell was last met, from 1 */
};

static int
by_left(const void *a, const void *b)
{
    const struct ek_pdf_piece *p = a, *q = b;
    return p->box.x0 < q->box.x0 ? -1 : p->box.x0 > q->box.x0;
}

static size_t
bin_of(float x)
{
    size_t bin = x > 0 ? (size_t)(x / BIN) : 0;
    return bin < MOST_BINS - 1 ? bin : MOST_BINS - 2;
}

static unsigned *
count_starts(const struct table *t, const struct ek_pdf_page *page)
{
    unsigned *counts =
        ek_arena_alloc(t->doc->arena, MOST_BINS * sizeof *counts);
    for (size_t i = 0; i < t->n; i++)
        counts[bin_of(t->v[i].box.x0)]++;
    for (size_t i = 0; i < t->n; i++)
        for (uint32_t k = 1; k < t->v[i].n; k++)
            if (ek_pdf_gap(page, &t->v[i], k) > SOFT_GAP)
                counts[bin_of(page->words.v[t->v[i].first + k].box.x0)]++;
    return counts;
}

/* Whether cells begin at a word, or between it and the word before. */
static bool
begins_cell(const unsigned *counts, const struct ek_pdf_page *page,
            const struct ek_pdf_piece *piece, uint32_t k)
{
    const struct ek_pdf_word *word = &page->words.v[piece->first + k];
    float gap = ek_pdf_gap(page, piece, k);
    size_t first = bin_of(word->box.x0 - BIN / 2.0f);
    size_t last = bin_of(word->box.x0 + BIN / 2.0f);
    if (gap <= BLANK ||
        piece->box.x1 - word->box.x0 > LONGEST_TITLE * piece->size)
        return false;
    if (gap > SOFT_GAP)
        first = bin_of(word[-1].box.x1);
    for (size_t bin = first; bin <= last; bin++)
        if (counts[bin] >= 2)
            return true;
    return false;
}

/* Cells whose gap is narrow, beside others whose gap is not: divided where the
 * others begin. */
static void
split_pieces(struct table *t)
{
    const struct ek_pdf_page *page = &t->doc->pages.v[t->page];
    const unsigned *counts = count_starts(t, page);
    for (size_t i = 0; i < t->n; i++) {
        struct ek_pdf_piece parts[2] = {t->v[i], t->v[i]};
        for (uint32_t k = 1; k < parts[1].n;) {
            if (begins_cell(counts, page, &parts[1], k)) {
                ek_pdf_split(page, &parts[1], k, parts);
                EK_PUSH(t->doc->arena, t->pieces, parts[0]);
                k = 1;
            } else {
                k++;
            }
        }
        EK_PUSH(t->doc->arena, t->pieces, parts[1]);
    }
    t->v = t->pieces.v;
    t->n = t->pieces.n;
}

/* What overlaps from above to below is one column of cells. */
static void
find_cells(struct table *t)
{
    struct ek_pdf_piece *v = ek_arena_alloc(t->doc->arena, t->n * sizeof *v);
    for (size_t i = 0; i < t->n; i++)
        v[i] = t->v[i];
    qsort(v, t->n, sizeof *v, by_left);
    for (size_t i = 0; i < t->n; i++) {
        size_t last = t->width ? t->width - 1 : 0;
        bool within = t->width && v[i].box.x0 < t->cells[last].x1 + 1;
        if (!within && t->width < MOST_CELLS) {
            t->cells[t->width].x0 = v[i].box.x0;
            t->cells[t->width++].x1 = v[i].box.x1;
        } else if (v[i].box.x1 > t->cells[last].x1) {
            t->cells[last].x1 = v[i].box.x1;
        }
    }
}

static size_t
cell_of(const struct table *t, const struct ek_pdf_piece *piece)
{
    size_t i = 0;
    while (i + 1 < t->width && piece->box.x0 >= t->cells[i + 1].x0)
        i++;
    return i;
}

static size_t
row_end(const struct table *t, size_t i)
{
    uint32_t row = t->v[i].row;
    while (i < t->n && t->v[i].row == row)
        i++;
    return i;
}

static float
pitch_at(const struct table *t, size_t before, size_t at)
{
    return ek_pdf_middle(&t->v[at].box) - ek_pdf_middle(&t->v[before].box);
}

static void
measure_pitch(struct table *t)
{
    size_t wide = 0, rows = 0;
    for (size_t i = 0, end; (end = row_end(t, i)) < t->n; i = end) {
        float pitch = pitch_at(t, i, end);
        if (pitch > 0.5f * t->v[i].size &&
            (!t->least_pitch || pitch < t->least_pitch))
            t->least_pitch = pitch;
    }
    for (size_t i = 0, end; (end = row_end(t, i)) < t->n; i = end, rows++)
        wide += pitch_at(t, i, end) > 1.2f * t->least_pitch;
    t->spaced = wide >= 2 && wide * 6 >= rows;
}

/* The line before in the same cell was so long that this one may continue
 * it. */
static bool
may_continue(const struct table *t, size_t cell, uint32_t row,
             const struct ek_pdf_piece *piece)
{
    float room = t->cells[cell].x1 - t->last[cell].x1;
    return t->last_row[cell] == row && room < 3 * piece->size;
}

static bool
begins_row(const struct table *t, size_t before, size_t begin, size_t end,
           uint32_t row)
{
    bool wide = pitch_at(t, before, begin) > 1.2f * t->least_pitch;
    bool all_continue = true;
    if (wide || t->spaced)
        return wide;
    if (end - begin >= t->width)
        return true;
    for (size_t i = begin; i < end; i++)
        all_continue = all_continue &&
                       may_continue(t, cell_of(t, &t->v[i]), row, &t->v[i]);
    return !all_continue;
}

static void
note_row(struct table *t, size_t begin, size_t end, uint32_t row)
{
    for (size_t i = begin; i < end; i++) {
        size_t cell = cell_of(t, &t->v[i]);
        t->last[cell] = t->v[i].box;
        t->last_row[cell] = row;
    }
}

static void
add_words(struct table *t, struct ek_pdf_line *line, ek_buf *cells,
          size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        struct ek_pdf_line part = ek_pdf_line_of(t->doc, t->page, &t->v[i], 1);
        ek_pdf_join(t->doc, &cells[cell_of(t, &t->v[i])], part.text);
        ek_pdf_cover(&line->box, &part.box);
        if (part.percent && (!line->percent || part.percent < line->percent))
            line->percent = part.percent;
    }
}

/* A row of two cells whose first is empty goes on in the second. */
static void
continue_cell(struct table *t, ek_str words)
{
    struct ek_pdf_line *last = &t->doc->lines.v[t->doc->lines.n - 1];
    if (!t->continued) {
        t->cell = ek_buf_on(t->doc->arena);
        ek_buf_add(&t->cell, last->cells.v[1]);
    }
    t->continued = true;
    ek_pdf_join(t->doc, &t->cell, words);
    last->cells.v[1] = ek_buf_str(&t->cell);
}

static void
write_row(struct table *t, size_t begin, size_t end, uint32_t column)
{
    ek_arena *arena = t->doc->arena;
    struct ek_pdf_line line = ek_pdf_line_of(t->doc, t->page, &t->v[begin], 1);
    ek_buf cells[MOST_CELLS];
    line.sort = EK_PDF_ROW;
    line.column = column;
    line.number = t->doc->number + 1;
    for (size_t i = 0; i < t->width; i++)
        cells[i] = ek_buf_on(arena);
    for (size_t i = begin, next; i < end; i = next) {
        next = row_end(t, i);
        add_words(t, &line, cells, i, next);
        t->doc->number++;
    }
    if (t->width == 2 && !cells[0].n && t->rows) {
        continue_cell(t, ek_buf_str(&cells[1]));
        return;
    }
    for (size_t i = 0; i < t->width; i++)
        EK_PUSH(arena, line.cells, ek_buf_str(&cells[i]));
    EK_PUSH(arena, t->doc->lines, line);
    t->rows++;
    t->continued = false;
}

bool
ek_pdf_table(ek_pdf_doc *doc, size_t page, const struct ek_pdf_piece *v,
             size_t n, uint32_t column)
{
    struct table t = {.doc = doc, .page = page, .v = v, .n = n};
    size_t begin = 0;
    uint32_t row = 1;
    split_pieces(&t);
    find_cells(&t);
    if (t.width < 2)
        return false;
    measure_pitch(&t);
    for (size_t i = 0, end, before = 0; i < t.n; before = i, i = end, row++) {
        end = row_end(&t, i);
        if (i && begins_row(&t, before, i, end, row - 1)) {
            write_row(&t, begin, i, column);
            begin = i;
        }
        note_row(&t, i, end, row);
    }
    write_row(&t, begin, t.n, column);
    return true;
}
