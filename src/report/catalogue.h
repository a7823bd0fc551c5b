/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the reports in both languages. The language is a value passed
 * down; the locale of the process plays no part. */
#ifndef EK_REPORT_CATALOGUE_H
#define EK_REPORT_CATALOGUE_H

#include "base/buf.h"
#include "base/lang.h"

enum ek_word {
#define EK_WORD(name, en, ja) EK_W_##name,
#define EK_REASON(code, en, ja)
#define EK_SHORT(item, en, ja)
#define EK_FORMAT(format, en, ja)
#include "report/catalogue.def"
#undef EK_WORD
#undef EK_REASON
#undef EK_SHORT
#undef EK_FORMAT
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
