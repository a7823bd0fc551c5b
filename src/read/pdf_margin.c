/* SPDX-License-Identifier: Apache-2.0 */
/* Headers and footers: lines at the edge of a page that come again at the same
 * height on other pages, or whose number counts with the pages. */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"
#include "text/opener.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ROWS = 8, MOST_NUMBERS = 8, MOST_VALUE = 100000 };

static const float SAME_HEIGHT = 4; /* points */
static const float NEAR = 0.45f;    /* sizes between two lines of one text */
static const float ZONE = 0.25f;    /* of the page's height */
static const float EDGE = 0.13f;    /* of the page's height */
static const float CLEAR = 0.8f;    /* sizes between a number and the text */

struct row {
    size_t page, begin, end; /* pieces */
    bool foot;
    unsigned depth; /* from the edge, 0 the outermost */
    float distance; /* from the edge */
    ek_str key;     /* its words, # for a number */
    ek_str words;
    uint32_t numbers[MOST_NUMBERS];
    size_t n;
    bool apart, counts; /* with the pages */
};

typedef EK_VEC(struct row) rows;

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void
take_number(struct row *row, uint32_t value)
{
    if (row->n < MOST_NUMBERS)
        row->numbers[row->n++] = value;
}

static void
take_words(struct row *row, ek_arena *arena, ek_str words)
{
    ek_buf key = ek_buf_on(arena);
    for (size_t i = 0; i < words.n;) {
        uint32_t value = 0;
        size_t begin = i;
        for (; i < words.n && is_digit(words.p[i]); i++)
            if (value < MOST_VALUE)
                value = value * 10 + (uint32_t)(words.p[i] - '0');
        if (i > begin) {
            take_number(row, value);
            ek_buf_putc(&key, '#');
        } else {
            ek_buf_putc(&key, words.p[i++]);
        }
    }
    row->key = ek_buf_str(&key);
    row->words = words;
}

static struct row
row_of(ek_pdf_doc *doc, size_t page, size_t begin, size_t end, bool foot)
{
    const struct ek_pdf_piece *v = doc->pieces[page].v;
    struct row row = {.page = page, .begin = begin, .end = end, .foot = foot};
    struct ek_pdf_line line = ek_pdf_line_of(doc, page, v + begin, end - begin);
    float middle = ek_pdf_middle(&line.box);
    row.distance = foot ? doc->pages.v[page].height - middle : middle;
    take_words(&row, doc->arena, line.text);
    return row;
}

static void
gather_top(rows *out, ek_pdf_doc *doc, size_t page)
{
    const ek_pdf_pieces *pieces = &doc->pieces[page];
    size_t begin = 0;
    for (unsigned depth = 0; depth < MOST_ROWS && begin < pieces->n; depth++) {
        size_t end = begin;
        while (end < pieces->n && pieces->v[end].row == pieces->v[begin].row)
            end++;
        struct row row = row_of(doc, page, begin, end, false);
        row.depth = depth;
        EK_PUSH(doc->arena, *out, row);
        begin = end;
    }
}

static void
gather_foot(rows *out, ek_pdf_doc *doc, size_t page)
{
    const ek_pdf_pieces *pieces = &doc->pieces[page];
    size_t end = pieces->n;
    for (unsigned depth = 0; depth < MOST_ROWS && end > 0; depth++) {
        size_t begin = end;
        while (begin > 0 && pieces->v[begin - 1].row == pieces->v[end - 1].row)
            begin--;
        struct row row = row_of(doc, page, begin, end, true);
        row.depth = depth;
        EK_PUSH(doc->arena, *out, row);
        end = begin;
    }
}

static int
by_key(const void *a, const void *b)
{
    const struct row *p = a, *q = b;
    int order = (int)p->foot - (int)q->foot;
    if (!order)
        order = ek_str_cmp(p->key, q->key);
    if (!order)
        order = (p->distance > q->distance) - (p->distance < q->distance);
    if (!order)
        order = (p->page > q->page) - (p->page < q->page);
    return order;
}

static bool
are_fellows(const struct row *a, const struct row *b)
{
    return a->foot == b->foot && ek_str_eq(a->key, b->key) &&
           fabsf(a->distance - b->distance) < SAME_HEIGHT;
}

/* Whether one of their numbers rises as the pages do. */
static bool
counts_pages(const struct row *v, size_t n)
{
    for (size_t k = 0; k < v[0].n; k++) {
        size_t right = 0;
        for (size_t i = 1; i < n; i++)
            right += (long)v[i].numbers[k] - (long)v[0].numbers[k] ==
                     (long)v[i].page - (long)v[0].page;
        if (right * 5 >= (n - 1) * 4 && v[n - 1].page != v[0].page)
            return true;
    }
    return false;
}

static size_t
same_words(const struct row *v, size_t n, const struct row *row)
{
    size_t same = 0;
    for (size_t i = 0; i < n; i++)
        same += ek_str_eq(v[i].words, row->words) && v[i].page != row->page;
    return same;
}

static void
judge_fellows(struct row *v, size_t n, size_t pages)
{
    enum { MOST_COMPARED = 24 };
    bool heading = ek_opener_of(v[0].words).heading;
    bool counts = n >= 2 && !heading && counts_pages(v, n);
    size_t least = pages > 4 ? 2 : 1;
    size_t step = n > MOST_COMPARED ? MOST_COMPARED : n;
    for (size_t i = 0; i < n; i++) {
        size_t begin = i + step > n ? n - step : i;
        v[i].counts = counts;
        v[i].apart = counts || same_words(v + begin, step, &v[i]) >= least;
    }
}

