/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_glyphs.h"

#include "helper/pdf_listen.h"

#include <math.h>

enum {
    CELL = 4, /* points */
    MOST_SIDE = 20000,
    WORD = 1,     /* marks of a cell: a word covers it */
    SENSE = 2,    /* glyphs with characters begin in it */
    NONSENSE = 4, /* glyphs whose numbers were taken for characters */
};

struct map {
    int columns, rows;
    unsigned char *cells;
};

static const struct ek_pdf_glyph *
glyph_at(const GArray *glyphs, guint i)
{
    return &g_array_index(glyphs, struct ek_pdf_glyph, i);
}

static const struct ek_pdf_word *
word_at(const struct ek_pdf_sheet *sheet, guint i)
{
    return &g_array_index(sheet->words, struct ek_pdf_word, i);
}

static unsigned char *
cell_at(const struct map *map, int column, int row)
{
    static unsigned char outside;
    outside = 0;
    if (column < 0 || row < 0 || column >= map->columns || row >= map->rows)
        return &outside;
    return &map->cells[row * map->columns + column];
}

static unsigned char *
cell_of(const struct map *map, const struct ek_pdf_glyph *glyph)
{
    if (!(glyph->x >= 0 && glyph->y >= 0 && glyph->x < MOST_SIDE &&
          glyph->y < MOST_SIDE))
        return cell_at(map, -1, -1);
    return cell_at(map, (int)glyph->x / CELL, (int)glyph->y / CELL);
}

static bool
is_inside(const struct map *map, const struct ek_pdf_glyph *glyph)
{
    return glyph->x >= 0 && glyph->y >= 0 &&
           glyph->x < (float)(map->columns * CELL) &&
           glyph->y < (float)(map->rows * CELL);
}

/* The cells of a word; more on both sides. */
struct range {
    int x0, y0, x1, y1;
};

static struct range
range_of(const struct map *map, const struct ek_pdf_box *box, float more)
{
    return (struct range){
        (int)(CLAMP(box->x0 - more, 0, MOST_SIDE) / CELL),
        (int)(CLAMP(box->y0, 0, MOST_SIDE) / CELL),
        MIN((int)(CLAMP(box->x1 + more, 0, MOST_SIDE) / CELL),
            map->columns - 1),
        MIN((int)(CLAMP(box->y1, 0, MOST_SIDE) / CELL), map->rows - 1)};
}

static void
mark_words(const struct map *map, const struct ek_pdf_sheet *sheet)
{
    for (guint i = 0; i < sheet->words->len; i++) {
        const struct ek_pdf_word *word = word_at(sheet, i);
        /* The boxes of columns lie half a letter beside their glyphs. */
        float more = word->flags & EK_PDF_VERTICAL ? word->size : 0;
        struct range r = range_of(map, &word->box, more);
        for (int y = r.y0; y <= r.y1; y++)
            for (int x = r.x0; x <= r.x1; x++)
                *cell_at(map, x, y) |= WORD;
    }
}

static bool
has_word_near(const struct map *map, const struct ek_pdf_glyph *glyph)
{
    int column = (int)glyph->x / CELL, row = (int)glyph->y / CELL;
    for (int k = 0; k < 9; k++)
        if (*cell_at(map, column + k % 3 - 1, row + k / 3 - 1) & WORD)
            return true;
    return false;
}

/* Those that draw something where a viewer shows it. */
static gsize
shown_of(const struct map *map, const GArray *glyphs)
{
    gsize shown = 0;
    for (guint i = 0; i < glyphs->len; i++)
        shown +=
            !glyph_at(glyphs, i)->blank && is_inside(map, glyph_at(glyphs, i));
    return shown;
}

static gsize
mute_of(const struct map *map, const GArray *glyphs)
{
    gsize mute = 0;
    for (guint i = 0; i < glyphs->len; i++) {
        const struct ek_pdf_glyph *glyph = glyph_at(glyphs, i);
        mute += !glyph->blank && is_inside(map, glyph) &&
                !has_word_near(map, glyph);
    }
    return mute;
}

/* A bullet or two may have no character; so many must be words. */
static bool
is_much(gsize mute, gsize shown)
{
    enum { FEW = 5, MANY = 40, PERCENT = 10 };
    return mute >= MANY || (mute >= FEW && mute * 100 >= shown * PERCENT);
}

static void
count(GHashTable *counts, gsize number)
{
    gpointer key = GSIZE_TO_POINTER(number);
    gsize n = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, key));
    g_hash_table_insert(counts, key, GSIZE_TO_POINTER(n + 1));
}

