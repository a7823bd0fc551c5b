/* SPDX-License-Identifier: Apache-2.0 */
/* Languages: of the output, of a sentence, of a pattern. A two-language text
 * (`ek_label`) is how the pack and the result carry words for people. */
#ifndef EK_BASE_LANG_H
#define EK_BASE_LANG_H

#include "base/str.h"

typedef enum ek_lang {
    EK_LANG_NONE, /* no letters, or not known */
    EK_LANG_JA,
    EK_LANG_EN,
    EK_LANG_OTHER, /* letters of a language that is not supported */
} ek_lang;

enum { EK_LANGS = 4 };

typedef struct ek_label {
    ek_str ja, en;
} ek_label;

/* The text of a label in a language; English where it is neither. */
ek_str ek_label_in(const ek_label *label, ek_lang lang);
const char *ek_lang_word(ek_lang lang); /* "ja", "en", "other", "none" */
ek_lang ek_lang_of(ek_str word);        /* EK_LANG_NONE when unknown */

#endif
