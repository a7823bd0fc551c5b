/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/serve.h"

static const struct {
    const char *clause;
    ek_serves whom;
} rows[] = {
#define EK_SERVES(whom, clause) {clause, EK_SERVES_##whom},
#define EK_TIMED(clause)
#include "diff/serve.def"
#undef EK_SERVES
#undef EK_TIMED
};

static const char *const timed[] = {
#define EK_SERVES(whom, clause)
#define EK_TIMED(clause) clause,
#include "diff/serve.def"
#undef EK_SERVES
#undef EK_TIMED
};

ek_serves
ek_serves_whom(ek_str clause)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_str_is(clause, rows[i].clause))
            return rows[i].whom;
    return EK_SERVES_NOBODY;
}

bool
ek_serves_by_time(ek_str clause)
{
    return ek_str_among(clause, timed, sizeof timed / sizeof *timed);
}
