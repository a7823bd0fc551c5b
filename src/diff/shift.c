/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/change.h"
#include "diff/serve.h"
#include "result/contribution.h"

static const struct {
    ek_qualifier qualifier;
    bool scope;
    const char *order;
} rows[] = {
#define EK_SHIFT(qualifier, order)       {EK_Q_##qualifier, false, order},
#define EK_SHIFT_SCOPE(qualifier, order) {EK_Q_##qualifier, true, order},
#include "diff/shift.def"
#undef EK_SHIFT
#undef EK_SHIFT_SCOPE
};

enum { ROWS = sizeof rows / sizeof *rows };

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
shift_in_order(ek_qualifier q, const char *order, uint32_t before,
               uint32_t after)
{
    unsigned a = height(q, order, before), b = height(q, order, after);
    if (!a || !b || a == b)
        return EK_SHIFT_OPEN;
    return a < b ? EK_SHIFT_STRONGER : EK_SHIFT_WEAKER;
}

/* "unknown" is no word more. */
static ek_shift
shift_in_scope(ek_qualifier q, const char *order, uint32_t before,
               uint32_t after)
{
    uint32_t unknown = ek_qualifier_bit(q, EK_STR("unknown"));
    uint32_t a = before & ~unknown, b = after & ~unknown;
    if (a && (a & b) == a && a != b)
        return EK_SHIFT_STRONGER;
    if (b && (a & b) == b && a != b)
        return EK_SHIFT_WEAKER;
    return shift_in_order(q, order, before, after);
}

/* A promise that reaches further binds the provider more; one with exceptions
 * may name more of what is promised, or of what is not. */
static ek_shift
shift_of_promise(const ek_finding *f, const ek_finding *g, ek_shift reach)
{
    uint32_t will_not = ek_qualifier_bit(EK_Q_modality, EK_STR("will-not"));
    if (reach == EK_SHIFT_OPEN || f->quals.bits[EK_Q_modality] != will_not ||
        g->quals.bits[EK_Q_modality] != will_not)
        return EK_SHIFT_OPEN;
    return reach == EK_SHIFT_STRONGER ? EK_SHIFT_WEAKER : EK_SHIFT_STRONGER;
}

static ek_shift
shift_of(const ek_finding *f, const ek_finding *g, ek_qualifier q)
{
    uint32_t before = f->quals.bits[q], after = g->quals.bits[q];
    size_t i = 0;
    while (i < ROWS && rows[i].qualifier != q)
        i++;
    if (i == ROWS)
        return EK_SHIFT_OPEN;
    if (!rows[i].scope)
        return shift_in_order(q, rows[i].order, before, after);
    ek_shift reach = shift_in_scope(q, rows[i].order, before, after);
    return ek_serves_whom(f->clause) == EK_SERVES_USER
               ? shift_of_promise(f, g, reach)
               : reach;
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
        struct ek_quality_change quality = {(ek_qualifier)q, before, after,
                                            shift_of(f, g, (ek_qualifier)q)};
        EK_PUSH(arena, change->qualities, quality);
    }
}

/* How much it speaks for the provider: from protective, 0, to strong. What
 * answers a check in part is worth something in a promise. */
enum access { PROTECTIVE, IN_PART, NEUTRAL, CARVED_OUT, REVIEW, STRONG };

static enum access
access_of(ek_serves serves, ek_str contribution)
{
    if (serves == EK_SERVES_USER && ek_str_is(contribution, "partly"))
        return IN_PART;
    switch (ek_contribution_kind(contribution)) {
    case 'p':
        return PROTECTIVE;
    case 'k':
        return CARVED_OUT;
    case 'q':
        return REVIEW;
    case 's':
        return STRONG;
    default:
        return NEUTRAL;
    }
}

/* A statement of its own. What counts for nothing is told by whom it serves. */
static ek_shift
shift_alone(ek_str clause, ek_str contribution, bool gained)
{
    ek_serves serves = ek_serves_whom(clause);
    enum access access = access_of(serves, contribution);
    bool for_provider = access > NEUTRAL;
    if (access == NEUTRAL) {
        if (serves == EK_SERVES_NOBODY || serves == EK_SERVES_BOTH)
            return EK_SHIFT_OPEN;
        for_provider = serves == EK_SERVES_PROVIDER;
    }
    return for_provider == gained ? EK_SHIFT_STRONGER : EK_SHIFT_WEAKER;
}

static ek_shift
shift_together(ek_str clause, const struct ek_statement_change *change)
{
    ek_serves serves = ek_serves_whom(clause);
    ek_str was = change->contribution_before, is = change->contribution_after;
    enum access a = access_of(serves, was), b = access_of(serves, is);
    if (was.n && is.n && a != b)
        return b > a ? EK_SHIFT_STRONGER : EK_SHIFT_WEAKER;
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
    ek_str clause = change->before != EK_NOT_THERE
                        ? changes->before->findings.v.v[change->before].clause
                        : changes->after->findings.v.v[change->after].clause;
    if (change->before != EK_NOT_THERE && change->after != EK_NOT_THERE)
        compare_qualities(arena, changes, change);
    switch (change->kind) {
    case EK_STATEMENT_GAINED:
        change->shift = shift_alone(clause, change->contribution_after, true);
        break;
    case EK_STATEMENT_LOST:
        change->shift = shift_alone(clause, change->contribution_before, false);
        break;
    case EK_STATEMENT_TURNED:
    case EK_STATEMENT_REWORDED:
    case EK_STATEMENT_NEAR:
        change->shift = shift_together(clause, change);
        break;
    }
}
