/* SPDX-License-Identifier: Apache-2.0 */
/* What is left over on both sides may have moved: first units that are the
 * same word for word, then those that share most of their runs of three words.
 * A heading of a word or two that happens to stand elsewhere, too, has not
 * moved. */
#include "config.h"

#include "diff/align.h"

#include <stdlib.h>

enum {
    RUN = 3,           /* words */
    LEAST_WORDS = 4,   /* of a unit that moves */
    LEAST_ALIKE = 60,  /* per cent of the runs of both (Dice) */
    MOST_HOLDERS = 64, /* a run of more units than this tells nothing */
    MOST_APART = 3,    /* units between a heading and what moved with it */
    PERCENT = 100,
};

struct run {
    uint64_t hash;
    uint32_t unit;
};

struct move {
    uint32_t before, after, shared;
};

struct mover {
    struct ek_align *align;
    bool *taken_before, *taken_after;
    EK_VEC(struct run) runs; /* of units of after, by hash */
    EK_VEC(struct move) moves;
    uint32_t *shared; /* by unit of after */
};

static uint32_t
words_of(const struct ek_side *side, uint32_t unit)
{
    return side->units.v[unit].end - side->units.v[unit].first;
}

static uint32_t
runs_of(const struct ek_side *side, uint32_t unit)
{
    uint32_t n = words_of(side, unit);
    return n < RUN ? 0 : n - RUN + 1;
}

static uint64_t
run_hash(const struct ek_side *side, uint32_t word)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (uint32_t i = 0; i < RUN; i++) {
        hash ^= side->words.v[word + i].id + 1;
        hash *= UINT64_C(0x100000001b3);
        hash ^= hash >> 31;
    }
    return hash;
}

static bool
is_left(const struct mover *m, bool after, uint32_t unit)
{
    const struct ek_side *side = after ? &m->align->after : &m->align->before;
    const bool *taken = after ? m->taken_after : m->taken_before;
    return !taken[unit] && words_of(side, unit) >= LEAST_WORDS;
}

