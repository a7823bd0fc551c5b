/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/targets.h"

enum { LEAST_DIGITS = 4, MOST_DIGITS = 16 };

static const ek_str nothing = {"", 0};

static bool
is_hex(ek_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (ek_hex_digit(s.p[i]) < 0)
            return false;
    return s.n >= LEAST_DIGITS && s.n <= MOST_DIGITS;
}

/* "3": the reports count from 1; 0: it is no such number. */
static uint32_t
number_of(ek_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return 0;
        n = n * 10 + (uint32_t)(s.p[i] - '0');
    }
    return s.n < LEAST_DIGITS ? n : 0;
}

static bool
refuse(struct ek_run *run, enum ek_message message, ek_str id)
{
    ek_run_misuse(run, message, id, nothing);
    return false;
}

static bool
on_finding(struct ek_run *run, const ek_result *r, ek_str id, uint32_t i,
           ek_decision *d)
{
    if (r->findings.v.v[i].kind == EK_GAVE_UP)
        return refuse(run, EK_M_decide_gave_up, id);
    *d = ek_decision_on_finding(run->arena, r, i);
    return true;
}

/* Findings of one fingerprint are decided on together. How many other ones
 * begin like it goes to *n. */
static uint32_t
find_fingerprint(const ek_result *r, ek_str id, size_t *n)
{
    uint32_t found = EK_DECIDED_NOTHING;
    *n = 0;
    for (uint32_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = r->findings.v.v;
        if (!ek_str_starts(f[i].fingerprint, id) ||
            (*n && ek_str_eq(f[found].fingerprint, f[i].fingerprint)))
            continue;
        found = i;
        ++*n;
    }
    return found;
}

static bool
by_earlier(struct ek_run *run, const ek_result *r, ek_str id, ek_decision *d)
{
    const ek_decision *found = NULL;
    for (size_t i = 0; i < r->reviews.v.n; i++) {
        const ek_decision *one = &r->reviews.v.v[i].decision;
        if (!ek_str_starts(one->id, id))
            continue;
        if (found && !ek_str_eq(found->id, one->id))
            return refuse(run, EK_M_decide_several, id);
        found = one;
    }
    if (!found)
        return refuse(run, EK_M_decide_nothing, id);
    *d = ek_decision_after(found);
    return true;
}

static bool
by_item(struct ek_run *run, const ek_result *r, ek_str id, ek_decision *d)
{
    for (uint32_t i = 0; i < r->verdicts.n + r->checklist.n; i++) {
        const ek_review at = {.verdict = i};
        if (ek_str_eq(ek_review_verdict(r, &at)->item, id)) {
            *d = ek_decision_on_verdict(run->arena, r, i);
            return true;
        }
    }
    return false;
}

static bool
by_clause(struct ek_run *run, const ek_result *r, ek_str id, ek_decision *d)
{
    for (uint32_t i = 0; i < r->findings.v.n; i++)
        if (ek_str_eq(r->findings.v.v[i].clause, id))
            return r->findings.v.v[i].kind == EK_PRESENT
                       ? refuse(run, EK_M_decide_addressed, id)
                       : on_finding(run, r, id, i, d);
    return refuse(run, EK_M_decide_nothing, id);
}

bool
ek_target_of(struct ek_run *run, const ek_result *r, ek_str id, ek_decision *d)
{
    uint32_t number = number_of(id);
    if (number > 0 && number <= r->findings.v.n)
        return on_finding(run, r, id, number - 1, d);
    if (by_item(run, r, id, d))
        return true;
    if (!is_hex(id))
        return by_clause(run, r, id, d);
    size_t n;
    uint32_t finding = find_fingerprint(r, id, &n);
    if (n > 1)
        return refuse(run, EK_M_decide_several, id);
    return n ? on_finding(run, r, id, finding, d) : by_earlier(run, r, id, d);
}
