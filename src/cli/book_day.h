/* SPDX-License-Identifier: Apache-2.0 */
/* Days as people and spreadsheets write them. */
#ifndef EK_CLI_BOOK_DAY_H
#define EK_CLI_BOOK_DAY_H

#include "ekimu_app.h"

/* "2026-12-01" of a cell: a number of days, or a text with the year first:
 * 2026/12/1, with the signs of Japanese, in an era. False when it is neither.
 */
bool ek_book_day(ek_str *out, ek_arena *arena, const struct ek_book_cell *cell,
                 bool from_1904);

#endif
