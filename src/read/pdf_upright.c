/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST_CHARACTERS = 10, LEAST_IN_COLUMN = 3 };

static const float BELOW = 0.4f; /* sizes between characters of a column */
static const float ALIGNED = 0.2f;
static const float NO_BLANK = 0.3f;

static size_t
characters_of(ek_str text)
{
    size_t count = 0;
    for (size_t i = 0, n; i < text.n; i += n, count++)
        (void)ek_cp_at(text, i, &n);
    return count;
}

static float
across(const struct ek_pdf_box *box)
{
    return (box->x0 + box->x1) / 2;
}

static int
by_column(const void *a, const void *b)
{
    const struct ek_pdf_word *p = a, *q = b;
    float x = across(&p->box), y = across(&q->box);
    if (fabsf(x - y) > ALIGNED * p->size)
        return x > y ? -1 : 1;
    return (p->box.y0 > q->box.y0) - (p->box.y0 < q->box.y0);
}

/* From right to left, and from above to below. */
static struct ek_pdf_word *
in_columns(ek_arena *arena, const struct ek_pdf_page *page)
{
    size_t n = page->words.n;
    struct ek_pdf_word *v = ek_arena_alloc(arena, (n + 1) * sizeof *v);
    for (size_t i = 0; i < n; i++)
        v[i] = page->words.v[i];
    if (n)
        qsort(v, n, sizeof *v, by_column);
    return v;
}

static bool
stands_below(const struct ek_pdf_word *a, const struct ek_pdf_word *b)
{
    float gap = b->box.y0 - a->box.y1;
    return fabsf(across(&a->box) - across(&b->box)) <= ALIGNED * a->size &&
           gap > -BELOW * a->size && gap < BELOW * a->size;
}

bool
ek_pdf_is_upright(ek_arena *arena, const struct ek_pdf_page *page)
{
    const struct ek_pdf_word *v = in_columns(arena, page);
    size_t down = 0, right = 0;
    for (size_t i = 0; i < page->words.n; i++) {
        size_t n, count = characters_of(v[i].text);
        bool single =
            count == 1 && ek_cp_is_japanese(ek_cp_at(v[i].text, 0, &n));
        bool below = i > 0 && stands_below(&v[i - 1], &v[i]);
        if (v[i].flags & EK_PDF_VERTICAL || (single && below))
            down += count;
        else if (count > 1)
            right += count;
    }
    return down >= LEAST_CHARACTERS && down > right;
}

static struct ek_pdf_word
turned(struct ek_pdf_word word, float width)
{
    struct ek_pdf_box box = word.box;
    word.box =
        (struct ek_pdf_box){box.y0, width - box.x1, box.y1, width - box.x0};
    word.flags &= ~(unsigned)(EK_PDF_VERTICAL | EK_PDF_JOINED);
    return word;
}

static int
by_line(const void *a, const void *b)
{
    const struct ek_pdf_word *p = a, *q = b;
    float x = ek_pdf_middle(&p->box), y = ek_pdf_middle(&q->box);
    return (x > y) - (x < y);
}

static int
by_left(const void *a, const void *b)
{
    const struct ek_pdf_word *p = a, *q = b;
    return (p->box.x0 > q->box.x0) - (p->box.x0 < q->box.x0);
}

static void
join_line(struct ek_pdf_word *v, size_t n)
{
    qsort(v, n, sizeof *v, by_left);
    for (size_t i = 1; i < n; i++)
        if (v[i].box.x0 - v[i - 1].box.x1 < NO_BLANK * v[i].size)
            v[i].flags |= EK_PDF_JOINED;
}

bool
ek_pdf_turn(ek_pdf_doc *doc, struct ek_pdf_page *page)
{
    struct ek_pdf_word *v = page->words.v;
    size_t columns = 0, n = page->words.n, characters = 0;
    for (size_t i = 0; i < n; i++) {
        characters += characters_of(v[i].text);
        v[i] = turned(v[i], page->width);
    }
    qsort(v, n, sizeof *v, by_line);
    for (size_t i = 0, end; i < n; i = end, columns++) {
        float middle = ek_pdf_middle(&v[i].box);
        for (end = i + 1;
             end < n && ek_pdf_middle(&v[end].box) - middle < v[i].size / 2;)
            end++;
        join_line(v + i, end - i);
    }
    float width = page->width;
    page->width = page->height;
    page->height = width;
    doc->upright++;
    return characters >= columns * LEAST_IN_COLUMN;
}
