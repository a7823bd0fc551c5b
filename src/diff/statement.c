/* SPDX-License-Identifier: Apache-2.0 */
/* Findings of both versions, paired by the words they stand on: two of the
 * same clause type whose words are for the most part the same say the same
 * thing, perhaps otherwise. Those without a partner were gained or lost. */
#include "config.h"

#include "diff/change.h"
#include "diff/stir.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_COMMON_PERCENT = 40, PERCENT = 100, SAME_RULE = 1000 };

struct couple {
    uint32_t before, after, worth;
};

struct pairing {
    ek_changes *changes;
    struct ek_align *align;
    struct ek_range *before, *after; /* by finding */
    uint32_t *partner, *of_after;    /* by finding */
    EK_VEC(struct couple) couples;
    const uint32_t *clause_before, *clause_after; /* by unit */
    ek_str *gravest_before, *gravest_after;       /* contributions */
    struct ek_stir stir;
};

static struct ek_range *
ranges_of(ek_arena *arena, const struct ek_side *side)
{
    const ek_findings *all = &side->result->findings;
    struct ek_range *ranges =
        ek_arena_alloc(arena, (all->v.n + 1) * sizeof *ranges);
    for (size_t i = 0; i < all->v.n; i++) {
        const ek_finding *f = &all->v.v[i];
        if (f->kind == EK_PRESENT)
            ek_side_within(side, f->document, f->span, &ranges[i].first,
                           &ranges[i].end);
    }
    return ranges;
}

static uint32_t
common(const struct pairing *p, uint32_t before, uint32_t after)
{
    const struct ek_range *a = &p->before[before], *b = &p->after[after];
    uint32_t n = 0;
    for (uint32_t i = a->first; i < a->end; i++) {
        uint32_t j = p->align->to_after[i];
        n += j != EK_LCS_NONE && j >= b->first && j < b->end;
    }
    return n;
}

static void
consider(struct pairing *p, uint32_t before, uint32_t after)
{
    const ek_finding *f = &p->changes->before->findings.v.v[before],
                     *g = &p->changes->after->findings.v.v[after];
    const struct ek_range *a = &p->before[before], *b = &p->after[after];
    uint32_t n = a->end - a->first, m = b->end - b->first;
    uint32_t least = n < m ? n : m, shared = common(p, before, after);
    if (!ek_str_eq(f->clause, g->clause) ||
        shared * PERCENT < least * LEAST_COMMON_PERCENT || !shared)
        return;
    uint32_t worth = shared * PERCENT / (n > m ? n : m);
    worth += ek_str_eq(f->rule, g->rule) ? SAME_RULE : 0;
    struct couple couple = {before, after, worth};
    EK_PUSH(p->align->arena, p->couples, couple);
}

/* The findings of after whose words a finding's words became. */
static void
consider_all(struct pairing *p, uint32_t before)
{
    const ek_findings *all = &p->changes->after->findings;
    const struct ek_range *a = &p->before[before];
    uint32_t low = EK_LCS_NONE, high = 0;
    for (uint32_t i = a->first; i < a->end; i++) {
        uint32_t j = p->align->to_after[i];
        if (j == EK_LCS_NONE)
            continue;
        low = j < low ? j : low;
        high = j > high ? j : high;
    }
    for (uint32_t k = 0; low != EK_LCS_NONE && k < all->v.n; k++)
        if (all->v.v[k].kind == EK_PRESENT && p->after[k].first <= high &&
            p->after[k].end > low)
            consider(p, before, k);
}

static int
by_worth(const void *a, const void *b)
{
    const struct couple *x = a, *y = b;
    if (x->worth != y->worth)
        return x->worth > y->worth ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return x->after < y->after ? -1 : x->after > y->after;
}

static void
marry(struct pairing *p)
{
    if (p->couples.n)
        qsort(p->couples.v, p->couples.n, sizeof *p->couples.v, by_worth);
    for (size_t i = 0; i < p->couples.n; i++) {
        const struct couple *c = &p->couples.v[i];
        if (p->partner[c->before] != EK_NOT_THERE ||
            p->of_after[c->after] != EK_NOT_THERE)
            continue;
        p->partner[c->before] = c->after;
        p->of_after[c->after] = c->before;
    }
}

