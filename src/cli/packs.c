/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/packs.h"

#include "cli/today.h"

#include <stdlib.h>
#include <unistd.h>

#ifndef EK_PKGDATADIR
#define EK_PKGDATADIR "."
#endif

enum { MOST_PATH = 4096 };

static const ek_str nothing = {"", 0};

static bool
holds_pack(ek_arena *arena, ek_str dir)
{
    ek_str path = ek_arena_printf(arena, "%.*s/pack.xml", EK_ARG(dir));
    return access(path.p, R_OK) == 0;
}

/* path without its last part; "." where it has none. */
static ek_str
parent(ek_str path)
{
    size_t n = path.n;
    while (n > 0 && path.p[n - 1] != '/')
        n--;
    if (n == 0)
        return EK_STR(".");
    return ek_str_slice(path, 0, n == 1 ? 1 : n - 1);
}

/* The nearest folder above a file that holds a pack. */
static ek_str
pack_above(ek_arena *arena, ek_str file)
{
    while (file.n && !ek_str_is(file, ".") && !ek_str_is(file, "/")) {
        file = parent(file);
        if (holds_pack(arena, file))
            return file;
    }
    return nothing;
}

static ek_str
pack_beside_program(ek_arena *arena)
{
    char self[MOST_PATH];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    if (n <= 0 || n == sizeof self)
        return nothing;
    ek_str folder = parent((ek_str){self, (size_t)n});
    ek_str dir = ek_arena_printf(arena, "%.*s/patterns", EK_ARG(folder));
    return holds_pack(arena, dir) ? dir : nothing;
}

static ek_str
find_pack(const struct ek_run *run, ek_str file)
{
    ek_arena *arena = run->arena;
    ek_str named = run->opt.value[EK_O_patterns];
    if (named.n)
        return named;
    named = ek_str_of(getenv("EKIMU_PATTERNS"));
    if (!named.n)
        named = pack_above(arena, file);
    if (!named.n)
        named = pack_beside_program(arena);
    if (!named.n && holds_pack(arena, EK_STR(EK_PKGDATADIR "/patterns")))
        named = EK_STR(EK_PKGDATADIR "/patterns");
    return named;
}

static void
warn_if_old(struct ek_run *run, const ek_pack *pack)
{
    if (ek_pack_is_old(pack, ek_today(run)))
        ek_diag_say(&run->diag, EK_D_pack_old, nothing, 0, pack->id,
                    pack->warn_after);
}

static void
release_pack(void *pack)
{
    ek_pack_free(pack);
}

static void
release_matcher(void *matcher)
{
    ek_matcher_free(matcher);
}

bool
ek_packs_load(ek_pack **pack, struct ek_run *run, ek_str file)
{
    ek_str dir = find_pack(run, file);
    bool good = dir.n && ek_pack_load(pack, dir, &run->diag) == EK_OK;
    if (!dir.n)
        ek_diag_say(&run->diag, EK_D_pack_missing, nothing, 0, nothing,
                    nothing);
    if (good) {
        ek_arena_defer(run->arena, release_pack, *pack);
        warn_if_old(run, *pack);
    } else {
        run->troubles |= EK_TROUBLE_RULES;
    }
    ek_run_say_diag(run);
    if (!good)
        ek_run_say(run, EK_M_broken_pack, nothing, nothing);
    return good;
}

bool
ek_packs_matcher(ek_matcher **matcher, const ek_pack *pack, struct ek_run *run)
{
    bool good = ek_matcher_new(matcher, pack, &run->diag) == EK_OK;
    if (good)
        ek_arena_defer(run->arena, release_matcher, *matcher);
    else
        run->troubles |= EK_TROUBLE_RULES;
    ek_run_say_diag(run);
    if (!good)
        ek_run_say(run, EK_M_broken_pack, nothing, nothing);
    return good;
}
