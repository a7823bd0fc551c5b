/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/messages.h"

#include "base/words.h"

static const ek_msgid messages[] = {
#define EK_MESSAGE(name, en) {NULL, en},
#include "cli/messages.def"
#undef EK_MESSAGE
};

ek_str
ek_message_text(enum ek_message message, ek_lang lang)
{
    return ek_words_in(&messages[message], lang);
}

void
ek_message_add(ek_buf *out, enum ek_message message, ek_lang lang, ek_str arg1,
               ek_str arg2)
{
    ek_buf_fill(out, ek_message_text(message, lang), arg1, arg2);
}
