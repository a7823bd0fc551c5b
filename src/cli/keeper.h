/* SPDX-License-Identifier: Apache-2.0 */
/* scan --store: what is stored already is not read again, and what is read is
 * stored before it is reported. */
#ifndef EK_CLI_KEEPER_H
#define EK_CLI_KEEPER_H

#include "cli/scanner.h"

struct ek_keeper {
    struct ek_scanner *scanner;
    ek_store *store; /* NULL: nothing is kept */
    struct ek_store_fields fields;
    size_t added, changed, unchanged; /* contracts, of the store */
    bool failed;                      /* it takes no more; said */
};

/* What --store, --name and --field ask for; false when it does not go together
 * or the store cannot be opened, which is said. */
bool ek_keeper_open(struct ek_keeper *keeper, struct ek_scanner *scanner);
/* Hands over the results of a path, or of a bundle with a name: those of the
 * store, or new ones when these are safe in the store. */
void ek_keeper_each(struct ek_keeper *keeper, ek_str path,
                    void (*take)(void *self, ek_result *result), void *self);
void ek_keeper_bundle(struct ek_keeper *keeper, ek_str name,
                      const ek_str *paths, size_t n,
                      void (*take)(void *self, ek_result *result), void *self);
/* Closes the store and says what was new. */
void ek_keeper_close(struct ek_keeper *keeper);

#endif
