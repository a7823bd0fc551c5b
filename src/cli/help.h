/* SPDX-License-Identifier: Apache-2.0 */
/* Help texts, made from the tables of commands and options. */
#ifndef EK_CLI_HELP_H
#define EK_CLI_HELP_H

#include "cli/run.h"

void ek_help_command(const struct ek_run *run,
                     const struct ek_command *command);
void ek_help_program(const struct ek_run *run,
                     const struct ek_command *commands, size_t n);

#endif
