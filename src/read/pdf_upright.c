/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST_VOTES = 10, LEAST_IN_COLUMN = 3 };

/* In sizes of the type. */
static const float ALIGNED = 0.2f;
static const float NO_BLANK = 0.3f;
static const float SET_CLOSE = 0.07f; /* off the pitch of characters in a row */

static size_t
characters_of(ek_str text)
{
    size_t count = 0;
    for (size_t i = 0, n; i < text.n; i += n, count++)
        (void)ek_cp_at(text, i, &n);
    return count;
}

static size_t
japanese_of(ek_str text)
{
    size_t count = 0;
    for (size_t i = 0, n; i < text.n; i += n)
        count += ek_cp_is_japanese(ek_cp_at(text, i, &n));
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
    if (x != y)
        return x > y ? -1 : 1;
    return (p->box.y0 > q->box.y0) - (p->box.y0 < q->box.y0);
}

static bool
is_pitch(float distance, float size)
{
    return fabsf(distance - size) <= SET_CLOSE * size;
}

/* Columns that stand close are taken for words across them: each character
 * becomes a word. */
static void
add_characters(ek_arena *arena, struct ek_pdf_page *out,
               const struct ek_pdf_word *word)
{
    size_t n = characters_of(word->text), length, k = 0;
    bool down = word->flags & EK_PDF_VERTICAL;
    float length_of_all =
        down ? ek_pdf_height(&word->box) : word->box.x1 - word->box.x0;
    float step = length_of_all / (float)(n ? n : 1);
    if (n < 2 || !japanese_of(word->text)) {
        EK_PUSH(arena, out->words, *word);
        return;
    }
    for (size_t i = 0; i < word->text.n; i += length, k++) {
        struct ek_pdf_word one = *word;
        (void)ek_cp_at(word->text, i, &length);
        one.text = ek_str_slice(word->text, i, i + length);
        float *begin = down ? &one.box.y0 : &one.box.x0;
        float *end = down ? &one.box.y1 : &one.box.x1;
        *begin += step * (float)k;
        *end = *begin + step;
        EK_PUSH(arena, out->words, one);
    }
}

static struct ek_pdf_page
characters_apart(ek_arena *arena, const struct ek_pdf_page *page)
{
    struct ek_pdf_page out = *page;
    out.words.v = NULL;
    out.words.n = out.words.cap = 0;
    for (size_t i = 0; i < page->words.n; i++)
        add_characters(arena, &out, &page->words.v[i]);
    return out;
}

/* Characters that follow one another at their own size from left to right. */
static size_t
votes_across(const struct ek_pdf_page *page)
{
    size_t votes = 0;
    for (size_t i = 0; i < page->words.n; i++) {
        const struct ek_pdf_word *word = &page->words.v[i];
        size_t n = characters_of(word->text);
        float width = word->box.x1 - word->box.x0;
        if (n > 1 && japanese_of(word->text) &&
            !(word->flags & EK_PDF_VERTICAL) &&
            width < (float)n * word->size * (1 + SET_CLOSE / 2))
            votes += n - 1;
    }
    return votes;
}

/* The same from above to below. */
static size_t
votes_down(ek_arena *arena, const struct ek_pdf_page *page)
{
    struct ek_pdf_page apart = characters_apart(arena, page);
    const struct ek_pdf_word *v = apart.words.v;
    size_t votes = 0;
    if (!apart.words.n)
        return 0;
    qsort(apart.words.v, apart.words.n, sizeof *v, by_column);
    for (size_t i = 1; i < apart.words.n; i++)
        votes += japanese_of(v[i].text) && japanese_of(v[i - 1].text) &&
                 fabsf(across(&v[i - 1].box) - across(&v[i].box)) <=
                     ALIGNED * v[i].size &&
                 is_pitch(v[i].box.y0 - v[i - 1].box.y0, v[i].size);
    return votes;
}

bool
ek_pdf_is_upright(ek_arena *arena, const struct ek_pdf_page *page)
{
    size_t down = votes_down(arena, page);
    return down >= LEAST_VOTES && down > 2 * votes_across(page);
}

bool
ek_pdf_was_turned(const struct ek_pdf_page *page)
{
    size_t turned = 0, all = 0;
    for (size_t i = 0; i < page->words.n; i++) {
        size_t n = japanese_of(page->words.v[i].text);
        all += n;
        turned += page->words.v[i].flags & EK_PDF_TURNED ? n : 0;
    }
    return turned >= LEAST_VOTES && turned * 2 > all;
}

static struct ek_pdf_word
turned(struct ek_pdf_word word, float width)
{
    struct ek_pdf_box box = word.box;
    if (japanese_of(word.text))
        box.y1 = box.y0 + word.size;
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
    *page = characters_apart(doc->arena, page);
    struct ek_pdf_word *v = page->words.v;
    size_t columns = 0, n = page->words.n, characters = 0;
    for (size_t i = 0; i < n; i++) {
        characters += characters_of(v[i].text);
        v[i] = turned(v[i], page->width);
    }
    if (n)
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
