/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the light notation of text.h: headings, paragraphs, items, rows. All
 * readers of formats with a structure use it. Everything before the words of a
 * line is owed until words come, so that empty elements leave no trace; blanks
 * are collapsed as a browser does, and what is invisible is left out. */
#ifndef EK_READ_LIGHT_H
#define EK_READ_LIGHT_H

#include "text/text.h"

enum { EK_LIGHT_MARKER = 64 }; /* bytes, with the NUL */

struct ek_light {
    ek_text *text; /* receives the anchors */
    ek_buf out;
    uint32_t line;    /* of the source, at what is written; 0 = no lines */
    ek_place place;   /* the same for other formats; strings on the arena */
    unsigned breaks;  /* line breaks owed before the next words */
    unsigned indent;  /* blanks before a line */
    unsigned heading; /* its level while one is written, else 0 */
    unsigned pre;     /* elements around that keep blanks */
    unsigned cells;   /* cells begun since the last words of a row */
    bool open;        /* words stand on the current line */
    bool blank;       /* one is owed before the next words */
    bool one_line;    /* breaks are blanks: headings and rows */
    bool row, row_open;
    char marker[EK_LIGHT_MARKER]; /* owed before the next words, or empty */
    unsigned marker_indent;
    uint32_t heading_at;  /* where the words of this heading begin, 0 none */
    ek_tspan title;       /* words of the highest heading so far */
    unsigned title_level; /* 0 when there was none */
};

void ek_light_write(struct ek_light *w, ek_str words);
/* At least so many line breaks before the next words: 1 a new line, 2 a blank
 * line between. */
void ek_light_break(struct ek_light *w, unsigned lines);
/* As many breaks exactly, whatever was owed. */
void ek_light_break_to(struct ek_light *w, unsigned lines);
void ek_light_br(struct ek_light *w);
/* The next words begin an item with this marker ("- ", "3. ", "ç¬¬1æ¡ "), unless
 * they bring one of their own. Two in a row are written side by side. */
void ek_light_mark(struct ek_light *w, const char *marker);
/* Level 1 to 6. What is written until the end stands on one line. */
void ek_light_heading_begin(struct ek_light *w, unsigned level);
void ek_light_heading_end(struct ek_light *w);
void ek_light_row_begin(struct ek_light *w);
void ek_light_row_end(struct ek_light *w);
void ek_light_cell(struct ek_light *w);
/* The last line ends, and the text takes over the bytes, and its title from
 * the highest heading where it has none. */
void ek_light_finish(struct ek_light *w);

#endif
