/* SPDX-License-Identifier: Apache-2.0 */
/* What a line of extracted text begins with: a list marker, an article number,
 * a Markdown mark. Used to know where lines must not be joined and which
 * blanks must stay; the meaning of markers is the segmenter's business. */
#ifndef EK_TEXT_OPENER_H
#define EK_TEXT_OPENER_H

#include "base/str.h"

typedef enum ek_opening {
    EK_OPENS_NOTHING,
    EK_OPENS_MAYBE, /* a bare number, "Section 5": could be running text */
    EK_OPENS_BLOCK,
} ek_opening;

struct ek_opener {
    ek_opening kind;
    bool single;  /* a block of one line: Markdown heading, table row, rule */
    bool heading; /* an article number or a word such as "Section" */
    size_t end;   /* bytes of the line up to the end of its marker */
    size_t title; /* up to the end of a bracketed article title, or as end */
};

/* line: raw, without indentation and line break. */
struct ek_opener ek_opener_of(ek_str line);

#endif
