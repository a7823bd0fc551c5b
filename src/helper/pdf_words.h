/* SPDX-License-Identifier: Apache-2.0 */
/* The words of a page, in the reading order that poppler finds. */
#ifndef EK_HELPER_PDF_WORDS_H
#define EK_HELPER_PDF_WORDS_H

#include <poppler.h>

#include <stddef.h>

/* Writes them; how many there are. */
size_t ek_pdf_words(PopplerPage *page);

#endif
