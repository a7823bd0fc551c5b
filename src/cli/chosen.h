/* SPDX-License-Identifier: Apache-2.0 */
/* The one contract that a command is about. */
#ifndef EK_CLI_CHOSEN_H
#define EK_CLI_CHOSEN_H

#include "cli/run.h"

/* What an operand stands for: saved results (.ndjson, .json), of which --name
 * chooses one where there are several, else what a store has under that name
 * (NAME, NAME@2), else something to be scanned as ek_candidate_scan does. False when it is not one contract, which is said. The
 * caller frees. */
bool ek_chosen_contract(ek_result **out, struct ek_run *run, ek_str operand);

#endif
