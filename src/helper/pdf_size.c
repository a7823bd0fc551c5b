/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_size.h"

static const float TOO_LARGE = 1.4f;   /* times the width of a letter */
static const float ABOVE_LINE = 0.73f; /* of a box: poppler's 0.95 of 1.3 */

static struct ek_pdf_word *
word_at(const struct ek_pdf_sheet *sheet, guint i)
{
    return &g_array_index(sheet->words, struct ek_pdf_word, i);
}

/* The same for words of one type in one size; the caller frees. */
static char *
key_of(const struct ek_pdf_word *word, const char *type)
{
    return g_strdup_printf("%.1f %s", (double)word->size, type ? type : "");
}

/* How wide a Japanese letter of the word is; 0 when it has other letters. */
static float
letter_width(const struct ek_pdf_word *word)
{
    float side = word->flags & EK_PDF_VERTICAL ? word->box.y1 - word->box.y0
                                               : word->box.x1 - word->box.x0;
    const char *p = word->text.p, *end = p + word->text.n;
    float letters = 0;
    for (; p < end; p = g_utf8_find_next_char(p, NULL), letters++) {
        gunichar letter = g_utf8_get_char(p);
        if (!g_unichar_iswide(letter) || !g_unichar_isalpha(letter))
            return 0;
    }
    return side / MAX(letters, 1);
}

/* Of each type the widest letter; the caller frees. */
static GHashTable *
widths_of(const struct ek_pdf_sheet *sheet, const GPtrArray *types)
{
    GHashTable *widths =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < sheet->words->len; i++) {
        float width = letter_width(word_at(sheet, i));
        if (width <= 0)
            continue;
        char *key = key_of(word_at(sheet, i), g_ptr_array_index(types, i));
        float *widest = g_hash_table_lookup(widths, key);
        if (widest) {
            *widest = MAX(*widest, width);
            g_free(key);
        } else {
            widest = g_new(float, 1);
            *widest = width;
            g_hash_table_insert(widths, key, widest);
        }
    }
    return widths;
}

/* Around the line that its letters stand on. */
static void
shrink(float *low, float *high, float before_line, float times)
{
    float line = *low + (*high - *low) * before_line;
    *low = line - (line - *low) / times;
    *high = line + (*high - line) / times;
}

static bool
lies_on_its_side(const struct ek_pdf_word *word)
{
    float wide = word->box.x1 - word->box.x0;
    return wide > word->box.y1 - word->box.y0 && wide > word->size;
}

static void
mend(struct ek_pdf_word *word, float times)
{
    shrink(&word->box.y0, &word->box.y1, ABOVE_LINE, times);
    word->size /= times;
}

static float
distance(const struct ek_pdf_box *a, const struct ek_pdf_box *b)
{
    return (ABS(a->x0 + a->x1 - b->x0 - b->x1) +
            ABS(a->y0 + a->y1 - b->y0 - b->y1)) /
           2;
}

/* A letter on its side stands in the column of the upright one of its width
 * that is nearest to it; where poppler puts it means nothing. */
static void
put_in_column(struct ek_pdf_sheet *sheet, guint at, float width)
{
    enum { NEAR = 20 };
    struct ek_pdf_word *word = word_at(sheet, at);
    const struct ek_pdf_word *nearest = NULL;
    guint end = MIN(at + NEAR, sheet->words->len);
    float least = 3 * word->size;
    for (guint i = at > NEAR ? at - NEAR : 0; i < end; i++) {
        const struct ek_pdf_word *other = word_at(sheet, i);
        float far = distance(&other->box, &word->box);
        if (ABS(letter_width(other) - width) > width / 10 || far > least)
            continue;
        least = far;
        nearest = other;
    }
    word->size = width;
    if (nearest) {
        word->box.x0 = nearest->box.x0;
        word->box.x1 = nearest->box.x1;
    }
}

void
ek_pdf_mend_sizes(struct ek_pdf_sheet *sheet, const GPtrArray *types)
{
    GHashTable *widths = widths_of(sheet, types);
    for (guint i = 0; i < sheet->words->len; i++) {
        struct ek_pdf_word *word = word_at(sheet, i);
        g_autofree char *key = key_of(word, g_ptr_array_index(types, i));
        const float *widest = g_hash_table_lookup(widths, key);
        if (!widest || word->size <= *widest * TOO_LARGE)
            continue;
        if (lies_on_its_side(word))
            put_in_column(sheet, i, *widest);
        else
            mend(word, word->size / *widest);
    }
    g_hash_table_destroy(widths);
}
