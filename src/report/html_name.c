/* SPDX-License-Identifier: Apache-2.0 */
/* Names of pages. */
#include "config.h"

#include "report/html.h"

struct ek_html_names {
    ek_arena *arena;
    size_t n;
};

struct ek_html_names *
ek_html_names_new(ek_arena *arena)
{
    struct ek_html_names *names = ek_arena_alloc(arena, sizeof *names);
    names->arena = arena;
    return names;
}

ek_str
ek_html_name(struct ek_html_names *names, const ek_result *r)
{
    (void)r;
    return ek_arena_printf(names->arena, "%zu.html", ++names->n);
}
