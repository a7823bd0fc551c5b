/* SPDX-License-Identifier: Apache-2.0 */
/* A contract in one line of an overview, made to be searched as well: outcomes
 * first, in fixed columns; what has no length of its own stands last. */
#ifndef EK_REPORT_TERM_ROW_H
#define EK_REPORT_TERM_ROW_H

#include "report/term.h"

enum { EK_ROW_COLUMNS = 8, EK_ROW_EXCEPTIONS = 3 };

struct ek_row {
    struct ek_mark marks[EK_ROW_COLUMNS];
    size_t found, asked;
    size_t decided, again;
    bool reviewed; /* some row of the overview has decisions */
    bool judged;   /* else it has no number of findings */
    enum ek_word read;
    ek_str name, title, missed; /* why it was not read; may be empty */
};

/* The item that a column is about: "EX-1" first. */
ek_str ek_row_item(size_t column);
void ek_row_head(struct ek_page *page, bool reviewed);
/* On a terminal it is cut to fit, else whole. */
void ek_row_write(struct ek_page *page, const struct ek_row *row);

#endif
