/* SPDX-License-Identifier: Apache-2.0 */
/* Words that stand around the number of a clause, by their role (role.def). */
#ifndef EK_DIFF_ROLE_H
#define EK_DIFF_ROLE_H

#include "base/str.h"

enum ek_role {
    EK_ROLE_CALLER = 1 << 0,
    EK_ROLE_JOIN = 1 << 1,
    EK_ROLE_DAI = 1 << 2,
    EK_ROLE_COUNTER = 1 << 3,
    EK_ROLE_NO = 1 << 4,
    EK_ROLE_NUMBER = 1 << 5,
    EK_ROLE_ANNEX = 1 << 6,
    EK_ROLE_UNIT = 1 << 7,
    EK_ROLE_COUNTED = 1 << 8,
};

struct ek_role_word {
    const char *word; /* in lower case */
    enum ek_role role;
};

/* The table; NULL behind its end. */
const struct ek_role_word *ek_role_word(size_t i);
/* Bytes of the longest word with a role at the beginning, in either case; 0
 * when none stands there. */
size_t ek_role_begins(ek_str s, enum ek_role role);

#endif
