/* SPDX-License-Identifier: Apache-2.0 */
/* Whether words look like a title or like a sentence. */
#ifndef EK_SEG_TITLE_H
#define EK_SEG_TITLE_H

#include "text/norm.h"

/* Short, no sentence, nothing that leads in or goes on. */
bool ek_title_like(const ek_norm *norm, ek_nspan words);
/* The same for a line without any mark: stricter. */
bool ek_title_bare(const ek_norm *norm, ek_nspan words);
/* Whether a line holds a sentence: long, or ending as sentences do. */
bool ek_title_sentence(const ek_norm *norm, ek_nspan words);
/* Where the text begins when words begin with a title and a full stop
 * ("Support. We will ..."); words.begin when they do not. labelled: a number
 * stands before. */
uint32_t ek_title_run_in(const ek_norm *norm, ek_nspan words, bool labelled);

#endif
