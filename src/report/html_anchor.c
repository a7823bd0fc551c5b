/* SPDX-License-Identifier: Apache-2.0 */
/* Where a link leads: ids of a result are not to be trusted, and lists of them
 * may be long. */
#include "config.h"

#include "report/html_panel.h"

#include <stdlib.h>

static bool
is_plain(ek_str id)
{
    enum { MOST = 40 };
    if (!id.n || id.n > MOST || id.p[0] == '_')
        return false;
    for (size_t i = 0; i < id.n; i++) {
        char c = id.p[i];
        if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
              (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
              c == ':'))
            return false;
    }
    return true;
}

struct entry {
    ek_str id;
    uint32_t place;
};

static int
by_id(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = ek_str_cmp(x->id, y->id);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

static uint32_t *
sorted_places(ek_arena *arena, const ek_str *ids, size_t n)
{
    struct entry *entries = ek_arena_alloc(arena, (n + 1) * sizeof *entries);
    uint32_t *sorted = ek_arena_alloc(arena, (n + 1) * sizeof *sorted);
    for (uint32_t i = 0; i < n; i++)
        entries[i] = (struct entry){ids[i], i};
    if (n)
        qsort(entries, n, sizeof *entries, by_id);
    for (size_t i = 0; i < n; i++)
        sorted[i] = entries[i].place;
    return sorted;
}

struct ek_anchors
ek_anchors_of(ek_arena *arena, const char *prefix, ek_str *ids, size_t n)
{
    struct ek_anchors a = {.ids = ids, .n = n};
    a.sorted = sorted_places(arena, ids, n);
    a.anchors = ek_arena_alloc(arena, (n + 1) * sizeof *a.anchors);
    for (size_t i = 0; i < n; i++) {
        uint32_t at = a.sorted[i];
        bool first = i == 0 || !ek_str_eq(ids[a.sorted[i - 1]], ids[at]);
        a.anchors[at] =
            first && is_plain(ids[at])
                ? ek_arena_printf(arena, "%s%.*s", prefix, EK_ARG(ids[at]))
                : ek_arena_printf(arena, "%s_%u", prefix, at + 1);
    }
    return a;
}

uint32_t
ek_anchors_find(const struct ek_anchors *a, ek_str id)
{
    size_t low = 0, high = a->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ek_str_cmp(a->ids[a->sorted[middle]], id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < a->n && ek_str_eq(a->ids[a->sorted[low]], id);
    return found ? a->sorted[low] : (uint32_t)a->n;
}

/* The ids of a list of the result: the member "id" of each. */
#define IDS_OF(arena, list, id)                                                \
    ids_of((arena), (list).v ? &(list).v[0].id : NULL, (list).n,               \
           sizeof *(list).v)

static ek_str *
ids_of(ek_arena *arena, const ek_str *first, size_t n, size_t step)
{
    ek_str *ids = ek_arena_alloc(arena, (n + 1) * sizeof *ids);
    for (size_t i = 0; i < n; i++)
        ids[i] = *(const ek_str *)((const char *)first + i * step);
    return ids;
}

static void
take_uses(struct ek_panel *p, uint32_t verdict)
{
    const ek_verdict *v = &p->h->result->verdicts.v[verdict];
    for (uint32_t i = 0; i < v->findings.n; i++) {
        struct ek_use use = {verdict, i};
        EK_PUSH(p->h->page.arena, p->uses[v->findings.v[i].finding].v, use);
    }
    for (size_t i = 0; i < v->questions.n; i++) {
        uint32_t at = ek_anchors_find(&p->asked, v->questions.v[i]);
        struct ek_use use = {verdict, 0};
        if (at < p->asked.n)
            EK_PUSH(p->h->page.arena, p->askers[at].v, use);
    }
}

struct ek_panel
ek_panel_of(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_arena *a = h->page.arena;
    struct ek_panel p = {.h = h};
    p.verdicts =
        ek_anchors_of(a, "v-", IDS_OF(a, r->verdicts, item), r->verdicts.n);
    p.lines =
        ek_anchors_of(a, "l-", IDS_OF(a, r->checklist, item), r->checklist.n);
    p.asked =
        ek_anchors_of(a, "q-", IDS_OF(a, r->questions, id), r->questions.n);
    p.changes = ek_anchors_of(a, "e-", IDS_OF(a, r->changes, id), r->changes.n);
    p.facts = ek_anchors_of(a, "u-", IDS_OF(a, r->facts, fact), r->facts.n);
    p.uses = ek_arena_alloc(a, (r->findings.v.n + 1) * sizeof *p.uses);
    p.askers = ek_arena_alloc(a, (r->questions.n + 1) * sizeof *p.askers);
    for (uint32_t i = 0; i < r->verdicts.n; i++)
        take_uses(&p, i);
    return p;
}
