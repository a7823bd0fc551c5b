/* SPDX-License-Identifier: Apache-2.0 */
/* English forms of a word: regular inflection only, irregular forms are
 * written out in the pack. The word may hold what spells variants: (?:a|b),
 * [sz], and ? after a letter or one of these (analy(?:se|ze), colou?r). */
#ifndef EK_PATTERN_INFLECT_H
#define EK_PATTERN_INFLECT_H

#include "base/buf.h"

/* One pattern that matches the line with its first word as base form, -s, -ed
 * and -ing ("look at": look, looks, looked, looking + " at"). A line that ends
 * with + doubles the last consonant (stop+: stopped, stopping). The empty
 * view when the word cannot be inflected. */
ek_str ek_inflect_verb(ek_arena *arena, ek_str line);
/* The same for the last word as singular and plural. */
ek_str ek_inflect_noun(ek_arena *arena, ek_str line);

#endif
