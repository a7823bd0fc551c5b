/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the reports (catalogue.def). */
#ifndef EK_REPORT_CATALOGUE_H
#define EK_REPORT_CATALOGUE_H

#include "base/buf.h"
#include "base/lang.h"

enum ek_word {
#define EK_WORD_IN(name, context, en) EK_W_##name,
#include "report/catalogue.def"
};

/* The text as it stands; static. */
ek_str ek_catalogue_text(enum ek_word word, ek_lang lang);
/* Appends the text with %1 and %2 replaced. */
void ek_catalogue_add(ek_buf *out, enum ek_word word, ek_lang lang, ek_str arg1,
                      ek_str arg2);
/* The same as a string on an arena. */
ek_str ek_catalogue_say(ek_arena *arena, enum ek_word word, ek_lang lang,
                        ek_str arg1, ek_str arg2);
/* The words of a reason for which there is no result; the empty view when the
 * code is unknown. */
ek_str ek_catalogue_reason(ek_str code, ek_lang lang);
/* A verdict item in a few words; empty when it has none. */
ek_str ek_catalogue_short(ek_str item, ek_lang lang);
/* The name of a document's format; empty when it has none. */
ek_str ek_catalogue_format(ek_str format, ek_lang lang);

#endif
