/* SPDX-License-Identifier: Apache-2.0 */
/* Which rule pack is used: --patterns, then EKIMU_PATTERNS, then the folder
 * "patterns" beside the program if it holds a pack, then the installed one. */
#ifndef EK_CLI_PACKS_H
#define EK_CLI_PACKS_H

#include "cli/run.h"
#include "ekimu_app.h"

/* Loads it; false (said, EK_TROUBLE_RULES) when it cannot be used. file: a
 * file of a pack, whose pack is taken when the user named none; may be empty.
 * The pack lives as long as the run. */
bool ek_packs_load(ek_pack **pack, struct ek_run *run, ek_str file);
/* Its matcher, which lives as long as the run. */
bool ek_packs_matcher(ek_matcher **matcher, const ek_pack *pack,
                      struct ek_run *run);

#endif
