/* SPDX-License-Identifier: Apache-2.0 */
/* What a decision is to be about, as the command line names it. */
#ifndef EK_CLI_TARGETS_H
#define EK_CLI_TARGETS_H

#include "cli/run.h"

/* The decision on what an id names, without who and why: the number of a
 * finding in the reports, the first digits (four or more) of its fingerprint,
 * an item ("EX-1"), a clause type that is not addressed, or the first digits of
 * the id of an earlier decision. False when it names nothing, or several,
 * which is said. */
bool ek_target_of(struct ek_run *run, const ek_result *result, ek_str id,
                  ek_decision *decision);

#endif
