/* SPDX-License-Identifier: Apache-2.0 */
/* A typesetter: what ekimu-pdf would write of pages that are set like this.
 * ASCII characters are half a size wide, all others a size; a page is 600 by
 * 800 points. */
#ifndef EK_TESTS_PDF_SHEET_H
#define EK_TESTS_PDF_SHEET_H

#include "read/pdf_layout.h"

struct sheet {
    ek_buf out;
    unsigned page;
};

struct sheet sheet_new(ek_arena *arena);
void sheet_page(struct sheet *sheet);
/* The base line is at y. */
void sheet_word(struct sheet *sheet, float x, float y, float size,
                unsigned flags, ek_str word);
void sheet_set(struct sheet *sheet, float x, float y, float size,
               unsigned flags, const char *line);
/* In 10 points. */
void sheet_put(struct sheet *sheet, float x, float y, const char *line);
/* Lines below one another, the first at y; where the next would stand. */
float sheet_lines(struct sheet *sheet, float x, float y,
                  const char *const *lines, size_t n);
/* All that was set, laid out; what was said of it in *diag and *status. */
ek_text *sheet_read(struct sheet *sheet, ek_diag *diag, ek_status *status);

#endif
