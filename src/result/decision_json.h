/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions as JSON: in a result, and one a line in a file of their own. */
#ifndef EK_RESULT_DECISION_JSON_H
#define EK_RESULT_DECISION_JSON_H

#include "result/give.h"
#include "result/result.h"
#include "result/take.h"

void ek_decision_give(ek_arena *arena, json_t *o, const ek_decision *decision);
/* Words are checked; neither dates nor the id are. */
bool ek_decision_take(ek_decision *out, struct ek_taken *from);
/* One line of a file of decisions, without the newline. The keys stand in the
 * order in which the lines are sorted. */
void ek_decision_write(ek_buf *out, const ek_decision *decision);
/* The key "decisions" of a result, where there are any. */
void ek_reviews_give(ek_arena *arena, json_t *root, const ek_result *result);
bool ek_reviews_take(ek_result *result, struct ek_taken *root);

#endif
