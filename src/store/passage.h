/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a normalized text holds words; private to the room. */
#ifndef EK_STORE_PASSAGE_H
#define EK_STORE_PASSAGE_H

#include "store/search.h"

/* Whether all the words stand in a line. */
bool ek_passage_holds(ek_str line, const struct ek_store_words *words);
/* Whether they do so in some line of a text. */
bool ek_passage_any(ek_str text, const struct ek_store_words *words);

#endif