static int
by_hash(const void *a, const void *b)
{
    const struct run *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static void
gather_runs(struct mover *m)
{
    const struct ek_side *side = &m->align->after;
    for (uint32_t u = 0; u < side->units.n; u++)
        for (uint32_t i = 0; is_left(m, true, u) && i < runs_of(side, u); i++) {
            struct run run = {run_hash(side, side->units.v[u].first + i), u};
            EK_PUSH(m->align->arena, m->runs, run);
        }
    if (m->runs.n)
        qsort(m->runs.v, m->runs.n, sizeof *m->runs.v, by_hash);
}

static size_t
first_run(const struct mover *m, uint64_t hash)
{
    size_t low = 0, high = m->runs.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->runs.v[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many runs a unit shares with each that is left; candidates are listed
 * once. */
static void
weigh(struct mover *m, uint32_t unit)
{
    const struct ek_side *before = &m->align->before;
    EK_VEC(uint32_t) met = {0};
    for (uint32_t i = 0; i < runs_of(before, unit); i++) {
        uint64_t hash = run_hash(before, before->units.v[unit].first + i);
        size_t k = first_run(m, hash), end = k;
        while (end < m->runs.n && m->runs.v[end].hash == hash)
            end++;
        for (; end - k <= MOST_HOLDERS && k < end; k++)
            if (m->shared[m->runs.v[k].unit]++ == 0)
                EK_PUSH(m->align->arena, met, m->runs.v[k].unit);
    }
    for (size_t i = 0; i < met.n; i++) {
        uint32_t after = met.v[i], shared = m->shared[after];
        uint32_t both =
            runs_of(before, unit) + runs_of(&m->align->after, after);
        if (2 * shared * PERCENT >= both * LEAST_ALIKE) {
            struct move move = {unit, after, shared};
            EK_PUSH(m->align->arena, m->moves, move);
        }
        m->shared[after] = 0;
    }
}

static int
by_shared(const void *a, const void *b)
{
    const struct move *x = a, *y = b;
    if (x->shared != y->shared)
        return x->shared > y->shared ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return x->after < y->after ? -1 : x->after > y->after;
}

static void
pair_words(struct mover *m, struct ek_lcs *lcs, const struct move *move)
{
    const struct ek_unit *a = &m->align->before.units.v[move->before],
                         *b = &m->align->after.units.v[move->after];
    uint32_t n = a->end - a->first, k = b->end - b->first, common = 0;
    ek_arena *arena = m->align->arena;
    uint32_t *x = ek_arena_alloc(arena, n * sizeof *x),
             *y = ek_arena_alloc(arena, k * sizeof *y),
             *pairs = ek_arena_alloc(arena, n * sizeof *pairs);
    for (uint32_t i = 0; i < n; i++)
        x[i] = m->align->before.words.v[a->first + i].id;
    for (uint32_t i = 0; i < k; i++)
        y[i] = m->align->after.words.v[b->first + i].id;
    ek_lcs_pair(lcs, x, n, y, k, pairs);
    for (uint32_t i = 0; i < n; i++) {
        if (pairs[i] == EK_LCS_NONE)
            continue;
        ek_align_pair(m->align, a->first + i, b->first + pairs[i]);
        common++;
    }
    struct ek_link link = {move->before, move->after, common, common, true};
    EK_PUSH(arena, m->align->links, link);
}

static size_t
longest(const struct ek_side *side)
{
    size_t most = 0;
    for (uint32_t u = 0; u < side->units.n; u++)
        most = words_of(side, u) > most ? words_of(side, u) : most;
    return most;
}

static void
take_all(struct mover *m)
{
    struct ek_lcs *lcs =
        ek_lcs_new(m->align->arena,
                   longest(&m->align->before) + longest(&m->align->after));
    if (m->moves.n)
        qsort(m->moves.v, m->moves.n, sizeof *m->moves.v, by_shared);
    for (size_t i = 0; i < m->moves.n; i++) {
        const struct move *move = &m->moves.v[i];
        if (m->taken_before[move->before] || m->taken_after[move->after])
            continue;
        m->taken_before[move->before] = m->taken_after[move->after] = true;
        pair_words(m, lcs, move);
    }
}

static bool
are_same(const struct ek_align *align, uint32_t before, uint32_t after)
{
    const struct ek_unit *a = &align->before.units.v[before],
                         *b = &align->after.units.v[after];
    if (a->hash != b->hash || a->end - a->first != b->end - b->first)
        return false;
    for (uint32_t i = 0; i < a->end - a->first; i++)
        if (align->before.words.v[a->first + i].id !=
            align->after.words.v[b->first + i].id)
            return false;
    return true;
}

static void
take_same(struct mover *m, uint32_t before, uint32_t after)
{
    const struct ek_side *a = &m->align->before, *b = &m->align->after;
    uint32_t n = words_of(a, before);
    m->taken_before[before] = m->taken_after[after] = true;
    for (uint32_t i = 0; i < n; i++)
        ek_align_pair(m->align, a->units.v[before].first + i,
                      b->units.v[after].first + i);
    struct ek_link link = {before, after, n, n, true};
    EK_PUSH(m->align->arena, m->align->links, link);
}

static bool
is_left_same(const struct mover *m, uint32_t before, uint32_t after)
{
    return before < m->align->before.units.n &&
           after < m->align->after.units.n && !m->taken_before[before] &&
           !m->taken_after[after] && are_same(m->align, before, after);
}

/* What stands beside a unit that moved, and is the same word for word, moved
 * with it: a heading. A clause or two may have come or gone between them. An
 * index below 0 wraps to one that is too great. */
static void
take_beside(struct mover *m, uint32_t before, uint32_t after, bool behind)
{
    for (uint32_t i = 1; i <= MOST_APART; i++)
        for (uint32_t k = 1; k <= MOST_APART; k++) {
            uint32_t a = behind ? before + i : before - i,
                     b = behind ? after + k : after - k;
            if (is_left_same(m, a, b)) {
                take_same(m, a, b);
                return;
            }
        }
}

static void
take_all_beside(struct mover *m)
{
    for (size_t i = 0; i < m->align->links.n; i++) {
        struct ek_link link = m->align->links.v[i];
        if (!link.moved)
            continue;
        take_beside(m, link.before, link.after, false);
        take_beside(m, link.before, link.after, true);
    }
}

void
ek_align_moved(struct ek_align *align)
{
    size_t n = align->before.units.n, k = align->after.units.n;
    struct mover m = {
        .align = align,
        .taken_before = ek_arena_alloc(align->arena, n + 1),
        .taken_after = ek_arena_alloc(align->arena, k + 1),
        .shared = ek_arena_alloc(align->arena, (k + 1) * sizeof *m.shared)};
    for (size_t i = 0; i < align->links.n; i++) {
        m.taken_before[align->links.v[i].before] = true;
        m.taken_after[align->links.v[i].after] = true;
    }
    gather_runs(&m);
    for (uint32_t u = 0; u < n; u++)
        if (is_left(&m, false, u))
            weigh(&m, u);
    take_all(&m);
    take_all_beside(&m);
}
