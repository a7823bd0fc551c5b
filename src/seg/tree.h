/* SPDX-License-Identifier: Apache-2.0 */
/* The array of segments while it grows. Segments are added in preorder: a
 * parent must be the last segment or one of its ancestors. */
#ifndef EK_SEG_TREE_H
#define EK_SEG_TREE_H

#include "seg/part.h"
#include "seg/seg.h"
#include "seg/sentence.h"
#include "text/langid.h"

typedef struct ek_tree {
    ek_arena *arena;
    const ek_norm *norm;
    EK_VEC(ek_seg) segs;
    ek_brackets brackets;     /* scratch */
    ek_cut cut;               /* scratch */
    uint32_t main;            /* MAIN part that a proviso may belong to */
    uint32_t item, item_main; /* the same within the last item */
    struct ek_lang_share share;
} ek_tree;

ek_tree ek_tree_on(ek_arena *arena, const ek_norm *norm);
/* Adds a segment whose words begin at body; returns its index. */
uint32_t ek_tree_add(ek_tree *tree, ek_seg_kind kind, uint32_t parent,
                     ek_nspan span, uint32_t body);
/* The heading's own words, and their language in the share. */
void ek_tree_heading(ek_tree *tree, uint32_t parent, ek_nspan span,
                     uint32_t body);
/* Adds the sentences of a stretch of text with their parts. lead as in
 * ek_seg. */
void ek_tree_text(ek_tree *tree, uint32_t parent, ek_nspan span, bool row,
                  uint32_t lead);
/* Fills next and the ends of spans, and the languages. */
ek_segs *ek_tree_finish(ek_tree *tree);

#endif
