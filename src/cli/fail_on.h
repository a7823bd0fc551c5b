/* SPDX-License-Identifier: Apache-2.0 */
/* --fail-on: what makes a run end with status 1. */
#ifndef EK_CLI_FAIL_ON_H
#define EK_CLI_FAIL_ON_H

#include "cli/run.h"
#include "ekimu_app.h"

/* False when the option has no such status; said. */
bool ek_fail_on_asked(struct ek_run *run);
/* Adds EK_TROUBLE_FOUND when an exception has that status or a graver one. */
void ek_fail_on_judge(struct ek_run *run, const ek_result *result);

#endif
