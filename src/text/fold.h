/* SPDX-License-Identifier: Apache-2.0 */
/* The fold of one unit: a character and the marks that belong to it. */
#ifndef EK_TEXT_FOLD_H
#define EK_TEXT_FOLD_H

#include "base/buf.h"
#include "text/cp.h"

/* How many bytes from an offset on are the same in the fold, but for A-Z:
 * letters, digits, kana, kanji and single blanks between ASCII words. Stops
 * before a long vowel mark, a blank, a line break, or anything else that wants
 * a look. Never stops inside of a unit. */
size_t ek_fold_plain(ek_str text, size_t at);
/* One past the last byte of the unit that begins at an offset. */
size_t ek_fold_unit_end(ek_str text, size_t at);
/* Appends the folded form of a unit, possibly nothing. */
void ek_fold_unit(ek_buf *out, ek_str unit);
/* Whether a character is invisible and dropped. */
bool ek_fold_drops(uint32_t cp);
/* Whether a middle dot at an offset stands inside of a compound of fold.def. */
bool ek_fold_joins_compound(ek_str text, size_t dot);
/* Whether s (folded) ends in a katakana word of three syllables or more, long
 * marks counted: a long mark behind it may be left out. */
bool ek_fold_ends_loan_word(ek_str s);
/* Whether a word (lower case) keeps its hyphen at a line end. */
bool ek_fold_keeps_hyphen(ek_str word);

#endif
