/* SPDX-License-Identifier: Apache-2.0 */
/* Pages as pictures. */
#ifndef EK_HELPER_PDF_PAINT_H
#define EK_HELPER_PDF_PAINT_H

#include <poppler.h>

#include <stdbool.h>

/* Percent of the page that is not white, rounded. */
unsigned ek_pdf_ink(PopplerPage *page);
/* Writes the page in gray to standard output (PGM); smaller than asked for
 * where it would be too large. */
bool ek_pdf_write_gray(PopplerPage *page, double dots_per_inch);

#endif
