/* SPDX-License-Identifier: Apache-2.0 */
/* Where something stands in its source, in the words of its format. What a
 * format does not have is zero or empty. */
#ifndef EK_BASE_PLACE_H
#define EK_BASE_PLACE_H

#include "base/str.h"

#include <stdint.h>

typedef struct ek_place {
    uint32_t page;       /* 1-based: PDF */
    uint32_t page_line;  /* 1-based line on that page */
    uint32_t paragraph;  /* 1-based: DOCX, ODT, RTF */
    uint32_t confidence; /* percent, of what OCR read; 0: no OCR */
    ek_str number;       /* that the word processor shows: "第1条", "(a)" */
    ek_str id;           /* of a page's nearest element above that has one */
} ek_place;

bool ek_place_same(const ek_place *a, const ek_place *b);

#endif
