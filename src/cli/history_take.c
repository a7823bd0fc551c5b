/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/history_take.h"

#include <stdlib.h>

static const ek_str nothing = {"", 0};

static bool
names(ek_str operand, ek_str name)
{
    if (ek_str_ends(operand, EK_STR("/")))
        return ek_str_starts(name, operand);
    return ek_str_eq(name, operand);
}

static bool
is_named(const struct ek_run *run, ek_str name)
{
    for (size_t i = 0; i < run->opt.operands.n; i++)
        if (names(run->opt.operands.v[i], name))
            return true;
    return run->opt.operands.n == 0;
}

static void
say_unknown(struct ek_run *run, const struct ek_store_scans *scans)
{
    for (size_t i = 0; i < run->opt.operands.n; i++) {
        bool found = false;
        for (size_t s = 0; s < scans->v.n && !found; s++)
            found = names(run->opt.operands.v[i], scans->v.v[s].key.name);
        if (found)
            continue;
        run->troubles |= EK_TROUBLE_USAGE;
        ek_run_say(run, EK_M_not_stored, run->opt.operands.v[i], nothing);
    }
}

/* By name and version, then as they came. */
static int
by_version(const void *a, const void *b)
{
    const struct ek_store_scan *x = a, *y = b;
    int names = ek_str_cmp(x->key.name, y->key.name);
    if (names)
        return names;
    if (x->version != y->version)
        return x->version < y->version ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

bool
ek_history_named(struct ek_run *run, ek_store *store,
                 struct ek_store_scans *out)
{
    struct ek_store_scans all;
    *out = (struct ek_store_scans){{0}};
    if (!ek_run_works(run,
                      ek_store_list(store, run->arena, nothing, nothing, &all)))
        return false;
    for (size_t i = 0; i < all.v.n; i++)
        if (is_named(run, all.v.v[i].key.name))
            EK_PUSH(run->arena, out->v, all.v.v[i]);
    if (out->v.n)
        qsort(out->v.v, out->v.n, sizeof *out->v.v, by_version);
    say_unknown(run, &all);
    return true;
}

bool
ek_history_is_since(const struct ek_store_scan *scan, ek_str since)
{
    enum { DAY = 10 };
    return !since.n || ek_str_cmp(scan->stored, since) >= 0 ||
           ek_str_cmp(scan->fields.date, ek_str_slice(since, 0, DAY)) >= 0;
}

static struct ek_history_news
news_of(unsigned news)
{
    return (struct ek_history_news){
        (news & EK_NEWS_DOCUMENT) != 0, (news & EK_NEWS_TEXT) != 0,
        (news & EK_NEWS_RULES) != 0, (news & EK_NEWS_ENGINE) != 0,
        (news & EK_NEWS_FACTS) != 0};
}

static struct ek_history_result
result_of(ek_arena *arena, const struct ek_store_judged *judged)
{
    struct ek_history_result r = {.name = judged->name,
                                  .title = judged->title,
                                  .dated = judged->dated,
                                  .no_result = judged->no_result};
    for (size_t i = 0; i < judged->items.n; i++) {
        const struct ek_store_outcome *o = &judged->items.v[i];
        EK_PUSH(arena, r.outcomes,
                ((struct ek_history_outcome){o->item, o->status, o->row}));
    }
    return r;
}

static bool
scan_of(struct ek_run *run, ek_store *store, const struct ek_store_scan *from,
        struct ek_history_scan *out)
{
    struct ek_store_judgements judged;
    *out =
        (struct ek_history_scan){.version = from->version,
                                 .date = from->fields.date,
                                 .sha256 = from->key.sha256,
                                 .stored = from->stored,
                                 .engine = from->key.engine,
                                 .pack_id = from->key.pack_id,
                                 .pack_version = from->key.pack_version,
                                 .pack_fingerprint = from->key.pack_fingerprint,
                                 .facts = from->key.facts,
                                 .news = news_of(from->news)};
    if (!ek_run_works(
            run, ek_store_judgements(store, run->arena, from->id, &judged)))
        return false;
    for (size_t i = 0; i < judged.v.n; i++)
        EK_PUSH(run->arena, out->results,
                result_of(run->arena, &judged.v.v[i]));
    return true;
}

static const struct ek_history_result *
same_result(const struct ek_history_scan *scan,
            const struct ek_history_scan *in, size_t i)
{
    if (scan->results.n == 1 && in->results.n == 1)
        return &in->results.v[0];
    for (size_t k = 0; k < in->results.n; k++)
        if (ek_str_eq(in->results.v[k].name, scan->results.v[i].name))
            return &in->results.v[k];
    return NULL;
}

static bool
differ(const struct ek_history_outcome *a, const struct ek_history_outcome *b)
{
    return !ek_str_eq(a->status, b->status);
}

static void
add_move(ek_arena *arena, struct ek_history_result *r,
         struct ek_history_outcome before, struct ek_history_outcome after)
{
    if (differ(&before, &after))
        EK_PUSH(arena, r->moves, ((struct ek_history_move){before, after}));
}

static void
compare(ek_arena *arena, struct ek_history_result *r,
        const struct ek_history_result *before)
{
    r->compared = !r->no_result.n && !before->no_result.n;
    if (!r->compared)
        return;
    for (size_t i = 0; i < r->outcomes.n; i++) {
        struct ek_history_outcome after = r->outcomes.v[i];
        add_move(arena, r, ek_history_outcome_of(before, after.item), after);
    }
    for (size_t i = 0; i < before->outcomes.n; i++) {
        struct ek_history_outcome old = before->outcomes.v[i];
        struct ek_history_outcome after = ek_history_outcome_of(r, old.item);
        if (!after.status.n)
            add_move(arena, r, old, after);
    }
}

static void
compare_scans(ek_arena *arena, struct ek_history_scan *scan,
              const struct ek_history_scan *before)
{
    for (size_t i = 0; i < scan->results.n; i++) {
        const struct ek_history_result *same = same_result(scan, before, i);
        if (same)
            compare(arena, &scan->results.v[i], same);
    }
}

/* What was said of a version holds for those after it, too. */
static void
add_fields(struct ek_history_document *d, const struct ek_store_fields *f)
{
    if (f->provider.n)
        d->provider = f->provider;
    if (f->document.n)
        d->document = f->document;
    if (f->url.n)
        d->url = f->url;
}

/* The scans of one document; *at is moved behind them. */
static bool
take_document(struct ek_run *run, ek_store *store,
              const struct ek_store_scans *scans, size_t *at, ek_history *out)
{
    const struct ek_store_scan *first = &scans->v.v[*at];
    struct ek_history_document d = {.name = first->key.name};
    struct ek_history_scan before = {0}, scan;
    EK_VEC(struct ek_history_scan) kept = {0};
    for (; *at < scans->v.n; ++*at) {
        const struct ek_store_scan *from = &scans->v.v[*at];
        if (!ek_str_eq(from->key.name, d.name))
            break;
        if (!scan_of(run, store, from, &scan))
            return false;
        compare_scans(run->arena, &scan, &before);
        before = scan;
        d.versions = from->version;
        add_fields(&d, &from->fields);
        if (ek_history_is_since(from, out->since))
            EK_PUSH(run->arena, kept, scan);
    }
    for (size_t i = kept.n; i-- > 0;)
        EK_PUSH(run->arena, d.scans, kept.v[i]);
    if (d.scans.n)
        EK_PUSH(run->arena, out->documents, d);
    return true;
}

bool
ek_history_take(struct ek_run *run, ek_store *store,
                const struct ek_store_scans *scans, ek_history *out)
{
    for (size_t at = 0; at < scans->v.n;)
        if (!take_document(run, store, scans, &at, out))
            return false;
    return true;
}
