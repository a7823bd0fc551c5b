/* SPDX-License-Identifier: Apache-2.0 */
/* What bytes are, by their content; private to this room. */
#ifndef EK_READ_SNIFF_H
#define EK_READ_SNIFF_H

#include "base/str.h"

#include <stddef.h>

enum { EK_SNIFF_SIZE = 4096 }; /* bytes looked at */

/* The beginning of a text, in plain ASCII bytes: NUL bytes (of UTF-16) and a
 * byte order mark are left out. */
struct ek_sniff {
    char bytes[EK_SNIFF_SIZE];
    size_t n;
};

void ek_sniff_head(struct ek_sniff *out, ek_str bytes);
ek_str ek_sniff_str(const struct ek_sniff *sniff); /* borrowed */
/* The name of a known format that is no text ("PDF"), or NULL. */
const char *ek_sniff_unsupported(ek_str bytes);
/* What a ZIP file is: "ZIP", "Word (DOCX)", "OpenDocument text (ODT)", ...;
 * NULL for no ZIP file. */
const char *ek_sniff_zip(ek_str bytes);
/* Full of NUL or control bytes, and not UTF-16. */
bool ek_sniff_binary(ek_str bytes);
/* Nothing but blanks, of ASCII, UTF-8 or UTF-16. */
bool ek_sniff_blank(ek_str utf8);
/* Whether s begins with the ASCII word, which is in lower case. */
bool ek_sniff_word(ek_str s, const char *word);

#endif
