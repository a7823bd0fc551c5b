/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a contract cut into articles, which a browser can leave aside as
 * long as they are out of sight: the map and the text go by the same cut. */
#ifndef EK_REPORT_HTML_PLAN_H
#define EK_REPORT_HTML_PLAN_H

#include "report/html.h"

enum { EK_HTML_KINDS = 5 };
/* "sqkpn": the kinds of struct ek_html_note, gravest first. */
extern const char ek_html_kinds[];

struct ek_html_article {
    uint32_t document;
    uint32_t first, end;   /* blocks of the document; its heading, if it has
                            * one, is the first */
    uint32_t unread, last; /* what was not read and would stand here: entries
                            * of the extraction [unread, last); else empty */
    uint32_t tally[EK_HTML_KINDS]; /* findings that begin in it */
};

struct ek_html_blocks {
    const struct ek_block *v;
    uint32_t n;
};

struct ek_html_plan {
    EK_VEC(struct ek_html_article)
    articles;                      /* of all documents; the index + 1
                                              * is the anchor: #a1 */
    struct ek_html_blocks *blocks; /* of each document; text without blocks is
                                    * one */
    uint32_t *sorted; /* findings that have a place, by document and begin */
    uint32_t placed;
};

struct ek_html_plan *ek_html_plan_of(struct ek_html *h);
/* The heading that an article begins with; NULL when it has none. */
const struct ek_block *ek_html_heading_of(struct ek_html *h,
                                          const struct ek_html_plan *plan,
                                          const struct ek_html_article *a);
/* Whether a block is the number of the heading behind it, which its document
 * sets as a line of its own. */
bool ek_html_numbers_next(ek_str text, const struct ek_block *block,
                          const struct ek_block *behind);
/* "12", "12.3.": digits, also wide ones, and points. */
bool ek_html_is_number(ek_str word);
/* Whether a block is a row of a table; so may be what was taken for a heading:
 * the first row. */
bool ek_html_is_row(ek_str text, const struct ek_block *block);

/* Chips by tier and clause type, with counts. */
void ek_html_filters(struct ek_html *h);
/* A cell an article, or some articles where there are many. */
void ek_html_map(struct ek_html *h, const struct ek_html_plan *plan);

/* The findings of a document laid over its text, from begin to end. */
struct ek_html_sweep;
struct ek_html_sweep *ek_html_sweep_open(struct ek_html *h,
                                         const struct ek_html_plan *plan,
                                         uint32_t document);
/* The text from begin to end, cut where findings begin and end; offsets never
 * go back. */
void ek_html_sweep_put(struct ek_html_sweep *sweep, uint32_t begin,
                       uint32_t end);
/* The margin: each finding that has begun since the last margin. */
void ek_html_sweep_margin(struct ek_html_sweep *sweep);
/* Those behind the last block, as a line of numbers: a link to any finding
 * leads somewhere. */
void ek_html_sweep_rest(struct ek_html_sweep *sweep);

/* A line of the text: a paragraph or an item, its marker set off. */
void ek_html_line(struct ek_html *h, struct ek_html_sweep *sweep,
                  uint32_t document, const struct ek_block *block);
/* Where to end a piece of a line that no browser could lay out at once: behind
 * a sentence or a blank, else between two letters. */
uint32_t ek_html_piece_end(ek_str text, uint32_t begin, uint32_t end);
/* Rows as a table; gives the number of blocks taken, at least 1. */
uint32_t ek_html_table(struct ek_html *h, struct ek_html_sweep *sweep,
                       uint32_t document, const struct ek_block *rows,
                       uint32_t n);
/* lang="..." where the block's language is not that of the page. */
void ek_html_block_lang(struct ek_html *h, uint32_t document,
                        const struct ek_block *block);
/* Pages that were not read, in their place: an article of that number. */
void ek_html_unread(struct ek_html *h, const struct ek_html_article *article,
                    uint32_t number);
/* What else of a document was not read, behind its text. */
void ek_html_unread_rest(struct ek_html *h, uint32_t document);
/* A document of which the page has no text: it was not read, or the results
 * came without it. */
void ek_html_unread_whole(struct ek_html *h, uint32_t document);

#endif
