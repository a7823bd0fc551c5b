/* SPDX-License-Identifier: Apache-2.0 */
/* Whether decoded text is letters of a language or garbled: bytes read in a
 * wrong encoding, or the codes of a font that does not tell what it shows. */
#ifndef EK_TEXT_PLAUSIBLE_H
#define EK_TEXT_PLAUSIBLE_H

#include "base/str.h"

#include <stdint.h>

/* The signs by which garbled text is known, in the order of asking. */
typedef enum ek_garble {
    EK_GARBLE_NONE, /* plausible, or too short to tell */
#define EK_GARBLE(name, mark, least, share) EK_GARBLE_##name,
#include "text/plausible.def"
} ek_garble;

struct ek_plausible {
    ek_garble sign;
    uint32_t percent; /* of what was counted that bears the sign */
};

/* Of any stretch of valid UTF-8: a document, a page, a line. One pass. Short
 * stretches get the benefit of the doubt. */
struct ek_plausible ek_plausible(ek_str utf8);
/* What to show of a sign, the same in every language: "U+FFFD". */
const char *ek_plausible_mark(ek_garble sign);

#endif
