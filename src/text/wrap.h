/* SPDX-License-Identifier: Apache-2.0 */
/* Hard-wrapped lines: what becomes of each line break. */
#ifndef EK_TEXT_WRAP_H
#define EK_TEXT_WRAP_H

#include "text/text.h"

typedef enum ek_break {
    EK_BREAK_KEEP,   /* it divides paragraphs, items or headings */
    EK_BREAK_DROP,   /* the word or the Japanese sentence runs on */
    EK_BREAK_BLANK,  /* an English sentence runs on */
    EK_BREAK_HYPHEN, /* a word was divided: drop its hyphen, too */
} ek_break;

/* One ek_break for each line of an indexed text: of the break after the line
 * and the blank lines behind it. Those of blank lines say nothing. */
const unsigned char *ek_wrap_breaks(ek_arena *arena, const ek_text *text);

#endif
