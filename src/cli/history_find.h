/* SPDX-License-Identifier: Apache-2.0 */
/* ekimu history --grep: words in the texts of a store. */
#ifndef EK_CLI_HISTORY_FIND_H
#define EK_CLI_HISTORY_FIND_H

#include "cli/output.h"

/* Reads the words; false when there is none or the format has no such report,
 * which is said. */
bool ek_history_find_ask(struct ek_run *run, ek_search *search,
                         const struct ek_found_reporter **reporter);
/* Looks at the latest scan of each version, or with --all of every one, and
 * writes what it finds as it goes. */
void ek_history_find(struct ek_run *run, ek_search *search,
                     const struct ek_found_reporter *reporter,
                     const struct ek_store_scans *scans,
                     struct ek_output *output);

#endif
