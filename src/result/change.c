/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/change.h"

bool
ek_changes_of_substance(const ek_changes *changes)
{
    return changes->verdicts.n || changes->statements.n;
}

bool
ek_changes_comparable(const ek_changes *changes)
{
    return !changes->before->no_result.n && !changes->after->no_result.n;
}

/* Whether exception 1 has a finding against it. */
static bool
counts_against(const ek_verdict *first, uint32_t finding)
{
    for (size_t i = 0; i < first->findings.n; i++) {
        const struct ek_evidence *e = &first->findings.v[i];
        if (e->finding == finding && (ek_str_is(e->contribution, "strong") ||
                                      ek_str_is(e->contribution, "review")))
            return true;
    }
    return false;
}

bool
ek_changes_widen_access(const ek_changes *changes)
{
    const ek_verdict *first = ek_result_verdict(changes->after, "EX-1");
    for (size_t i = 0; first && i < changes->statements.n; i++) {
        const struct ek_statement_change *s = &changes->statements.v[i];
        if (s->shift == EK_SHIFT_STRONGER && s->after != EK_NOT_THERE &&
            counts_against(first, s->after))
            return true;
    }
    return false;
}
