/* SPDX-License-Identifier: Apache-2.0 */
/* A new decision on what stands in a result. */
#ifndef EK_DECISION_MAKE_H
#define EK_DECISION_MAKE_H

#include "result/result.h"

/* What it is about, and what it replaces: every decision that the result's
 * reviews tell of the same. State, author, reason, date and contract are the
 * caller's to say. The finding is present or absent, not given up. verdict: as
 * ek_review_verdict counts. Strings are on the arena or the result's. */
ek_decision ek_decision_on_finding(ek_arena *arena, const ek_result *result,
                                   uint32_t finding);
ek_decision ek_decision_on_verdict(ek_arena *arena, const ek_result *result,
                                   uint32_t verdict);
/* On what an earlier one was about, which it replaces. */
ek_decision ek_decision_after(const ek_decision *earlier);

#endif
