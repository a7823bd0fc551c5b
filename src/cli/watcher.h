/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of terms on their way into a store: each content is scanned once. */
#ifndef EK_CLI_WATCHER_H
#define EK_CLI_WATCHER_H

#include "cli/scanner.h"

struct ek_watcher {
    struct ek_scanner *scanner;
    ek_store *store;
    ek_str root;   /* under which the store knows how far it was walked */
    ek_str judges; /* engine, pack and facts in a line */
    ek_str now;
    bool git;
    bool again;  /* what is stored may be met again, by other marks */
    bool failed; /* no more is taken; said */
    size_t versions, scanned, reused, passed; /* of this run */
};

/* Opens the store; false when that fails, which is said. */
bool ek_watcher_open(struct ek_watcher *watcher, struct ek_scanner *scanner,
                     ek_str source);
/* Walks the source on from where the last run stopped. */
void ek_watcher_walk(struct ek_watcher *watcher, ek_str source);
/* Closes the store and says what was new. */
void ek_watcher_close(struct ek_watcher *watcher);

#endif
