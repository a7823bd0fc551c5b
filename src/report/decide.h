/* SPDX-License-Identifier: Apache-2.0 */
/* What was decided about a contract and what was not, with the ids by which
 * ekimu decide is told of each. */
#ifndef EK_REPORT_DECIDE_H
#define EK_REPORT_DECIDE_H

#include "report/report.h"

/* name: that the contract goes by in decisions. */
void ek_decide_list(ek_arena *arena, ek_buf *out,
                    const struct ek_report_options *options,
                    const ek_result *result, ek_str name);

#endif
