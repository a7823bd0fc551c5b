/* SPDX-License-Identifier: Apache-2.0 */
/* The offset map between extracted and normalized text (essay 1 in map.c).
 * Laws: monotone; total; both ends map to ends; a normalized span maps to the
 * smallest text span, aligned to whole units, that covers it. */
#ifndef EK_TEXT_MAP_H
#define EK_TEXT_MAP_H

#include "base/span.h"
#include "base/vec.h"

/* From norm/text on, until the next edit, bytes were copied one to one, after
 * the unit at norm..norm+norm_len, which stands for text..text+text_len. */
struct ek_edit {
    uint32_t norm, text;         /* where the changed unit begins */
    uint32_t norm_len, text_len; /* its lengths; either may be 0 */
};

typedef struct ek_map {
    EK_VEC(struct ek_edit) edits; /* sorted by norm and by text */
    uint32_t norm_size, text_size;
} ek_map;

/* Appends an edit; built by norm.c while it writes. */
void ek_map_add(ek_map *map, ek_arena *arena, struct ek_edit edit);
/* The kana that ends at an offset of the normalized text stands for what follows
 * it in the text, too: a long vowel that is not matched is still quoted. */
void ek_map_stretch(ek_map *map, ek_arena *arena, uint32_t norm, ek_tspan tail);
ek_tspan ek_map_to_text(const ek_map *map, ek_nspan span);
ek_nspan ek_map_to_norm(const ek_map *map, ek_tspan span);

#endif
