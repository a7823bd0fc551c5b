/* SPDX-License-Identifier: Apache-2.0 */
/* Results are parsed while the one before is rendered: a second thread, since
 * reading takes as long as writing a workbook does. What comes out has the
 * order of what went in. */
#ifndef EK_CLI_AHEAD_H
#define EK_CLI_AHEAD_H

#include "ekimu_app.h"

struct ek_ahead;

struct ek_parsed {
    ek_str json; /* borrowed until the next push */
    size_t line; /* where it began */
    ek_status status;
    const char *why;   /* static; of EK_EFORMAT */
    ek_result *result; /* of EK_OK; the caller frees */
};

/* Lives on the arena; what was not taken is freed with it. */
struct ek_ahead *ek_ahead_open(ek_arena *arena);
/* Whether there is room for one more. */
bool ek_ahead_has_room(const struct ek_ahead *ahead);
/* Copies the JSON of one result; there must be room. */
void ek_ahead_push(struct ek_ahead *ahead, ek_str json, size_t line);
/* The oldest, waited for; false when all were taken. */
bool ek_ahead_take(struct ek_ahead *ahead, struct ek_parsed *out);

#endif
