/* SPDX-License-Identifier: Apache-2.0 */
/* First the units that are the same word for word, in order; what lies between
 * two of them is compared word by word, so that it does not matter how a format
 * cuts its lines. Two units are linked when half of the shorter one's words
 * stand in the other. Common words met by chance between two clauses that have
 * nothing else in common are let go again. */
#include "config.h"

#include "diff/align.h"

#include <stdlib.h>

/* Of the shorter unit's words, to be linked. */
enum {
    LEAST_COMMON_PERCENT = 50,
    LEAST_SHORT_PERCENT = 30,
    MOST_SHORT = 20, /* words of a line with a date */
    PERCENT = 100,
};

struct numbered {
    uint64_t hash;
    uint32_t index; /* units of before, then of after */
};

static int
by_hash(const void *a, const void *b)
{
    const struct numbered *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* A number for each unit, the same for the same words. */
static uint32_t *
number_units(struct ek_align *align)
{
    size_t n = align->before.units.n, m = align->after.units.n;
    struct numbered *all = ek_arena_alloc(align->arena, (n + m) * sizeof *all);
    uint32_t *ids = ek_arena_alloc(align->arena, (n + m) * sizeof *ids);
    for (size_t i = 0; i < n + m; i++) {
        const struct ek_unit *u =
            i < n ? &align->before.units.v[i] : &align->after.units.v[i - n];
        all[i] = (struct numbered){u->hash, (uint32_t)i};
    }
    if (n + m)
        qsort(all, n + m, sizeof *all, by_hash);
    for (size_t i = 0, id = 0; i < n + m; i++) {
        id += i > 0 && all[i].hash != all[i - 1].hash;
        ids[all[i].index] = (uint32_t)id;
    }
    return ids;
}

static uint32_t *
ids_of(ek_arena *arena, const struct ek_side *side)
{
    uint32_t *ids = ek_arena_alloc(arena, side->words.n * sizeof *ids);
    for (size_t i = 0; i < side->words.n; i++)
        ids[i] = side->words.v[i].id;
    return ids;
}

struct words {
    struct ek_align *align;
    struct ek_lcs *lcs;
    uint32_t *before, *after; /* ids */
    uint32_t *pairs;
};

void
ek_align_pair(struct ek_align *align, uint32_t before, uint32_t after)
{
    align->to_after[before] = after;
    align->to_before[after] = before;
}

static void
pair_unit(struct ek_align *align, const struct ek_unit *a,
          const struct ek_unit *b)
{
    for (uint32_t i = a->first, j = b->first; i < a->end && j < b->end;
         i++, j++)
        ek_align_pair(align, i, j);
}

static void
pair_range(struct words *w, uint32_t a, uint32_t a_end, uint32_t b,
           uint32_t b_end)
{
    if (a >= a_end || b >= b_end)
        return;
    ek_lcs_pair(w->lcs, w->before + a, a_end - a, w->after + b, b_end - b,
                w->pairs);
    for (uint32_t i = 0; i < a_end - a; i++)
        if (w->pairs[i] != EK_LCS_NONE)
            ek_align_pair(w->align, a + i, b + w->pairs[i]);
}

static uint32_t
first_word(const struct ek_side *side, uint32_t unit)
{
    return unit < side->units.n ? side->units.v[unit].first
                                : (uint32_t)side->words.n;
}

void
ek_align_in_order(struct ek_align *align)
{
    struct ek_side *before = &align->before, *after = &align->after;
    uint32_t n = (uint32_t)before->units.n, m = (uint32_t)after->units.n;
    uint32_t *ids = number_units(align);
    uint32_t *units = ek_arena_alloc(align->arena, (n + 1) * sizeof *units);
    size_t most = before->words.n + after->words.n + n + m;
    struct words w = {
        align, ek_lcs_new(align->arena, most), ids_of(align->arena, before),
        ids_of(align->arena, after),
        ek_arena_alloc(align->arena, (before->words.n + 1) * sizeof *w.pairs)};
    ek_lcs_pair(w.lcs, ids, n, ids + n, m, units);
    for (uint32_t i = 0, a = 0, b = 0; i <= n; i++) {
        if (i < n && units[i] == EK_LCS_NONE)
            continue;
        uint32_t j = i < n ? units[i] : m;
        pair_range(&w, first_word(before, a), first_word(before, i),
                   first_word(after, b), first_word(after, j));
        if (i < n)
            pair_unit(align, &before->units.v[i], &after->units.v[j]);
        a = i + 1;
        b = j + 1;
    }
}

/* Whether a word and its partner stand beside two others that are partners. */
static bool
stands_in_a_run(const struct ek_align *align, uint32_t i)
{
    uint32_t j = align->to_after[i];
    return (i > 0 && j > 0 && align->to_after[i - 1] == j - 1) ||
           (i + 1 < align->before.words.n && align->to_after[i + 1] == j + 1);
}

/* The links of one unit so far, by the order of its words. */
static void
count(struct ek_align *align, uint32_t unit)
{
    const struct ek_unit *u = &align->before.units.v[unit];
    size_t first = align->links.n;
    for (uint32_t i = u->first; i < u->end; i++) {
        if (align->to_after[i] == EK_LCS_NONE)
            continue;
        uint32_t other = align->after.words.v[align->to_after[i]].unit;
        size_t k = align->links.n;
        if (k == first || align->links.v[k - 1].after != other) {
            struct ek_link link = {unit, other, 0, 0, false};
            EK_PUSH(align->arena, align->links, link);
            k++;
        }
        align->links.v[k - 1].common++;
        align->links.v[k - 1].in_runs += stands_in_a_run(align, i);
    }
}

static bool
holds(const struct ek_align *align, const struct ek_link *link)
{
    const struct ek_unit *a = &align->before.units.v[link->before],
                         *b = &align->after.units.v[link->after];
    uint32_t n = a->end - a->first, m = b->end - b->first;
    return (link->common == n && link->common == m) ||
           link->in_runs * PERCENT >= (n < m ? n : m) * LEAST_COMMON_PERCENT;
}

static void
part(struct ek_align *align, const struct ek_link *link)
{
    const struct ek_unit *u = &align->before.units.v[link->before];
    for (uint32_t i = u->first; i < u->end; i++) {
        uint32_t j = align->to_after[i];
        if (j == EK_LCS_NONE || align->after.words.v[j].unit != link->after)
            continue;
        align->to_after[i] = align->to_before[j] = EK_LCS_NONE;
    }
}

/* Whether a unit is the only one between two that hold, in both versions: a
 * line with a date, say, of which few words stayed. */
static bool
is_between(const bool *linked, size_t n, uint32_t unit)
{
    return (unit == 0 || linked[unit - 1]) &&
           (unit + 1 == n || linked[unit + 1]);
}

static bool
holds_in_its_place(const struct ek_align *align, const struct ek_link *link,
                   const bool *before, const bool *after)
{
    const struct ek_unit *a = &align->before.units.v[link->before],
                         *b = &align->after.units.v[link->after];
    uint32_t n = a->end - a->first, m = b->end - b->first;
    return n <= MOST_SHORT && m <= MOST_SHORT &&
           link->common * PERCENT >= (n < m ? n : m) * LEAST_SHORT_PERCENT &&
           !before[link->before] && !after[link->after] &&
           is_between(before, align->before.units.n, link->before) &&
           is_between(after, align->after.units.n, link->after);
}

void
ek_align_link(struct ek_align *align)
{
    bool *before = ek_arena_alloc(align->arena, align->before.units.n + 1),
         *after = ek_arena_alloc(align->arena, align->after.units.n + 1);
    for (uint32_t unit = 0; unit < align->before.units.n; unit++)
        count(align, unit);
    for (size_t i = 0; i < align->links.n; i++)
        if (holds(align, &align->links.v[i]))
            before[align->links.v[i].before] = after[align->links.v[i].after] =
                true;
    size_t kept = 0;
    for (size_t i = 0; i < align->links.n; i++)
        if (holds(align, &align->links.v[i]) ||
            holds_in_its_place(align, &align->links.v[i], before, after))
            align->links.v[kept++] = align->links.v[i];
        else
            part(align, &align->links.v[i]);
    align->links.n = kept;
}

static uint32_t *
no_pairs(ek_arena *arena, size_t n)
{
    uint32_t *pairs = ek_arena_alloc(arena, (n + 1) * sizeof *pairs);
    for (size_t i = 0; i < n; i++)
        pairs[i] = EK_LCS_NONE;
    return pairs;
}

/* Whether the versions stand in the order in which they are aligned: which of
 * two clauses that changed places has moved must not hang on which version is
 * called the later one. */
static bool
is_ordered(const ek_result *before, const ek_result *after)
{
    for (size_t i = 0; i < before->documents.n && i < after->documents.n; i++) {
        int order =
            ek_str_cmp(before->documents.v[i].text, after->documents.v[i].text);
        if (order)
            return order < 0;
    }
    return before->documents.n <= after->documents.n;
}

static void
turn(struct ek_align *align)
{
    struct ek_side side = align->before;
    uint32_t *pairs = align->to_after;
    bool *quiet = align->quiet_before;
    align->before = align->after;
    align->after = side;
    align->to_after = align->to_before;
    align->to_before = pairs;
    align->quiet_before = align->quiet_after;
    align->quiet_after = quiet;
    for (size_t i = 0; i < align->links.n; i++) {
        struct ek_link *link = &align->links.v[i];
        uint32_t unit = link->before;
        link->before = link->after;
        link->after = unit;
    }
}

static int
by_units(const void *a, const void *b)
{
    const struct ek_link *x = a, *y = b;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return x->after < y->after ? -1 : x->after > y->after;
}

static struct ek_align *
read_versions(ek_arena *arena, const ek_result *before, const ek_result *after)
{
    struct ek_align *align = ek_arena_alloc(arena, sizeof *align);
    struct ek_lexicon *lexicon = ek_lexicon_new(arena);
    align->arena = arena;
    align->lexicon = lexicon;
    ek_side_read(arena, &align->before, before, lexicon);
    ek_side_read(arena, &align->after, after, lexicon);
    size_t n = align->before.words.n, m = align->after.words.n;
    align->to_after = no_pairs(arena, n);
    align->to_before = no_pairs(arena, m);
    align->quiet_before = ek_arena_alloc(arena, n + 1);
    align->quiet_after = ek_arena_alloc(arena, m + 1);
    return align;
}

struct ek_align *
ek_align_results(ek_arena *arena, const ek_result *before,
                 const ek_result *after)
{
    bool ordered = is_ordered(before, after);
    struct ek_align *align = ordered ? read_versions(arena, before, after)
                                     : read_versions(arena, after, before);
    ek_align_in_order(align);
    ek_align_link(align);
    ek_align_moved(align);
    ek_align_quiet(align);
    ek_align_furniture(align);
    if (!ordered)
        turn(align);
    if (align->links.n)
        qsort(align->links.v, align->links.n, sizeof *align->links.v, by_units);
    return align;
}
