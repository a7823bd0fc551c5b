/* SPDX-License-Identifier: Apache-2.0 */
/* Timelines on a terminal: what changed in substance, with both wordings; the
 * rest is counted. */
#include "config.h"

#include "report/timeline_view.h"

enum {
    DAY_CELLS = 12,
    MARK_CELLS = 3,
    INDENT = 4,
    QUOTE_LINES = 3,
    MOST_TURNS = 5,
};

struct term {
    struct ek_timeline_options options;
    ek_arena *arena;
    size_t services, substance;
    ek_str seen; /* statuses, for the legend */
};

static const ek_str nothing = {"", 0};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_timeline_options *options)
{
    struct term *t = ek_arena_alloc(arena, sizeof *t);
    (void)out;
    *t = (struct term){*options, arena, 0, 0, {"", 0}};
    if (!t->options.base.width)
        t->options.base.width = 80;
    return t;
}

static void
see(struct term *t, ek_str status)
{
    ek_str seen = t->seen;
    if (!status.n)
        return;
    for (ek_str w = ek_str_word(&seen); w.n; w = ek_str_word(&seen))
        if (ek_str_eq(w, status))
            return;
    t->seen =
        ek_arena_printf(t->arena, "%.*s %.*s", EK_ARG(t->seen), EK_ARG(status));
}

static void
put_marks(struct term *t, struct ek_page *page, const ek_event *event)
{
    for (size_t i = 0; i < EK_EXCEPTIONS; i++) {
        struct ek_mark mark = ek_mark_of(event->outcome[i]);
        if (event->outcome[i].n)
            ek_page_put(page, mark.style, mark.letters);
        ek_page_to(page, DAY_CELLS + (unsigned)(i + 1) * MARK_CELLS);
        see(t, event->outcome[i]);
    }
}

static void
put_quote(struct ek_page *page, const char *sign, ek_str quote, bool all)
{
    if (!quote.n)
        return;
    ek_page_to(page, INDENT + 2);
    ek_page_put(page, EK_DIM, ek_str_of(sign));
    ek_page_wrap(
        page, INDENT + 4, EK_PLAIN,
        ek_page_say(page, EK_W_quoted, ek_page_text(page, quote), nothing),
        all ? 0 : QUOTE_LINES);
}

static void
put_turn(struct ek_page *page, const struct ek_turned *turn, bool all)
{
    ek_str place = turn->place_after.n ? turn->place_after : turn->place_before;
    ek_page_to(page, INDENT);
    ek_str line = ek_arena_printf(page->arena, "%.*s: %.*s (%.*s)  %.*s",
                                  EK_ARG(ek_turn_kind(page, turn)),
                                  EK_ARG(ek_page_label(page, &turn->title)),
                                  EK_ARG(ek_turn_way(page, turn)),
                                  EK_ARG(ek_page_text(page, place)));
    ek_page_wrap(page, INDENT + 2, EK_BOLD, ek_str_trim(line), 0);
    put_quote(page, "- ", turn->before, all);
    put_quote(page, "+ ", turn->after, all);
}

static void
put_turns(struct term *t, struct ek_page *page, const ek_event *event)
{
    size_t n = event->difference.turns.n;
    bool all = t->options.base.all;
    size_t shown = all || n <= MOST_TURNS ? n : MOST_TURNS;
    for (size_t i = 0; i < shown; i++)
        put_turn(page, &event->difference.turns.v[i], all);
    if (shown == n)
        return;
    ek_page_to(page, INDENT);
    ek_page_wrap(
        page, INDENT, EK_DIM,
        ek_page_say(page, EK_W_more, ek_page_number(page, n - shown), nothing),
        0);
}

static void
put_event(struct term *t, struct ek_page *page,
          const struct ek_timeline_view *view, size_t i)
{
    const ek_event *event = &view->timeline->events.v[i];
    enum { WHAT = DAY_CELLS + EK_EXCEPTIONS * MARK_CELLS + 1 };
    ek_str name = ek_term_file(page, event->document);
    ek_str day = ek_event_day(event);
    ek_page_put(page, EK_PLAIN, day.n ? day : EK_STR("-"));
    ek_page_to(page, DAY_CELLS);
    put_marks(t, page, event);
    ek_page_to(page, WHAT);
    ek_str version =
        event->version
            ? ek_page_say(page, EK_W_tl_version,
                          ek_page_ordinal(page, event->version), nothing)
            : nothing;
    ek_page_wrap(page, WHAT,
                 ek_timeline_told(event) == EK_TOLD_SUBSTANCE ? EK_BOLD
                                                              : EK_PLAIN,
                 ek_arena_printf(page->arena, "%.*s%s%.*s: %.*s", EK_ARG(name),
                                 version.n ? ", " : "", EK_ARG(version),
                                 EK_ARG(ek_timeline_what(page, view, i))),
                 0);
    if (ek_timeline_told(event) == EK_TOLD_SUBSTANCE)
        put_turns(t, page, event);
}