static bool
is_reworded_in(const struct ek_side *side, const struct ek_range *range,
               const uint32_t *pairs, const bool *quiet)
{
    for (uint32_t i = range->first; i < range->end; i++)
        if (pairs[i] == EK_LCS_NONE && !quiet[i] &&
            side->words.v[i].kind != EK_WORD_REFERENCE)
            return true;
    return false;
}

static bool
is_reworded(const struct pairing *p, uint32_t before, uint32_t after)
{
    return is_reworded_in(&p->align->before, &p->before[before],
                          p->align->to_after, p->align->quiet_before) ||
           is_reworded_in(&p->align->after, &p->after[after],
                          p->align->to_before, p->align->quiet_after);
}

static bool
holds_edit(const struct ek_side *side, uint32_t word, const uint32_t *pairs,
           const bool *quiet)
{
    const struct ek_unit *unit = &side->units.v[side->words.v[word].unit];
    struct ek_range range = {unit->first, unit->end};
    return is_reworded_in(side, &range, pairs, quiet);
}

/* Whether other words of its block were edited: a sentence behind it may take
 * back what it says. */
static bool
is_near_an_edit(const struct pairing *p, uint32_t before, uint32_t after)
{
    const struct ek_range *a = &p->before[before], *b = &p->after[after];
    return (a->end > a->first &&
            holds_edit(&p->align->before, a->end - 1, p->align->to_after,
                       p->align->quiet_before)) ||
           (b->end > b->first &&
            holds_edit(&p->align->after, b->end - 1, p->align->to_before,
                       p->align->quiet_after));
}

/* The change of the clause in which a finding's first edited word stands, or
 * its first word. */
static uint32_t
clause_of(const struct ek_side *side, const struct ek_range *range,
          const uint32_t *clauses)
{
    for (uint32_t i = range->first; i < range->end; i++) {
        uint32_t clause = clauses[side->words.v[i].unit];
        if (clause != EK_NOT_THERE)
            return clause;
    }
    return EK_NOT_THERE;
}

/* A tag of HTML in a Markdown file, say. */
static bool
stands_on_no_word(const struct pairing *p,
                  const struct ek_statement_change *change)
{
    const struct ek_range *range = change->before != EK_NOT_THERE
                                       ? &p->before[change->before]
                                       : &p->after[change->after];
    return range->first == range->end;
}

/* Whether only the cut of the lines makes the difference. */
static bool
is_of_reading(const struct pairing *p, const struct ek_statement_change *change)
{
    if (p->changes->rules_differ || !p->stir.anywhere)
        return !p->changes->rules_differ;
    return change->before != EK_NOT_THERE
               ? ek_stir_is_cut_only(&p->stir, &p->before[change->before],
                                     false)
               : ek_stir_is_cut_only(&p->stir, &p->after[change->after], true);
}

static void
push(struct pairing *p, struct ek_statement_change change)
{
    if (stands_on_no_word(p, &change))
        return;
    if (is_of_reading(p, &change)) {
        p->changes->read_otherwise++;
        return;
    }
    if (change.before != EK_NOT_THERE)
        change.clause = clause_of(&p->align->before, &p->before[change.before],
                                  p->clause_before);
    if (change.after != EK_NOT_THERE) {
        uint32_t clause = clause_of(&p->align->after, &p->after[change.after],
                                    p->clause_after);
        change.clause = clause != EK_NOT_THERE ? clause : change.clause;
    }
    EK_PUSH(p->align->arena, p->changes->statements, change);
}

/* What both versions' tables make of a finding, and which way it turned. */
static void
judge(struct pairing *p, struct ek_statement_change *change)
{
    if (change->before != EK_NOT_THERE)
        change->contribution_before = p->gravest_before[change->before];
    if (change->after != EK_NOT_THERE)
        change->contribution_after = p->gravest_after[change->after];
    ek_shift_of(p->align->arena, p->changes, change);
}

