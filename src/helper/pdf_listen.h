/* SPDX-License-Identifier: Apache-2.0 */
/* Which glyphs a page draws. */
#ifndef EK_HELPER_PDF_LISTEN_H
#define EK_HELPER_PDF_LISTEN_H

#include <poppler.h>

#include <stdbool.h>

struct ek_pdf_glyph {
    guint face;   /* a number for each font of the page */
    gsize number; /* of the glyph in it */
    float x, y;   /* its origin: points, y goes down */
    bool blank;   /* it draws nothing */
};

/* Of the page itself, without notes that are drawn over it. The caller frees
 * (g_array_free). Letters that are drawn as small pictures are not heard. */
GArray *ek_pdf_listen(PopplerPage *page);

#endif
