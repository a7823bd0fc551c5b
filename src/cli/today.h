/* SPDX-License-Identifier: Apache-2.0 */
/* What day it is, asked once and passed down; that of SOURCE_DATE_EPOCH (seconds
 * since 1970) when it is set, so that a run can be repeated. In UTC. */
#ifndef EK_CLI_TODAY_H
#define EK_CLI_TODAY_H

#include "cli/run.h"

ek_str ek_today(const struct ek_run *run); /* "2026-12-01" */
ek_str ek_now(const struct ek_run *run);   /* "2026-12-01T04:05:06Z" */

#endif
