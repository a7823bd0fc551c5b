/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/catalogue.h"

struct row {
    const char *en, *ja;
};

static const struct row words[] = {
#define EK_WORD(name, en, ja) {en, ja},
#define EK_REASON(code, en, ja)
#include "report/catalogue.def"
#undef EK_WORD
#undef EK_REASON
};

static const struct reason {
    const char *code;
    struct row text;
} reasons[] = {
#define EK_WORD(name, en, ja)
#define EK_REASON(code, en, ja) {code, {en, ja}},
#include "report/catalogue.def"
#undef EK_WORD
#undef EK_REASON
};

static ek_str
in(const struct row *row, ek_lang lang)
{
    return ek_str_of(lang == EK_LANG_JA ? row->ja : row->en);
}

ek_str
ek_catalogue_text(enum ek_word word, ek_lang lang)
{
    return in(&words[word], lang);
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

ek_str
ek_catalogue_reason(ek_str code, ek_lang lang)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (ek_str_is(code, reasons[i].code))
            return in(&reasons[i].text, lang);
    return EK_STR("");
}
