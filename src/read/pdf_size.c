/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"

/* Of fonts whose bold is drawn and not designed the program tells the size
 * twice, and boxes twice as high. Then all characters of that size are only
 * half as wide as characters are. */
enum {
    SIZES = 800,       /* quarter points */
    LEAST_COLUMNS = 4, /* a kanji is two */
};

static const float USUAL_WIDTH = 0.5f; /* of a column, in sizes */
static const float TOO_NARROW = 0.62f; /* of that */
static const float ABOVE = 0.73f;      /* of a box, above the base line */

struct sum {
    float width;
    unsigned columns;
};

static size_t
bin_of(float size)
{
    size_t bin = size > 0 ? (size_t)(size * 4 + 0.5f) : 0;
    return bin < SIZES ? bin : SIZES - 1;
}

static unsigned
columns_of(ek_str text)
{
    unsigned columns = 0;
    for (size_t i = 0, n; i < text.n; i += n)
        columns += ek_cp_columns(ek_cp_at(text, i, &n));
    return columns;
}

static bool
is_doubled(const struct sum *sum, float size)
{
    return sum->columns >= LEAST_COLUMNS &&
           sum->width < TOO_NARROW * USUAL_WIDTH * size * (float)sum->columns;
}

static void
halve(struct ek_pdf_word *word)
{
    float off = ek_pdf_height(&word->box) / 2;
    word->size /= 2;
    word->box.y0 += off * ABOVE;
    word->box.y1 -= off * (1 - ABOVE);
}

void
ek_pdf_mend_sizes(ek_arena *arena, struct ek_pdf_page *page)
{
    struct sum *sums = ek_arena_alloc(arena, SIZES * sizeof *sums);
    for (size_t i = 0; i < page->words.n; i++) {
        const struct ek_pdf_word *word = &page->words.v[i];
        struct sum *sum = &sums[bin_of(word->size)];
        if (word->flags & (EK_PDF_VERTICAL | EK_PDF_TURNED))
            continue;
        sum->width += word->box.x1 - word->box.x0;
        sum->columns += columns_of(word->text);
    }
    for (size_t i = 0; i < page->words.n; i++) {
        struct ek_pdf_word *word = &page->words.v[i];
        if (!(word->flags & (EK_PDF_VERTICAL | EK_PDF_TURNED)) &&
            is_doubled(&sums[bin_of(word->size)], word->size))
            halve(word);
    }
}
