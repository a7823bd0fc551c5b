/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts that moved: another outcome, or the same one for another reason. */
#include "config.h"

#include "diff/change.h"

/* Outcomes from what asks most of the user to what asks least. Those that tell
 * of a lack (of facts, of text) stand in no order to the others. */
static const char *const order[] = {
    "indicated",     "triggered",     "contradicted", "needs-review",
    "partly",        "not-addressed", "not-reported", "carve-out",
    "not-indicated", "supported"};

enum { OUTCOMES = sizeof order / sizeof *order };

static size_t
rank_of(ek_str status)
{
    size_t i = 0;
    while (i < OUTCOMES && !ek_str_is(status, order[i]))
        i++;
    return i;
}

static ek_shift
shift_of(const ek_verdict *before, const ek_verdict *after)
{
    size_t a = rank_of(before->status), b = rank_of(after->status);
    if (a == OUTCOMES || b == OUTCOMES || a == b)
        return EK_SHIFT_OPEN;
    return b < a ? EK_SHIFT_STRONGER : EK_SHIFT_WEAKER;
}

/* The n-th verdict of an item: functions of a service share one. */
static uint32_t
find(const ek_result *r, ek_str item, size_t nth)
{
    for (uint32_t i = 0; i < r->verdicts.n; i++)
        if (ek_str_eq(r->verdicts.v[i].item, item) && nth-- == 0)
            return i;
    return EK_NOT_THERE;
}

static size_t
nth_of(const ek_result *r, uint32_t verdict)
{
    size_t nth = 0;
    for (uint32_t i = 0; i < verdict; i++)
        nth += ek_str_eq(r->verdicts.v[i].item, r->verdicts.v[verdict].item);
    return nth;
}

static bool
is_same(const ek_verdict *a, const ek_verdict *b)
{
    return ek_str_eq(a->status, b->status) && ek_str_eq(a->row, b->row);
}

void
ek_diff_verdicts(ek_changes *changes, ek_arena *arena)
{
    const ek_result *before = changes->before, *after = changes->after;
    for (uint32_t i = 0; i < after->verdicts.n; i++) {
        const ek_verdict *v = &after->verdicts.v[i];
        uint32_t k = find(before, v->item, nth_of(after, i));
        struct ek_verdict_change change = {k, i, EK_SHIFT_OPEN};
        if (k != EK_NOT_THERE && is_same(&before->verdicts.v[k], v))
            continue;
        if (k != EK_NOT_THERE)
            change.shift = shift_of(&before->verdicts.v[k], v);
        EK_PUSH(arena, changes->verdicts, change);
    }
    for (uint32_t i = 0; i < before->verdicts.n; i++) {
        struct ek_verdict_change change = {i, EK_NOT_THERE, EK_SHIFT_OPEN};
        if (find(after, before->verdicts.v[i].item, nth_of(before, i)) ==
            EK_NOT_THERE)
            EK_PUSH(arena, changes->verdicts, change);
    }
}
