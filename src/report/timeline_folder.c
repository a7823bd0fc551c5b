/* SPDX-License-Identifier: Apache-2.0 */
/* A page and a feed a service into a folder, their index and the feed of all.
 */
#include "config.h"

#include "report/timeline_feed.h"
#include "report/timeline_html.h"

static const ek_str nothing = {"", 0};

struct folder {
    struct ek_timeline_options options;
    ek_arena *arena;
    struct ek_html_names *names;
    struct ek_feed feed; /* of all */
    EK_VEC(struct ek_watched_row) rows;
};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_timeline_options *options)
{
    struct folder *f = ek_arena_alloc(arena, sizeof *f);
    (void)out;
    f->options = *options;
    f->arena = arena;
    f->names = ek_html_names_new(arena);
    f->feed.arena = arena;
    return f;
}

static void
put(const struct folder *f, ek_str name, const ek_buf *content)
{
    const struct ek_report_folder *folder = f->options.base.folder;
    folder->put(folder->self, name, content);
}

/* Outcomes by gravity; what is not here is none of them. */
static int
gravity(ek_str status)
{
    static const char *const words[] = {
        "not-applicable",  "not-indicated", "carve-out", "not-addressed",
        "needs-user-fact", "needs-review",  "indicated"};
    for (int i = 0; i < (int)(sizeof words / sizeof *words); i++)
        if (ek_str_is(status, words[i]))
            return i;
    return -1;
}

/* The event that tells how a document stands now; NULL: it is gone. */
static const ek_event *
latest(const struct ek_timeline_view *view,
       const struct ek_timeline_document *document)
{
    for (size_t i = document->end; i-- > document->begin;) {
        const ek_event *e = &view->timeline->events.v[view->order[i]];
        if (e->kind == EK_EVENT_REMOVED)
            return NULL;
        if (e->version)
            return e;
    }
    return NULL;
}

static void
take_outcomes(struct ek_watched_row *row, ek_arena *arena,
              const struct ek_timeline_view *view)
{
    for (size_t i = 0; i < view->documents.n; i++) {
        const ek_event *e = latest(view, &view->documents.v[i]);
        for (size_t x = 0; e && x < EK_EXCEPTIONS; x++)
            if (gravity(e->outcome[x]) > gravity(row->outcome[x]))
                row->outcome[x] = ek_arena_copy(arena, e->outcome[x]);
    }
}

static ek_str
latest_change(const struct ek_timeline_view *view)
{
    for (size_t i = view->timeline->events.n; i-- > 0;) {
        const ek_event *e = &view->timeline->events.v[i];
        if (ek_timeline_is_told(view, i) &&
            ek_timeline_told(e) == EK_TOLD_SUBSTANCE)
            return ek_event_day(e);
    }
    return nothing;
}

static struct ek_watched_row
row_of(struct folder *f, struct ek_html *h, const struct ek_timeline_view *view)
{
    struct ek_watched_row row = {
        .name = ek_arena_copy(f->arena,
                              ek_page_text(&h->page, view->timeline->service)),
        .page = ek_html_names_take(f->names, view->timeline->service),
        .span = ek_arena_copy(f->arena, ek_timeline_span(&h->page, view)),
        .latest = ek_arena_copy(f->arena, latest_change(view)),
        .substance = view->substance,
        .not_terms = view->not_terms};
    ek_str stem = ek_str_slice(row.page, 0, row.page.n - (sizeof ".html" - 1));
    row.feed = ek_arena_printf(f->arena, "%.*s.atom", EK_ARG(stem));
    take_outcomes(&row, f->arena, view);
    return row;
}

static void
put_page(const struct folder *f, struct ek_html *h,
         const struct ek_timeline_view *view, const struct ek_watched_row *row)
{
    ek_buf page = ek_buf_on(h->page.arena);
    h->page.out = &page;
    ek_timeline_page(h, view, row->feed);
    put(f, row->page, &page);
}

static void
put_feed(struct folder *f, struct ek_html *h,
         const struct ek_timeline_view *view, const struct ek_watched_row *row)
{
    struct ek_feed feed = {.arena = h->page.arena};
    ek_buf xml = ek_buf_on(h->page.arena);
    h->page.out = &xml;
    ek_feed_take(&feed, &h->page, view, row->page);
    ek_feed_write(&feed, &h->page, &f->options, view->timeline->service,
                  row->page);
    put(f, row->feed, &xml);
}

static void
service(void *state, ek_buf *out, const ek_timeline *timeline)
{
    struct folder *f = state;
    struct ek_timeline_view view;
    struct ek_html h = {.page = ek_page_open(f->arena, out, &f->options.base)};
    ek_timeline_view(&view, h.page.arena, &f->options, timeline);
    struct ek_watched_row row = row_of(f, &h, &view);
    put_page(f, &h, &view, &row);
    put_feed(f, &h, &view, &row);
    ek_feed_take(&f->feed, &h.page, &view, row.page);
    EK_PUSH(f->arena, f->rows, row);
    ek_arena_free(h.page.arena);
}

static void
end(void *state, ek_buf *out)
{
    struct folder *f = state;
    struct ek_html h = {.page = ek_page_open(f->arena, out, &f->options.base)};
    ek_buf xml = ek_buf_on(h.page.arena);
    h.page.out = &xml;
    ek_feed_write(&f->feed, &h.page, &f->options, nothing,
                  EK_STR("index.html"));
    put(f, EK_STR("index.atom"), &xml);
    h.page.out = out;
    ek_watched_index(&h, &f->options, f->rows.v, f->rows.n);
    ek_arena_free(h.page.arena);
}

const struct ek_timeline_reporter ek_timeline_html = {"html", begin, service,
                                                      end, true};
