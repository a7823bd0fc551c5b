/* SPDX-License-Identifier: Apache-2.0 */
/* Candidates side by side, in the order given: nothing is ranked or added up
 * to a score. */
#ifndef EK_REPORT_COMPARE_H
#define EK_REPORT_COMPARE_H

#include "report/report.h"

enum ek_counted {
    EK_COUNT_STRONG, /* findings of exception 1 by what they contribute */
    EK_COUNT_REVIEW,
    EK_COUNT_CARVE,
    EK_COUNT_PROTECT,
    EK_COUNT_PROVIDER, /* questions by whom they go to */
    EK_COUNT_REVIEWER,
    EK_COUNT_USER,
    EK_COUNTS
};

size_t ek_compare_count(const ek_result *result, enum ek_counted what);

void ek_compare_term(ek_buf *out, ek_result *const *results, size_t n,
                     const struct ek_report_options *options);
/* One object on one line (docs/ekimu-compare.schema.json). */
void ek_compare_json(ek_buf *out, ek_result *const *results, size_t n);

#endif
