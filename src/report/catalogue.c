/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/catalogue.h"

#include "base/words.h"

static const ek_msgid words[] = {
#define EK_WORD_IN(name, context, en) {context, en},
#include "report/catalogue.def"
};

struct named {
    const char *code;
    ek_msgid text;
};

static const struct named reasons[] = {
#define EK_REASON(code, en) {code, {NULL, en}},
#include "report/catalogue.def"
};

static const struct named shorts[] = {
#define EK_SHORT(item, en) {item, {NULL, en}},
#include "report/catalogue.def"
};

static const struct named formats[] = {
#define EK_FORMAT(format, en) {format, {NULL, en}},
#include "report/catalogue.def"
};

ek_str
ek_catalogue_text(enum ek_word word, ek_lang lang)
{
    return ek_words_in(&words[word], lang);
}

void
ek_catalogue_add(ek_buf *out, enum ek_word word, ek_lang lang, ek_str arg1,
                 ek_str arg2)
{
    ek_buf_fill(out, ek_catalogue_text(word, lang), arg1, arg2);
}

ek_str
ek_catalogue_say(ek_arena *arena, enum ek_word word, ek_lang lang, ek_str arg1,
                 ek_str arg2)
{
    ek_buf out = ek_buf_on(arena);
    ek_catalogue_add(&out, word, lang, arg1, arg2);
    return ek_buf_str(&out);
}

static ek_str
named(const struct named *rows, size_t n, ek_str code, ek_lang lang)
{
    for (size_t i = 0; i < n; i++)
        if (ek_str_is(code, rows[i].code))
            return ek_words_in(&rows[i].text, lang);
    return EK_STR("");
}

ek_str
ek_catalogue_reason(ek_str code, ek_lang lang)
{
    return named(reasons, sizeof reasons / sizeof *reasons, code, lang);
}

ek_str
ek_catalogue_short(ek_str item, ek_lang lang)
{
    return named(shorts, sizeof shorts / sizeof *shorts, item, lang);
}

ek_str
ek_catalogue_format(ek_str format, ek_lang lang)
{
    return named(formats, sizeof formats / sizeof *formats, format, lang);
}
