/* SPDX-License-Identifier: Apache-2.0 */
/* Enumerations within a sentence: "to (a) repair a fault, (b) stop abuse". */
#ifndef EK_SEG_ENUMERATE_H
#define EK_SEG_ENUMERATE_H

#include "seg/bracket.h"

struct ek_enumerator {
    ek_nspan span; /* the bracketed number */
    bool first;    /* of its series */
};

typedef struct ek_enumerators {
    EK_VEC(struct ek_enumerator) v; /* in order */
} ek_enumerators;

/* Finds series of at least two bracketed numbers among the brackets of a
 * sentence; references ("section (a)") are none. */
void ek_enumerators_find(ek_enumerators *out, ek_arena *arena,
                         const char *bytes, ek_nspan sentence,
                         const ek_brackets *brackets);
/* The enumerator that begins at an offset, or NULL. */
const struct ek_enumerator *ek_enumerators_at(const ek_enumerators *enumerators,
                                              uint32_t offset);

#endif
