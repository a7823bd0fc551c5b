/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_turn.h"

/* Letters of the words of one way; a word of one letter has none. */
struct tally {
    gsize right, vertical, up, down, left;
};

static struct ek_pdf_word *
word_at(const struct ek_pdf_sheet *sheet, guint i)
{
    return &g_array_index(sheet->words, struct ek_pdf_word, i);
}

static gsize *
row_of(struct tally *tally, unsigned flags)
{
    if (flags & EK_PDF_UP)
        return &tally->up;
    if (flags & EK_PDF_DOWN)
        return &tally->down;
    if (flags & EK_PDF_LEFT)
        return &tally->left;
    return flags & EK_PDF_VERTICAL ? &tally->vertical : &tally->right;
}

static struct tally
tally_of(const struct ek_pdf_sheet *sheet)
{
    struct tally tally = {0};
    for (guint i = 0; i < sheet->words->len; i++) {
        const struct ek_pdf_word *word = word_at(sheet, i);
        glong letters = g_utf8_strlen(word->text.p, (gssize)word->text.n);
        if (letters > 1)
            *row_of(&tally, word->flags) += (gsize)letters;
    }
    return tally;
}

/* The way of more than half of the letters; 0: it stands as it should. */
static unsigned
main_way(const struct tally *tally)
{
    gsize half = (tally->right + tally->vertical + tally->up + tally->down +
                  tally->left) /
                 2;
    if (tally->up > half)
        return EK_PDF_UP;
    if (tally->down > half)
        return EK_PDF_DOWN;
    return tally->left > half ? EK_PDF_LEFT : 0;
}

static struct ek_pdf_box
turned(struct ek_pdf_box b, unsigned way, float width, float height)
{
    if (way == EK_PDF_UP)
        return (struct ek_pdf_box){height - b.y1, b.x0, height - b.y0, b.x1};
    if (way == EK_PDF_DOWN)
        return (struct ek_pdf_box){b.y0, width - b.x1, b.y1, width - b.x0};
    return (struct ek_pdf_box){width - b.x1, height - b.y1, width - b.x0,
                               height - b.y0};
}

static gint
by_height(gconstpointer a, gconstpointer b)
{
    const struct ek_pdf_word *one = a, *other = b;
    float difference =
        one->box.y0 + one->box.y1 - other->box.y0 - other->box.y1;
    return (difference > 0) - (difference < 0);
}

static gint
by_side(gconstpointer a, gconstpointer b)
{
    const struct ek_pdf_word *one = a, *other = b;
    return (one->box.x0 > other->box.x0) - (one->box.x0 < other->box.x0);
}

/* Lines from top to bottom, and each from left to right. */
static void
sort_words(GArray *words)
{
    g_array_sort(words, by_height);
    struct ek_pdf_word *word = (struct ek_pdf_word *)(void *)words->data;
    for (guint begin = 0, end; begin < words->len; begin = end) {
        float middle = word[begin].box.y0 + word[begin].box.y1;
        for (end = begin + 1; end < words->len; end++)
            if (word[end].box.y0 + word[end].box.y1 - middle >=
                word[begin].size)
                break;
        qsort(word + begin, end - begin, sizeof *word, by_side);
    }
}

static void
turn_words(struct ek_pdf_sheet *sheet, unsigned way)
{
    for (guint i = 0; i < sheet->words->len; i++) {
        struct ek_pdf_word *word = word_at(sheet, i);
        word->box =
            turned(word->box, way, (float)sheet->width, (float)sheet->height);
        if (word->flags & way)
            word->flags &= ~((unsigned)EK_PDF_TURNED | EK_PDF_WAYS);
        else
            word->flags |= EK_PDF_TURNED;
    }
    sort_words(sheet->words);
}

static void
stand_single_letters(struct ek_pdf_sheet *sheet)
{
    for (guint i = 0; i < sheet->words->len; i++) {
        struct ek_pdf_word *word = word_at(sheet, i);
        gunichar letter = g_utf8_get_char(word->text.p);
        if (g_utf8_strlen(word->text.p, (gssize)word->text.n) == 1 &&
            g_unichar_iswide(letter))
            word->flags |= EK_PDF_VERTICAL;
    }
}

void
ek_pdf_turn(struct ek_pdf_sheet *sheet, GArray *images)
{
    struct tally tally = tally_of(sheet);
    unsigned way = main_way(&tally);
    if (tally.vertical > tally.right)
        stand_single_letters(sheet);
    if (!way)
        return;
    turn_words(sheet, way);
    for (guint i = 0; i < images->len; i++) {
        struct ek_pdf_box *box = &g_array_index(images, struct ek_pdf_box, i);
        *box = turned(*box, way, (float)sheet->width, (float)sheet->height);
    }
    if (way != EK_PDF_LEFT) {
        double width = sheet->width;
        sheet->width = sheet->height;
        sheet->height = width;
    }
}
