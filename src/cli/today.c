/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/today.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

static time_t
seconds(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    errno = 0;
    long long value = epoch ? strtoll(epoch, &end, 10) : 0;
    bool good = epoch && end != epoch && !*end && !errno && value >= 0;
    return good ? (time_t)value : time(NULL);
}

ek_str
ek_now(const struct ek_run *run)
{
    char text[32];
    struct tm t;
    time_t now = seconds();
    if (!gmtime_r(&now, &t) ||
        !strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &t))
        return EK_STR("1970-01-01T00:00:00Z");
    return ek_arena_copy(run->arena, ek_str_of(text));
}

ek_str
ek_today(const struct ek_run *run)
{
    return ek_str_slice(ek_now(run), 0, sizeof "2026-12-01" - 1);
}
