/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/timeline_view.h"

#include "base/day.h"

#include <stdlib.h>

enum {
    DAY = sizeof "2026-12-01" - 1,
    FLIP_DAYS = 14, /* an edit that is taken back later is one of its own */
};

ek_str
ek_event_day(const ek_event *event)
{
    ek_str day = ek_str_slice(event->when, 0, DAY);
    return ek_is_day(day) ? day : EK_STR("");
}

static int64_t
number_at(ek_str s, size_t begin, size_t end)
{
    int64_t n = 0;
    for (size_t i = begin; i < end; i++)
        n = 10 * n + (s.p[i] - '0');
    return n;
}

int64_t
ek_day_number(ek_str day)
{
    if (!ek_is_day(day))
        return 0;
    int64_t year = number_at(day, 0, 4), month = number_at(day, 5, 7);
    /* March is the first month, so that a leap day is the last of a year. */
    int64_t from_march = (month + 9) % 12;
    year -= from_march >= 10;
    return 365 * year + year / 4 - year / 100 + year / 400 +
           (153 * from_march + 2) / 5 + number_at(day, 8, 10) - 719469;
}

struct place {
    ek_str document;
    size_t event;
};

static int
by_document(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int names = ek_str_cmp(x->document, y->document);
    return names ? names : (x->event > y->event) - (x->event < y->event);
}

static bool
is_version(const ek_event *event)
{
    return event->version > 0;
}

static void
begin_document(struct ek_timeline_view *view, ek_arena *arena, size_t at,
               ek_str path)
{
    struct ek_timeline_document document = {path, at, at};
    ek_str service = view->timeline->service;
    if (ek_str_starts(path, service) && path.n > service.n + 1 &&
        path.p[service.n] == '/')
        document.name = ek_str_slice(path, service.n + 1, path.n);
    EK_PUSH(arena, view->documents, document);
}

static void
sort(struct ek_timeline_view *view, ek_arena *arena)
{
    size_t n = view->timeline->events.n, last = SIZE_MAX;
    const ek_event *events = view->timeline->events.v;
    struct place *places = ek_arena_alloc(arena, (n + 1) * sizeof *places);
    view->order = ek_arena_alloc(arena, (n + 1) * sizeof *view->order);
    view->earlier = ek_arena_alloc(arena, (n + 1) * sizeof *view->earlier);
    for (size_t i = 0; i < n; i++)
        places[i] = (struct place){events[i].document, i};
    qsort(places, n, sizeof *places, by_document);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || !ek_str_eq(places[i].document, places[i - 1].document)) {
            begin_document(view, arena, i, places[i].document);
            last = SIZE_MAX;
        }
        view->order[i] = places[i].event;
        view->earlier[places[i].event] = last;
        if (is_version(&events[places[i].event]))
            last = places[i].event;
        view->documents.v[view->documents.n - 1].end = i + 1;
    }
}

static void
count(struct ek_timeline_view *view, const ek_event *event)
{
    ek_str day = ek_event_day(event);
    view->versions += is_version(event);
    view->substance += ek_timeline_told(event) == EK_TOLD_SUBSTANCE;
    view->not_terms += event->kind == EK_EVENT_NOT_TERMS;
    if (day.n && (!view->from.n || ek_str_cmp(day, view->from) < 0))
        view->from = day;
    if (day.n && (!view->to.n || ek_str_cmp(day, view->to) > 0))
        view->to = day;
}

void
ek_timeline_view(struct ek_timeline_view *view, ek_arena *arena,
                 const struct ek_timeline_options *options,
                 const ek_timeline *timeline)
{
    *view = (struct ek_timeline_view){.timeline = timeline, .options = options};
    sort(view, arena);
    for (size_t i = 0; i < timeline->events.n; i++)
        if (ek_timeline_is_told(view, i))
            count(view, &timeline->events.v[i]);
}

bool
ek_timeline_is_told(const struct ek_timeline_view *view, size_t event)
{
    ek_str day = ek_event_day(&view->timeline->events.v[event]);
    return !view->options->since.n || !day.n ||
           ek_str_cmp(day, view->options->since) >= 0;
}

enum ek_told
ek_timeline_told(const ek_event *event)
{
    if (event->kind == EK_EVENT_REMOVED)
        return EK_TOLD_REMOVED;
    if (event->kind == EK_EVENT_NOT_TERMS)
        return EK_TOLD_NOT_TERMS;
    if (event->kind == EK_EVENT_FIRST)
        return EK_TOLD_FIRST;
    if (!event->difference.compared)
        return EK_TOLD_UNJUDGED;
    if (ek_event_matters(event))
        return EK_TOLD_SUBSTANCE;
    return event->difference.substance ? EK_TOLD_RULES : EK_TOLD_OTHER;
}

bool
ek_timeline_flips(const struct ek_timeline_view *view, size_t event)
{
    const ek_event *e = &view->timeline->events.v[event];
    size_t earlier = view->earlier[event];
    if (e->kind != EK_EVENT_AGAIN || earlier == SIZE_MAX ||
        e->as + 2 != e->version)
        return false;
    const ek_event *before = &view->timeline->events.v[earlier];
    int64_t days =
        ek_day_number(ek_event_day(e)) - ek_day_number(ek_event_day(before));
    return ek_event_day(e).n && ek_event_day(before).n && days >= 0 &&
           days <= FLIP_DAYS;
}
