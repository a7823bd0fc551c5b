/* SPDX-License-Identifier: Apache-2.0 */
/* Where sentences end, in Japanese and English, in the same line or not. */
#ifndef EK_SEG_SENTENCE_H
#define EK_SEG_SENTENCE_H

#include "seg/bracket.h"
#include "text/norm.h"

typedef struct ek_sentences {
    const ek_norm *norm;
    const ek_brackets *brackets; /* of the whole stretch */
    uint32_t at, end;
    size_t next_bracket;
} ek_sentences;

/* The next sentence of the stretch, blanks at its ends left out; false when
 * there is none left. */
bool ek_sentence_next(ek_sentences *from, ek_nspan *out);
/* Whether an English sentence of the stretch ends with a stop. */
bool ek_sentence_stops(const ek_norm *norm, ek_nspan stretch, uint32_t stop);
/* Whether "(b)", "ii." or the like stands at an offset. */
bool ek_sentence_enumerates(const char *bytes, uint32_t at, uint32_t end);

#endif
