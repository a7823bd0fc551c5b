/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pack_helpers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* clang-format off */
const char bench_head[] =
    "<pack id='t' version='1' schema='1' as-of='2013-06' languages='ja en'>\n"
    "<basis lang='ja'>b</basis><basis lang='en'>b</basis>\n"
    "<note lang='ja'>n</note><note lang='en'>n</note>\n"
    "<disclaimer lang='ja'>適法</disclaimer><disclaimer lang='en'>d</disclaimer>\n";
const char bench_concepts[] =
    "<concepts>\n"
    "<concept id='act.view' is='acts=view'>" ABOUTS "</concept>\n"
    "<concept id='purpose.security' is='purpose=security'>" ABOUTS "</concept>\n"
    "<concept id='purpose.protect'>" ABOUTS "</concept>\n"
    "</concepts>\n";
/* clang-format on */

void
bench_write(struct bench *b, const char *name, const char *content)
{
    ek_str path = ek_arena_printf(b->arena, "%s/%s", b->dir, name);
    FILE *f = fopen(path.p, "wb");
    assert_non_null(f);
    fputs(content, f);
    fclose(f);
    b->files[b->n++] = path.p;
}

ek_status
bench_load(struct bench *b)
{
    ek_pack_free(b->pack);
    b->pack = NULL;
    return ek_pack_load(&b->pack, ek_str_of(b->dir), &b->diag);
}

void
bench_open(struct bench *b)
{
    const char *tmp = getenv("TMPDIR");
    memset(b, 0, sizeof *b);
    snprintf(b->dir, sizeof b->dir, "%.200s/ekpack.XXXXXX", tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(b->dir));
    b->arena = ek_arena_new(0);
    b->diag = ek_diag_on(b->arena);
}

/* The tiny pack with concepts and one more file. */
ek_status
bench_load_with(struct bench *b, const char *content)
{
    char pack[2048];
    bench_open(b);
    snprintf(pack, sizeof pack,
             "%s<file>concepts.xml</file><file>more.xml</file></pack>",
             bench_head);
    bench_write(b, "pack.xml", pack);
    bench_write(b, "concepts.xml", bench_concepts);
    bench_write(b, "more.xml", content);
    return bench_load(b);
}

void
bench_close(struct bench *b)
{
    ek_pack_free(b->pack);
    ek_arena_free(b->arena);
    for (int i = 0; i < b->n; i++)
        remove(b->files[i]);
    rmdir(b->dir);
}

bool
bench_said(const struct bench *b, ek_diag_code code, uint32_t line,
           const char *arg)
{
    for (size_t i = 0; i < b->diag.lines.n; i++) {
        const ek_diag_line *l = &b->diag.lines.v[i];
        if (l->code == code && l->line == line &&
            (!arg || ek_str_is(l->args[0], arg)))
            return true;
    }
    return false;
}
