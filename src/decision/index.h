/* SPDX-License-Identifier: Apache-2.0 */
/* Things by a word: which ones have it. */
#ifndef EK_DECISION_INDEX_H
#define EK_DECISION_INDEX_H

#include "base/vec.h"

#include <stdint.h>

struct ek_entry {
    ek_str key;
    uint32_t thing;
};

struct ek_index {
    EK_VEC(struct ek_entry) v;
};

/* When all are in: by key, then by thing. */
void ek_index_sort(struct ek_index *index);
/* The entries of a key: [*first, end), and their number. */
size_t ek_index_find(const struct ek_index *index, ek_str key, size_t *first);

#endif
