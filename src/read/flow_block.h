/* SPDX-License-Identifier: Apache-2.0 */
/* A block of a flow, on its way to the light notation; private to this room. */
#ifndef EK_READ_FLOW_BLOCK_H
#define EK_READ_FLOW_BLOCK_H

#include "read/flow.h"

/* A paragraph, or a row of a table with the words of its cells. */
struct ek_flow_block {
    ek_str words;
    struct ek_flow_shape shape;
    uint32_t paragraph;
    bool row;
    EK_VEC(ek_str) cells;
};

void ek_flow_emit(struct ek_light *w, const struct ek_flow_block *block);

#endif
