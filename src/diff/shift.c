/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/change.h"
#include "result/contribution.h"

#include <string.h>

static const struct {
    ek_qualifier qualifier;
    const char *order; /* NULL: a set */
} rows[] = {
#define EK_SHIFT(qualifier, order) {EK_Q_##qualifier, order},
#define EK_SHIFT_SET(qualifier)    {EK_Q_##qualifier, NULL},
#include "diff/shift.def"
#undef EK_SHIFT
#undef EK_SHIFT_SET
};

ek_str *
ek_contributions(ek_arena *arena, const ek_result *r)
{
    ek_str *gravest =
        ek_arena_alloc(arena, (r->findings.v.n + 1) * sizeof *gravest);
    for (size_t i = 0; i < r->verdicts.n; i++)
        for (size_t k = 0; k < r->verdicts.v[i].findings.n; k++) {
            const struct ek_evidence *e = &r->verdicts.v[i].findings.v[k];
            ek_str *known = &gravest[e->finding];
            if (!known->n || ek_contribution_rank(e->contribution) <
                                 ek_contribution_rank(*known))
                *known = e->contribution;
        }
    return gravest;
}

/* The place in an order of the last of the words that are set; 0: none. */
static unsigned
height(ek_qualifier q, const char *order, uint32_t bits)
{
    ek_str rest = ek_str_of(order);
    unsigned at = 0, highest = 0;
    for (ek_str word = ek_str_word(&rest); word.n; word = ek_str_word(&rest)) {
        at++;
        if (bits & ek_qualifier_bit(q, word))
            highest = at;
    }
    return highest;
}

static ek_shift
shift_of(ek_qualifier q, uint32_t before, uint32_t after)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].qualifier != q)
            continue;
        if (!rows[i].order)
            return (before & after) == before  ? EK_SHIFT_STRONGER
                   : (before & after) == after ? EK_SHIFT_WEAKER
                                               : EK_SHIFT_OPEN;
        unsigned a = height(q, rows[i].order, before),
                 b = height(q, rows[i].order, after);
        if (!a || !b || a == b)
            return EK_SHIFT_OPEN;
        return a < b ? EK_SHIFT_STRONGER : EK_SHIFT_WEAKER;
    }
    return EK_SHIFT_OPEN;
}

static void
compare_qualities(ek_arena *arena, const ek_changes *changes,
                  struct ek_statement_change *change)
{
    const ek_finding *f = &changes->before->findings.v.v[change->before],
                     *g = &changes->after->findings.v.v[change->after];
    for (unsigned q = 0; q < EK_QUALIFIERS; q++) {
        uint32_t before = f->quals.bits[q], after = g->quals.bits[q];
        if (before == after)
            continue;
        struct ek_quality_change quality = {
            (ek_qualifier)q, before, after,
            shift_of((ek_qualifier)q, before, after)};
        EK_PUSH(arena, change->qualities, quality);
    }
}

/* How much it speaks for the provider's access: from protective, 0, over
 * neutral, 1, to strong. */
static size_t
access_of(ek_str contribution)
{
    static const char kinds[] = "pnkqs";
    return (size_t)(strchr(kinds, ek_contribution_kind(contribution)) - kinds);
}

/* A statement of its own: what speaks for the provider's access makes the
 * version stronger when it comes, what speaks against it when it goes. */
static ek_shift
shift_alone(ek_str contribution, bool gained)
{
    size_t access = access_of(contribution), neutral = access_of(EK_STR(""));
    if (access == neutral)
        return EK_SHIFT_OPEN;
    return (access > neutral) == gained ? EK_SHIFT_STRONGER : EK_SHIFT_WEAKER;
}

static ek_shift
shift_together(const struct ek_statement_change *change)
{
    ek_str was = change->contribution_before, is = change->contribution_after;
    if (was.n && is.n && access_of(was) != access_of(is))
        return access_of(is) > access_of(was) ? EK_SHIFT_STRONGER
                                              : EK_SHIFT_WEAKER;
    bool stronger = false, weaker = false;
    for (size_t i = 0; i < change->qualities.n; i++) {
        stronger |= change->qualities.v[i].shift == EK_SHIFT_STRONGER;
        weaker |= change->qualities.v[i].shift == EK_SHIFT_WEAKER;
    }
    return stronger == weaker ? EK_SHIFT_OPEN
           : stronger         ? EK_SHIFT_STRONGER
                              : EK_SHIFT_WEAKER;
}

void
ek_shift_of(ek_arena *arena, const ek_changes *changes,
            struct ek_statement_change *change)
{
    if (change->before != EK_NOT_THERE && change->after != EK_NOT_THERE)
        compare_qualities(arena, changes, change);
    switch (change->kind) {
    case EK_STATEMENT_GAINED:
        change->shift = shift_alone(change->contribution_after, true);
        break;
    case EK_STATEMENT_LOST:
        change->shift = shift_alone(change->contribution_before, false);
        break;
    case EK_STATEMENT_TURNED:
    case EK_STATEMENT_REWORDED:
    case EK_STATEMENT_NEAR:
        change->shift = shift_together(change);
        break;
    }
}
