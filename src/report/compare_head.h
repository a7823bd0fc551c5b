/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EK_REPORT_COMPARE_HEAD_H
#define EK_REPORT_COMPARE_HEAD_H

#include "report/term.h"

/* What a candidate goes by in the table: "A", "B", ... "Z", "A2", ... */
ek_str ek_compare_letter(struct ek_page *page, size_t i);
/* The candidates with their documents and what of them was not read, and who
 * stands where in exception 1. */
void ek_compare_head(struct ek_page *page, ek_result *const *results, size_t n);

#endif
