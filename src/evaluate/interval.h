/* SPDX-License-Identifier: Apache-2.0 */
/* 95 % intervals of F1 by the percentile bootstrap (Efron 1979): labels of one
 * contract are not independent of each other, so whole documents are drawn,
 * with replacement; where there are too few of them (a list of sentences in
 * one file), single lines are. The same counts always give the same
 * intervals. */
#ifndef EK_EVALUATE_INTERVAL_H
#define EK_EVALUATE_INTERVAL_H

#include "evaluate/evaluate.h"

enum { EK_INTERVAL_DRAWS = 1000, EK_INTERVAL_DOCUMENTS = 5 };

struct ek_interval {
    double low, high;
};

typedef struct ek_intervals {
    EK_VEC(struct ek_interval) types; /* of each of the tallies */
    struct ek_interval macro, group_a, micro;
} ek_intervals;

void ek_evaluate_intervals(ek_intervals *intervals,
                           const ek_evaluation *evaluation,
                           const ek_tallies *tallies, uint32_t min_support);

#endif
