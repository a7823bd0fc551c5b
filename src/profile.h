/* SPDX-License-Identifier: Apache-2.0 */
/* Time and hits of every pattern and rule over documents, for authors. */
#ifndef EK_PROFILE_H
#define EK_PROFILE_H

#include "match/match.h"
#include "scan.h"

struct ek_profiled {
    ek_str name; /* of the rule; of a pattern its concept */
    ek_str text; /* of a pattern its body */
    ek_str file;
    uint32_t line;
    double seconds;
    uint64_t hits;
};

typedef struct ek_profile {
    EK_VEC(struct ek_profiled) patterns; /* slowest first */
    EK_VEC(struct ek_profiled) rules;
} ek_profile;

/* What cannot be read is said and left out. EK_ENOMEM when memory runs out. */
ek_status ek_profile_run(ek_profile *out, ek_arena *arena, const ek_pack *pack,
                         ek_matcher *matcher, const ek_str *paths, size_t n,
                         const struct ek_scan_options *options, ek_diag *diag);

#endif