static bool
is_number_form(ek_str key)
{
    static const char *const forms[] = {
#define EK_PAGE_NUMBER(form) form,
#include "read/pdf_glyph.def"
#undef EK_PAGE_NUMBER
    };
    return ek_str_among(key, forms, sizeof forms / sizeof *forms);
}

/* "3", "Page 3 of 9"; or, beside other words, "3/9" of 9 pages. */
static bool
is_page_number(const struct row *row, const ek_pdf_doc *doc)
{
    const struct ek_pdf_page *page = &doc->pages.v[row->page];
    bool total = ek_str_ends(row->key, EK_STR(" #/#")) && row->n >= 2 &&
                 row->n < MOST_NUMBERS &&
                 row->numbers[row->n - 1] == doc->total &&
                 row->numbers[row->n - 2] == page->number;
    bool whole =
        row->n && is_number_form(row->key) && row->numbers[0] == page->number;
    return (total || whole) && row->distance < EDGE * page->height;
}

static bool
differs(float a, float b)
{
    return fabsf(a - b) > b * 0.08f;
}

/* By a gap, or by another size of type. */
static bool
stands_clear(const struct row *row, const ek_pdf_doc *doc, float sizes)
{
    const ek_pdf_pieces *pieces = &doc->pieces[row->page];
    const struct ek_pdf_piece *own = &pieces->v[row->begin];
    if (row->foot)
        return row->begin == 0 ||
               differs(own->size, pieces->v[row->begin - 1].size) ||
               own->box.y0 - pieces->v[row->begin - 1].box.y1 >
                   sizes * own->size;
    return row->end == pieces->n ||
           differs(own->size, pieces->v[row->end].size) ||
           pieces->v[row->end].box.y0 - own->box.y1 > sizes * own->size;
}

static int
by_place(const void *a, const void *b)
{
    const struct row *p = a, *q = b;
    int order = (p->page > q->page) - (p->page < q->page);
    if (!order)
        order = (int)p->foot - (int)q->foot;
    if (!order)
        order = (p->depth > q->depth) - (p->depth < q->depth);
    return order;
}

static bool
is_short(const struct row *row)
{
    enum { MOST_BYTES = 24 };
    return row->key.n <= MOST_BYTES;
}

static void
mark_row(ek_pdf_doc *doc, const struct row *row)
{
    struct ek_pdf_piece *pieces = doc->pieces[row->page].v;
    if (pieces[row->begin].apart)
        return;
    for (size_t k = row->begin; k < row->end; k++)
        pieces[k].apart = true;
    if (row->foot)
        doc->footers++;
    else
        doc->headers++;
}

/* The rows of one edge of one page, from the edge inwards: up to the first one
 * that is none. What repeats but stands as close to the text as its own lines
 * do is text. */
static void
mark_edge(ek_pdf_doc *doc, const struct row *v, size_t n)
{
    float height = doc->pages.v[v[0].page].height;
    size_t apart = 0;
    while (apart < n && v[apart].distance < ZONE * height &&
           (v[apart].apart || (is_page_number(&v[apart], doc) &&
                               stands_clear(&v[apart], doc, CLEAR))))
        apart++;
    while (apart && !(v[apart - 1].counts && is_short(&v[apart - 1])) &&
           !stands_clear(&v[apart - 1], doc, NEAR))
        apart--;
    for (size_t i = 0; i < apart; i++)
        mark_row(doc, &v[i]);
}

static void
mark_pieces(ek_pdf_doc *doc, rows *all)
{
    qsort(all->v, all->n, sizeof *all->v, by_place);
    for (size_t i = 0, n; i < all->n; i += n) {
        for (n = 1; i + n < all->n && all->v[i + n].depth > 0;)
            n++;
        mark_edge(doc, &all->v[i], n);
    }
}

/* And no pictures either, whose text would be missing. */
static bool
is_all_apart(const ek_pdf_doc *doc)
{
    for (size_t i = 0; i < doc->pages.n; i++) {
        if (doc->pages.v[i].images.n)
            return false;
        for (size_t k = 0; k < doc->pieces[i].n; k++)
            if (!doc->pieces[i].v[k].apart)
                return false;
    }
    return true;
}

/* Pages that are all alike are no document of nothing but headers. */
static void
take_back(ek_pdf_doc *doc)
{
    for (size_t i = 0; i < doc->pages.n; i++)
        for (size_t k = 0; k < doc->pieces[i].n; k++)
            doc->pieces[i].v[k].apart = false;
    doc->headers = doc->footers = 0;
}

void
ek_pdf_mark_margins(ek_pdf_doc *doc)
{
    rows all = {0};
    for (size_t i = 0; i < doc->pages.n; i++) {
        gather_top(&all, doc, i);
        gather_foot(&all, doc, i);
    }
    if (!all.n)
        return;
    qsort(all.v, all.n, sizeof *all.v, by_key);
    for (size_t i = 0, n; i < all.n; i += n) {
        for (n = 1;
             i + n < all.n && are_fellows(&all.v[i + n - 1], &all.v[i + n]);)
            n++;
        judge_fellows(&all.v[i], n, doc->pages.n);
    }
    mark_pieces(doc, &all);
    if (is_all_apart(doc))
        take_back(doc);
}
