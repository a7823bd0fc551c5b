/* SPDX-License-Identifier: Apache-2.0 */
/* The lists that are open: a stack, by indentation first, then by the sort of
 * marker. */
#ifndef EK_SEG_ITEM_H
#define EK_SEG_ITEM_H

#include "seg/mark.h"

enum { EK_ITEM_DEEPEST = 64 };

struct ek_entry {
    ek_mark_sort sort;
    uint32_t bullet, indent, number;
    uint32_t second; /* number in the marker's other order (katakana) */
    uint32_t seg;    /* the last item */
    bool explained;  /* lines without a marker followed an item before */
};

typedef struct ek_list {
    struct ek_entry v[EK_ITEM_DEEPEST];
    uint32_t n;
} ek_list;

/* Settles a marker that can be read in two ways: (i) after (h) is a letter. */
void ek_list_settle(const ek_list *list, struct ek_mark *mark);
/* How deep an item with this marker stands, less than EK_ITEM_DEEPEST. */
uint32_t ek_list_place(const ek_list *list, const struct ek_mark *mark,
                       uint32_t indent);
/* Closes what is deeper and puts the item there. */
void ek_list_put(ek_list *list, uint32_t depth, const struct ek_mark *mark,
                 uint32_t indent, uint32_t seg);
/* The depth of the list that a marker continues by its number, at about this
 * indentation; EK_ITEM_DEEPEST when there is none. */
uint32_t ek_list_continued(const ek_list *list, const struct ek_mark *mark,
                           uint32_t indent);

#endif
