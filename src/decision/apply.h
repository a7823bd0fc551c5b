/* SPDX-License-Identifier: Apache-2.0 */
/* What of earlier decisions still holds for a result.
 *
 * A decision on a finding holds for the same words in the same place; for the
 * same words elsewhere when there is no doubt which ones are meant; never for
 * other words, another rule or tier, or another contract. What does not hold
 * any more is told, with what it may have become: never dropped. */
#ifndef EK_DECISION_APPLY_H
#define EK_DECISION_APPLY_H

#include "decision/ledger.h"
#include "result/result.h"

/* Fills in result->reviews from the decisions of a closed ledger, which must
 * outlive the result, on the contract of a name. today: "2026-12-01". A result
 * of which nothing was read is left without: its silence means nothing. Without
 * them, too, when memory runs out: EK_ENOMEM. */
ek_status ek_decisions_apply(ek_result *result, const ek_ledger *ledger,
                             ek_str contract, ek_str today);

#endif
