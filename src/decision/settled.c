/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/settled.h"

static bool
settles(const ek_review *review)
{
    ek_decided state = review->decision.state;
    return ek_review_holds(review) &&
           (state == EK_DECIDED_ACCEPTED || state == EK_DECIDED_RISK_ACCEPTED ||
            state == EK_DECIDED_FALSE_POSITIVE);
}

static bool
weighs_against(const struct ek_evidence *evidence)
{
    static const char *const words[] = {"strong", "review", "carve60",
                                        "carve61"};
    return ek_str_among(evidence->contribution, words,
                        sizeof words / sizeof *words);
}

/* Whether nothing is left of what weighs against it. */
static bool
is_refuted(const ek_result *r, const ek_verdict *v, const bool *refuted)
{
    size_t against = 0;
    for (size_t i = 0; i < v->findings.n; i++) {
        const struct ek_evidence *e = &v->findings.v[i];
        bool gave_up = r->findings.v.v[e->finding].kind == EK_GAVE_UP;
        if (gave_up || (weighs_against(e) && !refuted[e->finding]))
            return false;
        against += weighs_against(e);
    }
    return against > 0;
}

bool *
ek_verdicts_settled(ek_arena *arena, const ek_result *r)
{
    bool *settled = ek_arena_alloc(arena, r->verdicts.n + 1);
    bool *refuted = ek_arena_alloc(arena, r->findings.v.n + 1);
    for (size_t i = 0; i < r->reviews.v.n; i++) {
        const ek_review *review = &r->reviews.v.v[i];
        if (review->finding != EK_DECIDED_NOTHING && ek_review_holds(review) &&
            review->decision.state == EK_DECIDED_FALSE_POSITIVE)
            refuted[review->finding] = true;
        if (review->verdict < r->verdicts.n && settles(review))
            settled[review->verdict] = true;
    }
    for (size_t i = 0; i < r->verdicts.n; i++)
        settled[i] |= is_refuted(r, &r->verdicts.v[i], refuted);
    return settled;
}
