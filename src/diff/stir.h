/* SPDX-License-Identifier: Apache-2.0 */
/* Where words changed, so that what is found there may have. Elsewhere lines
 * may be cut otherwise, as another format or margin does it: what only that
 * lets be found, or not, is no change of the contract. */
#ifndef EK_DIFF_STIR_H
#define EK_DIFF_STIR_H

#include "diff/change.h"

struct ek_stir {
    const struct ek_align *align;
    bool *before, *after; /* by unit: words changed in its article */
    bool anywhere;
};

/* clause_*: by unit, the index in changes->clauses or EK_NOT_THERE. */
void ek_stir_of(struct ek_stir *stir, const struct ek_align *align,
                const ek_changes *changes, const uint32_t *clause_before,
                const uint32_t *clause_after);
/* Whether words of one version, at least one, stand the same in the other,
 * where nothing was edited beside them but lines are cut otherwise. */
bool ek_stir_is_cut_only(const struct ek_stir *stir,
                         const struct ek_range *range, bool after);

#endif
