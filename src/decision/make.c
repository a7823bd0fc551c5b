/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/make.h"

#include "result/fingerprint.h"

static void
add_word(ek_buf *out, ek_str word)
{
    ek_buf_puts(out, out->n ? " " : "");
    ek_buf_add(out, word);
}

static bool
has_word(ek_str words, ek_str word)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, word))
            return true;
    return false;
}

/* One that stands at several findings is named once. */
static ek_str
replaced(ek_arena *arena, const ek_result *r,
         bool (*is_about)(const ek_result *, const ek_review *,
                          const ek_review *),
         const ek_review *target)
{
    ek_buf ids = ek_buf_on(arena);
    for (size_t i = 0; i < r->reviews.v.n; i++) {
        const ek_review *review = &r->reviews.v.v[i];
        if (is_about(r, review, target) &&
            !has_word(ek_buf_str(&ids), review->decision.id))
            add_word(&ids, review->decision.id);
    }
    return ek_buf_str(&ids);
}

static bool
is_about_finding(const ek_result *r, const ek_review *review,
                 const ek_review *target)
{
    const ek_finding *a = ek_review_finding(r, review);
    const ek_finding *b = ek_review_finding(r, target);
    return a && (a == b || (a->fingerprint.n &&
                            ek_str_eq(a->fingerprint, b->fingerprint)));
}

static bool
is_about_verdict(const ek_result *r, const ek_review *review,
                 const ek_review *target)
{
    (void)r;
    return review->verdict == target->verdict;
}

ek_decision
ek_decision_on_finding(ek_arena *arena, const ek_result *r, uint32_t finding)
{
    const ek_finding *f = &r->findings.v.v[finding];
    const ek_review target = {.finding = finding};
    bool absent = f->kind == EK_ABSENT;
    return (ek_decision){.replaces =
                             replaced(arena, r, is_about_finding, &target),
                         .about = absent ? EK_ABOUT_ABSENCE : EK_ABOUT_FINDING,
                         .subject = f->clause,
                         .rule = f->rule,
                         .fingerprint = f->fingerprint,
                         .wording = f->wording,
                         .alike = ek_findings_alike(arena, r)[finding],
                         .quote = f->quote};
}

ek_decision
ek_decision_on_verdict(ek_arena *arena, const ek_result *r, uint32_t verdict)
{
    const ek_review target = {.verdict = verdict};
    const ek_verdict *v = ek_review_verdict(r, &target);
    return (ek_decision){.replaces =
                             replaced(arena, r, is_about_verdict, &target),
                         .about = EK_ABOUT_VERDICT,
                         .subject = v->item,
                         .rule = v->row,
                         .fingerprint = ek_verdict_fingerprint(arena, r, v),
                         .wording = ek_verdict_rests(arena, r, v),
                         .quote = v->status};
}

ek_decision
ek_decision_after(const ek_decision *earlier)
{
    ek_decision later = *earlier;
    later.replaces = earlier->id;
    return later;
}
