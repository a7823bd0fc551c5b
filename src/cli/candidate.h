/* SPDX-License-Identifier: Apache-2.0 */
/* A contract as the commands that compare name it. */
#ifndef EK_CLI_CANDIDATE_H
#define EK_CLI_CANDIDATE_H

#include "cli/scanner.h"

/* Scans what an operand stands for as one contract: a file, a folder, or
 * NAME=FILE,FILE. NULL when there is nothing, which is said. The caller
 * frees. */
ek_result *ek_candidate_scan(struct ek_scanner *scanner, ek_str operand);

#endif
