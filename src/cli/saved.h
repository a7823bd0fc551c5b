/* SPDX-License-Identifier: Apache-2.0 */
/* Results that were written before: lines of ndjson, or an array of json. They
 * are read one by one, however many there are. */
#ifndef EK_CLI_SAVED_H
#define EK_CLI_SAVED_H

#include "cli/run.h"
#include "ekimu_app.h"

struct ek_saved {
    struct ek_run *run;
    void *self;
    void (*take)(void *self, ek_result *result); /* and frees it */
    size_t done, failed;
};

/* Reads a file ("-" is standard input) and hands its results over. What is none
 * is said with its line, counted, and makes EK_TROUBLE_UNREAD; the others are
 * read all the same. */
void ek_saved_each(struct ek_saved *saved, ek_str path);

#endif
