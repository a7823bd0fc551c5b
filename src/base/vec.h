/* SPDX-License-Identifier: Apache-2.0 */
/* Typed arrays on an arena:
 *
 *     EK_VEC(struct ek_seg) segs = {0};
 *     EK_PUSH(arena, segs, ((struct ek_seg){...}));   expands to the new slot
 *
 * Slots move when the array grows: hold indexes, not pointers. */
#ifndef EK_BASE_VEC_H
#define EK_BASE_VEC_H

#include "base/arena.h"

#define EK_VEC(type)                                                           \
    struct {                                                                   \
        type *v;                                                               \
        size_t n, cap;                                                         \
    }

#define EK_PUSH(arena, vec, value)                                             \
    ((vec).n == (vec).cap                                                      \
         ? (void)((vec).v = ek_arena_grow(                                     \
                      (arena), (vec).v, (vec).cap * sizeof *(vec).v,           \
                      ((vec).cap ? (vec).cap * 2 : 16) * sizeof *(vec).v),     \
                  (vec).cap = (vec).cap ? (vec).cap * 2 : 16)                  \
         : (void)0,                                                            \
     (vec).v[(vec).n++] = (value))

#endif
