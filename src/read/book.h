/* SPDX-License-Identifier: Apache-2.0 */
/* A workbook (XLSX) as the tables that its defined names stand for. Whoever
 * made it, and whatever program saved it: columns are found by name wherever
 * they were moved, strings stand in a table of their own or in the cells,
 * formulas count by the value that was saved with them. */
#ifndef EK_READ_BOOK_H
#define EK_READ_BOOK_H

#include "base/vec.h"
#include "read/read.h"

typedef struct ek_book ek_book; /* on the arena; closed with it */

/* EK_EFORMAT (read_damaged, read_refused), EK_EUNSUPPORTED (read_encrypted,
 * read_unsupported: no workbook), EK_ELIMIT, said to diag. */
ek_status ek_book_open(ek_book **out, ek_arena *arena, const ek_source *source,
                       const struct ek_read_options *options, ek_diag *diag);
/* A property of the document that its maker has given; empty when there is
 * none. */
ek_str ek_book_property(const ek_book *book, const char *name);
/* Whether days are counted from 1904, as some old workbooks do. */
bool ek_book_counts_from_1904(const ek_book *book);

enum ek_book_kind {
    EK_CELL_EMPTY,
    EK_CELL_TEXT,
    EK_CELL_NUMBER, /* its text is that of the number, "46357" */
    EK_CELL_ERROR,  /* "#REF!" */
};

struct ek_book_cell {
    enum ek_book_kind kind;
    ek_str text;
};

struct ek_book_row {
    uint32_t row;               /* from 1 */
    struct ek_book_cell *cells; /* one a column that was asked for */
};

struct ek_book_table {
    ek_str sheet;
    uint32_t *columns; /* of the sheet, from 1; 0: there is no such name */
    EK_VEC(struct ek_book_row)
    rows; /* in the order of the sheet; those in
                                      * which some cell is not empty */
};

/* The columns whose names are front and one of n words, on the sheet of the
 * first that is there. Without any the table is empty and so is its sheet.
 * Errors are those of opening. */
ek_status ek_book_read(struct ek_book_table *out, ek_book *book,
                       const char *front, const char *const *columns, size_t n,
                       ek_diag *diag);
/* "L12" */
ek_str ek_book_address(ek_arena *arena, uint32_t column, uint32_t row);

#endif
