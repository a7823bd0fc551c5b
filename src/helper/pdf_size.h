/* SPDX-License-Identifier: Apache-2.0 */
/* Types that say they are larger than they are: browsers draw bold Japanese as
 * letters with measures of their own. */
#ifndef EK_HELPER_PDF_SIZE_H
#define EK_HELPER_PDF_SIZE_H

#include "helper/pdf_words.h"

/* Words of types whose Japanese letters are much narrower than the size get the
 * width of these as their size, and boxes that fit. types: for each word, the
 * name of its type (const char *). */
void ek_pdf_mend_sizes(struct ek_pdf_sheet *sheet, const GPtrArray *types);

#endif
