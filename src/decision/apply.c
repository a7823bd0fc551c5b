/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/apply.h"

#include "decision/thing.h"

#include <stdlib.h>

static void
orphan(struct ek_applying *a)
{
    const ek_review review = {.standing = EK_STANDING_ORPHAN,
                              .finding = EK_DECIDED_NOTHING,
                              .verdict = EK_DECIDED_NOTHING};
    for (size_t t = 0; t < a->things.n; t++)
        if (!a->things.v[t].settled)
            ek_thing_stands(a, &a->things.v[t], &review);
}

static int
by_place(const void *left, const void *right)
{
    const ek_review *a = left, *b = right;
    if (a->finding != b->finding)
        return a->finding < b->finding ? -1 : 1;
    if (a->verdict != b->verdict)
        return a->verdict < b->verdict ? -1 : 1;
    int order = ek_str_cmp(a->decision.date, b->decision.date);
    return order ? order : ek_str_cmp(a->decision.id, b->decision.id);
}

static void
settle(struct ek_applying *a)
{
    size_t n = a->result->findings.v.n;
    a->claimed = ek_arena_alloc(a->arena, n + 1);
    ek_things_in_place(a);
    ek_things_moved(a);
    ek_things_edited(a);
    ek_things_absent(a);
    ek_things_verdicts(a);
    orphan(a);
}

ek_status
ek_decisions_apply(ek_result *r, const ek_ledger *ledger, ek_str contract,
                   ek_str today)
{
    r->reviews.v.n = 0;
    if (r->no_result.n)
        return EK_OK;
    if (setjmp(*ek_arena_catch(r->arena))) {
        r->reviews.v.n = 0;
        return EK_ENOMEM;
    }
    struct ek_applying a = {.arena = r->arena, .result = r, .today = today};
    ek_things_gather(&a, ledger, contract);
    settle(&a);
    if (r->reviews.v.n)
        qsort(r->reviews.v.v, r->reviews.v.n, sizeof *r->reviews.v.v, by_place);
    return EK_OK;
}
