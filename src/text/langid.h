/* SPDX-License-Identifier: Apache-2.0 */
/* The language of a stretch of text, by script and by function words. */
#ifndef EK_TEXT_LANGID_H
#define EK_TEXT_LANGID_H

#include "base/lang.h"

#include <stdint.h>

/* EK_LANG_JA: kana, or kanji without Chinese-only function characters;
 * EK_LANG_EN: Latin letters with English function words (a short stretch
 * without evidence counts as English); EK_LANG_OTHER: letters of another
 * language or script; EK_LANG_NONE: no letters. Takes normalized text. */
ek_lang ek_langid(ek_str norm);

/* Evidence gathered over a whole document. */
struct ek_lang_share {
    uint32_t letters[EK_LANGS]; /* code points in sentences of each language */
};

#endif
