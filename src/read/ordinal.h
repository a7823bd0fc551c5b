/* SPDX-License-Identifier: Apache-2.0 */
/* A number as a word processor shows it in one of its numbering systems: 3,
 * c, iii, (in kanji) three, third katakana ... One table for OOXML (ST_Number
 * Format), Word and RTF (nfc codes of MS-OSHARED 2.2.1.3) and OpenDocument
 * (style:num-format). */
#ifndef EK_READ_ORDINAL_H
#define EK_READ_ORDINAL_H

#include "base/buf.h"

#include <stdint.h>

typedef enum ek_ordinal {
#define EK_ORDINAL(name, word, nfc, how, signs) EK_ORDINAL_##name,
#include "read/ordinal.def"
    EK_ORDINAL_COUNT
} ek_ordinal;

/* Appends the number alone, without full stop or brackets. What the system
 * cannot show is written in digits; NONE and BULLET write nothing. */
void ek_ordinal_write(ek_buf *out, ek_ordinal system, uint32_t number);
/* Unknown words and codes count as DECIMAL. */
ek_ordinal ek_ordinal_of_word(ek_str word); /* of w:numFmt: "lowerRoman" */
ek_ordinal ek_ordinal_of_nfc(long nfc);
/* Of style:num-format: "1", "a", "i" or a row of samples, with commas between
 * them and dots at its end; empty is NONE. */
ek_ordinal ek_ordinal_of_sample(ek_str sample);

#endif
