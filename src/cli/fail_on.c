/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/fail_on.h"

#define GRAVEST_FIRST "indicated needs-review needs-user-fact not-addressed"

bool
ek_fail_on_asked(struct ek_run *run)
{
    if (run->opt.given[EK_O_except_decided] && !run->opt.given[EK_O_fail_on]) {
        ek_run_misuse(run, EK_M_needs, EK_STR("--except-decided"),
                      EK_STR("--fail-on"));
        return false;
    }
    return ek_run_choice(run, EK_O_fail_on, EK_STR(GRAVEST_FIRST));
}

/* Whether a status is the one given or stands before it. */
static bool
reaches(ek_str status, ek_str given)
{
    ek_str words = EK_STR(GRAVEST_FIRST);
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words)) {
        if (ek_str_eq(w, status))
            return true;
        if (ek_str_eq(w, given))
            return false;
    }
    return false;
}

void
ek_fail_on_judge(struct ek_run *run, const ek_result *r)
{
    if (!run->opt.given[EK_O_fail_on])
        return;
    const bool *settled = run->opt.given[EK_O_except_decided] && r->reviews.v.n
                              ? ek_verdicts_settled(run->arena, r)
                              : NULL;
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (ek_str_starts(v->item, EK_STR("EX-")) && !(settled && settled[i]) &&
            reaches(v->status, run->opt.value[EK_O_fail_on]))
            run->troubles |= EK_TROUBLE_FOUND;
    }
}
