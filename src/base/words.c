/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/words.h"

#include "base/mo.h"

extern const unsigned char ek_words_ja[], ek_words_en[];
extern const size_t ek_words_ja_size, ek_words_en_size;

static ek_str
found(const char *context, ek_str en, ek_lang lang)
{
    ek_mo mo = lang == EK_LANG_JA ? (ek_mo){ek_words_ja, ek_words_ja_size}
                                  : (ek_mo){ek_words_en, ek_words_en_size};
    ek_str text = ek_mo_find(mo, context, en);
    return text.n ? text : en;
}

ek_str
ek_words_in(const ek_msgid *msgid, ek_lang lang)
{
    return found(msgid->context, ek_str_of(msgid->en), lang);
}

ek_str
ek_words_cause(ek_str en, ek_lang lang)
{
    return found("cause", en, lang);
}

ek_label
ek_words_label(const ek_msgid *msgid)
{
    return (ek_label){ek_words_in(msgid, EK_LANG_JA),
                      ek_words_in(msgid, EK_LANG_EN)};
}
