/* SPDX-License-Identifier: Apache-2.0 */
/* Which words and units of two versions are the same. */
#ifndef EK_DIFF_ALIGN_H
#define EK_DIFF_ALIGN_H

#include "diff/lcs.h"
#include "diff/side.h"

/* Two units that belong together. */
struct ek_link {
    uint32_t before, after; /* units */
    uint32_t common;        /* words */
    uint32_t in_runs;       /* of them, beside another */
    bool moved;             /* against the order of the rest */
};

struct ek_align {
    ek_arena *arena;
    const struct ek_lexicon *lexicon;
    struct ek_side before, after;
    /* By word: the same one of the other version, else EK_LCS_NONE. */
    uint32_t *to_after, *to_before;
    /* By word: differs in blanks or hyphens only ("sub processor"). */
    bool *quiet_before, *quiet_after;
    EK_VEC(struct ek_link) links; /* by before, then after */
};

/* Aligns two results that hold their texts. */
struct ek_align *ek_align_results(ek_arena *arena, const ek_result *before,
                                  const ek_result *after);

/* These two words are the same one. */
void ek_align_pair(struct ek_align *align, uint32_t before, uint32_t after);

/* The steps, in this order. */
void ek_align_in_order(struct ek_align *align);  /* words */
void ek_align_link(struct ek_align *align);      /* units, by their words */
void ek_align_moved(struct ek_align *align);     /* units left over */
void ek_align_quiet(struct ek_align *align);     /* what is no edit */
void ek_align_furniture(struct ek_align *align); /* heads, page numbers */

#endif
