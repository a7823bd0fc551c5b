/* SPDX-License-Identifier: Apache-2.0 */
/* Dates of versions, as documents write them. */
#ifndef EK_SCAN_DATE_H
#define EK_SCAN_DATE_H

#include "base/arena.h"

/* The first date in normalized words (year, month and day as numbers in that
 * order, or an English month with day and year) as "2024-04-01"; empty when
 * there is none. */
ek_str ek_scan_date(ek_arena *arena, ek_str words);

#endif
