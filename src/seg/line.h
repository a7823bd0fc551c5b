/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of the normalized text, blank ones left out, with what can be told
 * from each by itself. */
#ifndef EK_SEG_LINE_H
#define EK_SEG_LINE_H

#include "seg/mark.h"
#include "base/vec.h"

typedef enum ek_line_sort {
    EK_LINE_TEXT,
    EK_LINE_HASHES,  /* "## Title" */
    EK_LINE_TITLE,   /* the whole line in ** or in 【】 */
    EK_LINE_CAPTION, /* the whole line in (): may be the title of an article */
    EK_LINE_ROW,     /* | a | b | */
    EK_LINE_RULED,   /* a row that a |---| line follows: column titles */
    EK_LINE_SEPARATOR, /* ---, |---|, ``` : says nothing */
} ek_line_sort;

struct ek_line {
    ek_line_sort sort;
    ek_nspan span;   /* without indentation, quote marks and end blanks */
    ek_nspan words;  /* without hashes, ** or outer bars */
    uint32_t indent; /* columns */
    uint32_t hashes; /* of a Markdown heading; 1 or 2 for an underlined one */
    struct ek_mark mark; /* at words.begin */
};

typedef struct ek_lines {
    EK_VEC(struct ek_line) v;
} ek_lines;

void ek_lines_split(ek_lines *out, ek_arena *arena, const ek_norm *norm);

#endif
