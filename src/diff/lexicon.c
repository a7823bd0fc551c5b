/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/lexicon.h"

#include "base/vec.h"

#include <stdlib.h>
#include <utf8proc.h>

struct ek_lexicon {
    ek_arena *arena;
    EK_VEC(ek_str) words; /* by number */
    uint32_t *slots;      /* open addressing: numbers, 0 = free */
    size_t capacity;      /* a power of two */
};

enum { FIRST_CAPACITY = 4096 };

struct ek_lexicon *
ek_lexicon_new(ek_arena *arena)
{
    struct ek_lexicon *lexicon = ek_arena_alloc(arena, sizeof *lexicon);
    lexicon->arena = arena;
    lexicon->capacity = FIRST_CAPACITY;
    lexicon->slots =
        ek_arena_alloc(arena, FIRST_CAPACITY * sizeof *lexicon->slots);
    EK_PUSH(arena, lexicon->words, EK_STR("")); /* of references */
    return lexicon;
}

static size_t
hash_of(ek_str word)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < word.n; i++) {
        hash ^= (unsigned char)word.p[i];
        hash *= UINT64_C(0x100000001b3);
    }
    return (size_t)(hash ^ hash >> 32);
}

/* The slot of a word, or the free one where it belongs. */
static size_t
slot_of(const struct ek_lexicon *lexicon, ek_str word)
{
    size_t mask = lexicon->capacity - 1, i = hash_of(word) & mask;
    while (lexicon->slots[i] &&
           !ek_str_eq(lexicon->words.v[lexicon->slots[i]], word))
        i = (i + 1) & mask;
    return i;
}

static void
grow(struct ek_lexicon *lexicon)
{
    lexicon->capacity *= 2;
    lexicon->slots = ek_arena_alloc(lexicon->arena,
                                    lexicon->capacity * sizeof *lexicon->slots);
    for (uint32_t id = 1; id < lexicon->words.n; id++)
        lexicon->slots[slot_of(lexicon, lexicon->words.v[id])] = id;
}

static uint32_t
id_of(struct ek_lexicon *lexicon, ek_str folded)
{
    size_t slot = slot_of(lexicon, folded);
    if (lexicon->slots[slot])
        return lexicon->slots[slot];
    uint32_t id = (uint32_t)lexicon->words.n;
    EK_PUSH(lexicon->arena, lexicon->words,
            ek_arena_copy(lexicon->arena, folded));
    lexicon->slots[slot] = id;
    if (lexicon->words.n * 2 > lexicon->capacity)
        grow(lexicon);
    return id;
}

/* Short ASCII words, which are nearly all of an English text, are folded by
 * hand. */
static bool
fold_ascii(ek_str word, char *out, size_t size)
{
    if (word.n > size)
        return false;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        if ((unsigned char)c >= 0x80)
            return false;
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return true;
}

uint32_t
ek_lexicon_id(struct ek_lexicon *lexicon, ek_str word)
{
    char small[64];
    if (fold_ascii(word, small, sizeof small))
        return id_of(lexicon, (ek_str){small, word.n});
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t n = utf8proc_map(
        (const utf8proc_uint8_t *)word.p, (utf8proc_ssize_t)word.n, &folded,
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
            UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    if (n < 0)
        return id_of(lexicon, word);
    ek_str copy = ek_arena_copy(lexicon->arena,
                                (ek_str){(const char *)folded, (size_t)n});
    free(folded);
    return id_of(lexicon, copy);
}

ek_str
ek_lexicon_word(const struct ek_lexicon *lexicon, uint32_t id)
{
    return lexicon->words.v[id];
}
