/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024, MOST_BLOCK = 4 * 1024 * 1024 };

struct block {
    struct block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*release)(void *);
    void *object;
};

struct ek_arena {
    struct block *blocks; /* newest first */
    struct deferred *deferred;
    size_t limit, used;
    bool caught;
    jmp_buf handler;
};

static size_t
aligned(size_t bytes)
{
    size_t a = alignof(max_align_t);
    return (bytes + a - 1) / a * a;
}

ek_arena *
ek_arena_new(size_t limit)
{
    ek_arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->limit = limit;
    return arena;
}

void
ek_arena_free(ek_arena *arena)
{
    if (!arena)
        return;
    for (struct deferred *d = arena->deferred; d; d = d->next)
        d->release(d->object);
    for (struct block *b = arena->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

jmp_buf *
ek_arena_catch(ek_arena *arena)
{
    arena->caught = true;
    return &arena->handler;
}

_Noreturn static void
exhausted(ek_arena *arena)
{
    if (!arena->caught)
        abort();
    longjmp(arena->handler, 1);
}

static void
add_block(ek_arena *arena, size_t bytes)
{
    size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    if (size > MOST_BLOCK)
        size = MOST_BLOCK;
    if (size < bytes)
        size = bytes;
    struct block *b = malloc(sizeof *b + size);
    if (!b)
        exhausted(arena);
    b->next = arena->blocks;
    b->used = 0;
    b->size = size;
    arena->blocks = b;
}

void *
ek_arena_alloc(ek_arena *arena, size_t bytes)
{
    size_t need = aligned(bytes ? bytes : 1);
    if (need < bytes || (arena->limit && arena->limit - arena->used < need))
        exhausted(arena);
    if (!arena->blocks || arena->blocks->size - arena->blocks->used < need)
        add_block(arena, need);
    struct block *b = arena->blocks;
    void *p = b->bytes + b->used;
    b->used += need;
    arena->used += need;
    return memset(p, 0, bytes);
}

void
ek_arena_charge(ek_arena *arena, size_t bytes)
{
    if (arena->limit && arena->limit - arena->used < bytes)
        exhausted(arena);
    arena->used += bytes;
}

static bool
is_last(const ek_arena *arena, const void *p, size_t bytes)
{
    const struct block *b = arena->blocks;
    return b && (const char *)p + aligned(bytes) == b->bytes + b->used;
}

void *
ek_arena_grow(ek_arena *arena, void *old, size_t old_bytes, size_t new_bytes)
{
    struct block *b = arena->blocks;
    size_t more = aligned(new_bytes) - aligned(old_bytes);
    bool room = !arena->limit || arena->limit - arena->used >= more;
    if (old && old_bytes && is_last(arena, old, old_bytes) && room &&
        b->size - b->used >= more) {
        b->used += more;
        arena->used += more;
        memset((char *)old + old_bytes, 0, new_bytes - old_bytes);
        return old;
    }
    void *fresh = ek_arena_alloc(arena, new_bytes);
    if (old && old_bytes)
        memcpy(fresh, old, old_bytes);
    return fresh;
}

ek_str
ek_arena_copy(ek_arena *arena, ek_str s)
{
    char *p = ek_arena_alloc(arena, s.n + 1);
    if (s.n)
        memcpy(p, s.p, s.n);
    return (ek_str){p, s.n};
}

ek_str
ek_arena_printf(ek_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t bytes = n < 0 ? 0 : (size_t)n;
    char *p = ek_arena_alloc(arena, bytes + 1);
    vsnprintf(p, bytes + 1, format, again);
    va_end(again);
    return (ek_str){p, bytes};
}

void
ek_arena_defer(ek_arena *arena, void (*release)(void *), void *object)
{
    struct deferred *d = ek_arena_alloc(arena, sizeof *d);
    *d = (struct deferred){arena->deferred, release, object};
    arena->deferred = d;
}
