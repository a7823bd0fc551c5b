/* SPDX-License-Identifier: Apache-2.0 */
/* One contract, or file of several, on its way through a store: what is there
 * already, and what has to be scanned and stored before it is reported. */
#ifndef EK_CLI_KEPT_H
#define EK_CLI_KEPT_H

#include "cli/scanner.h"

struct ek_kept_results {
    EK_VEC(ek_result *) v;
};

struct ek_kept {
    struct ek_scanner *scanner;
    ek_store *store;
    ek_arena *arena; /* of this alone */
    struct ek_store_key key;
    bool keyed;    /* the key is known */
    bool whole;    /* all of it was scanned */
    unsigned news; /* enum ek_news */
    int64_t scan;  /* that has the same; 0: none */
    struct ek_kept_results there, fresh;
};

/* What is stored under the key, into `there`, if it can be used for a path
 * (empty: of a bundle); false when it has to be scanned. */
bool ek_kept_look(struct ek_kept *kept, ek_str path);
/* Whether what was scanned is what is there. */
bool ek_kept_same(struct ek_kept *kept);
/* Says why it was scanned, unless it is new. */
void ek_kept_say(struct ek_kept *kept);
void ek_kept_forget(struct ek_kept_results *results);

#endif
