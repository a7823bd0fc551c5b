/* SPDX-License-Identifier: Apache-2.0 */
/* Which lines are headings, and of what rank. */
#ifndef EK_SEG_ARTICLE_H
#define EK_SEG_ARTICLE_H

#include "seg/line.h"

/* What stands around the line. */
struct ek_context {
    bool lead;      /* the text before leads something in */
    bool continues; /* its number continues a list that is open */
    bool follows;   /* its number continues that of the last heading */
    bool clause;    /* its number continues that of the last paragraph */
};

struct ek_article {
    uint32_t key;     /* a heading ends all articles of its key or above */
    ek_nspan heading; /* marker and title */
    uint32_t body;    /* where the title begins; heading.end when it has none */
    uint32_t rest;    /* where text begins that stands in the same line;
                         the line's end when there is none */
};

/* True when line i is a heading. */
bool ek_article_read(struct ek_article *out, const ek_norm *norm,
                     const ek_lines *lines, size_t i,
                     const struct ek_context *context);

#endif
