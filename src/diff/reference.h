/* SPDX-License-Identifier: Apache-2.0 */
/* References to other units by their number ("Sections 4.2(a) and 5"): one word
 * each, all alike, because renumbering is no edit. Bare numbers ("TLS 1.2", "30
 * days") are none. */
#ifndef EK_DIFF_REFERENCE_H
#define EK_DIFF_REFERENCE_H

#include "diff/side.h"

struct ek_reference;

struct ek_reference *ek_reference_new(ek_arena *arena,
                                      struct ek_lexicon *lexicon);
/* Folds those among n words of a unit; gives how many words are left. */
size_t ek_reference_fold(const struct ek_reference *reference, ek_str text,
                         struct ek_diff_word *words, size_t n);

#endif
