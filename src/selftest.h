/* SPDX-License-Identifier: Apache-2.0 */
/* The pack's own examples, run through the real pipeline. */
#ifndef EK_SELFTEST_H
#define EK_SELFTEST_H

#include "match/match.h"

/* What the clause examples of one type gave. */
struct ek_self_row {
    uint32_t yes, missed; /* examples of the clause, and those without it */
    uint32_t no, wrong;   /* counter-examples, and those that gave it */
    uint32_t known;       /* known to fail */
    uint32_t *found;      /* of each clause type: in how many of the yes */
};

/* One row a clause type, in the pack's order. */
struct ek_self_rows {
    EK_VEC(struct ek_self_row) v;
};

/* Runs the examples of one pack file (as the pack names it; the empty view =
 * all) and says every failure with its file and line. Returns their number:
 * a yes example without a finding of its clause or with other qualifiers, a
 * no example with one, a known-failing example that passes, an example of a
 * concept's words that is hit wrongly. Fills rows, on the arena of diag. */
unsigned ek_selftest(struct ek_self_rows *rows, const ek_pack *pack,
                     ek_matcher *matcher, ek_str file, ek_diag *diag);

#endif
