/* SPDX-License-Identifier: Apache-2.0 */
/* Cutting a sentence into its parts (part_en.def, part_ja.def). Pieces tile the
 * sentence; the tree makes segments of them. */
#ifndef EK_SEG_PART_H
#define EK_SEG_PART_H

#include "seg/bracket.h"
#include "seg/seg.h"

struct ek_piece {
    uint32_t begin; /* it ends where the next one begins */
    uint32_t clause;
    ek_part_kind kind;
    uint32_t main; /* index of a piece, EK_SEG_NO, or EK_PIECE_EARLIER */
};

#define EK_PIECE_EARLIER (UINT32_MAX - 1) /* MAIN of an earlier sentence */

typedef struct ek_cut {
    ek_arena *arena;
    const ek_norm *norm;
    ek_brackets brackets; /* of the sentence */
    ek_nspan span;
    bool row; /* the sentence is a table row: "|" divides its cells */
    uint32_t clause;
    EK_VEC(struct ek_piece) pieces;
} ek_cut;

/* Cuts cut->span. earlier: a MAIN part stands before that a proviso may belong
 * to. */
void ek_part_cut(ek_cut *cut, ek_lang lang, bool earlier);

/* For part_en.c and part_ja.c: adds a piece; a piece that would begin where
 * the last one does takes its place. */
void ek_part_add(ek_cut *cut, uint32_t begin, ek_part_kind kind);
void ek_part_clause(ek_cut *cut, uint32_t begin); /* a coordinate begins */
void ek_part_cut_en(ek_cut *cut);
void ek_part_cut_ja(ek_cut *cut);
/* The kind of a sentence that is a proviso to the one before (PROVISO, CASE),
 * else EK_PART_MAIN. */
ek_part_kind ek_part_proviso_ja(const ek_cut *cut);

#endif
