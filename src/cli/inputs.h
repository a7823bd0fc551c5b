/* SPDX-License-Identifier: Apache-2.0 */
/* Operands to documents: a file that the user named is always tried, in a
 * folder the extension decides. */
#ifndef EK_CLI_INPUTS_H
#define EK_CLI_INPUTS_H

#include "cli/run.h"

struct ek_inputs {
    EK_VEC(ek_str) paths; /* in the order of the operands, folders by name */
    size_t skipped;       /* met in a folder, of no supported type */
};

/* Adds the documents of one folder. */
void ek_inputs_folder(struct ek_inputs *inputs, struct ek_run *run,
                      ek_str folder);
/* Folders that cannot be read are said and make EK_TROUBLE_UNREAD. */
void ek_inputs_gather(struct ek_inputs *inputs, struct ek_run *run);

#endif
