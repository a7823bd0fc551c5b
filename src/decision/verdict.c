/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions on verdicts and on clause types that are not addressed. */
#include "config.h"

#include "decision/index.h"
#include "decision/thing.h"
#include "result/fingerprint.h"

/* Of several findings of a clause type the first: a present one, where there is
 * one. */
void
ek_things_absent(struct ek_applying *a)
{
    struct ek_index index = {0};
    for (uint32_t i = 0; i < a->result->findings.v.n; i++) {
        struct ek_entry entry = {a->result->findings.v.v[i].clause, i};
        EK_PUSH(a->arena, index.v, entry);
    }
    ek_index_sort(&index);
    for (size_t t = 0; t < a->things.n; t++) {
        struct ek_thing *thing = &a->things.v[t];
        const ek_decision *d = ek_thing_decision(a, thing);
        size_t first;
        if (d->about != EK_ABOUT_ABSENCE ||
            !ek_index_find(&index, d->subject, &first))
            continue;
        uint32_t i = index.v.v[first].thing;
        const ek_finding *f = &a->result->findings.v.v[i];
        ek_review review = {.finding = i, .verdict = EK_DECIDED_NOTHING};
        review.standing =
            f->kind == EK_ABSENT ? EK_STANDING_CARRIED : EK_STANDING_CHANGED;
        if (f->kind == EK_PRESENT)
            ek_reword(a->arena, &review, '+', f->quote);
        ek_thing_stands(a, thing, &review);
    }
}

static ek_str
clause_of(ek_str ground)
{
    return ek_str_slice(ground, 0, ek_str_find(ground, EK_STR(":"), 0));
}

/* The words of one that the other lacks; both are sorted. What is lost is known
 * by its clause type alone, and so is what came. */
static void
tell_lacking(ek_arena *arena, ek_review *review, char kind, ek_str these,
             ek_str those)
{
    ek_str b = ek_str_word(&these), a = ek_str_word(&those);
    while (b.n) {
        int order = a.n ? ek_str_cmp(b, a) : -1;
        if (order < 0)
            ek_reword(arena, review, kind,
                      ek_arena_printf(arena, "%.*s ", EK_ARG(clause_of(b))));
        if (order <= 0)
            b = ek_str_word(&these);
        if (order >= 0)
            a = ek_str_word(&those);
    }
}

static void
tell_turned(ek_arena *arena, ek_review *review, ek_str before, ek_str after)
{
    bool same = ek_str_eq(before, after);
    if (!same)
        ek_reword(arena, review, '-',
                  ek_arena_printf(arena, "%.*s ", EK_ARG(before)));
    ek_reword(arena, review, same ? '=' : '+',
              ek_arena_printf(arena, "%.*s ", EK_ARG(after)));
}

static void
compare(struct ek_applying *a, ek_review *review, const ek_decision *d,
        const ek_verdict *v)
{
    ek_str rests = ek_verdict_rests(a->arena, a->result, v);
    tell_turned(a->arena, review, d->quote, v->status);
    if (!ek_str_eq(d->rule, v->row))
        tell_turned(a->arena, review, d->rule, v->row);
    tell_lacking(a->arena, review, '-', d->wording, rests);
    tell_lacking(a->arena, review, '+', rests, d->wording);
}

static void
index_verdicts(struct ek_applying *a, struct ek_index *index)
{
    const ek_result *r = a->result;
    for (uint32_t i = 0; i < r->verdicts.n + r->checklist.n; i++) {
        ek_review at = {.verdict = i};
        struct ek_entry entry = {ek_review_verdict(r, &at)->item, i};
        EK_PUSH(a->arena, index->v, entry);
    }
    ek_index_sort(index);
}

/* A verdict that one decision holds for is not open again for the sake of
 * another one that was about an earlier state of it: that one is an orphan. */
static void
settle(struct ek_applying *a, const struct ek_index *index, bool *held,
       bool same)
{
    for (size_t t = 0; t < a->things.n; t++) {
        struct ek_thing *thing = &a->things.v[t];
        const ek_decision *d = ek_thing_decision(a, thing);
        size_t first;
        if (thing->settled || d->about != EK_ABOUT_VERDICT ||
            !ek_index_find(index, d->subject, &first))
            continue;
        ek_review review = {.standing = EK_STANDING_CARRIED,
                            .finding = EK_DECIDED_NOTHING,
                            .verdict = index->v.v[first].thing};
        const ek_verdict *v = ek_review_verdict(a->result, &review);
        if (same != ek_str_eq(d->fingerprint,
                              ek_verdict_fingerprint(a->arena, a->result, v)) ||
            held[review.verdict])
            continue;
        held[review.verdict] = same;
        if (!same) {
            review.standing = EK_STANDING_CHANGED;
            compare(a, &review, d, v);
        }
        ek_thing_stands(a, thing, &review);
    }
}

void
ek_things_verdicts(struct ek_applying *a)
{
    struct ek_index index = {0};
    size_t n = a->result->verdicts.n + a->result->checklist.n;
    bool *held = ek_arena_alloc(a->arena, n + 1);
    index_verdicts(a, &index);
    settle(a, &index, held, true);
    settle(a, &index, held, false);
}
