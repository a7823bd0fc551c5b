/* SPDX-License-Identifier: Apache-2.0 */
/* Words as numbers: the same number for what is the same word but for width,
 * case and compatibility forms (NFKC and full case folding, UAX #15). */
#ifndef EK_DIFF_LEXICON_H
#define EK_DIFF_LEXICON_H

#include "base/arena.h"

#include <stdint.h>

struct ek_lexicon;

struct ek_lexicon *ek_lexicon_new(ek_arena *arena);
/* The number of a word, from 1; the word is UTF-8 as it stands in the text. */
uint32_t ek_lexicon_id(struct ek_lexicon *lexicon, ek_str word);
/* Its folded letters. */
ek_str ek_lexicon_word(const struct ek_lexicon *lexicon, uint32_t id);

/* The number of every reference to a unit. */
enum { EK_LEXICON_REFERENCE = 0 };

#endif
