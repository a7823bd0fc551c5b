/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/stir.h"

static bool
is_heading(const struct ek_side *side, uint32_t unit)
{
    const struct ek_unit *u = &side->units.v[unit];
    const ek_document *d = &side->result->documents.v[u->document];
    return d->blocks.v[u->block].kind == EK_BLOCK_HEADING;
}

static bool
is_stirred(const ek_changes *changes, uint32_t clause)
{
    if (clause == EK_NOT_THERE)
        return false;
    const struct ek_clause_change *c = &changes->clauses.v[clause];
    return c->weight != EK_WEIGHT_NONE || (c->what & EK_CHANGE_MOVED);
}

/* By unit, for the whole of each article: from one heading to the next. */
static bool *
stirred_units(ek_arena *arena, const struct ek_side *side,
              const ek_changes *changes, const uint32_t *clauses)
{
    size_t n = side->units.n;
    bool *stirred = ek_arena_alloc(arena, n + 1);
    for (uint32_t first = 0, end; first < n; first = end) {
        bool any = is_stirred(changes, clauses[first]);
        for (end = first + 1; end < n && !is_heading(side, end); end++)
            any |= is_stirred(changes, clauses[end]);
        for (uint32_t i = first; i < end; i++)
            stirred[i] = any;
    }
    return stirred;
}

void
ek_stir_of(struct ek_stir *stir, const struct ek_align *align,
           const ek_changes *changes, const uint32_t *clause_before,
           const uint32_t *clause_after)
{
    *stir = (struct ek_stir){
        .align = align,
        .before =
            stirred_units(align->arena, &align->before, changes, clause_before),
        .after =
            stirred_units(align->arena, &align->after, changes, clause_after)};
    for (size_t i = 0; i < changes->clauses.n; i++)
        stir->anywhere |= is_stirred(changes, (uint32_t)i);
}

static ek_str
block_of(const struct ek_side *side, uint32_t unit)
{
    const struct ek_unit *u = &side->units.v[unit];
    const ek_document *d = &side->result->documents.v[u->document];
    ek_tspan span = d->blocks.v[u->block].span;
    return ek_str_slice(d->text, span.begin, span.end);
}

bool
ek_stir_is_cut_only(const struct ek_stir *stir, const struct ek_range *range,
                    bool after)
{
    const struct ek_align *align = stir->align;
    const struct ek_side *here = after ? &align->after : &align->before,
                         *there = after ? &align->before : &align->after;
    const uint32_t *pairs = after ? align->to_before : align->to_after;
    const bool *quiet = after ? align->quiet_after : align->quiet_before,
               *near = after ? stir->after : stir->before,
               *near_there = after ? stir->before : stir->after;
    bool cut = false;
    for (uint32_t i = range->first; i < range->end; i++) {
        uint32_t unit = here->words.v[i].unit;
        if (here->units.v[unit].furniture) {
            cut = true;
            continue;
        }
        if (near[unit] || (pairs[i] == EK_LCS_NONE && !quiet[i]))
            return false;
        if (pairs[i] == EK_LCS_NONE)
            continue;
        uint32_t other = there->words.v[pairs[i]].unit;
        if (near_there[other])
            return false;
        cut = cut || !ek_str_eq(block_of(here, unit), block_of(there, other));
    }
    return cut;
}
