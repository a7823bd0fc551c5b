/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions that were filled in in a workbook of this program. */
#ifndef EK_CLI_BOOK_DECISIONS_H
#define EK_CLI_BOOK_DECISIONS_H

#include "cli/run.h"

/* For rows that do not say it. */
struct ek_book_defaults {
    ek_str author, reason, date; /* the date may not be empty */
};

struct ek_book_told {
    size_t decisions;          /* that the workbook holds */
    size_t made;               /* of them: new, or not as they were exported */
    size_t withdrawn, refused; /* rows that were emptied; not taken, said */
};

/* Whether a file begins as a workbook does (or one that is encrypted). */
bool ek_is_book(ek_str path);
/* Adds to a ledger what a workbook holds: the decisions that were exported with
 * it, and for each row that is not as it was then a new one, which replaces
 * those that the row showed. known: what is known besides; may be NULL. Rows
 * that make no decision are said with sheet and cell and make
 * EK_TROUBLE_UNREAD; so does a file that is no such workbook: false then. */
bool ek_book_decisions(ek_ledger *out, struct ek_book_told *told,
                       struct ek_run *run, ek_str path, const ek_ledger *known,
                       const struct ek_book_defaults *defaults);

#endif
