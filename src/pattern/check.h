/* SPDX-License-Identifier: Apache-2.0 */
/* What can be wrong with a pack that loads: for authors (patterns check) and
 * for packs that are not the shipped one. Examples are not run here. */
#ifndef EK_PATTERN_CHECK_H
#define EK_PATTERN_CHECK_H

#include "pattern/pack.h"

/* Says what it finds and returns how many lines that were: errors (capture
 * groups, unknown provisions and sources, files that the schema refuses) and
 * warnings (patterns with unbounded gaps or with characters that normalized
 * text never has, concepts without use or words, clauses without examples). */
unsigned ek_pack_check(const ek_pack *pack, ek_diag *diag);
/* Only the schema: validates every file against DIR/pack.rng; nothing is said
 * when there is no such file. */
unsigned ek_pack_check_schema(const ek_pack *pack, ek_diag *diag);

/* The concepts that no rule asks for, with whose role frames are not built, and
 * that stand for no qualifier value. */
ek_bits ek_check_unused(const ek_pack *pack);

/* What a PCRE2 pattern must not have: the first piece of it that stands for
 * an unbounded gap (".*", "[^.]+", "\w{2,}") or, capture set, the first
 * capture group; the empty view for none. Borrowed from the pattern. */
ek_str ek_check_gap(ek_str pattern);
ek_str ek_check_capture(ek_str pattern);
/* The first piece that normalized text never has: full-width letters, curly
 * quotes, a long vowel mark at the end of a katakana word (サーバー). */
ek_str ek_check_never(ek_str pattern);

#endif
