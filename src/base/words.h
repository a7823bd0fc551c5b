/* SPDX-License-Identifier: Apache-2.0 */
/* Words for people. Each stands once in a .def, in English; the catalogues of
 * po/ tell how a language writes it and are a part of the program. The
 * language is a value passed down; the locale of the process plays no part. */
#ifndef EK_BASE_WORDS_H
#define EK_BASE_WORDS_H

#include "base/lang.h"

typedef struct ek_msgid {
    const char
        *context; /* which of several meanings; NULL where there is one */
    const char *en;
} ek_msgid;

/* The text in a language; static. English where it is neither of the two, and
 * as the .def has it where the catalogue lacks it. */
ek_str ek_words_in(const ek_msgid *msgid, ek_lang lang);
/* Why something failed, as our code or a library says it in English (those of
 * cause.def); as it is where the catalogue lacks it. */
ek_str ek_words_cause(ek_str en, ek_lang lang);
/* In both languages. */
ek_label ek_words_label(const ek_msgid *msgid);

#endif
