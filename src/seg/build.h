/* SPDX-License-Identifier: Apache-2.0 */
/* From lines to the tree: one pass, with what is open at the moment. */
#ifndef EK_SEG_BUILD_H
#define EK_SEG_BUILD_H

#include "seg/article.h"
#include "seg/item.h"
#include "seg/lead.h"
#include "seg/tree.h"

enum { EK_BUILD_DEEPEST = 64 };

/* A marker that the next one of its kind would follow. */
struct ek_count {
    ek_mark_sort sort;
    uint32_t first, number, rank, indent;
};

typedef struct ek_builder {
    ek_tree tree;
    ek_lines lines;
    size_t i; /* the line in work */
    struct {
        uint32_t key, seg;
    } articles[EK_BUILD_DEEPEST];
    uint32_t depth;         /* of articles */
    bool captioned;         /* the title of an article came before its number */
    uint32_t paragraph;     /* the open one, or EK_SEG_NO */
    struct ek_count clause; /* last numbered paragraph of the article */
    struct ek_count running; /* the same, not begun anew in each article */
    struct ek_count heading; /* last numbered heading */
    ek_list list;
    ek_lead leads[EK_ITEM_DEEPEST + 1]; /* by depth of the list they lead in */
} ek_builder;

ek_builder *ek_build_new(ek_arena *arena, const ek_norm *norm);
/* Puts line i into the tree. */
void ek_build_line(ek_builder *b);

/* For build.c and block.c. */
uint32_t ek_build_article(const ek_builder *b); /* the innermost open one */
/* The sentence that leads in a list at a depth; its .owner is where the items
 * stand. */
const ek_lead *ek_build_lead(ek_builder *b, uint32_t depth);
bool ek_build_heading(ek_builder *b); /* true when the line was one */
void ek_build_row(ek_builder *b);
bool ek_build_item(ek_builder *b, struct ek_mark mark); /* places an item */
void ek_build_paragraph(ek_builder *b, const struct ek_mark *mark);
/* An unmarked line that belongs to something open; false when to nothing. */
bool ek_build_continues(ek_builder *b);
bool ek_build_follows(const struct ek_count *count, const struct ek_mark *mark);

#endif
