/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/timelines.h"

#include <stdlib.h>

static const ek_str nothing = {"", 0};

struct maker {
    struct ek_watcher *watcher;
    ek_arena *arena; /* of the service */
    ek_timeline timeline;
    size_t found;
    /* The result that was read last, so that a history reads each once. */
    int64_t kept_scan;
    ek_result *kept;
};

static void
forget(struct maker *m)
{
    ek_result_free(m->kept);
    m->kept = NULL;
    m->kept_scan = 0;
}

static ek_result *
result_of(struct maker *m, int64_t scan)
{
    ek_result *result = NULL;
    if (m->kept && m->kept_scan == scan) {
        result = m->kept;
        m->kept = NULL;
        return result;
    }
    if (ek_store_results(m->watcher->store, scan) != 1 ||
        ek_store_get(m->watcher->store, scan, 0, &result) != EK_OK)
        return NULL;
    return result;
}

static void
compare(struct maker *m, int64_t before, int64_t after,
        ek_version_difference *out)
{
    ek_store *store = m->watcher->store;
    ek_result *old = result_of(m, before);
    ek_result *new = result_of(m, after);
    ek_arena *scratch = ek_arena_new(0);
    forget(m);
    if (old && new &&scratch && !setjmp(*ek_arena_catch(scratch))) {
        ek_difference_of(out, m->arena, ek_diff(scratch, old, new));
        ek_store_differ(store, before, after, scratch, out);
        m->found += out->compared && out->substance && !out->rules;
    }
    ek_arena_free(scratch);
    ek_result_free(old);
    m->kept = new;
    m->kept_scan = after;
}

static void
differ(struct maker *m, const struct ek_store_scan *before,
       const struct ek_store_scan *after, ek_version_difference *out)
{
    if (!ek_store_difference(m->watcher->store, m->arena, before->id, after->id,
                             out))
        compare(m, before->id, after->id, out);
}

static void
set_outcomes(struct maker *m, ek_event *event, int64_t scan)
{
    static const char *const items[EK_EXCEPTIONS] = {"EX-1", "EX-2", "EX-3"};
    struct ek_store_judgements all;
    for (size_t x = 0; x < EK_EXCEPTIONS; x++)
        event->outcome[x] = nothing;
    if (ek_store_judgements(m->watcher->store, m->arena, scan, &all) != EK_OK ||
        all.v.n != 1)
        return;
    for (size_t i = 0; i < all.v.v[0].items.n; i++)
        for (size_t x = 0; x < EK_EXCEPTIONS; x++)
            if (ek_str_is(all.v.v[0].items.v[i].item, items[x]))
                event->outcome[x] = all.v.v[0].items.v[i].status;
}

static void
set_moved(ek_event *event, const ek_event *before)
{
    for (size_t x = 0; x < EK_EXCEPTIONS; x++)
        event->moved[x] = before->outcome[x].n && event->outcome[x].n &&
                          !ek_str_eq(before->outcome[x], event->outcome[x]);
}

struct history {
    EK_VEC(struct ek_store_scan) v; /* a version each */
};

/* Of each version the scan that was made with the same as this run; where there
 * is none, the latest. */
static bool
is_better(const struct ek_store_scan *scan, const struct ek_store_scan *than,
          const struct ek_store_key *judges)
{
    bool mine =
        ek_str_eq(scan->key.pack_fingerprint, judges->pack_fingerprint) &&
        ek_str_eq(scan->key.engine, judges->engine);
    bool its =
        ek_str_eq(than->key.pack_fingerprint, judges->pack_fingerprint) &&
        ek_str_eq(than->key.engine, judges->engine);
    return mine != its ? mine : scan->id > than->id;
}

static int
by_day(const void *a, const void *b)
{
    const struct ek_store_scan *x = a, *y = b;
    int days = ek_str_cmp(x->fields.date, y->fields.date);
    return days ? days : (x->version > y->version) - (x->version < y->version);
}

static void
gather(struct history *out, struct maker *m, ek_str name)
{
    struct ek_store_scans scans;
    const ek_pack *pack = m->watcher->scanner->pack;
    const struct ek_store_key judges = {.engine = EK_STR(PACKAGE_VERSION),
                                        .pack_fingerprint = pack->fingerprint};
    ek_store_list(m->watcher->store, m->arena, name, nothing, &scans);
    for (size_t i = 0; i < scans.v.n; i++) {
        const struct ek_store_scan *scan = &scans.v.v[i];
        size_t at = 0;
        /* Scans come as they were made: of the latest versions last. */
        for (at = out->v.n; at > 0; at--)
            if (out->v.v[at - 1].version <= scan->version)
                break;
        if (at == 0 || out->v.v[at - 1].version != scan->version)
            EK_PUSH(m->arena, out->v, *scan);
        else if (is_better(scan, &out->v.v[at - 1], &judges))
            out->v.v[at - 1] = *scan;
    }
    if (out->v.n)
        qsort(out->v.v, out->v.n, sizeof *out->v.v, by_day);
}

/* The number of the latest earlier version with the same content; 0: it is
 * new. */
static uint32_t
seen_before(const struct history *history, size_t i)
{
    for (size_t k = i; k-- > 0;)
        if (ek_str_eq(history->v.v[k].key.sha256, history->v.v[i].key.sha256))
            return history->v.v[k].version;
    return 0;
}

