/* SPDX-License-Identifier: Apache-2.0 */
/* Which sentence leads a list in. */
#ifndef EK_SEG_LEAD_H
#define EK_SEG_LEAD_H

#include "seg/tree.h"

/* The sentence that leads in what stands under a paragraph or item; asked
 * often for the same one, so it is kept. Begin with {.owner = EK_SEG_NO}. */
typedef struct ek_lead {
    uint32_t owner;
    size_t segs;       /* how many there were when it was found */
    uint32_t sentence; /* EK_SEG_NO when the owner has none */
    bool strong;       /* it says itself that something follows */
    bool last;         /* it is the owner's last sentence */
} ek_lead;

void ek_lead_find(ek_lead *lead, const ek_tree *tree, uint32_t owner);
/* Whether a line, by its end, is a member of a list rather than a title. */
bool ek_lead_member(const ek_norm *norm, ek_nspan words);

#endif
