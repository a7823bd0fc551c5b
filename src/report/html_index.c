/* SPDX-License-Identifier: Apache-2.0 */
/* The overview of a batch. */
#include "config.h"

#include "report/html.h"

struct ek_html_index {
    ek_arena *arena;
    EK_VEC(ek_str) pages;
};

struct ek_html_index *
ek_html_index_new(ek_arena *arena)
{
    struct ek_html_index *index = ek_arena_alloc(arena, sizeof *index);
    index->arena = arena;
    return index;
}

void
ek_html_index_take(struct ek_html_index *index, struct ek_html *scratch,
                   ek_str page)
{
    (void)scratch;
    EK_PUSH(index->arena, index->pages, page);
}

void
ek_html_index_write(const struct ek_html_index *index, ek_buf *out,
                    const struct ek_report_options *options)
{
    struct ek_html h = {.page = {index->arena, out, *options, 0}};
    struct ek_html_frame frame = {
        EK_STR("ekimu"), {EK_HTML_FILE(base_css)}, EK_STR("")};
    ek_html_begin(&h, &frame);
    for (size_t i = 0; i < index->pages.n; i++) {
        ek_html_raw(&h, "<a");
        ek_html_attr(&h, "href", index->pages.v[i]);
        ek_html_raw(&h, ">");
        ek_html_text(&h, index->pages.v[i]);
        ek_html_raw(&h, "</a>\n");
    }
    ek_html_end(&h, &frame);
}
