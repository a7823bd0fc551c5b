/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "watch/source.h"

#include "base/day.h"
#include "read/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DAY = sizeof "2026-12-01" - 1 };

struct names {
    EK_VEC(ek_str) v;
};

struct folder {
    const struct ek_watch_ask *ask;
    bool (*tries)(ek_str name);
    const struct ek_watch_sink *sink;
    ek_diag *diag;
    bool ended; /* by the sink */
};

static int
by_name(const void *a, const void *b)
{
    const ek_str *x = a, *y = b;
    return ek_str_cmp(*x, *y);
}

/* What a folder holds, hidden names aside, in the order of their bytes. */
static bool
list(struct names *names, ek_arena *arena, ek_str path, ek_diag *diag)
{
    DIR *folder = opendir(ek_arena_copy(arena, path).p);
    if (!folder) {
        ek_diag_say(diag, EK_D_folder_unread, path, 0,
                    ek_str_of(strerror(errno)), EK_STR(""));
        return false;
    }
    for (struct dirent *entry; (entry = readdir(folder));)
        if (*entry->d_name != '.')
            EK_PUSH(arena, names->v,
                    ek_arena_copy(arena, ek_str_of(entry->d_name)));
    closedir(folder);
    if (names->v.n)
        qsort(names->v.v, names->v.n, sizeof *names->v.v, by_name);
    return true;
}

static bool
is_folder(ek_arena *arena, ek_str path)
{
    struct stat st;
    return stat(ek_arena_copy(arena, path).p, &st) == 0 && S_ISDIR(st.st_mode);
}

static ek_str
join(ek_arena *arena, ek_str a, ek_str b)
{
    return a.n ? ek_arena_printf(arena, "%.*s/%.*s", EK_ARG(a), EK_ARG(b)) : b;
}

/* path: of the document, below the root; file: that holds the version. */
static ek_status
hand_over(struct folder *f, ek_str path, ek_str when, ek_str file)
{
    ek_source source;
    ek_arena *arena = ek_arena_new(0);
    struct ek_limits limits = ek_limits_default();
    if (!arena)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(arena))) {
        ek_arena_free(arena);
        return EK_ENOMEM;
    }
    limits.bytes = f->ask->most;
    ek_status status = ek_source_open(
        &source, arena, join(arena, f->ask->root, file), &limits, f->diag);
    struct ek_watch_version version = {
        .what = status == EK_ELIMIT ? EK_WATCHED_LARGE : EK_WATCHED_VERSION,
        .path = path,
        .file = file,
        .when = when};
    if (status == EK_OK)
        version.bytes = source.bytes;
    if (status == EK_OK || status == EK_ELIMIT || status == EK_EFORMAT)
        f->ended = !f->sink->take(f->sink->self, &version);
    ek_arena_free(arena);
    return status == EK_ELIMIT || status == EK_EFORMAT ? EK_OK : status;
}

/* "2026-12-01" of "2026-12-01.md"; empty when it is no such name. */
static ek_str
day_of(ek_str name)
{
    ek_str day = ek_str_slice(name, 0, DAY);
    return ek_is_day(day) ? day : EK_STR("");
}

static ek_status
walk_days(struct folder *f, ek_arena *arena, ek_str document)
{
    struct names days = {0};
    ek_status status = EK_OK;
    if (!list(&days, arena, join(arena, f->ask->root, document), f->diag))
        return EK_EIO;
    for (size_t i = 0; i < days.v.n && !f->ended; i++) {
        ek_str name = days.v.v[i], day = day_of(name);
        if (day.n && f->tries(name)) {
            ek_status one =
                hand_over(f, document, day, join(arena, document, name));
            status = one == EK_OK ? status : one;
        }
    }
    return status;
}

static ek_status
walk_service(struct folder *f, ek_arena *arena, ek_str service)
{
    struct names names = {0};
    ek_status status = EK_OK;
    if (!list(&names, arena, join(arena, f->ask->root, service), f->diag))
        return EK_EIO;
    for (size_t i = 0; i < names.v.n && !f->ended; i++) {
        ek_str path = join(arena, service, names.v.v[i]);
        ek_status one = EK_OK;
        if (is_folder(arena, join(arena, f->ask->root, path)))
            one = walk_days(f, arena, path);
        else if (f->tries(names.v.v[i]))
            one = hand_over(f, path, EK_STR(""), path);
        status = one == EK_OK ? status : one;
    }
    return status;
}

ek_status
ek_watch_folder(const struct ek_watch_ask *ask, bool (*tries)(ek_str name),
                const struct ek_watch_sink *sink, ek_diag *diag)
{
    struct folder f = {ask, tries, sink, diag, false};
    struct names services = {0};
    ek_arena *arena = diag->arena;
    ek_status status = EK_OK;
    if (!list(&services, arena, ask->root, diag))
        return EK_EIO;
    for (size_t i = 0; i < services.v.n && !f.ended; i++) {
        ek_str service = services.v.v[i];
        if (!is_folder(arena, join(arena, ask->root, service)))
            continue;
        ek_status one = walk_service(&f, arena, service);
        status = one == EK_OK ? status : one;
    }
    return status;
}
