/* SPDX-License-Identifier: Apache-2.0 */
/* The pack's own examples, run through the real pipeline. */
#ifndef EK_SELFTEST_H
#define EK_SELFTEST_H

#include "match/match.h"

/* Runs the examples of one pack file (as the pack names it; the empty view =
 * all) and says every failure with its file and line. Returns their number:
 * a yes example without a finding of its clause or with other qualifiers, a
 * no example with one, a known-failing example that passes, an example of a
 * concept's words that is hit wrongly. */
unsigned ek_selftest(const ek_pack *pack, ek_matcher *matcher, ek_str file,
                     ek_diag *diag);

#endif
