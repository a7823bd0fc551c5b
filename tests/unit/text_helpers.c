/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text_helpers.h"

int
arena_up(void **state)
{
    *state = ek_arena_new(0);
    return *state ? 0 : -1;
}

int
arena_down(void **state)
{
    ek_arena_free(*state);
    return 0;
}

ek_text *
text_of(ek_arena *arena, const char *utf8)
{
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    text->bytes = ek_str_of(utf8);
    ek_text_index(text, arena);
    return text;
}

ek_norm *
norm_of(ek_arena *arena, const char *utf8)
{
    return ek_normalize(arena, text_of(arena, utf8));
}

const char *
copied(ek_arena *arena, ek_str s)
{
    return ek_arena_copy(arena, s).p;
}

const char *
normal(ek_arena *arena, const char *utf8)
{
    return copied(arena, norm_of(arena, utf8)->bytes);
}

const char *
normal_word(ek_arena *arena, const char *utf8)
{
    return copied(arena, ek_normalize_word(arena, ek_str_of(utf8)));
}

uint32_t
next_random(uint32_t *seed, uint32_t bound)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % bound;
}
