/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/thing.h"

#include <stdlib.h>

const ek_decision *
ek_thing_decision(const struct ek_applying *a, const struct ek_thing *thing)
{
    return &a->decisions.v[thing->first];
}

static int
by_thing(const void *left, const void *right)
{
    const ek_decision *a = left, *b = right;
    int order = (int)a->about - (int)b->about;
    if (!order)
        order = ek_str_cmp(a->subject, b->subject);
    if (!order)
        order = ek_str_cmp(a->fingerprint, b->fingerprint);
    if (!order)
        order = ek_str_cmp(a->date, b->date);
    return order ? order : ek_str_cmp(a->id, b->id);
}

static bool
is_same_thing(const ek_decision *a, const ek_decision *b)
{
    return a->about == b->about && ek_str_eq(a->subject, b->subject) &&
           ek_str_eq(a->fingerprint, b->fingerprint);
}

static void
gather_things(struct ek_applying *a)
{
    const ek_decision *d = a->decisions.v;
    for (uint32_t i = 0, end; i < a->decisions.n; i = end) {
        struct ek_thing thing = {.first = i};
        for (end = i; end < a->decisions.n && is_same_thing(&d[i], &d[end]);
             end++)
            thing.divided |= d[end].state != d[i].state;
        thing.end = end;
        EK_PUSH(a->arena, a->things, thing);
    }
}

void
ek_things_gather(struct ek_applying *a, const ek_ledger *ledger,
                 ek_str contract)
{
    size_t first, n = ek_index_find(&ledger->standing, contract, &first);
    for (size_t i = first; i < first + n; i++)
        EK_PUSH(a->arena, a->decisions,
                ledger->v.v[ledger->standing.v.v[i].thing]);
    if (a->decisions.n)
        qsort(a->decisions.v, a->decisions.n, sizeof *a->decisions.v, by_thing);
    gather_things(a);
}

static ek_standing
worsened(const struct ek_applying *a, const struct ek_thing *thing,
         const ek_decision *d, ek_standing standing)
{
    if (standing > EK_STANDING_MOVED)
        return standing;
    if (thing->divided)
        return EK_STANDING_DIVIDED;
    return d->expires.n && ek_str_cmp(d->expires, a->today) < 0
               ? EK_STANDING_EXPIRED
               : standing;
}

/* A withdrawn decision that stands nowhere has nothing to tell. */
static bool
is_mute(const ek_decision *d, ek_standing standing)
{
    return d->state == EK_DECIDED_OPEN && standing > EK_STANDING_MOVED &&
           standing != EK_STANDING_DIVIDED;
}

void
ek_thing_stands(struct ek_applying *a, struct ek_thing *thing,
                const ek_review *review)
{
    thing->settled = true;
    for (uint32_t i = thing->first; i < thing->end; i++) {
        ek_review one = *review;
        one.decision = a->decisions.v[i];
        one.standing = worsened(a, thing, &one.decision, review->standing);
        if (!is_mute(&one.decision, one.standing))
            EK_PUSH(a->arena, a->result->reviews.v, one);
    }
}