static bool
is_quiet(const struct term *t, const ek_event *event)
{
    return !t->options.base.all && ek_timeline_told(event) == EK_TOLD_OTHER &&
           event->kind == EK_EVENT_CHANGED && !event->renamed.n;
}

static void
put_head(struct ek_page *page, const struct ek_timeline_view *view)
{
    ek_page_put(page, EK_BOLD, ek_page_text(page, view->timeline->service));
    ek_page_to(page, page->cells + 2);
    ek_page_wrap(
        page, INDENT, EK_PLAIN,
        ek_arena_printf(
            page->arena, "%.*s%.*s%.*s", EK_ARG(ek_timeline_span(page, view)),
            EK_ARG(ek_catalogue_text(EK_W_diff_and, page->options.lang)),
            EK_ARG(ek_timeline_answer(page, view->substance))),
        0);
}

static void
put_hidden(struct ek_page *page, size_t n)
{
    if (!n)
        return;
    ek_page_to(page, DAY_CELLS);
    ek_page_wrap(page, DAY_CELLS, EK_DIM,
                 n == 1
                     ? ek_catalogue_text(EK_W_tl_hidden_one, page->options.lang)
                     : ek_page_say(page, EK_W_tl_hidden,
                                   ek_page_number(page, n), nothing),
                 0);
}

static void
service(void *state, ek_buf *out, const ek_timeline *timeline)
{
    struct term *t = state;
    struct ek_timeline_view view;
    struct ek_page page = ek_page_open(t->arena, out, &t->options.base);
    size_t hidden = 0;
    ek_timeline_view(&view, page.arena, &t->options, timeline);
    if (t->services++)
        ek_page_end(&page);
    put_head(&page, &view);
    for (size_t i = 0; i < timeline->events.n; i++) {
        if (!ek_timeline_is_told(&view, i))
            continue;
        if (is_quiet(t, &timeline->events.v[i]))
            hidden++;
        else
            put_event(t, &page, &view, i);
    }
    put_hidden(&page, hidden);
    t->substance += view.substance;
    ek_arena_free(page.arena);
}

static void
put_total(struct term *t, struct ek_page *page)
{
    ek_str services =
        t->services == 1
            ? ek_catalogue_text(EK_W_tl_services_one, page->options.lang)
            : ek_page_say(page, EK_W_tl_services,
                          ek_page_number(page, t->services), nothing);
    ek_page_end(page);
    ek_page_wrap(
        page, 2, EK_BOLD,
        ek_arena_printf(
            page->arena, "%.*s%.*s%.*s", EK_ARG(services),
            EK_ARG(ek_catalogue_text(EK_W_diff_and, page->options.lang)),
            EK_ARG(ek_timeline_answer(page, t->substance))),
        0);
}

static void
end(void *state, ek_buf *out)
{
    struct term *t = state;
    struct ek_page page = ek_page_open(t->arena, out, &t->options.base);
    if (t->options.since.n)
        ek_page_wrap(&page, 2, EK_DIM,
                     ek_page_say(&page, EK_W_tl_since,
                                 ek_page_date(&page, t->options.since),
                                 nothing),
                     0);
    if (t->services == 0)
        ek_page_wrap(&page, 2, EK_PLAIN,
                     ek_catalogue_text(EK_W_tl_empty, page.options.lang), 0);
    else
        put_total(t, &page);
    if (t->seen.n)
        ek_term_legend(&page, t->seen);
    ek_page_wrap(&page, 2, EK_DIM, ek_page_label(&page, &t->options.disclaimer),
                 0);
    ek_arena_free(page.arena);
}

const struct ek_timeline_reporter ek_timeline_term = {"term", begin, service,
                                                      end, false};
