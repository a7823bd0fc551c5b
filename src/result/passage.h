/* SPDX-License-Identifier: Apache-2.0 */
/* A paragraph, item, row or heading of a contract in which words were looked
 * for and found. */
#ifndef EK_RESULT_PASSAGE_H
#define EK_RESULT_PASSAGE_H

#include "base/place.h"
#include "base/span.h"
#include "base/vec.h"

#include <stdint.h>

typedef struct ek_passage {
    ek_tspan span;           /* bytes of the document's text */
    uint32_t line, end_line; /* of the text, from 1 */
    ek_place place;          /* of the block that it stands in */
    ek_str article;          /* label of its article; may be empty */
    EK_VEC(ek_tspan) marks;  /* where the words stand, apart and in order */
} ek_passage;

#endif
