/* SPDX-License-Identifier: Apache-2.0 */
/* What is left to unpack, counted as it is unpacked and never taken from a
 * header. One for a whole tree of archives, with the office files in it. */
#ifndef EK_READ_BUDGET_H
#define EK_READ_BUDGET_H

#include <stddef.h>

struct ek_budget {
    size_t unpacked; /* bytes */
    size_t entries;
};

#endif
