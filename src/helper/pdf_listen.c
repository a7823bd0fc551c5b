/* SPDX-License-Identifier: Apache-2.0 */
/* poppler draws with cairo, and tells nobody where. The calls that draw glyphs
 * are therefore taken here, before the library: the linker finds the program's
 * own functions first. While a page is listened to they draw nothing. */
#include "config.h"

#include "helper/pdf_listen.h"

#include <cairo.h>
#include <dlfcn.h>
#include <string.h>

struct ear {
    GArray *glyphs;
    GHashTable *faces; /* to their numbers; kept, so that each is another */
};

static struct ear *ear;

typedef void show_glyphs(cairo_t *, const cairo_glyph_t *, int);
typedef void show_text_glyphs(cairo_t *, const char *, int,
                              const cairo_glyph_t *, int,
                              const cairo_text_cluster_t *, int,
                              cairo_text_cluster_flags_t);

static guint
number_of_face(cairo_t *cairo)
{
    cairo_font_face_t *face = cairo_get_font_face(cairo);
    gpointer number = NULL;
    if (!g_hash_table_lookup_extended(ear->faces, face, NULL, &number)) {
        number = GUINT_TO_POINTER(g_hash_table_size(ear->faces));
        g_hash_table_insert(ear->faces, cairo_font_face_reference(face),
                            number);
    }
    return GPOINTER_TO_UINT(number);
}

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
    enum { MOST = 1000000 };
    guint face = number_of_face(cairo);
    for (int i = 0; i < n && ear->glyphs->len < MOST; i++) {
        double x = glyphs[i].x, y = glyphs[i].y;
        cairo_user_to_device(cairo, &x, &y);
        struct ek_pdf_glyph glyph = {.face = face,
                                     .number = glyphs[i].index,
                                     .x = (float)x,
                                     .y = (float)y,
                                     .blank = is_blank(cairo, &glyphs[i])};
        g_array_append_val(ear->glyphs, glyph);
    }
}

/* The way from an object to a function that POSIX allows. */
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
    if (ear) {
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
    if (ear) {
        hear(cairo, glyphs, n);
        return;
    }
    if (!real)
        find_real(&real, "cairo_show_text_glyphs");
    real(cairo, text, bytes, glyphs, n, clusters, m, flags);
}

static void
release_face(gpointer face)
{
    cairo_font_face_destroy(face);
}

GArray *
ek_pdf_listen(PopplerPage *page)
{
    struct ear here = {
        .glyphs = g_array_new(FALSE, FALSE, sizeof(struct ek_pdf_glyph)),
        .faces = g_hash_table_new_full(NULL, NULL, release_face, NULL),
    };
    cairo_surface_t *nothing =
        cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cairo = cairo_create(nothing);
    ear = &here;
    poppler_page_render_for_printing_with_options(page, cairo,
                                                  POPPLER_PRINT_DOCUMENT);
    ear = NULL;
    cairo_destroy(cairo);
    cairo_surface_destroy(nothing);
    g_hash_table_destroy(here.faces);
    return here.glyphs;
}