/* How often each character stands on the page; the caller frees. */
static GHashTable *
characters_of(const struct ek_pdf_sheet *sheet)
{
    GHashTable *counts = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < sheet->words->len; i++) {
        ek_str text = word_at(sheet, i)->text;
        const char *p = text.p, *end = text.p + text.n;
        for (; p < end; p = g_utf8_find_next_char(p, NULL))
            count(counts, g_utf8_get_char(p));
    }
    return counts;
}

static guint
faces_of(const GArray *glyphs)
{
    guint faces = 0;
    for (guint i = 0; i < glyphs->len; i++)
        faces = MAX(faces, glyph_at(glyphs, i)->face + 1);
    return faces;
}

/* Whether the characters of a font are the numbers of its glyphs. In a font in
 * order that is so by chance only, for a letter here and there. */
static bool
is_numbered(const GArray *glyphs, guint face, GHashTable *characters)
{
    enum { FEW = 20, PERCENT = 90 };
    GHashTable *drawn = g_hash_table_new(NULL, NULL);
    gsize same = 0, all = 0;
    for (guint i = 0; i < glyphs->len; i++)
        if (glyph_at(glyphs, i)->face == face && !glyph_at(glyphs, i)->blank)
            count(drawn, glyph_at(glyphs, i)->number);
    GHashTableIter at;
    gpointer number, n;
    g_hash_table_iter_init(&at, drawn);
    while (g_hash_table_iter_next(&at, &number, &n)) {
        gpointer read = g_hash_table_lookup(characters, number);
        same += MIN(GPOINTER_TO_SIZE(n), GPOINTER_TO_SIZE(read));
        all += GPOINTER_TO_SIZE(n);
    }
    g_hash_table_destroy(drawn);
    return all >= FEW && same * 100 >= all * PERCENT;
}

/* How many they are that draw something. */
static gsize
mark_glyphs(const struct map *map, const GArray *glyphs, guint face,
            unsigned char mark)
{
    gsize shown = 0;
    for (guint i = 0; i < glyphs->len; i++) {
        if (glyph_at(glyphs, i)->face != face)
            continue;
        *cell_of(map, glyph_at(glyphs, i)) |= mark;
        shown += !glyph_at(glyphs, i)->blank;
    }
    return shown;
}

static bool
is_nonsense(const struct map *map, const struct ek_pdf_word *word)
{
    struct range r = range_of(map, &word->box, 0);
    gsize sense = 0, nonsense = 0;
    for (int y = r.y0; y <= r.y1; y++)
        for (int x = r.x0; x <= r.x1; x++) {
            sense += (*cell_at(map, x, y) & SENSE) != 0;
            nonsense += (*cell_at(map, x, y) & NONSENSE) != 0;
        }
    return nonsense > sense;
}

/* Of the fonts that are numbered: what they draw; the words that came of them
 * are dropped. */
static gsize
drop_nonsense(const struct map *map, struct ek_pdf_sheet *sheet,
              const GArray *glyphs)
{
    enum { MOST_FACES = 200 };
    GHashTable *characters = characters_of(sheet);
    guint faces = MIN(faces_of(glyphs), MOST_FACES), kept = 0;
    gsize lost = 0;
    for (guint face = 0; face < faces; face++) {
        bool numbered = is_numbered(glyphs, face, characters);
        gsize shown =
            mark_glyphs(map, glyphs, face, numbered ? NONSENSE : SENSE);
        lost += numbered ? shown : 0;
        sheet->unmapped += numbered;
    }
    for (guint i = 0; i < sheet->words->len && lost; i++)
        if (!is_nonsense(map, word_at(sheet, i)))
            g_array_index(sheet->words, struct ek_pdf_word, kept++) =
                *word_at(sheet, i);
    if (lost)
        g_array_set_size(sheet->words, kept);
    g_hash_table_destroy(characters);
    return lost;
}

void
ek_pdf_find_unmapped(struct ek_pdf_sheet *sheet, PopplerPage *page)
{
    struct map map = {
        .columns = (int)ceil(CLAMP(sheet->width, 1, MOST_SIDE) / CELL),
        .rows = (int)ceil(CLAMP(sheet->height, 1, MOST_SIDE) / CELL),
    };
    GArray *glyphs = ek_pdf_listen(page);
    map.cells = g_malloc0((gsize)map.columns * (gsize)map.rows);
    mark_words(&map, sheet);
    gsize shown = shown_of(&map, glyphs), mute = mute_of(&map, glyphs);
    gsize lost = is_much(mute, shown) ? mute : 0;
    sheet->unmapped += lost > 0;
    lost += drop_nonsense(&map, sheet, glyphs);
    if (lost)
        sheet->lost = (unsigned)CLAMP(lost * 100 / MAX(shown, 1), 1, 100);
    g_free(map.cells);
    g_array_free(glyphs, TRUE);
}
