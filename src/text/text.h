/* SPDX-License-Identifier: Apache-2.0 */
/* The extracted text of a document and its places.
 *
 * For plain text and Markdown the extracted text is the file, decoded to
 * UTF-8. For other formats the reader writes it in the same light notation, so
 * that one segmenter serves all: "# " headings, "- " and "1. " list items
 * (indented by two blanks a level, numbers as a browser would show them),
 * "| a | b |" table rows, blank lines between blocks. */
#ifndef EK_TEXT_TEXT_H
#define EK_TEXT_TEXT_H

#include "base/diag.h"
#include "base/extraction.h"
#include "base/place.h"
#include "base/span.h"
#include "base/vec.h"

#include <stdint.h>

/* A point of the text whose place in the source is known: from offset on, the
 * source stands there. Sorted by offset. */
struct ek_anchor {
    uint32_t offset;      /* bytes in the text */
    uint32_t source_line; /* 1-based line of the source file, 0 unknown */
    ek_place place;
};

/* Where a span stands, for people. Lines and columns are those of the
 * extracted text, 1-based, columns in code points. */
struct ek_where {
    uint32_t line, end_line, column;
    ek_place place; /* where it begins */
};

/* What became of the reading; ek_read sets it, not the readers. */
typedef enum ek_readable {
    EK_READ_FULL,
    EK_READ_PART,
    EK_READ_NONE,
} ek_readable;

typedef struct ek_text {
    ek_str bytes;         /* valid UTF-8, LF line ends, no NUL; at most 4 GiB */
    const char *format;   /* "plain", "markdown", "html", "docx", "pdf" ... */
    const char *encoding; /* name as in ek_decode_name */
    bool encoding_guessed;
    uint32_t encoding_confidence; /* percent, 100 when declared or forced */
    uint32_t replaced;            /* invalid sequences that became U+FFFD */
    ek_readable readable;
    ek_extraction extraction;
    ek_str title; /* of the document (HTML title, first heading), or empty */
    EK_VEC(struct ek_anchor) anchors;
    EK_VEC(uint32_t) line_starts; /* byte offset of each line */
    EK_VEC(uint32_t) char_marks;  /* code points before every 1024th byte */
} ek_text;

/* Fills line_starts and char_marks; readers call it once, when bytes are
 * complete. */
void ek_text_index(ek_text *text, ek_arena *arena);
ek_str ek_text_slice(const ek_text *text, ek_tspan span);
struct ek_where ek_text_where(const ek_text *text, ek_tspan span);
/* Code points before a byte offset. */
uint32_t ek_text_chars(const ek_text *text, uint32_t offset);

#endif
