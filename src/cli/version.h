/* SPDX-License-Identifier: Apache-2.0 */
/* A version in a store as the commands name it: NAME@3 (its number),
 * NAME@2026-12-01 (the one in force on that day), NAME@latest or NAME. */
#ifndef EK_CLI_VERSION_H
#define EK_CLI_VERSION_H

#include "cli/run.h"

/* Its latest scan; false when there is none, which is said. */
bool ek_version_find(struct ek_run *run, ek_store *store, ek_str operand,
                     struct ek_store_scan *out);
/* The latest scan of the version before that one; likewise. */
bool ek_version_before(struct ek_run *run, ek_store *store,
                       const struct ek_store_scan *after,
                       struct ek_store_scan *out);
/* The result of a scan that has one, which the caller frees; NULL and said when
 * it has several or cannot be had. */
ek_result *ek_version_result(struct ek_run *run, ek_store *store,
                             const struct ek_store_scan *scan);
/* The day from which a version holds: its date, else when it was stored. */
ek_str ek_version_day(const struct ek_store_scan *scan);
/* Opens what --store names, which must be there; false and said. */
bool ek_version_open(struct ek_run *run, ek_store **out);

#endif
