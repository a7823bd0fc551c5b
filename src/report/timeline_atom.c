/* SPDX-License-Identifier: Apache-2.0 */
/* One feed of all services as a report of its own. */
#include "config.h"

#include "report/timeline_feed.h"

struct atom {
    struct ek_timeline_options options;
    struct ek_feed feed;
};

static const ek_str nothing = {"", 0};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_timeline_options *options)
{
    struct atom *a = ek_arena_alloc(arena, sizeof *a);
    (void)out;
    *a = (struct atom){*options, {.arena = arena}};
    return a;
}

static void
service(void *state, ek_buf *out, const ek_timeline *timeline)
{
    struct atom *a = state;
    struct ek_timeline_view view;
    struct ek_page page = ek_page_open(a->feed.arena, out, &a->options.base);
    ek_timeline_view(&view, page.arena, &a->options, timeline);
    ek_feed_take(&a->feed, &page, &view, nothing);
    ek_arena_free(page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct atom *a = state;
    struct ek_page page = ek_page_open(a->feed.arena, out, &a->options.base);
    ek_feed_write(&a->feed, &page, &a->options, nothing, nothing);
    ek_arena_free(page.arena);
}

const struct ek_timeline_reporter ek_timeline_atom = {"atom", begin, service,
                                                      end, false};
