/* SPDX-License-Identifier: Apache-2.0 */
/* The page of two versions, in the order of the page: what matters first, then
 * both texts side by side. One row of a grid holds what belongs together, so
 * that both scroll as one, also without script. */
#ifndef EK_REPORT_HTML_DIFF_H
#define EK_REPORT_HTML_DIFF_H

#include "report/diff.h"
#include "report/html_tool.h"

enum { EK_EARLIER, EK_LATER, EK_BOTH };

/* What stands side by side: a change, or blocks without one. */
struct ek_diff_row {
    uint32_t clause; /* EK_NOT_THERE: nothing changed */
    bool gone;       /* the clause has moved: its row, further up or down, holds
                      * the text */
    EK_VEC(struct ek_place_in) side[EK_BOTH];
};

struct ek_diff_version {
    struct ek_html *h; /* on the same page */
    const ek_result *result;
    uint32_t *first;  /* by document, its first block among those of all */
    uint32_t blocks;  /* of all documents */
    uint32_t *row_of; /* by block; EK_NOT_THERE */
};

struct ek_html_diff {
    struct ek_html *h; /* of the later version */
    const ek_changes *changes;
    struct ek_diff_entries entries;
    struct ek_diff_version version[EK_BOTH];
    EK_VEC(struct ek_diff_row) rows; /* the index + 1 is the anchor: #t1 */
    uint32_t *row_of_clause;
    uint32_t *gone_of_clause;  /* the note that it left; EK_NOT_THERE: none */
    uint32_t *entry_of_clause; /* EK_NOT_THERE: not of substance */
    uint32_t *row_of_entry;    /* EK_NOT_THERE: it has no place */
    uint32_t *entry_of_row;
};

/* Both texts cut into rows. */
void ek_html_diff_plan(struct ek_html_diff *d);
/* The block that holds an offset of a document; false where none does. */
bool ek_html_diff_block_at(const struct ek_diff_version *version,
                           uint32_t document, uint32_t offset,
                           struct ek_place_in *place);
/* Among the blocks of all documents. */
uint32_t ek_html_diff_index(const struct ek_diff_version *version,
                            struct ek_place_in place);

/* Blocks of one version with what was deleted or inserted in them. */
struct ek_html_diff_cell {
    unsigned side;   /* EK_EARLIER, EK_LATER */
    uint32_t clause; /* whose edits; EK_NOT_THERE: none */
    const struct ek_place_in *places;
    size_t n;
    const struct ek_diff_entry *entry; /* whose findings are marked; or NULL */
    bool brief; /* long stretches without edit or finding are cut */
    bool heads; /* headings are headings, not lines that look so */
};
void ek_html_diff_cell(struct ek_html_diff *d,
                       const struct ek_html_diff_cell *cell);

/* <a href="#t3">: to the row of an entry, when it has one. */
void ek_html_diff_to_text(struct ek_html_diff *d, uint32_t row,
                          enum ek_word word);

void ek_html_diff_lead(struct ek_html_diff *d);
void ek_html_diff_verdicts(struct ek_html_diff *d);
void ek_html_diff_changes(struct ek_html_diff *d);
void ek_html_diff_others(struct ek_html_diff *d);
void ek_html_diff_questions(struct ek_html_diff *d);
void ek_html_diff_texts(struct ek_html_diff *d);

#endif
