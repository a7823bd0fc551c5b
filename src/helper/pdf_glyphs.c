/* SPDX-License-Identifier: Apache-2.0 */
/* poppler draws with cairo, and tells nobody where. The calls that draw glyphs
 * are therefore taken here, before the library: the linker finds the program's
 * own functions first. While a page is looked through they draw nothing. */
#include "config.h"

#include "helper/pdf_glyphs.h"

#include <cairo.h>
#include <dlfcn.h>
#include <math.h>
#include <string.h>

enum { CELL = 4 }; /* points */

/* Where words stand, in cells. */
struct map {
    int columns, rows;
    unsigned char *cells;
    gsize heard, mute; /* glyphs */
};

static struct map *map;

typedef void show_glyphs(cairo_t *, const cairo_glyph_t *, int);
typedef void show_text_glyphs(cairo_t *, const char *, int,
                              const cairo_glyph_t *, int,
                              const cairo_text_cluster_t *, int,
                              cairo_text_cluster_flags_t);

static bool
is_marked(int column, int row)
{
    return column >= 0 && row >= 0 && column < map->columns &&
           row < map->rows && map->cells[row * map->columns + column];
}

static bool
is_inside(double x, double y)
{
    return x >= 0 && y >= 0 && x < map->columns * CELL && y < map->rows * CELL;
}

/* Blank ones stand between words and beyond them. */
static bool
is_blank(cairo_t *cairo, const cairo_glyph_t *glyph)
{
    cairo_text_extents_t extents;
    cairo_glyph_extents(cairo, glyph, 1, &extents);
    return extents.width <= 0 || extents.height <= 0;
}

static void
hear(cairo_t *cairo, const cairo_glyph_t *glyphs, int n)
{
    for (int i = 0; i < n; i++) {
        double x = glyphs[i].x, y = glyphs[i].y;
        cairo_user_to_device(cairo, &x, &y);
        if (!is_inside(x, y))
            continue;
        int column = (int)(x / CELL), row = (int)(y / CELL);
        bool marked = is_marked(column, row);
        for (int k = 0; k < 9 && !marked; k++)
            marked = is_marked(column + k % 3 - 1, row + k / 3 - 1);
        if (marked)
            map->heard++;
        else
            map->mute += !is_blank(cairo, &glyphs[i]);
    }
}

/* A pointer to a function out of one to an object, as POSIX allows. */
static void
find_real(void *function, const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    memcpy(function, &symbol, sizeof symbol);
}

void
cairo_show_glyphs(cairo_t *cairo, const cairo_glyph_t *glyphs, int n)
{
    static show_glyphs *real;
    if (map) {
        hear(cairo, glyphs, n);
        return;
    }
    if (!real)
        find_real(&real, "cairo_show_glyphs");
    real(cairo, glyphs, n);
}

void
cairo_show_text_glyphs(cairo_t *cairo, const char *text, int bytes,
                       const cairo_glyph_t *glyphs, int n,
                       const cairo_text_cluster_t *clusters, int m,
                       cairo_text_cluster_flags_t flags)
{
    static show_text_glyphs *real;
    if (map) {
        hear(cairo, glyphs, n);
        return;
    }
    if (!real)
        find_real(&real, "cairo_show_text_glyphs");
    real(cairo, text, bytes, glyphs, n, clusters, m, flags);
}

/* The boxes of columns lie beside their glyphs by half of these. */
static struct ek_pdf_box
room_of(const struct ek_pdf_word *word)
{
    float more = word->flags & EK_PDF_VERTICAL ? word->size : 0;
    return (struct ek_pdf_box){word->box.x0 - more, word->box.y0,
                               word->box.x1 + more, word->box.y1};
}

static void
mark_words(struct map *into, const struct ek_pdf_sheet *sheet)
{
    for (guint i = 0; i < sheet->words->len; i++) {
        const struct ek_pdf_box room =
            room_of(&g_array_index(sheet->words, struct ek_pdf_word, i));
        const struct ek_pdf_box *box = &room;
        int right = MIN((int)(box->x1 / CELL), into->columns - 1);
        int bottom = MIN((int)(box->y1 / CELL), into->rows - 1);
        for (int y = MAX((int)(box->y0 / CELL), 0); y <= bottom; y++)
            for (int x = MAX((int)(box->x0 / CELL), 0); x <= right; x++)
                into->cells[y * into->columns + x] = 1;
    }
}

/* Without annotations, whose words are none of the page's. */
static void
look_through(PopplerPage *page, struct map *with)
{
    cairo_surface_t *nothing =
        cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = cairo_create(nothing);
    map = with;
    poppler_page_render_for_printing_with_options(page, cairo,
                                                  POPPLER_PRINT_DOCUMENT);
    map = NULL;
    cairo_destroy(cairo);
    cairo_surface_destroy(nothing);
}

bool
ek_pdf_has_mute_glyphs(const struct ek_pdf_sheet *sheet, PopplerPage *page)
{
    enum { MOST_SIDE = 20000, FEW = 5, MANY = 40, PERCENT = 10 };
    struct map here = {
        .columns = (int)ceil(MIN(sheet->width, MOST_SIDE) / CELL),
        .rows = (int)ceil(MIN(sheet->height, MOST_SIDE) / CELL),
    };
    if (here.columns <= 0 || here.rows <= 0)
        return false;
    here.cells = g_malloc0((gsize)here.columns * (gsize)here.rows);
    mark_words(&here, sheet);
    look_through(page, &here);
    g_free(here.cells);
    gsize all = here.heard + here.mute;
    return here.mute >= MANY ||
           (here.mute >= FEW && here.mute * 100 >= all * PERCENT);
}
