/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decided.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "result/fingerprint.h"
#include "sample_result.h"

struct table
table_new(void)
{
    struct table t = {.arena = ek_arena_new(0)};
    t.ledger.arena = t.arena;
    t.result = sample_empty("x.md");
    return t;
}

void
table_free(struct table *t)
{
    ek_result_free(t->result);
    ek_arena_free(t->arena);
}

/* A finding of words at a place; equal words have equal wordings. */
static ek_finding
finding_of(struct table *t, const char *words, const char *place)
{
    ek_finding f = {.clause = EK_STR("provider-viewing"),
                    .rule = EK_STR("provider-viewing.may"),
                    .quote = ek_str_of(words)};
    struct ek_known_by by = {f.quote, EK_STR(""), ek_str_of(place)};
    ek_finding_fingerprint(t->arena, &f, &by);
    return f;
}

ek_finding *
table_finding(struct table *t, const char *words, const char *place)
{
    ek_finding f = finding_of(t, words, place);
    ek_finding *out = sample_finding(t->result, "provider-viewing", 1, 1, "q");
    out->quote = f.quote;
    out->wording = f.wording;
    out->fingerprint = f.fingerprint;
    return out;
}

ek_decision
table_decision(struct table *t, const char *words, const char *place)
{
    ek_finding f = finding_of(t, words, place);
    return (ek_decision){.contract = EK_STR("x.md"),
                         .subject = EK_STR("provider-viewing"),
                         .rule = EK_STR("provider-viewing.may"),
                         .fingerprint = f.fingerprint,
                         .wording = f.wording,
                         .alike = 1,
                         .quote = f.quote,
                         .state = EK_DECIDED_ACCEPTED,
                         .author = EK_STR("A"),
                         .reason = EK_STR("because"),
                         .date = EK_STR("2026-01-01")};
}

void
table_decide(struct table *t, ek_decision d)
{
    ek_decision_seal(t->arena, &d);
    assert_null(ek_decision_fault(t->arena, &d));
    ek_ledger_add(&t->ledger, &d);
}

void
table_apply(struct table *t)
{
    ek_ledger_close(&t->ledger);
    assert_int_equal(ek_decisions_apply(t->result, &t->ledger, EK_STR("x.md"),
                                        EK_STR("2026-12-01")),
                     EK_OK);
}

void
assert_stands(struct table *t, const char *expected)
{
    ek_buf out = ek_buf_on(t->arena);
    table_apply(t);
    for (size_t i = 0; i < t->result->reviews.v.n; i++) {
        const ek_review *review = &t->result->reviews.v.v[i];
        ek_buf_printf(&out, "%s%s", i ? ", " : "",
                      ek_standing_word(review->standing));
        if (review->finding != EK_DECIDED_NOTHING)
            ek_buf_printf(&out, " %u", (unsigned)review->finding);
        if (review->verdict != EK_DECIDED_NOTHING)
            ek_buf_printf(&out, " v%u", (unsigned)review->verdict);
    }
    ek_buf_putc(&out, 0);
    assert_string_equal(out.p, expected);
}
