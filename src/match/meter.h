/* SPDX-License-Identifier: Apache-2.0 */
/* What each pattern by itself costs and finds, for those who write them. The
 * matcher joins patterns, so these times add up to more than a scan takes;
 * they tell which patterns are dear, not how long a scan is. */
#ifndef EK_MATCH_METER_H
#define EK_MATCH_METER_H

#include "match/match.h"

struct ek_metered {
    uint32_t pattern; /* index in the pack */
    double seconds;
    uint64_t hits;
};

typedef struct ek_meter ek_meter;

/* Compiles each pattern alone. NULL when memory runs out. The meter borrows
 * the pack. The caller frees. */
ek_meter *ek_meter_new(const ek_pack *pack);
void ek_meter_free(ek_meter *meter);
/* Adds one document. */
void ek_meter_run(ek_meter *meter, const ek_norm *norm, bool ja, bool en);
/* Seconds of a clock that only goes forward. */
double ek_meter_now(void);
/* One row a pattern, in the pack's order; set *n. Borrowed. */
const struct ek_metered *ek_meter_rows(const ek_meter *meter, size_t *n);

#endif
