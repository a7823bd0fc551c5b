/* SPDX-License-Identifier: Apache-2.0 */
/* Brackets that are closed again within a stretch of text. Those that are not
 * closed count for nothing, so that one stray bracket cannot swallow a
 * paragraph. */
#ifndef EK_SEG_BRACKET_H
#define EK_SEG_BRACKET_H

#include "base/span.h"
#include "base/str.h"
#include "base/vec.h"

typedef struct ek_brackets {
    EK_VEC(ek_nspan) v; /* outermost pairs, brackets included, in order */
} ek_brackets;

/* Finds the outermost pairs in bytes[span]; what was in out before is
 * forgotten, its memory used again. */
void ek_brackets_find(ek_brackets *out, ek_arena *arena, const char *bytes,
                      ek_nspan span);
/* The pair that begins at an offset, or NULL. *next is a cursor for calls with
 * rising offsets; begin with 0. */
const ek_nspan *ek_brackets_at(const ek_brackets *brackets, uint32_t offset,
                               size_t *next);

#endif
