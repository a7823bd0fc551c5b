/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/messages.h"

static const struct {
    const char *en, *ja;
} messages[] = {
#define EK_MESSAGE(name, en, ja) {en, ja},
#include "cli/messages.def"
#undef EK_MESSAGE
};

ek_str
ek_message_text(enum ek_message message, ek_lang lang)
{
    return ek_str_of(lang == EK_LANG_JA ? messages[message].ja
                                        : messages[message].en);
}

void
ek_message_add(ek_buf *out, enum ek_message message, ek_lang lang, ek_str arg1,
               ek_str arg2)
{
    ek_str text = ek_message_text(message, lang);
    for (size_t i = 0; i < text.n; i++) {
        char next = i + 1 < text.n ? text.p[i + 1] : 0;
        if (text.p[i] != '%' || (next != '1' && next != '2')) {
            ek_buf_putc(out, text.p[i]);
            continue;
        }
        ek_buf_add(out, next == '1' ? arg1 : arg2);
        i++;
    }
}
