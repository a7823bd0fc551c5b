/* SPDX-License-Identifier: Apache-2.0 */
/* Which verdicts need nobody any more. */
#ifndef EK_DECISION_SETTLED_H
#define EK_DECISION_SETTLED_H

#include "result/result.h"

/* By verdict, as docs/decisions.md has it: a decision on it holds that is
 * accepted, risk-accepted or false-positive; or each finding that weighs
 * against it (none of which a limit gave up) was decided to be a
 * false-positive, which holds. */
bool *ek_verdicts_settled(ek_arena *arena, const ek_result *result);

#endif
