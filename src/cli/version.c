/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/version.h"

#include "base/day.h"

enum { DAY = 10 };

static const ek_str nothing = {"", 0};

struct wanted {
    ek_str name, day;
    uint32_t number; /* 0: the latest, or that of the day */
};

static bool
number_of(ek_str s, uint32_t *out)
{
    enum { DIGITS = 8 };
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        n = n * 10 + (uint32_t)(s.p[i] - '0');
    }
    *out = n;
    return s.n > 0 && s.n <= DIGITS && n > 0;
}

/* What stands behind the last @, where it names a version. */
static struct wanted
split(ek_str operand)
{
    struct wanted whole = {operand, nothing, 0};
    size_t at = operand.n;
    while (at > 0 && operand.p[at - 1] != '@')
        at--;
    if (at <= 1)
        return whole;
    ek_str which = ek_str_slice(operand, at, operand.n);
    struct wanted w = {ek_str_slice(operand, 0, at - 1), nothing, 0};
    if (ek_is_day(which))
        w.day = which;
    else if (!ek_str_is(which, "latest") && !number_of(which, &w.number))
        return whole;
    return w;
}

ek_str
ek_version_day(const struct ek_store_scan *scan)
{
    return scan->fields.date.n ? scan->fields.date
                               : ek_str_slice(scan->stored, 0, DAY);
}

/* A version holds from its first scan on. */
static uint32_t
in_force(const struct ek_store_scans *scans, ek_str day)
{
    uint32_t found = 0, seen = 0;
    ek_str since = nothing;
    for (size_t i = 0; i < scans->v.n; i++) {
        uint32_t version = scans->v.v[i].version;
        ek_str from = ek_version_day(&scans->v.v[i]);
        if (version <= seen)
            continue;
        seen = version;
        if (ek_str_cmp(from, day) <= 0 && ek_str_cmp(from, since) >= 0) {
            found = version;
            since = from;
        }
    }
    return found;
}

static uint32_t
latest(const struct ek_store_scans *scans)
{
    uint32_t found = 0;
    for (size_t i = 0; i < scans->v.n; i++)
        if (scans->v.v[i].version > found)
            found = scans->v.v[i].version;
    return found;
}

static bool
take(const struct ek_store_scans *scans, uint32_t version,
     struct ek_store_scan *out)
{
    bool found = false;
    for (size_t i = 0; i < scans->v.n; i++)
        if (scans->v.v[i].version == version) {
            *out = scans->v.v[i];
            found = true;
        }
    return found;
}

static bool
list(struct ek_run *run, ek_store *store, ek_str name,
     struct ek_store_scans *scans)
{
    return ek_run_works(run,
                        ek_store_list(store, run->arena, name, nothing, scans));
}

static bool
say_none(struct ek_run *run, enum ek_message message, ek_str a, ek_str b)
{
    run->troubles |= EK_TROUBLE_USAGE;
    ek_run_say(run, message, a, b);
    return false;
}

static bool
find(struct ek_run *run, const struct ek_store_scans *scans,
     const struct wanted *w, struct ek_store_scan *out)
{
    uint32_t version = w->number  ? w->number
                       : w->day.n ? in_force(scans, w->day)
                                  : latest(scans);
    if (take(scans, version, out))
        return true;
    if (w->day.n)
        return say_none(run, EK_M_not_in_force, w->name, w->day);
    return say_none(run, EK_M_no_version, w->name,
                    ek_arena_printf(run->arena, "%u", w->number));
}

bool
ek_version_find(struct ek_run *run, ek_store *store, ek_str operand,
                struct ek_store_scan *out)
{
    struct wanted w = {operand, nothing, 0};
    struct ek_store_scans scans;
    if (!list(run, store, operand, &scans))
        return false;
    if (!scans.v.n) {
        w = split(operand);
        if (!list(run, store, w.name, &scans))
            return false;
    }
    if (!operand.n || !scans.v.n)
        return say_none(run, EK_M_not_stored, w.name, nothing);
    return find(run, &scans, &w, out);
}

bool
ek_version_before(struct ek_run *run, ek_store *store,
                  const struct ek_store_scan *after, struct ek_store_scan *out)
{
    struct ek_store_scans scans;
    if (!list(run, store, after->key.name, &scans))
        return false;
    if (after->version > 1 && take(&scans, after->version - 1, out))
        return true;
    return say_none(run, EK_M_no_version_before, after->key.name,
                    ek_arena_printf(run->arena, "%u", after->version));
}

ek_result *
ek_version_result(struct ek_run *run, ek_store *store,
                  const struct ek_store_scan *scan)
{
    ek_result *result = NULL;
    if (scan->results != 1) {
        say_none(run, EK_M_many_results, scan->key.name,
                 ek_arena_printf(run->arena, "%u", scan->results));
        return NULL;
    }
    bool good = ek_run_works(run, ek_store_get(store, scan->id, 0, &result));
    return good ? result : NULL;
}

bool
ek_version_open(struct ek_run *run, ek_store **out)
{
    ek_str path = run->opt.value[EK_O_store];
    if (!path.n) {
        ek_run_misuse(run, EK_M_no_store, nothing, nothing);
        return false;
    }
    return ek_run_works(run,
                        ek_store_open(out, path, EK_STORE_READ, &run->diag));
}
