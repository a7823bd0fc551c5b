/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/enumerate.h"
#include "seg/script.h"

enum { SHORTEST_ITEM = 10 }; /* bytes from one number to the next */

static const char *const series[] = {
#define EK_SERIES(items) items,
#include "seg/enumerate.def"
};

static const char *const referred[] = {
#define EK_REFERRED(word) word,
#include "seg/enumerate.def"
};

static bool
is_free(const char *bytes, ek_nspan sentence, ek_nspan pair)
{
    if (pair.begin > sentence.begin && bytes[pair.begin - 1] != ' ' &&
        bytes[pair.begin - 1] != ':')
        return false;
    uint32_t end = pair.begin;
    while (end > sentence.begin && bytes[end - 1] == ' ')
        end--;
    uint32_t begin = end;
    while (begin > sentence.begin && ek_script_latin(bytes[begin - 1]))
        begin--;
    return !ek_str_among((ek_str){bytes + begin, end - begin}, referred,
                         sizeof referred / sizeof *referred);
}

/* Collects the pairs from the k-th on that count on in a series. */
static size_t
follow(ek_enumerators *out, ek_arena *arena, const char *bytes,
       ek_nspan sentence, const ek_brackets *brackets, size_t k, ek_str items)
{
    size_t first = out->v.n, last = k;
    uint32_t least = 0;
    ek_str item = ek_str_word(&items);
    for (size_t i = k; i < brackets->v.n && item.n; i++) {
        ek_nspan pair = brackets->v.v[i];
        ek_str words = {bytes + pair.begin, pair.end - pair.begin};
        if (pair.begin < least || words.n != item.n ||
            !ek_str_starts(words, item) || !is_free(bytes, sentence, pair))
            continue;
        struct ek_enumerator found = {pair, out->v.n == first};
        EK_PUSH(arena, out->v, found);
        least = pair.end + SHORTEST_ITEM;
        last = i;
        item = ek_str_word(&items);
    }
    if (out->v.n > first + 1)
        return last + 1;
    out->v.n = first;
    return k;
}

void
ek_enumerators_find(ek_enumerators *out, ek_arena *arena, const char *bytes,
                    ek_nspan sentence, const ek_brackets *brackets)
{
    out->v.n = 0;
    for (size_t k = 0; k < brackets->v.n;) {
        size_t next = k;
        ek_nspan pair = brackets->v.v[k];
        ek_str words = {bytes + pair.begin, pair.end - pair.begin};
        for (size_t s = 0; s < sizeof series / sizeof *series && next == k; s++)
            if (words.n == 3 && ek_str_starts(ek_str_of(series[s]), words))
                next = follow(out, arena, bytes, sentence, brackets, k,
                              ek_str_of(series[s]));
        k = next > k ? next : k + 1;
    }
}

const struct ek_enumerator *
ek_enumerators_at(const ek_enumerators *enumerators, uint32_t offset)
{
    for (size_t i = 0; i < enumerators->v.n; i++)
        if (enumerators->v.v[i].span.begin == offset)
            return &enumerators->v.v[i];
    return NULL;
}
