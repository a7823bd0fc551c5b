/* SPDX-License-Identifier: Apache-2.0 */
/* A lane an exception: how wide, is how long its outcome stood. What the
 * drawing says stands in the table as well. */
#include "config.h"

#include "report/timeline_html.h"

enum { WIDTH = 1000, LANE = 10, GAP = 2, HEAD = 12, MOST_DOCUMENTS = 40 };

struct chart {
    struct ek_html *h;
    const struct ek_timeline_view *view;
    const struct ek_timeline_document *document;
    int64_t from, days; /* that the width stands for; at least one */
    size_t *events;     /* versions that are told and have a day */
    size_t n;
};

static const ek_event *
event_at(const struct chart *c, size_t i)
{
    return &c->view->timeline->events.v[c->events[i]];
}

static unsigned
x_of(const struct chart *c, const ek_event *event)
{
    int64_t day = ek_day_number(ek_event_day(event)) - c->from;
    return (unsigned)(day * WIDTH / c->days);
}

static void
gather(struct chart *c)
{
    c->n = 0;
    for (size_t i = c->document->begin; i < c->document->end; i++) {
        size_t event = c->view->order[i];
        const ek_event *e = &c->view->timeline->events.v[event];
        if (ek_timeline_is_told(c->view, event) && ek_event_day(e).n)
            c->events[c->n++] = event;
    }
}

static void
put_part(struct chart *c, unsigned lane, ek_str status, unsigned from,
         unsigned to)
{
    if (to > from)
        ek_buf_printf(c->h->page.out,
                      "<rect class=\"f %s\" x=\"%u\" y=\"%u\" width=\"%u\" "
                      "height=\"%d\"/>",
                      ek_html_class(status), from, HEAD + lane * (LANE + GAP),
                      to - from, LANE);
}

/* Parts with the same outcome are one; a document that is gone has none. */
static void
put_lane(struct chart *c, unsigned lane)
{
    ek_str status = {"", 0};
    unsigned from = 0;
    for (size_t i = 0; i < c->n; i++) {
        const ek_event *e = event_at(c, i);
        bool gone = e->kind == EK_EVENT_REMOVED;
        if (!gone && (!e->version || ek_str_eq(e->outcome[lane], status)))
            continue;
        if (status.n)
            put_part(c, lane, status, from, x_of(c, e));
        status = gone ? EK_STR("") : e->outcome[lane];
        from = x_of(c, e);
    }
    if (status.n)
        put_part(c, lane, status, from, from < WIDTH ? WIDTH : WIDTH + 4);
}

static void
put_marks(struct chart *c)
{
    unsigned last = UINT32_MAX;
    for (size_t i = 0; i < c->n; i++) {
        const ek_event *e = event_at(c, i);
        unsigned x = x_of(c, e);
        bool blocked = e->kind == EK_EVENT_NOT_TERMS;
        if ((!blocked && ek_timeline_told(e) != EK_TOLD_SUBSTANCE) || x == last)
            continue;
        ek_buf_printf(c->h->page.out,
                      blocked ? "<path class=\"nt\" d=\"M%u 2l6 6m0-6l-6 6\"/>"
                              : "<path class=\"ch\" d=\"M%u 10l-5-9h10z\"/>",
                      x);
        last = x;
    }
}

static void
put_document(struct chart *c)
{
    enum { HEIGHT = HEAD + EK_EXCEPTIONS * (LANE + GAP) };
    gather(c);
    if (!c->n)
        return;
    ek_html_raw(c->h, "<h3>");
    ek_html_text(c->h, c->document->name);
    ek_html_raw(c->h, "</h3>\n");
    ek_buf_printf(c->h->page.out,
                  "<svg class=\"tl\" viewBox=\"-6 0 %d %d\" "
                  "preserveAspectRatio=\"none\" aria-hidden=\"true\">",
                  WIDTH + 12, HEIGHT);
    put_marks(c);
    for (unsigned lane = 0; lane < EK_EXCEPTIONS; lane++)
        put_lane(c, lane);
    ek_html_raw(c->h, "</svg>\n");
}

static void
put_legend(struct ek_html *h, const struct ek_timeline_view *view)
{
    ek_html_raw(h, "<p class=\"ends\"><span>");
    ek_html_text(h, ek_page_date(&h->page, view->from));
    ek_html_raw(h, "</span> <span>");
    for (size_t i = 0; i < EK_EXCEPTIONS; i++) {
        ek_str item = ek_arena_printf(h->page.arena, "EX-%zu", i + 1);
        ek_html_raw(h, i ? " / " : "");
        ek_html_text(h, ek_term_item(&h->page, item));
    }
    ek_html_raw(h, "</span> <span>");
    ek_html_text(h, ek_page_date(&h->page, view->to));
    ek_html_raw(h, "</span></p>\n");
}

void
ek_timeline_chart(struct ek_html *h, const struct ek_timeline_view *view)
{
    struct chart c = {.h = h, .view = view};
    size_t n = view->documents.n;
    if (!view->from.n)
        return;
    c.from = ek_day_number(view->from);
    c.days = ek_day_number(view->to) - c.from;
    c.days = c.days > 0 ? c.days : 1;
    c.events = ek_arena_alloc(h->page.arena, (view->timeline->events.n + 1) *
                                                 sizeof *c.events);
    ek_html_raw(h, "<section class=\"card\" aria-labelledby=\"hc\">"
                   "<h2 id=\"hc\">");
    ek_html_word(h, EK_W_tl_course);
    ek_html_raw(h, "</h2>\n");
    for (size_t i = 0; i < n && i < MOST_DOCUMENTS; i++) {
        c.document = &view->documents.v[i];
        put_document(&c);
    }
    put_legend(h, view);
    ek_html_raw(h, "</section>\n");
}
