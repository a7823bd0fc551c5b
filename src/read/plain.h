/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of text files share; private to this room. */
#ifndef EK_READ_PLAIN_H
#define EK_READ_PLAIN_H

#include "read/read.h"

/* Decodes the source into out: bytes, encoding. */
void ek_plain_decode(ek_text *out, ek_arena *arena, const ek_source *source,
                     ek_encoding forced, ek_encoding declared, ek_diag *diag);
/* One anchor a line: the lines of the text are those of the file. */
void ek_plain_anchor(ek_text *out, ek_arena *arena);

#endif
