/* SPDX-License-Identifier: Apache-2.0 */
/* Fonts that do not tell which characters they show: poppler drops their glyphs
 * without a word, or gives the numbers of glyphs for characters, so that a page
 * may look whole and be read in part, or as nonsense. */
#ifndef EK_HELPER_PDF_GLYPHS_H
#define EK_HELPER_PDF_GLYPHS_H

#include "helper/pdf_words.h"

/* Counts such fonts, and takes their nonsense from the words. These lie as
 * poppler gave them, not turned. */
void ek_pdf_find_unmapped(struct ek_pdf_sheet *sheet, PopplerPage *page);

#endif
