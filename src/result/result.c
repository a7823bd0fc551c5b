/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/result.h"

enum { LEAST_MEMORY = 64 * 1024 };

ek_result *
ek_result_new(size_t memory_limit)
{
    if (memory_limit && memory_limit < LEAST_MEMORY)
        return NULL;
    ek_arena *arena = ek_arena_new(memory_limit);
    if (!arena)
        return NULL;
    return ek_result_on(arena);
}

ek_result *
ek_result_on(ek_arena *arena)
{
    ek_result *result = ek_arena_alloc(arena, sizeof *result);
    result->arena = arena;
    return result;
}

const char *
ek_block_word(ek_block_kind kind)
{
    static const char *const words[] = {"heading", "paragraph", "item", "row"};
    return words[kind];
}

void
ek_result_free(ek_result *result)
{
    if (result)
        ek_arena_free(result->arena);
}

const ek_verdict *
ek_result_verdict(const ek_result *result, const char *item)
{
    for (size_t i = 0; i < result->verdicts.n; i++)
        if (ek_str_is(result->verdicts.v[i].item, item))
            return &result->verdicts.v[i];
    return NULL;
}

bool
ek_verdict_asks(const ek_verdict *verdict, ek_str question)
{
    for (size_t i = 0; i < verdict->questions.n; i++)
        if (ek_str_eq(verdict->questions.v[i], question))
            return true;
    return false;
}

const ek_verdict *
ek_review_verdict(const ek_result *r, const ek_review *review)
{
    size_t i = review->verdict, n = r->verdicts.n;
    if (i == EK_DECIDED_NOTHING)
        return NULL;
    return i < n ? &r->verdicts.v[i] : &r->checklist.v[i - n];
}

const ek_finding *
ek_review_finding(const ek_result *r, const ek_review *review)
{
    return review->finding == EK_DECIDED_NOTHING
               ? NULL
               : &r->findings.v.v[review->finding];
}

ek_str
ek_result_name(const ek_result *result)
{
    return result->bundle.n || !result->documents.n
               ? result->bundle
               : result->documents.v[0].path;
}

bool
ek_result_misses(const ek_result *result)
{
    for (size_t i = 0; i < result->documents.n; i++) {
        const ek_document *document = &result->documents.v[i];
        if (document->no_result.n || !ek_str_is(document->readable, "full"))
            return true;
    }
    return false;
}

bool
ek_document_falls_short(const ek_document *document)
{
    bool read =
        !document->no_result.n || ek_str_is(document->no_result, "no-contract");
    return !read || ek_extraction_falls_short(&document->extraction);
}

const struct ek_said *
ek_result_mention(const ek_result *result, ek_str word)
{
    for (size_t i = 0; i < result->said.n; i++)
        if (ek_str_eq(result->said.v[i].word, word))
            return &result->said.v[i];
    return NULL;
}

size_t
ek_result_asked(const ek_result *result, const char *to)
{
    size_t n = 0;
    for (size_t i = 0; i < result->questions.n; i++)
        n += ek_str_is(result->questions.v[i].to, to);
    return n;
}

bool
ek_note_tells_reading(const struct ek_note *note)
{
    return !ek_str_is(note->level, "note") &&
           (ek_str_starts(note->code, EK_STR("read_")) ||
            ek_str_starts(note->code, EK_STR("decode_")));
}
