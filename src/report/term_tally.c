/* SPDX-License-Identifier: Apache-2.0 */
/* At the end of an overview: how many documents were read in full, in part and
 * not at all, and why, the commonest reason first. */
#include "config.h"

#include "report/term.h"

#include <stdlib.h>

enum { NUMBER_CELLS = 8 };

static const ek_str nothing = {"", 0};

struct group {
    ek_str why;
    size_t documents, last; /* counted; the last of them + 1 */
    size_t order;
};

struct groups {
    size_t documents;
    EK_VEC(struct group) v;
};

struct ek_tally {
    ek_arena *arena;
    size_t documents;
    struct groups part, none, idle;
};

struct ek_tally *
ek_tally_new(ek_arena *arena)
{
    struct ek_tally *tally = ek_arena_alloc(arena, sizeof *tally);
    tally->arena = arena;
    return tally;
}

/* A document counts once for each of its reasons. */
static void
count(struct ek_tally *tally, struct groups *groups, ek_str why)
{
    size_t i = 0;
    while (i < groups->v.n && !ek_str_eq(groups->v.v[i].why, why))
        i++;
    if (i == groups->v.n) {
        struct group group = {.why = ek_arena_copy(tally->arena, why),
                              .order = i};
        EK_PUSH(tally->arena, groups->v, group);
    }
    struct group *group = &groups->v.v[i];
    group->documents += group->last != tally->documents;
    group->last = tally->documents;
}

static void
count_part(struct ek_tally *tally, struct ek_page *page, const ek_document *d)
{
    const ek_extraction *e = &d->extraction;
    bool told = false;
    tally->part.documents++;
    for (size_t i = 0; i < e->unread.n; i++) {
        if (ek_str_is(e->unread.v[i].what, "image"))
            continue;
        told = true;
        count(tally, &tally->part, ek_term_unread_why(page, &e->unread.v[i]));
    }
    if (e->replaced || !told)
        count(tally, &tally->part,
              ek_catalogue_text(e->replaced ? EK_W_tally_replaced
                                            : EK_W_read_unsaid,
                                page->options.lang));
}

static void
count_none(struct ek_tally *tally, struct groups *groups, struct ek_page *page,
           ek_str code)
{
    ek_str why = ek_catalogue_reason(code, page->options.lang);
    groups->documents++;
    count(tally, groups, why.n ? why : ek_page_text(page, code));
}

void
ek_tally_take(struct ek_tally *tally, struct ek_page *scratch,
              const ek_result *r)
{
    for (size_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        tally->documents++;
        bool none = ek_str_is(d->readable, "none");
        if (ek_str_is(d->readable, "part"))
            count_part(tally, scratch, d);
        if (none || d->no_result.n)
            count_none(tally, none ? &tally->none : &tally->idle, scratch,
                       d->no_result);
    }
}

static int
by_number(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    if (x->documents != y->documents)
        return x->documents > y->documents ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void
put_number(struct ek_page *page, ek_str number)
{
    unsigned need = ek_width(number);
    ek_page_to(page, need < NUMBER_CELLS ? NUMBER_CELLS - need : 1);
    ek_page_put(page, EK_PLAIN, number);
    ek_page_to(page, page->cells + 2);
}

static void
put_groups(struct ek_page *page, struct groups *groups, enum ek_word heading)
{
    if (!groups->v.n)
        return;
    ek_page_to(page, 2);
    ek_page_put(page, EK_PLAIN,
                ek_page_say(page, heading,
                            ek_page_number(page, groups->documents), nothing));
    ek_page_end(page);
    qsort(groups->v.v, groups->v.n, sizeof *groups->v.v, by_number);
    for (size_t i = 0; i < groups->v.n; i++) {
        put_number(page, ek_page_number(page, groups->v.v[i].documents));
        ek_page_wrap(page, page->cells, EK_PLAIN, groups->v.v[i].why, 0);
    }
}

void
ek_tally_write(struct ek_tally *tally, struct ek_page *page)
{
    size_t missed = tally->part.documents + tally->none.documents;
    if (!missed && !tally->idle.documents)
        return;
    ek_page_end(page);
    ek_page_wrap(page, EK_PAGE_MARGIN, EK_BOLD,
                 ek_page_say(page, EK_W_tally,
                             ek_page_number(page, tally->documents),
                             ek_page_number(page, tally->documents - missed)),
                 0);
    put_groups(page, &tally->part, EK_W_tally_part);
    put_groups(page, &tally->none, EK_W_tally_none);
    put_groups(page, &tally->idle, EK_W_tally_idle);
}
