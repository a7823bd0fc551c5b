/* SPDX-License-Identifier: Apache-2.0 */
/* The stream of a word processor's document: paragraphs, tables, and what is
 * anchored in a paragraph but stands beside it (notes, text boxes), to the
 * light notation. Notes come after the paragraph or table that they are
 * anchored in. Nothing recurses, however deeply tables stand in one another. */
#ifndef EK_READ_FLOW_H
#define EK_READ_FLOW_H

#include "read/light.h"

struct ek_flow_shape {
    unsigned heading; /* its level from 1 on; 0: no heading */
    unsigned level;   /* lists around it, for the indent; 0 none */
    bool bullet;
    bool tight;         /* nothing stands between the number and the words */
    ek_str number;      /* as it is shown, "(1)"; empty: none; on the arena */
    uint32_t paragraph; /* its place; 0: as the flow counts */
};

typedef struct ek_flow ek_flow;

ek_flow *ek_flow_new(ek_text *text, ek_arena *arena);
/* Words of the open paragraph, UTF-8; blanks are collapsed later. */
void ek_flow_write(ek_flow *flow, ek_str words);
void ek_flow_line(ek_flow *flow); /* a line break within the paragraph */
/* The paragraph ends. One without words and number leaves no trace but is
 * counted. A heading that reads as a sentence, or is numbered like an item, is
 * written as a paragraph: contracts set whole clauses in the style of a
 * heading. */
void ek_flow_paragraph(ek_flow *flow, const struct ek_flow_shape *shape);
/* Whether the open paragraph has no words yet. */
bool ek_flow_is_blank(const ek_flow *flow);

/* A note or a text box begins in the middle of the open paragraph, which goes
 * on after the end. What is left open within is closed. */
void ek_flow_aside_begin(ek_flow *flow);
void ek_flow_aside_end(ek_flow *flow);
/* The number of the next note, 1 on. */
uint32_t ek_flow_note(ek_flow *flow);

/* Tables may begin in a cell. The words before a cell's end that no paragraph
 * has ended are its last paragraph. */
void ek_flow_table_begin(ek_flow *flow);
void ek_flow_cell_end(ek_flow *flow);
void ek_flow_row_end(ek_flow *flow);
void ek_flow_table_end(ek_flow *flow);
/* Tables open around the words, within the innermost aside. */
size_t ek_flow_tables(const ek_flow *flow);

/* Begins or ends so many tables that there are n, and takes the words of the
 * open paragraph along. */
void ek_flow_nest(ek_flow *flow, size_t n);

/* Closes what is open and gives the text its bytes. */
void ek_flow_finish(ek_flow *flow);

#endif
