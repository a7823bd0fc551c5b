/* SPDX-License-Identifier: Apache-2.0 */
/* Findings and user facts through the pack's tables to verdicts. */
#ifndef EK_SCORE_SCORE_H
#define EK_SCORE_SCORE_H

#include "result/result.h"
#include "score/facts.h"

/* Fills verdicts, questions, overlays and facts of the result from its
 * findings. Cannot fail: every table has a default row. */
void ek_score(ek_result *result, const ek_pack *pack,
              const struct ek_facts *facts);
/* The same for a document without result: every item gets no-result with the
 * reason in result->no_result. */
void ek_score_none(ek_result *result, const ek_pack *pack,
                   const struct ek_facts *facts);

#endif
