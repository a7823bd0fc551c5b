/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include <math.h>
#include <stdlib.h>

enum {
    SIZES = 400,     /* quarter points */
    PITCHES = 64,    /* of 1/20 size */
    LEAST_LINES = 3, /* that make a margin */
};

static void
find_size(ek_pdf_doc *doc)
{
    size_t counts[SIZES] = {0}, most = 0;
    for (size_t i = 0; i < doc->lines.n; i++) {
        size_t size = (size_t)(doc->lines.v[i].size * 4 + 0.5f);
        counts[size < SIZES ? size : SIZES - 1] += doc->lines.v[i].text.n;
    }
    for (size_t i = 1; i < SIZES; i++)
        if (counts[i] > counts[most])
            most = i;
    doc->size = (float)most / 4;
}

static bool
is_body(const ek_pdf_doc *doc, const struct ek_pdf_line *line)
{
    return line->sort == EK_PDF_BODY && doc->size > 0 &&
           fabsf(line->size - doc->size) < doc->size * 0.06f;
}

static void
find_pitch(ek_pdf_doc *doc)
{
    size_t counts[PITCHES] = {0}, most = 0;
    for (size_t i = 1; i < doc->lines.n; i++) {
        const struct ek_pdf_line *a = &doc->lines.v[i - 1], *b = a + 1;
        float pitch = ek_pdf_middle(&b->box) - ek_pdf_middle(&a->box);
        if (a->column != b->column || a->page != b->page || pitch <= 0 ||
            !is_body(doc, a) || !is_body(doc, b))
            continue;
        size_t bin = (size_t)(pitch / doc->size * 20 + 0.5f);
        if (bin < PITCHES)
            counts[bin]++;
    }
    for (size_t i = 1; i < PITCHES; i++)
        if (counts[i] > counts[most])
            most = i;
    doc->pitch = counts[most] ? (float)most / 20 : 0;
}

static int
by_right(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x > y ? -1 : x < y;
}

static float
common_left(const ek_pdf_doc *doc, size_t begin, size_t end)
{
    float left = doc->lines.v[begin].box.x0;
    for (size_t i = begin; i < end; i++)
        if (doc->lines.v[i].box.x0 < left)
            left = doc->lines.v[i].box.x0;
    return left;
}

/* The margin is where several lines end, none of them far out alone. */
static float
common_right(const ek_pdf_doc *doc, size_t begin, size_t end)
{
    size_t n = 0;
    float *v = ek_arena_alloc(doc->arena, (end - begin) * sizeof *v);
    for (size_t i = begin; i < end; i++)
        if (doc->lines.v[i].sort == EK_PDF_BODY)
            v[n++] = doc->lines.v[i].box.x1;
    if (n)
        qsort(v, n, sizeof *v, by_right);
    for (size_t i = 0; i + LEAST_LINES <= n; i++)
        if (v[i] - v[i + LEAST_LINES - 1] < 2.5f * doc->size)
            return v[i];
    return 0;
}

/* Of the first column of each page, the one that most lines have. */
static float
usual_right(const ek_pdf_doc *doc)
{
    enum { BINS = 2000 };
    size_t counts[BINS] = {0}, most = 0;
    uint32_t column = 0;
    for (size_t i = 0; i < doc->lines.n; i++) {
        const struct ek_pdf_line *line = &doc->lines.v[i];
        if (i == 0 || line->page != line[-1].page)
            column = line->column;
        if (line->column == column && line->right > 0 && line->right < BINS)
            counts[(size_t)line->right]++;
    }
    for (size_t i = 1; i < BINS; i++)
        if (counts[i] > counts[most])
            most = i;
    return counts[most] ? (float)most : 0;
}

/* A page of short lines does not tell its margin. */
static void
widen_rights(ek_pdf_doc *doc)
{
    float usual = usual_right(doc);
    uint32_t column = 0;
    for (size_t i = 0; i < doc->lines.n; i++) {
        struct ek_pdf_line *line = &doc->lines.v[i];
        float page = doc->pages.v[line->page].width;
        float first = doc->pages.v[doc->lines.v[0].page].width;
        if (i == 0 || line->page != line[-1].page)
            column = line->column;
        if (line->column == column && fabsf(page - first) < 1 &&
            line->right < usual)
            line->right = usual;
    }
}

/* Too few lines tell nothing: as wide as the left margin, or as their longest
 * line. */
static void
guess_rights(ek_pdf_doc *doc)
{
    float longest = 0;
    for (size_t i = 0; i < doc->lines.n; i++)
        if (doc->lines.v[i].box.x1 > longest)
            longest = doc->lines.v[i].box.x1;
    for (size_t i = 0; i < doc->lines.n; i++) {
        struct ek_pdf_line *line = &doc->lines.v[i];
        float page = doc->pages.v[line->page].width;
        float mirrored = line->left < page / 3 ? page - line->left : 0;
        if (line->right <= 0)
            line->right = mirrored > longest ? mirrored : longest;
        if (line->right < line->box.x1)
            line->right = line->box.x1;
    }
}

void
ek_pdf_measure(ek_pdf_doc *doc)
{
    find_size(doc);
    find_pitch(doc);
    ek_pdf_lines *lines = &doc->lines;
    for (size_t i = 0, end; i < lines->n; i = end) {
        for (end = i; end < lines->n &&
                      lines->v[end].page == lines->v[i].page &&
                      lines->v[end].column == lines->v[i].column;)
            end++;
        float right = common_right(doc, i, end);
        float left = common_left(doc, i, end);
        for (size_t k = i; k < end; k++) {
            lines->v[k].right = right;
            lines->v[k].left = left;
        }
    }
    widen_rights(doc);
    guess_rights(doc);
}
