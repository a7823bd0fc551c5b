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

bool
ek_changes_widen_access(const ek_changes *changes)
{
    for (size_t i = 0; i < changes->statements.n; i++) {
        const struct ek_statement_change *s = &changes->statements.v[i];
        if (s->shift == EK_SHIFT_STRONGER &&
            (ek_str_is(s->contribution_after, "strong") ||
             ek_str_is(s->contribution_after, "review")))
            return true;
    }
    return false;
}
