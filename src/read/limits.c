/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/source.h"

#include <string.h>

#define MIB ((size_t)1024 * 1024)

static const struct ek_limit_row rows[] = {
#define EK_LIMIT(name, value, en) {#name, (value), {NULL, en}},
#include "read/limits.def"
};

struct ek_limits
ek_limits_default(void)
{
    return (struct ek_limits){
#define EK_LIMIT(name, value, en) .name = (value),
#include "read/limits.def"
    };
}

const struct ek_limit_row *
ek_limits_row(size_t i)
{
    return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

static size_t *
limit_of(struct ek_limits *limits, ek_str name)
{
    const struct {
        const char *name;
        size_t *value;
    } fields[] = {
#define EK_LIMIT(name, value, en) {#name, &limits->name},
#include "read/limits.def"
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (ek_str_is(name, fields[i].name))
            return fields[i].value;
    return NULL;
}

static bool
read_size(size_t *out, ek_str s)
{
    static const char units[] = "KMG";
    enum { MOST_DIGITS = 15, UNIT_BITS = 10 };
    const char *unit = s.n ? strchr(units, s.p[s.n - 1]) : NULL;
    size_t n = 0, digits = unit ? s.n - 1 : s.n;
    if (!digits || digits > MOST_DIGITS)
        return false;
    for (size_t i = 0; i < digits; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        n = n * 10 + (size_t)(s.p[i] - '0');
    }
    unsigned bits = unit ? (unsigned)(unit - units + 1) * UNIT_BITS : 0;
    if (!n || n > SIZE_MAX >> bits)
        return false;
    *out = n << bits;
    return true;
}

bool
ek_limits_set(struct ek_limits *limits, ek_str setting)
{
    size_t sign = ek_str_find(setting, EK_STR("="), 0);
    size_t *limit = limit_of(limits, ek_str_slice(setting, 0, sign));
    return limit && sign < setting.n &&
           read_size(limit, ek_str_slice(setting, sign + 1, setting.n));
}
