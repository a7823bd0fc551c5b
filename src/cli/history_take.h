/* SPDX-License-Identifier: Apache-2.0 */
/* What a store tells of its documents, as the reports take it. */
#ifndef EK_CLI_HISTORY_TAKE_H
#define EK_CLI_HISTORY_TAKE_H

#include "cli/run.h"

/* Scans of documents that are named: by operands, each a name or the beginning
 * of names that ends in a slash; all where there are none. One that names
 * nothing is said. False when the store failed. */
bool ek_history_named(struct ek_run *run, ek_store *store,
                      struct ek_store_scans *out);
/* Whether a scan was stored, or is dated, at since or later. */
bool ek_history_is_since(const struct ek_store_scan *scan, ek_str since);
/* Their documents, with what moved from one scan to the next; false when the
 * store failed. */
bool ek_history_take(struct ek_run *run, ek_store *store,
                     const struct ek_store_scans *scans, ek_history *out);

#endif