static ek_event
event_of(struct maker *m, const struct history *history, size_t i)
{
    const struct ek_store_scan *scan = &history->v.v[i];
    ek_event event = {.document = scan->key.name,
                      .when = scan->fields.date,
                      .mark = scan->mark,
                      .message = scan->message,
                      .renamed = scan->renamed,
                      .sha256 = scan->key.sha256,
                      .version = scan->version,
                      .as = seen_before(history, i)};
    event.kind = event.as ? EK_EVENT_AGAIN : EK_EVENT_CHANGED;
    set_outcomes(m, &event, scan->id);
    return event;
}

/* What a document that was renamed was before. */
static bool
find_origin(struct maker *m, const struct ek_store_scan *first,
            struct ek_store_scan *before)
{
    struct history old = {0};
    if (!first->renamed.n)
        return false;
    gather(&old, m, first->renamed);
    for (size_t i = old.v.n; i-- > 0;)
        if (ek_str_cmp(old.v.v[i].fields.date, first->fields.date) <= 0) {
            *before = old.v.v[i];
            return true;
        }
    return false;
}

static void
add_versions(struct maker *m, ek_str name)
{
    struct history history = {0};
    struct ek_store_scan before;
    ek_event last = {.version = 0};
    gather(&history, m, name);
    if (!history.v.n)
        return;
    bool follows = find_origin(m, &history.v.v[0], &before);
    if (follows)
        set_outcomes(m, &last, before.id);
    for (size_t i = 0; i < history.v.n; i++) {
        ek_event event = event_of(m, &history, i);
        if (follows) {
            differ(m, &before, &history.v.v[i], &event.difference);
            set_moved(&event, &last);
        } else {
            event.kind = EK_EVENT_FIRST;
        }
        EK_PUSH(m->arena, m->timeline.events, event);
        follows = true;
        before = history.v.v[i];
        last = event;
    }
    forget(m);
}

static void
add_passed(struct maker *m, ek_str name)
{
    struct ek_store_passeds all;
    ek_store_passed(m->watcher->store, m->arena, name, &all);
    for (size_t i = 0; i < all.v.n; i++) {
        const struct ek_store_passed *p = &all.v.v[i];
        const struct ek_store_passed *q = i ? p - 1 : NULL;
        if (ek_str_is(p->reason, "same") || (q && ek_str_eq(p->date, q->date) &&
                                             ek_str_eq(p->reason, q->reason) &&
                                             ek_str_eq(p->message, q->message)))
            continue;
        bool removed = ek_str_is(p->reason, "removed");
        ek_event event = {.kind =
                              removed ? EK_EVENT_REMOVED : EK_EVENT_NOT_TERMS,
                          .document = p->name,
                          .when = p->date,
                          .mark = p->mark,
                          .message = p->message,
                          .reason = p->reason};
        EK_PUSH(m->arena, m->timeline.events, event);
    }
}

struct dated {
    ek_event event;
    size_t number;
};

static int
by_time(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;
    int days = ek_str_cmp(x->event.when, y->event.when);
    return days ? days : (x->number > y->number) - (x->number < y->number);
}

static void
sort(struct maker *m)
{
    size_t n = m->timeline.events.n;
    struct dated *all = ek_arena_alloc(m->arena, (n + 1) * sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = (struct dated){m->timeline.events.v[i], i};
    qsort(all, n, sizeof *all, by_time);
    for (size_t i = 0; i < n; i++)
        m->timeline.events.v[i] = all[i].event;
}

static ek_str
service_of(ek_str name)
{
    return ek_str_slice(name, 0, ek_str_find(name, EK_STR("/"), 0));
}

/* Names from the first on that are of one service; gives how many. */
static size_t
make(struct maker *m, const ek_str *names, size_t n)
{
    size_t i = 0;
    m->timeline = (ek_timeline){.service = service_of(names[0])};
    for (; i < n && ek_str_eq(service_of(names[i]), m->timeline.service); i++) {
        add_versions(m, names[i]);
        add_passed(m, names[i]);
    }
    sort(m);
    return i;
}

static void
say_no_memory(struct ek_run *run)
{
    run->troubles |= EK_TROUBLE_LIMIT;
    ek_run_say(run, EK_M_no_memory, nothing, nothing);
}

void
ek_timelines_each(struct ek_watcher *w,
                  void (*take)(void *self, const ek_timeline *timeline),
                  void *self, size_t *found)
{
    struct ek_run *run = w->scanner->run;
    struct ek_store_names names;
    struct maker m = {.watcher = w};
    if (ek_store_watched(w->store, run->arena, &names) != EK_OK)
        run->troubles |= EK_TROUBLE_USAGE;
    for (size_t i = 0; i < names.v.n;) {
        m.arena = ek_arena_new(0);
        if (!m.arena || setjmp(*ek_arena_catch(m.arena))) {
            say_no_memory(run);
            ek_arena_free(m.arena);
            break;
        }
        i += make(&m, names.v.v + i, names.v.n - i);
        take(self, &m.timeline);
        ek_arena_free(m.arena);
    }
    ek_run_say_diag(run);
    *found = m.found;
}
