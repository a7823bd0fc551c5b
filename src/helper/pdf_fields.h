/* SPDX-License-Identifier: Apache-2.0 */
/* What somebody has put on a page: values of fields and words written over it
 * are text; notes are counted. */
#ifndef EK_HELPER_PDF_FIELDS_H
#define EK_HELPER_PDF_FIELDS_H

#include "helper/pdf_words.h"

/* Adds the values where they stand, and counts the notes. */
void ek_pdf_fields(struct ek_pdf_sheet *sheet, PopplerPage *page);

#endif
