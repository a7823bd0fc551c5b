/* SPDX-License-Identifier: Apache-2.0 */
/* What a pattern costs on text that nearly matches it, again and again. */
#ifndef EK_MATCH_PROBE_H
#define EK_MATCH_PROBE_H

#include "base/diag.h"
#include "pattern/pack.h"

/* Says every pattern whose work grows faster than the text, or that takes more
 * steps a byte than any sensible list of words; returns their number. Steps
 * are PCRE2 callouts, so that the answer is the same on every machine. */
unsigned ek_match_probe(const ek_pack *pack, ek_diag *diag);

/* Steps that a pattern takes to search a text; stops counting at a ceiling.
 * 0 when the pattern does not compile. */
uint64_t ek_match_steps(ek_str pattern, ek_str text);

#endif
