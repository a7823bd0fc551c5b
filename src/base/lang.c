/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/lang.h"

static const char *const words[EK_LANGS] = {"none", "ja", "en", "other"};

ek_str
ek_label_in(const ek_label *label, ek_lang lang)
{
    return lang == EK_LANG_JA ? label->ja : label->en;
}

const char *
ek_lang_word(ek_lang lang)
{
    return words[lang];
}

ek_lang
ek_lang_of(ek_str word)
{
    for (int i = 0; i < EK_LANGS; i++)
        if (ek_str_is(word, words[i]))
            return (ek_lang)i;
    return EK_LANG_NONE;
}
