/* SPDX-License-Identifier: Apache-2.0 */
/* A row of a workbook in which something may be decided; private to the
 * import. */
#ifndef EK_CLI_BOOK_ROW_H
#define EK_CLI_BOOK_ROW_H

#include "cli/book_decisions.h"

enum ek_book_column {
    EK_BOOK_STATE,
    EK_BOOK_REVIEWER,
    EK_BOOK_REASON,
    EK_BOOK_DATE,
    EK_BOOK_EXPIRES,
    EK_BOOK_DECISION, /* the id that the row showed */
    EK_BOOK_EARLIER,  /* ids of all on it */
    EK_BOOK_CONTRACT,
    EK_BOOK_FINGERPRINT,
    EK_BOOK_WORDING,
    EK_BOOK_SUBJECT,
    EK_BOOK_RULE,
    EK_BOOK_QUOTE,
    EK_BOOK_ALIKE,
    EK_BOOK_ABOUT,
    EK_BOOK_CELLS
};

struct ek_import {
    struct ek_run *run;
    ek_book *book;
    ek_str path;
    ek_ledger *out;
    const ek_ledger *known;
    const struct ek_book_defaults *defaults;
    struct ek_book_told *told;
    const ek_decision **by_id; /* known and exported ones, sorted */
    size_t n;
    const ek_decision **by_thing; /* known ones that stand, sorted */
    size_t things;
    size_t tables;
    /* the row at hand */
    const struct ek_book_table *table;
    const struct ek_book_row *row;
};

/* "book.xlsx: Findings!L12" */
ek_str ek_book_where(const struct ek_import *import, size_t column);
int ek_book_compare_ids(const void *a, const void *b);    /* of by_id */
int ek_book_compare_things(const void *a, const void *b); /* of by_thing */
/* Takes the row at hand, or says why not. */
void ek_book_take_row(struct ek_import *import);

#endif
