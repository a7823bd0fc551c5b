/* SPDX-License-Identifier: Apache-2.0 */
/* Writing a table of RFC 4180: the one place where text becomes a cell of it. */
#ifndef EK_REPORT_CSV_CELL_H
#define EK_REPORT_CSV_CELL_H

#include "base/buf.h"

/* Quoted; one that a spreadsheet would take for a formula begins with an
 * apostrophe. */
void ek_csv_cell(ek_buf *out, ek_str s);
/* Cells and the end of the line. */
void ek_csv_row(ek_buf *out, const ek_str *cells, size_t n);

#endif
