/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/diff.h"

#include "diff/change.h"

struct differ {
    ek_changes *changes;
    struct ek_align *align;
    uint32_t *clause_before, *clause_after; /* by unit */
};

static uint32_t *
no_clauses(ek_arena *arena, size_t n)
{
    uint32_t *clauses = ek_arena_alloc(arena, (n + 1) * sizeof *clauses);
    for (size_t i = 0; i < n; i++)
        clauses[i] = EK_NOT_THERE;
    return clauses;
}

static struct ek_place_in
place_of(const struct ek_side *side, uint32_t unit)
{
    return (struct ek_place_in){side->units.v[unit].document,
                                side->units.v[unit].block};
}

static void
take_same(struct differ *d, const struct ek_group *group)
{
    for (size_t i = 0; i < group->before.n && i < group->after.n; i++) {
        struct ek_same_block same = {
            place_of(&d->align->before, group->before.v[i]),
            place_of(&d->align->after, group->after.v[i])};
        EK_PUSH(d->align->arena, d->changes->same, same);
    }
}

static void
take_group(struct differ *d, const struct ek_group *group)
{
    struct ek_clause_change change;
    if (!ek_change_of(d->align, group, &change)) {
        take_same(d, group);
        return;
    }
    uint32_t index = (uint32_t)d->changes->clauses.n;
    for (size_t i = 0; i < group->before.n; i++)
        d->clause_before[group->before.v[i]] = index;
    for (size_t i = 0; i < group->after.n; i++)
        d->clause_after[group->after.v[i]] = index;
    EK_PUSH(d->align->arena, d->changes->clauses, change);
}

/* A clause whose words made a finding come, go, or say something else. */
static void
weigh_clauses(ek_changes *changes)
{
    for (size_t i = 0; i < changes->statements.n; i++) {
        uint32_t clause = changes->statements.v[i].clause;
        if (clause != EK_NOT_THERE &&
            changes->clauses.v[clause].weight != EK_WEIGHT_NONE)
            changes->clauses.v[clause].weight = EK_WEIGHT_SUBSTANCE;
    }
    for (size_t i = 0; i < changes->clauses.n; i++)
        changes->counts[changes->clauses.v[i].weight]++;
}

/* Whether there is anything that a verdict can have moved for, besides lines
 * that are cut otherwise. */
static bool
is_touched(const ek_changes *changes)
{
    bool touched = changes->statements.n > 0 || changes->rules_differ;
    for (size_t i = 0; i < changes->clauses.n && !touched; i++)
        touched = changes->clauses.v[i].weight != EK_WEIGHT_NONE ||
                  (changes->clauses.v[i].what & EK_CHANGE_MOVED);
    return touched;
}

ek_changes *
ek_diff(ek_arena *arena, const ek_result *before, const ek_result *after)
{
    struct differ d = {.changes = ek_arena_alloc(arena, sizeof *d.changes),
                       .align = ek_align_results(arena, before, after)};
    struct ek_groups groups;
    d.changes->before = before;
    d.changes->after = after;
    d.changes->rules_differ =
        !ek_str_eq(before->pack_fingerprint, after->pack_fingerprint) ||
        !ek_str_eq(before->engine, after->engine);
    d.clause_before = no_clauses(arena, d.align->before.units.n);
    d.clause_after = no_clauses(arena, d.align->after.units.n);
    ek_group_units(&groups, d.align);
    for (size_t i = 0; i < groups.v.n; i++)
        take_group(&d, &groups.v.v[i]);
    ek_diff_statements(d.changes, d.align, d.clause_before, d.clause_after);
    if (!d.changes->read_otherwise || is_touched(d.changes))
        ek_diff_verdicts(d.changes, arena);
    weigh_clauses(d.changes);
    return d.changes;
}
