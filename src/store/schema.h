/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of migration.def, and whether a database holds nothing else;
 * private to the room. */
#ifndef EK_STORE_SCHEMA_H
#define EK_STORE_SCHEMA_H

#include "store/handle.h"

/* The number of the last step: the version of a store that is up to date. */
int64_t ek_schema_latest(void);
/* What brings the tables to a version from the one before, from 1; NULL when
 * there is no such step. */
const char *ek_schema_step(int64_t version);
/* EK_ESTORE, and said, when there is anything that no step makes. */
ek_status ek_schema_check(ek_store *store);

#endif
