/* SPDX-License-Identifier: Apache-2.0 */
/* Concept hits of one document, sorted. How they are found is this room's
 * secret: today each concept's patterns by PCRE2 JIT over the normalized text;
 * the interface is made for an automaton. */
#ifndef EK_MATCH_MATCH_H
#define EK_MATCH_MATCH_H

#include "base/vec.h"
#include "pattern/pack.h"
#include "text/norm.h"

typedef struct ek_hit {
    ek_nspan span;
    uint16_t concept_index;
    uint8_t lang; /* ek_lang of the pattern */
} ek_hit;

/* Matching of a concept that a limit stopped: not "no match". */
struct ek_gave_up {
    uint32_t concept_index;
    ek_str reason;
};

typedef struct ek_hits {
    EK_VEC(ek_hit) hits; /* by begin, then longest first, then concept */
    EK_VEC(struct ek_gave_up) gave_up;
} ek_hits;

/* The number of the first hit that begins at or after an offset. */
size_t ek_hits_from(const ek_hits *hits, uint32_t offset);
/* Restores the order after hits were added. */
void ek_hits_sort(ek_hits *hits);

typedef struct ek_matcher ek_matcher; /* one per thread */

/* Compiles the pack's patterns; errors carry the pattern's file and line.
 * The matcher borrows the pack. The caller frees. */
ek_status ek_matcher_new(ek_matcher **out, const ek_pack *pack, ek_diag *diag);
void ek_matcher_free(ek_matcher *matcher);
/* Hits on the arena. ja, en: which languages' patterns to run. */
void ek_match(ek_hits *out, ek_matcher *matcher, ek_arena *arena,
              const ek_norm *norm, bool ja, bool en);

#endif
