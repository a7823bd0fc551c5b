/* SPDX-License-Identifier: Apache-2.0 */
/* Many pairs of versions compared in one process. Standard input holds, for
 * each pair, a line "BYTES BYTES NAME" and the bytes of the old and of the new
 * version; an old version of 0 bytes is the one before. For each pair two lines
 * of JSON: old to new, and new to old. */
#include "config.h"

#include "diff/diff.h"
#include "report/diff.h"
#include "scan.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_NAME = 200 };

struct differ {
    ek_arena *arena;
    ek_pack *pack;
    ek_matcher *matcher;
    ek_result *before;
};

static void
fail(const char *why)
{
    fprintf(stderr, "differ: %s\n", why);
    exit(2);
}

static void
load(struct differ *d)
{
    const char *patterns = getenv("EKIMU_PATTERNS");
    ek_diag diag = ek_diag_on(d->arena);
    if (ek_pack_load(&d->pack, ek_str_of(patterns ? patterns : "patterns"),
                     &diag) ||
        ek_matcher_new(&d->matcher, d->pack, &diag))
        fail("no patterns");
}

static ek_str
take(ek_arena *arena, size_t n)
{
    char *bytes = ek_arena_alloc(arena, n + 1);
    if (fread(bytes, 1, n, stdin) != n)
        fail("the input ends early");
    return (ek_str){bytes, n};
}

static ek_result *
scan(const struct differ *d, const char *name, ek_str bytes)
{
    struct ek_facts facts = {0};
    struct ek_scan_options options = {.read = {.limits = ek_limits_default()},
                                      .facts = &facts};
    ek_result *result = NULL;
    options.read.keep_text = true;
    if (ek_scan_bytes(&result, d->matcher, d->pack, ek_str_of(name), bytes,
                      &options) != EK_OK)
        fail(name);
    return result;
}

static void
compare(const ek_result *before, const ek_result *after)
{
    ek_arena *arena = ek_arena_new(0);
    ek_buf out = ek_buf_on(arena);
    const struct ek_report_options options = {.all = true};
    ek_diff_json(&out, ek_diff(arena, before, after), &options);
    ek_str json = ek_buf_str(&out);
    fwrite(json.p, 1, json.n, stdout);
    ek_arena_free(arena);
}

static void
take_pair(struct differ *d, size_t n, size_t m, const char *name)
{
    ek_arena *arena = ek_arena_new(0);
    if (n) {
        ek_result_free(d->before);
        d->before = scan(d, name, take(arena, n));
    }
    ek_result *after = scan(d, name, take(arena, m));
    if (!d->before)
        fail("no old version");
    compare(d->before, after);
    compare(after, d->before);
    ek_result_free(after);
    ek_arena_free(arena);
}

int
main(void)
{
    struct differ d = {.arena = ek_arena_new(0)};
    size_t n, m;
    char name[MOST_NAME + 1];
    load(&d);
    while (scanf("%zu %zu %200[^\n]", &n, &m, name) == 3 && getchar() == '\n')
        take_pair(&d, n, m, name);
    ek_result_free(d.before);
    ek_matcher_free(d.matcher);
    ek_pack_free(d.pack);
    ek_arena_free(d.arena);
    return 0;
}
