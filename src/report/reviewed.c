/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/reviewed.h"

static const uint32_t none = EK_DECIDED_NOTHING;

bool
ek_review_is_orphan(const ek_review *review)
{
    return review->standing == EK_STANDING_ORPHAN ||
           (review->finding == none && review->verdict == none);
}

bool
ek_review_asks_again(const ek_review *review)
{
    return !ek_review_is_orphan(review) &&
           review->standing != EK_STANDING_CARRIED &&
           review->standing != EK_STANDING_MOVED;
}

static uint32_t *
empty_lists(ek_arena *arena, size_t n)
{
    uint32_t *first = ek_arena_alloc(arena, (n + 1) * sizeof *first);
    for (size_t i = 0; i < n; i++)
        first[i] = none;
    return first;
}

/* From the last: each list keeps the order of the reviews. */
static void
link_reviews(struct ek_reviewed *d, size_t findings, size_t verdicts)
{
    const ek_reviews *reviews = &d->result->reviews;
    for (size_t i = reviews->v.n; i-- > 0;) {
        const ek_review *review = &reviews->v.v[i];
        uint32_t *first = NULL;
        d->next[i] = none;
        if (ek_review_is_orphan(review))
            d->orphans++;
        else if (review->finding < findings)
            first = &d->findings[review->finding];
        else if (review->verdict < verdicts)
            first = &d->verdicts[review->verdict];
        if (!first)
            continue;
        d->next[i] = *first;
        *first = (uint32_t)i;
    }
}

static void
count(struct ek_reviewed *d, const uint32_t *first, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        enum ek_reviewed_now now = ek_reviewed_now(d, first[i]);
        d->decided += now == EK_NOW_DECIDED;
        d->again += now == EK_NOW_AGAIN;
    }
}

const struct ek_reviewed *
ek_reviewed_of(ek_arena *arena, const ek_result *r)
{
    size_t findings = r->findings.v.n;
    size_t verdicts = r->verdicts.n + r->checklist.n;
    if (!r->reviews.v.n)
        return NULL;
    struct ek_reviewed *d = ek_arena_alloc(arena, sizeof *d);
    d->result = r;
    d->findings = empty_lists(arena, findings);
    d->verdicts = empty_lists(arena, verdicts);
    d->next = empty_lists(arena, r->reviews.v.n);
    link_reviews(d, findings, verdicts);
    count(d, d->findings, findings);
    count(d, d->verdicts, verdicts);
    return d;
}

uint32_t
ek_reviewed_finding(const struct ek_reviewed *d, size_t finding)
{
    return d ? d->findings[finding] : none;
}

uint32_t
ek_reviewed_verdict(const struct ek_reviewed *d, size_t verdict)
{
    return d ? d->verdicts[verdict] : none;
}

uint32_t
ek_reviewed_shown(const struct ek_reviewed *d, uint32_t first)
{
    uint32_t shown = none;
    for (uint32_t i = first; i != none; i = d->next[i]) {
        const ek_review *review = &d->result->reviews.v.v[i];
        if (!ek_review_holds(review))
            continue;
        if (shown == none ||
            ek_str_cmp(review->decision.date,
                       d->result->reviews.v.v[shown].decision.date) > 0)
            shown = i;
    }
    return shown;
}

uint32_t
ek_reviewed_first(const struct ek_reviewed *d, uint32_t first)
{
    if (first == none)
        return none;
    uint32_t i = ek_reviewed_shown(d, first);
    if (i != none)
        return i;
    for (i = first; i != none; i = d->next[i])
        if (ek_review_asks_again(&d->result->reviews.v.v[i]))
            break;
    return i;
}

enum ek_reviewed_now
ek_reviewed_now(const struct ek_reviewed *d, uint32_t first)
{
    uint32_t i = ek_reviewed_first(d, first);
    if (i == none)
        return EK_NOW_NOT_DECIDED;
    return ek_review_holds(&d->result->reviews.v.v[i]) ? EK_NOW_DECIDED
                                                       : EK_NOW_AGAIN;
}
