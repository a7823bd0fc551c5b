/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EK_BASE_DAY_H
#define EK_BASE_DAY_H

#include "base/str.h"

/* Whether it is a day of the calendar, written "2026-12-01" (ISO 8601). */
bool ek_is_day(ek_str text);

#endif
