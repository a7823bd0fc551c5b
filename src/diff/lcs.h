/* SPDX-License-Identifier: Apache-2.0 */
/* What two sequences have in common, in order: E. Myers, "An O(ND) difference
 * algorithm and its variations" (1986), in linear space. Where the sequences
 * differ too much for an exact answer, a good one is given: the search of each
 * part ends after a bounded number of edits at the furthest point reached. */
#ifndef EK_DIFF_LCS_H
#define EK_DIFF_LCS_H

#include "base/arena.h"

#include <stdint.h>

#define EK_LCS_NONE UINT32_MAX

struct ek_lcs;

/* Memory for sequences of at most so many elements together. */
struct ek_lcs *ek_lcs_new(ek_arena *arena, size_t most);
/* a_to_b[i] is set to j where a[i] and b[j] are a pair, else to EK_LCS_NONE. */
void ek_lcs_pair(struct ek_lcs *lcs, const uint32_t *a, uint32_t n,
                 const uint32_t *b, uint32_t m, uint32_t *a_to_b);

#endif
