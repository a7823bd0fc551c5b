/* SPDX-License-Identifier: Apache-2.0 */
/* What reviewers decided, as --decisions and --store give it to a run. */
#ifndef EK_CLI_LEDGERS_H
#define EK_CLI_LEDGERS_H

#include "cli/run.h"
#include "ekimu_app.h"

struct ek_ledgers {
    struct ek_run *run;
    ek_ledger ledger;
    ek_str today;
    bool given; /* a file or a store was named */
    bool *met;  /* by decision that stands: its contract was here */
};

/* Reads all that is named, and closes the ledger. What is no decision is said
 * and makes EK_TROUBLE_UNREAD, the others count. False when a file cannot be
 * read, which is said and makes EK_TROUBLE_USAGE: to go on without the
 * decisions would tell something else. */
bool ek_ledgers_read(struct ek_ledgers *ledgers, struct ek_run *run);
/* Adds a file; false as above. absent: where there is none, nothing is read. */
bool ek_ledgers_add_file(struct ek_ledgers *ledgers, ek_str path, bool absent);
bool ek_ledgers_add_store(struct ek_ledgers *ledgers, ek_store *store);
/* The name that a contract goes by in decisions: that of --name, else its own
 * without "./". */
ek_str ek_contract_name(const struct ek_run *run, const ek_result *result);
/* Adds new decisions, sealed, to the file or the store that was named, which is
 * whole afterwards or as it was: two that write at the same time both get their
 * turn. A file in which something is no decision is not touched. False when it
 * cannot be done, which is said. */
bool ek_ledgers_keep(struct ek_run *run, const ek_ledger *more);
/* The same to a file of its own. */
bool ek_ledgers_keep_in(struct ek_run *run, const ek_ledger *more, ek_str path);
/* Tells the result how they stand, where any were named. */
void ek_ledgers_apply(struct ek_ledgers *ledgers, ek_result *result);
/* Says how many are about contracts that were not here. */
void ek_ledgers_end(const struct ek_ledgers *ledgers);

#endif
