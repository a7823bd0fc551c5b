/* SPDX-License-Identifier: Apache-2.0 */
/* Sheets that were drawn or scanned sideways. */
#ifndef EK_HELPER_PDF_TURN_H
#define EK_HELPER_PDF_TURN_H

#include "helper/pdf_words.h"

/* Turns a sheet most of whose letters lie on their side or head, so that they
 * stand upright, and its words into the order of lines. Images turn with it.
 * Also tells the single characters of a vertical page from others. */
void ek_pdf_turn(struct ek_pdf_sheet *sheet, GArray *images);

#endif
