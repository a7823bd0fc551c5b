/* SPDX-License-Identifier: Apache-2.0 */
/* The English words at which sentences are cut (part_en.def), and what can be
 * told from the words that follow. Offsets are those of the normalized text;
 * nothing looks beyond end. */
#ifndef EK_SEG_WORD_H
#define EK_SEG_WORD_H

#include "seg/seg.h"

typedef struct ek_words {
    const ek_norm *norm;
    const char *bytes; /* of norm */
    uint32_t end;
} ek_words;

enum ek_marker_place { EK_MARKER_ANY, EK_MARKER_FRONT, EK_MARKER_MODAL };

struct ek_marker {
    const char *words;
    ek_part_kind kind;
    enum ek_marker_place place; /* as part_en.def says */
};

/* The longest marker that begins at an offset, or NULL. */
const struct ek_marker *ek_word_marker(const ek_words *words, uint32_t at);
bool ek_word_modal(const ek_words *words, uint32_t at); /* will, may, is */
bool ek_word_join(const ek_words *words, uint32_t at);  /* and, or */
bool ek_word_open(const ek_words *words, uint32_t at);  /* will, not, to */
bool ek_word_holds(char c); /* whether c may stand in a word */
uint32_t ek_word_end(const ek_words *words, uint32_t at);
uint32_t ek_word_next(const ek_words *words, uint32_t at);
enum { EK_WORDS_NEAR = 2, EK_WORDS_FAR = 14 };

/* Whether one of the next words, up to a comma, is a modal verb. */
bool ek_word_modal_near(const ek_words *words, uint32_t at, unsigned most);
/* Whether subject and verb of a main part seem to begin here. */
bool ek_word_main(const ek_words *words, uint32_t at);
/* Bytes of a phrase such as "however," that begins here, or 0. */
uint32_t ek_word_opening(const ek_words *words, uint32_t at);
/* Whether a word after which no part begins stands before an offset. */
bool ek_word_binds(const ek_words *words, uint32_t begin, uint32_t at);

#endif
