/* SPDX-License-Identifier: Apache-2.0 */
/* Pages to read in a browser: one a contract and, where there is a folder for
 * them, the index of all. */
#include "config.h"

#include "report/html.h"

struct state {
    ek_arena *arena;
    struct ek_report_options options;
    struct ek_html_names *names;
    struct ek_html_index *index;
};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    struct state *s = ek_arena_alloc(arena, sizeof *s);
    (void)out;
    *s = (struct state){.arena = arena, .options = *options};
    s->names = ek_html_names_new(arena);
    s->index = ek_html_index_new(arena);
    return s;
}

static void
document(void *state, ek_buf *out, const ek_result *r)
{
    struct state *s = state;
    const struct ek_report_folder *folder = s->options.folder;
    ek_buf page;
    struct ek_html *h =
        ek_html_open(s->arena, folder ? &page : out, r, &s->options);
    page = ek_buf_on(h->page.arena);
    h->index = folder;
    ek_html_contract(h);
    if (folder) {
        ek_str name = ek_html_name(s->names, r);
        ek_html_index_take(s->index, h, name);
        folder->put(folder->self, name, &page);
    }
    ek_arena_free(h->page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct state *s = state;
    if (s->options.folder)
        ek_html_index_write(s->index, out, &s->options);
}

const struct ek_reporter ek_reporter_html = {.name = "html",
                                             .begin = begin,
                                             .document = document,
                                             .end = end,
                                             .needs_text = true};
