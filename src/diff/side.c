/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/side.h"

#include "diff/cut.h"
#include "diff/reference.h"

struct reader {
    ek_arena *arena;
    struct ek_side *side;
    struct ek_lexicon *lexicon;
    struct ek_reference *reference;
};

static ek_word_kind kind_of(enum ek_cut_class class)
{
    return class == EK_CUT_NUMBER ? EK_WORD_NUMBER : EK_WORD_PLAIN;
}

static void
read_words(struct reader *r, ek_str text, ek_tspan span)
{
    struct ek_side *side = r->side;
    struct ek_cut cut;
    uint32_t at = span.begin;
    while (ek_cut_next(text, &at, span.end, &cut)) {
        ek_str word = ek_str_slice(text, cut.span.begin, cut.span.end);
        struct ek_diff_word w = {ek_lexicon_id(r->lexicon, word), cut.span,
                                 (uint32_t)side->units.n, kind_of(cut.class)};
        EK_PUSH(r->arena, side->words, w);
    }
}

static uint64_t
hash_of(const struct ek_side *side, uint32_t first, uint32_t end)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (uint32_t i = first; i < end; i++) {
        hash ^= side->words.v[i].id;
        hash *= UINT64_C(0x100000001b3);
        hash ^= hash >> 29;
    }
    return hash;
}

static void
read_unit(struct reader *r, uint32_t document, uint32_t block)
{
    const ek_document *d = &r->side->result->documents.v[document];
    struct ek_side *side = r->side;
    struct ek_unit unit = {
        .document = document, .block = block, .first = (uint32_t)side->words.n};
    ek_tspan span = d->blocks.v[block].span;
    uint32_t begin = ek_cut_label(d->text, span, &unit.label);
    read_words(r, d->text, (ek_tspan){begin, span.end});
    side->words.n =
        ek_reference_fold(r->reference, d->text, side->words.v + unit.first,
                          side->words.n - unit.first) +
        unit.first;
    unit.end = (uint32_t)side->words.n;
    unit.hash = hash_of(side, unit.first, unit.end);
    if (unit.end > unit.first)
        EK_PUSH(r->arena, side->units, unit);
}

void
ek_side_read(ek_arena *arena, struct ek_side *side, const ek_result *result,
             struct ek_lexicon *lexicon)
{
    struct reader r = {arena, side, lexicon, ek_reference_new(arena, lexicon)};
    *side = (struct ek_side){.result = result};
    for (uint32_t d = 0; d < result->documents.n; d++)
        for (uint32_t b = 0; b < result->documents.v[d].blocks.n; b++)
            read_unit(&r, d, b);
}

ek_str
ek_side_text(const struct ek_side *side, uint32_t unit)
{
    return side->result->documents.v[side->units.v[unit].document].text;
}

/* The first word that ends behind an offset of a document. */
static uint32_t
word_behind(const struct ek_side *side, uint32_t document, uint32_t at,
            bool begins)
{
    size_t low = 0, high = side->words.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct ek_diff_word *w = &side->words.v[middle];
        uint32_t d = side->units.v[w->unit].document;
        uint32_t edge = begins ? w->span.begin : w->span.end - 1;
        if (d < document || (d == document && edge < at))
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

void
ek_side_within(const struct ek_side *side, uint32_t document, ek_tspan span,
               uint32_t *first, uint32_t *end)
{
    *first = word_behind(side, document, span.begin, false);
    *end = word_behind(side, document, span.end, true);
    if (*end < *first)
        *end = *first;
}
