/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is freed at once. A pack, a document and a run each have one
 * arena; what it hands out is borrowed and dies with it.
 *
 * There are no out-of-memory branches: when memory (or the arena's limit) is
 * exhausted, the arena unwinds with longjmp to the handler that the API border
 * has set (ek_arena_catch), as Lua does. Foreign objects (libxml2, PCRE2) that
 * must not leak on the way are registered with ek_arena_defer. */
#ifndef EK_BASE_ARENA_H
#define EK_BASE_ARENA_H

#include "base/str.h"

#include <setjmp.h>
#include <stddef.h>

typedef struct ek_arena ek_arena;

/* limit: bytes that the arena may hold, 0 for no limit. NULL when not even the
 * first block can be had. The caller frees. */
ek_arena *ek_arena_new(size_t limit);
void
ek_arena_free(ek_arena *arena); /* runs deferred calls first, NULL is fine */

/* Where to unwind to on exhaustion: if (setjmp(*ek_arena_catch(a))) ... .
 * Without a handler set, exhaustion aborts the program. */
jmp_buf *ek_arena_catch(ek_arena *arena);

/* Zeroed bytes, aligned for any type; never NULL. */
void *ek_arena_alloc(ek_arena *arena, size_t bytes);
/* A grown copy of old (old_bytes long); extends in place where it can. */
void *ek_arena_grow(ek_arena *arena, void *old, size_t old_bytes,
                    size_t new_bytes);
/* A NUL-terminated copy (the NUL is not counted in the view). */
ek_str ek_arena_copy(ek_arena *arena, ek_str s);
ek_str ek_arena_printf(ek_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Counts bytes that a library holds for this arena against its limit; unwinds
 * as allocation does. */
void ek_arena_charge(ek_arena *arena, size_t bytes);
/* Calls release(object) when the arena is freed, last registered first. */
void ek_arena_defer(ek_arena *arena, void (*release)(void *), void *object);

#endif
