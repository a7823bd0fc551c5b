/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the command line (messages.def). */
#ifndef EK_CLI_MESSAGES_H
#define EK_CLI_MESSAGES_H

#include "base/buf.h"
#include "base/lang.h"

enum ek_message {
#define EK_MESSAGE(name, en) EK_M_##name,
#include "cli/messages.def"
#undef EK_MESSAGE
};

/* The text as it stands; static. */
ek_str ek_message_text(enum ek_message message, ek_lang lang);
/* Appends the text with %1 and %2 replaced. */
void ek_message_add(ek_buf *out, enum ek_message message, ek_lang lang,
                    ek_str arg1, ek_str arg2);

#endif
