/* SPDX-License-Identifier: Apache-2.0 */
/* Whether two quotes share a character of a line. */
#ifndef EK_EVALUATE_OVERLAP_H
#define EK_EVALUATE_OVERLAP_H

#include "base/str.h"

#include <stdint.h>

enum ek_overlap {
    EK_OVERLAP_UNKNOWN, /* one of them does not stand in the line */
    EK_OVERLAP_NONE,
    EK_OVERLAP_SOME,
};

/* Line number n (1-based) of a text; empty when there is none. */
ek_str ek_overlap_line(ek_str text, uint32_t n);
/* gold stands in the line; quote begins skip lines before it. */
enum ek_overlap ek_overlap_find(ek_str line, ek_str gold, ek_str quote,
                                uint32_t skip);

#endif
