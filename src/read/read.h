/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes to text: the table of readers. In a folder the extension decides what
 * is tried (ek_read_tries); content decides how it is read; a file that the
 * user named is always tried. */
#ifndef EK_READ_READ_H
#define EK_READ_READ_H

#include "read/source.h"
#include "text/decode.h"
#include "text/text.h"

struct ek_reader {
    const char *format;     /* "html" */
    const char *extensions; /* "html htm xhtml", separated by blanks */
    bool (*recognizes)(ek_str bytes); /* by content */
    ek_status (*read)(ek_text *out, ek_arena *arena, const ek_source *source,
                      ek_encoding forced, ek_diag *diag);
};

extern const struct ek_reader ek_reader_html, ek_reader_markdown,
    ek_reader_plain;

/* Whether a file of this name would be tried when met in a folder. */
bool ek_read_tries(ek_str path);
/* Sniffs and reads. A binary file, a known but unsupported format (PDF, ZIP,
 * old .doc ...) or a blank text is an error that is said to diag with its
 * reason. */
ek_status ek_read(ek_text **out, ek_arena *arena, const ek_source *source,
                  ek_encoding forced, ek_diag *diag);

#endif
