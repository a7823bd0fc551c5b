/* SPDX-License-Identifier: Apache-2.0 */
/* The steps from an alignment to a diff; private to the room. */
#ifndef EK_DIFF_CHANGE_H
#define EK_DIFF_CHANGE_H

#include "diff/align.h"
#include "result/change.h"

/* A change of clauses before it is written: the units of both versions. */
struct ek_group {
    EK_VEC(uint32_t) before, after; /* units, ascending */
    bool moved;
};

struct ek_groups {
    EK_VEC(struct ek_group)
    v; /* by place in after; what was removed stands
                                * behind what stood before it */
};

/* Words of a version: [first, end). */
struct ek_range {
    uint32_t first, end;
};

/* Units that are linked, directly or through others. */
void ek_group_units(struct ek_groups *groups, struct ek_align *align);
/* Fills in pieces, weight and what happened; false when nothing did. */
bool ek_change_of(struct ek_align *align, const struct ek_group *group,
                  struct ek_clause_change *change);
void ek_redline(struct ek_align *align, const struct ek_group *group,
                struct ek_clause_change *change);
/* clause_of_*: by unit, the index in changes->clauses or EK_NOT_THERE. */
void ek_diff_statements(ek_changes *changes, struct ek_align *align,
                        const uint32_t *clause_before,
                        const uint32_t *clause_after);
void ek_diff_verdicts(ek_changes *changes, ek_arena *arena);
/* How two statements that are the same clause differ. */
void ek_shift_of(ek_arena *arena, const ek_changes *changes,
                 struct ek_statement_change *change);
/* The same by the words of both, where qualifiers do not tell it. */
ek_shift ek_shift_of_words(const struct ek_align *align, ek_str clause,
                           const struct ek_range *before,
                           const struct ek_range *after);
/* The gravest contribution of each finding; the empty view where none. */
ek_str *ek_contributions(ek_arena *arena, const ek_result *result);

#endif
