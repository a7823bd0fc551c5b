/* SPDX-License-Identifier: Apache-2.0 */
/* Glyphs that are drawn and give no character. poppler drops such without a
 * word, so that a page may look whole and be read in part. */
#ifndef EK_HELPER_PDF_GLYPHS_H
#define EK_HELPER_PDF_GLYPHS_H

#include "helper/pdf_words.h"

/* Whether so many of the glyphs have no word at their place that something
 * must be missing. The words lie as poppler gave them, not turned. */
bool ek_pdf_has_mute_glyphs(const struct ek_pdf_sheet *sheet,
                            PopplerPage *page);

#endif
