/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes to text: the table of readers. In a folder the extension decides what
 * is tried (ek_read_tries); content decides how it is read; a file that the
 * user named is always tried. */
#ifndef EK_READ_READ_H
#define EK_READ_READ_H

#include "read/budget.h"
#include "read/source.h"
#include "text/decode.h"
#include "text/text.h"

/* Of a file with tracked changes: what counts as its text. */
typedef enum ek_tracked {
    EK_TRACKED_FINAL,    /* as if all were accepted */
    EK_TRACKED_ORIGINAL, /* as if all were rejected */
    EK_TRACKED_BOTH,     /* inserted and deleted passages alike */
} ek_tracked;

struct ek_read_options {
    struct ek_limits limits;
    ek_encoding encoding; /* forced, or EK_ENC_UNKNOWN */
    ek_tracked tracked;
    bool ocr;       /* read pages that are only images by OCR */
    bool keep_text; /* the text stands in the result, for reports with it */
    struct ek_budget *budget; /* of the archive that it stands in, else NULL */
};

struct ek_reader {
    const char *format;     /* "html" */
    const char *extensions; /* "html htm xhtml", separated by blanks */
    bool (*recognizes)(ek_str bytes); /* by content */
    /* Fills text, places and extraction; format is set already. What could not
     * be read is said to diag, in the code that has its word. */
    ek_status (*read)(ek_text *out, ek_arena *arena, const ek_source *source,
                      const struct ek_read_options *options, ek_diag *diag);
};

extern const struct ek_reader ek_reader_docx, ek_reader_html,
    ek_reader_markdown, ek_reader_odt, ek_reader_pdf, ek_reader_plain,
    ek_reader_rtf;

/* Whether a file of this name would be tried when met in a folder. */
bool ek_read_tries(ek_str path);
bool ek_read_names_mail(ek_str path); /* "x.eml" */
/* Sniffs and reads. A binary file, a known but unsupported format (old
 * .doc, images ...) or a blank text is an error that is said to diag with its
 * reason. */
ek_status ek_read(ek_text **out, ek_arena *arena, const ek_source *source,
                  const struct ek_read_options *options, ek_diag *diag);

/* The same into a text of zeros, which also after a failure tells what is known
 * of the document: format, encoding, extraction. */
ek_status ek_read_into(ek_text *text, ek_arena *arena, const ek_source *source,
                       const struct ek_read_options *options, ek_diag *diag);

#endif
