/* SPDX-License-Identifier: Apache-2.0 */
/* Whom a clause type serves, by its id (serve.def). */
#ifndef EK_DIFF_SERVE_H
#define EK_DIFF_SERVE_H

#include "base/str.h"

typedef enum ek_serves {
    EK_SERVES_NOBODY, /* or one that is not listed */
    EK_SERVES_USER,
    EK_SERVES_PROVIDER,
    EK_SERVES_BOTH,
} ek_serves;

ek_serves ek_serves_whom(ek_str clause);
/* Whether a longer time is worse for the user. */
bool ek_serves_by_time(ek_str clause);

#endif
