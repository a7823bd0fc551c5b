/* SPDX-License-Identifier: Apache-2.0 */
/* Qualifiers: what a finding says beyond its clause type. The vocabulary is
 * qualifier.def; packs, tables, results and reports use the same words. */
#ifndef EK_PATTERN_QUALIFIER_H
#define EK_PATTERN_QUALIFIER_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum ek_qualifier {
#define EK_QUALIFIER(name, many, words) EK_Q_##name,
#include "pattern/qualifier.def"
#undef EK_QUALIFIER
    EK_QUALIFIERS
} ek_qualifier;

/* One bit set a qualifier; 0 = nothing is said about it. */
typedef struct ek_quals {
    uint32_t bits[EK_QUALIFIERS];
} ek_quals;

const char *ek_qualifier_name(ek_qualifier q);
bool ek_qualifier_many(ek_qualifier q); /* printed as a list */
/* EK_QUALIFIERS when the name is unknown. */
ek_qualifier ek_qualifier_of(ek_str name);
/* The bit of a word, 0 when it is no word of this qualifier. */
uint32_t ek_qualifier_bit(ek_qualifier q, ek_str word);
/* Bits of several words separated by blanks; false and the bad word in
 * *bad when one is unknown. */
bool ek_qualifier_bits(ek_qualifier q, ek_str words, uint32_t *bits,
                       ek_str *bad);
/* The word of bit number i (0-based), the empty view past the last. */
ek_str ek_qualifier_word(ek_qualifier q, unsigned i);

#endif
