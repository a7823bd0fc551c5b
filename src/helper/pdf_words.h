/* SPDX-License-Identifier: Apache-2.0 */
/* The words of a page, in the reading order that poppler finds. */
#ifndef EK_HELPER_PDF_WORDS_H
#define EK_HELPER_PDF_WORDS_H

#include "read/pdf_page.h"

#include <poppler.h>

#include <stdbool.h>

/* Of words that are EK_PDF_TURNED, in their flags: where they run. */
enum ek_pdf_way {
    EK_PDF_UP = 256,
    EK_PDF_DOWN = 512,
    EK_PDF_LEFT = 1024,
    EK_PDF_WAYS = EK_PDF_UP | EK_PDF_DOWN | EK_PDF_LEFT,
};

struct ek_pdf_sheet {
    double width, height; /* points */
    GArray *words;        /* of struct ek_pdf_word */
    GStringChunk *texts;  /* theirs */
    GHashTable *fonts;    /* names of the types that gave words */
    unsigned notes;       /* written on it, no part of the text */
    unsigned unmapped;    /* fonts that do not tell their characters */
    unsigned lost;        /* percent of the letters, for want of them */
    bool flawed;          /* a part could not be decoded */
};

/* An empty one. */
void ek_pdf_sheet_init(struct ek_pdf_sheet *sheet);
void ek_pdf_sheet_clear(struct ek_pdf_sheet *sheet);
void ek_pdf_words(struct ek_pdf_sheet *sheet, PopplerPage *page);
/* r with its corners in order. */
struct ek_pdf_box ek_pdf_box_of(const PopplerRectangle *r);

#endif
