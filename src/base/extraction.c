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

void
ek_extraction_count(ek_extraction *extraction, ek_str text)
{
    extraction->characters = extraction->replaced = 0;
    for (size_t i = 0; i < text.n; i++)
        extraction->characters += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    ek_str mark = EK_STR("\xEF\xBF\xBD");
    for (size_t i = ek_str_find(text, mark, 0); i < text.n;
         i = ek_str_find(text, mark, i + mark.n))
        extraction->replaced++;
}

bool
ek_extraction_is_whole(const ek_extraction *extraction)
{
    for (size_t i = 0; i < extraction->unread.n; i++)
        if (!ek_str_is(extraction->unread.v[i].what, "image"))
            return false;
    return !extraction->replaced && extraction->read >= extraction->units;
}

bool
ek_extraction_falls_short(const ek_extraction *extraction)
{
    enum { LEAST_READ = 95, MOST_REPLACED = 5, ALL = 100 };
    return ek_extraction_coverage(extraction) < LEAST_READ ||
           (uint64_t)extraction->replaced * ALL >
               (uint64_t)extraction->characters * MOST_REPLACED;
}

struct word {
    enum ek_extraction_kind kind;
    ek_str word;
    ek_msgid text;
};

#define ROW(kind, word, en) {kind, {word, sizeof(word) - 1}, {NULL, en}},
static const struct word words[] = {
#define EK_WHAT(word, en)  ROW(EK_EXTRACTION_WHAT, word, en)
#define EK_WHY(word, en)   ROW(EK_EXTRACTION_WHY, word, en)
#define EK_APART(word, en) ROW(EK_EXTRACTION_APART, word, en)
#include "base/extraction.def"
};

const ek_msgid *
ek_extraction_text(enum ek_extraction_kind kind, ek_str word)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].kind == kind && ek_str_eq(words[i].word, word))
            return &words[i].text;
    return NULL;
}

bool
ek_extraction_is_what(ek_str word)
{
    return ek_extraction_text(EK_EXTRACTION_WHAT, word) != NULL;
}

bool
ek_extraction_is_why(ek_str word)
{
    return ek_extraction_text(EK_EXTRACTION_WHY, word) != NULL;
}

bool
ek_extraction_is_apart(ek_str word)
{
    return ek_extraction_text(EK_EXTRACTION_APART, word) != NULL;
}
