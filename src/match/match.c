/* SPDX-License-Identifier: Apache-2.0 */
/* The simple matcher: one PCRE2 JIT program a concept, language and letter
 * case, run over the whole normalized document. It knows patterns and bytes,
 * nothing of sentences. */
#include "config.h"

#include "match/match.h"

#include "match/program.h"

#include <stdlib.h>
#include <string.h>

struct ek_matcher {
    ek_arena *arena;
    const ek_pack *pack;
    EK_VEC(struct ek_program) programs;
    struct ek_runner *runner;
};

static bool
same_program(const ek_pattern *a, const ek_pattern *b)
{
    return a->concept_index == b->concept_index && a->lang == b->lang &&
           a->letters == b->letters;
}

static int
by_program(const void *left, const void *right)
{
    const ek_pattern *a = *(const ek_pattern *const *)left;
    const ek_pattern *b = *(const ek_pattern *const *)right;
    if (a->concept_index != b->concept_index)
        return a->concept_index < b->concept_index ? -1 : 1;
    if (a->lang != b->lang)
        return a->lang < b->lang ? -1 : 1;
    if (a->letters != b->letters)
        return a->letters < b->letters ? -1 : 1;
    if (a->source.n != b->source.n)
        return a->source.n > b->source.n ? -1 : 1;
    return ek_str_cmp(a->source, b->source);
}

static const ek_pattern **
sorted_patterns(ek_arena *arena, const ek_pack *pack)
{
    size_t n = pack->patterns.n;
    const ek_pattern **sorted =
        ek_arena_alloc(arena, (n + 1) * sizeof(const ek_pattern *));
    for (size_t i = 0; i < n; i++)
        sorted[i] = &pack->patterns.v[i];
    qsort(sorted, n, sizeof *sorted, by_program);
    return sorted;
}

/* One program if the patterns fit into one, else halves of them. */
static ek_status
compile_some(ek_matcher *matcher, const ek_pattern *const *patterns, size_t n,
             ek_diag *diag)
{
    struct ek_program program;
    if (ek_program_compile(&program, matcher->arena, patterns, n, diag) ==
        EK_OK) {
        EK_PUSH(matcher->arena, matcher->programs, program);
        return EK_OK;
    }
    if (n == 1)
        return EK_EPATTERN;
    size_t half = n / 2;
    ek_status first = compile_some(matcher, patterns, half, diag);
    ek_status second = compile_some(matcher, patterns + half, n - half, diag);
    return first == EK_OK ? second : first;
}

static ek_status
compile_all(ek_matcher *matcher, ek_diag *diag)
{
    const ek_pattern **sorted = sorted_patterns(matcher->arena, matcher->pack);
    size_t n = matcher->pack->patterns.n;
    ek_status status = EK_OK;
    for (size_t i = 0, end; i < n; i = end) {
        end = i + 1;
        while (end < n && same_program(sorted[i], sorted[end]))
            end++;
        if (compile_some(matcher, sorted + i, end - i, diag) != EK_OK)
            status = EK_EPATTERN;
    }
    return status;
}

ek_status
ek_matcher_new(ek_matcher **out, const ek_pack *pack, ek_diag *diag)
{
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(arena))) {
        ek_arena_free(arena);
        return EK_ENOMEM;
    }
    ek_matcher *matcher = ek_arena_alloc(arena, sizeof *matcher);
    matcher->arena = arena;
    matcher->pack = pack;
    matcher->runner = ek_runner_new(arena);
    ek_status status = compile_all(matcher, diag);
    if (status == EK_OK)
        *out = matcher;
    else
        ek_arena_free(arena);
    return status;
}

void
ek_matcher_free(ek_matcher *matcher)
{
    if (matcher)
        ek_arena_free(matcher->arena);
}

static int
by_place(const void *left, const void *right)
{
    const ek_hit *a = left, *b = right;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (a->concept_index > b->concept_index) -
           (a->concept_index < b->concept_index);
}

size_t
ek_hits_from(const ek_hits *hits, uint32_t offset)
{
    size_t low = 0, high = hits->hits.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hits->hits.v[middle].span.begin < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
ek_hits_sort(ek_hits *hits)
{
    if (hits->hits.n)
        qsort(hits->hits.v, hits->hits.n, sizeof *hits->hits.v, by_place);
}

void
ek_match(ek_hits *out, ek_matcher *matcher, ek_arena *arena,
         const ek_norm *norm, bool ja, bool en)
{
    *out = (ek_hits){0};
    for (size_t i = 0; i < matcher->programs.n; i++) {
        struct ek_program *program = &matcher->programs.v[i];
        if (!(program->lang == EK_LANG_JA ? ja : en))
            continue;
        ek_program_hasten(program);
        ek_program_run(program, matcher->runner, out, arena, norm);
    }
    ek_hits_sort(out);
}
