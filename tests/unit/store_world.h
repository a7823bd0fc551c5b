/* SPDX-License-Identifier: Apache-2.0 */
/* A store in a file of the working folder, for a test. */
#ifndef STORE_WORLD_H
#define STORE_WORLD_H

#include "store/store.h"

struct store_world {
    const char *file;
    ek_arena *arena;
    ek_diag diag;
    ek_store *store; /* NULL: not open */
};

/* Removes the database and what SQLite keeps beside it. */
void store_forget(const char *file);
/* Without the store, which is no longer there. */
void store_begin(struct store_world *world, const char *file);
/* Opens it for writing. */
ek_status store_open(struct store_world *world);
/* Closes and removes it. */
void store_end(struct store_world *world);

#endif
