/* SPDX-License-Identifier: Apache-2.0 */
/* From a store to timelines, service by service. */
#ifndef EK_CLI_TIMELINES_H
#define EK_CLI_TIMELINES_H

#include "cli/watcher.h"

/* Hands over the timeline of each service that is watched, by name; it lives
 * until take returns. What versions differ in is computed where the store does
 * not have it yet; *found: how many of those are changes in substance. */
void ek_timelines_each(struct ek_watcher *watcher,
                       void (*take)(void *self, const ek_timeline *timeline),
                       void *self, size_t *found);

#endif