static void
compare(struct pairing *p, uint32_t before, uint32_t after)
{
    struct ek_statement_change change = {.kind = EK_STATEMENT_TURNED,
                                         .before = before,
                                         .after = after,
                                         .clause = EK_NOT_THERE};
    bool same_tier = p->changes->before->findings.v.v[before].tier ==
                     p->changes->after->findings.v.v[after].tier;
    judge(p, &change);
    bool turned =
        change.qualities.n || !same_tier ||
        !ek_str_eq(change.contribution_before, change.contribution_after);
    if (!turned)
        change.kind = is_reworded(p, before, after) ? EK_STATEMENT_REWORDED
                                                    : EK_STATEMENT_NEAR;
    if (change.shift == EK_SHIFT_OPEN && change.kind != EK_STATEMENT_NEAR)
        change.shift = ek_shift_of_words(
            p->align, p->changes->before->findings.v.v[before].clause,
            &p->before[before], &p->after[after]);
    if (change.kind != EK_STATEMENT_NEAR || is_near_an_edit(p, before, after))
        push(p, change);
}

static void
push_alone(struct pairing *p, uint32_t before, uint32_t after)
{
    struct ek_statement_change change = {.kind = before == EK_NOT_THERE
                                                     ? EK_STATEMENT_GAINED
                                                     : EK_STATEMENT_LOST,
                                         .before = before,
                                         .after = after,
                                         .clause = EK_NOT_THERE};
    judge(p, &change);
    push(p, change);
}

static uint32_t *
nobody(ek_arena *arena, size_t n)
{
    uint32_t *partners = ek_arena_alloc(arena, (n + 1) * sizeof *partners);
    for (size_t i = 0; i < n; i++)
        partners[i] = EK_NOT_THERE;
    return partners;
}

static void
report_all(struct pairing *p)
{
    const ek_findings *before = &p->changes->before->findings,
                      *after = &p->changes->after->findings;
    for (uint32_t i = 0; i < before->v.n; i++)
        if (before->v.v[i].kind != EK_PRESENT)
            continue;
        else if (p->partner[i] == EK_NOT_THERE)
            push_alone(p, i, EK_NOT_THERE);
        else
            compare(p, i, p->partner[i]);
    for (uint32_t i = 0; i < after->v.n; i++)
        if (after->v.v[i].kind == EK_PRESENT && p->of_after[i] == EK_NOT_THERE)
            push_alone(p, EK_NOT_THERE, i);
}

static int
by_gravity(const void *a, const void *b)
{
    const struct ek_statement_change *x = a, *y = b;
    if (x->shift != y->shift)
        return x->shift < y->shift ? -1 : 1;
    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    return x->before < y->before ? -1 : x->before > y->before;
}

void
ek_diff_statements(ek_changes *changes, struct ek_align *align,
                   const uint32_t *clause_before, const uint32_t *clause_after)
{
    struct pairing p = {
        .changes = changes,
        .align = align,
        .before = ranges_of(align->arena, &align->before),
        .after = ranges_of(align->arena, &align->after),
        .partner = nobody(align->arena, changes->before->findings.v.n),
        .of_after = nobody(align->arena, changes->after->findings.v.n),
        .clause_before = clause_before,
        .clause_after = clause_after,
        .gravest_before = ek_contributions(align->arena, changes->before),
        .gravest_after = ek_contributions(align->arena, changes->after)};
    ek_stir_of(&p.stir, align, changes, clause_before, clause_after);
    for (uint32_t i = 0; i < changes->before->findings.v.n; i++)
        if (changes->before->findings.v.v[i].kind == EK_PRESENT)
            consider_all(&p, i);
    marry(&p);
    report_all(&p);
    if (changes->statements.n)
        qsort(changes->statements.v, changes->statements.n,
              sizeof *changes->statements.v, by_gravity);
}
