/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/change.h"

const char *
ek_shift_word(ek_shift shift)
{
    static const char *const words[] = {[EK_SHIFT_STRONGER] = "stronger",
                                        [EK_SHIFT_WEAKER] = "weaker",
                                        [EK_SHIFT_OPEN] = "open"};
    return words[shift];
}

const char *
ek_statement_word(ek_statement_kind kind)
{
    static const char *const words[] = {[EK_STATEMENT_GAINED] = "gained",
                                        [EK_STATEMENT_LOST] = "lost",
                                        [EK_STATEMENT_TURNED] = "turned",
                                        [EK_STATEMENT_REWORDED] = "reworded",
                                        [EK_STATEMENT_NEAR] = "near"};
    return words[kind];
}

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
