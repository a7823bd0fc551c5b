/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/extraction.h"

void
ek_extraction_unread(ek_extraction *extraction, ek_arena *arena,
                     const char *what, ek_str name, const char *why)
{
    struct ek_unread unread = {ek_str_of(what), ek_arena_copy(arena, name),
                               ek_str_of(why)};
    EK_PUSH(arena, extraction->unread, unread);
}

void
ek_extraction_apart(ek_extraction *extraction, ek_arena *arena,
                    const char *what, uint32_t count)
{
    for (size_t i = 0; i < extraction->apart.n; i++)
        if (ek_str_is(extraction->apart.v[i].what, what)) {
            extraction->apart.v[i].count += count;
            return;
        }
    struct ek_apart apart = {ek_str_of(what), count};
    if (count)
        EK_PUSH(arena, extraction->apart, apart);
}

uint32_t
ek_extraction_coverage(const ek_extraction *extraction)
{
    enum { ALL = 100 };
    return extraction->units ? (uint32_t)((uint64_t)extraction->read * ALL /
                                          extraction->units)
                             : ALL;
}

bool
ek_extraction_is_what(ek_str word)
{
    static const char *const words[] = {
#define EK_WHAT(word, en, ja) word,
#define EK_WHY(word, en, ja)
#define EK_APART(word, en, ja)
#include "base/extraction.def"
    };
    return ek_str_among(word, words, sizeof words / sizeof *words);
}

bool
ek_extraction_is_why(ek_str word)
{
    static const char *const words[] = {
#define EK_WHAT(word, en, ja)
#define EK_WHY(word, en, ja) word,
#define EK_APART(word, en, ja)
#include "base/extraction.def"
    };
    return ek_str_among(word, words, sizeof words / sizeof *words);
}

bool
ek_extraction_is_apart(ek_str word)
{
    static const char *const words[] = {
#define EK_WHAT(word, en, ja)
#define EK_WHY(word, en, ja)
#define EK_APART(word, en, ja) word,
#include "base/extraction.def"
    };
    return ek_str_among(word, words, sizeof words / sizeof *words);
}
