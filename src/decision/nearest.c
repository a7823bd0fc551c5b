/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions whose words are gone: the finding of the same clause type that has
 * most of them in common is what they may have become. It is open again either
 * way; what is chosen here only tells what the reader is to compare. */
#include "config.h"

#include "decision/index.h"
#include "decision/thing.h"
#include "decision/words.h"

#include <stdlib.h>

enum {
    LEAST_SHARE = 50,  /* percent of the words of both */
    MOST_BYTES = 4096, /* of a quote that counts */
    MOST_POSTED = 64,  /* findings that one word may propose */
    MOST_TRIED = 8     /* findings that one thing is compared with */
};

/* The words of one quote, by their numbers. */
struct bag {
    uint32_t *ids;
    size_t n;
};

struct post {
    uint32_t clause, word, finding; /* a clause type is a word, too */
};

struct proposal {
    uint32_t thing, finding, share;
};

struct near {
    struct ek_applying *a;
    struct ek_rewording rewording;
    struct bag *bags;          /* by finding */
    uint32_t *hits;            /* by finding: words in common, of one thing */
    EK_VEC(uint32_t) met;      /* findings with hits */
    EK_VEC(struct post) posts; /* by clause and word: findings */
    EK_VEC(struct proposal) proposals;
};

static int
by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static struct bag
bag_of(struct near *near, ek_str quote)
{
    struct ek_worded words;
    ek_worded_read(&words, near->a->arena, near->rewording.lexicon,
                   ek_quote_head(quote, MOST_BYTES));
    if (words.n)
        qsort(words.ids, words.n, sizeof *words.ids, by_number);
    return (struct bag){words.ids, words.n};
}

static uint32_t
share(const struct bag *a, const struct bag *b)
{
    size_t i = 0, k = 0, common = 0;
    while (i < a->n && k < b->n) {
        common += a->ids[i] == b->ids[k];
        uint32_t x = a->ids[i], y = b->ids[k];
        i += x <= y;
        k += y <= x;
    }
    return a->n + b->n ? (uint32_t)(200 * common / (a->n + b->n)) : 0;
}

static bool
is_before(const struct post *a, const struct post *b)
{
    if (a->clause != b->clause)
        return a->clause < b->clause;
    return a->word != b->word ? a->word < b->word : a->finding < b->finding;
}

static int
by_word(const void *left, const void *right)
{
    return is_before(right, left) - is_before(left, right);
}

static void
post(struct near *near, uint32_t finding)
{
    struct ek_applying *a = near->a;
    const ek_finding *f = &a->result->findings.v.v[finding];
    uint32_t clause = ek_lexicon_id(near->rewording.lexicon, f->clause);
    struct bag bag = bag_of(near, f->quote);
    near->bags[finding] = bag;
    for (size_t i = 0; i < bag.n; i++) {
        struct post one = {clause, bag.ids[i], finding};
        if (i == 0 || bag.ids[i] != bag.ids[i - 1])
            EK_PUSH(a->arena, near->posts, one);
    }
}

/* Where the posts at or after one begin. */
static size_t
posts_of(const struct near *near, const struct post *post)
{
    size_t low = 0, high = near->posts.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_before(&near->posts.v[middle], post))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Findings that have words of the thing, the ones with most of them first. */
struct tried {
    uint32_t finding[MOST_TRIED], n;
};

static void
try_finding(struct near *near, struct tried *tried, uint32_t finding)
{
    uint32_t *f = tried->finding, at = 0;
    while (at < tried->n && f[at] != finding)
        at++;
    if (at == tried->n) {
        if (at == MOST_TRIED && near->hits[f[at - 1]] >= near->hits[finding])
            return;
        at = at == MOST_TRIED ? at - 1 : tried->n++;
    }
    for (; at > 0 && near->hits[f[at - 1]] < near->hits[finding]; at--)
        f[at] = f[at - 1];
    f[at] = finding;
}

static void
count_hits(struct near *near, uint32_t clause, const struct bag *bag,
           struct tried *tried)
{
    for (size_t i = 0; i < bag->n; i++) {
        if (i && bag->ids[i] == bag->ids[i - 1])
            continue;
        struct post wanted = {clause, bag->ids[i], 0};
        size_t p = posts_of(near, &wanted), most = p + MOST_POSTED;
        for (; p < near->posts.n && p < most &&
               near->posts.v[p].clause == clause &&
               near->posts.v[p].word == bag->ids[i];
             p++) {
            uint32_t finding = near->posts.v[p].finding;
            if (!near->hits[finding]++)
                EK_PUSH(near->a->arena, near->met, finding);
            try_finding(near, tried, finding);
        }
    }
    while (near->met.n)
        near->hits[near->met.v[--near->met.n]] = 0;
}

static void
propose(struct near *near, uint32_t t)
{
    const ek_decision *d = ek_thing_decision(near->a, &near->a->things.v[t]);
    struct bag bag = bag_of(near, d->quote);
    struct tried tried = {.n = 0};
    count_hits(near, ek_lexicon_id(near->rewording.lexicon, d->subject), &bag,
               &tried);
    for (uint32_t i = 0; i < tried.n; i++) {
        uint32_t finding = tried.finding[i];
        struct proposal one = {t, finding, share(&bag, &near->bags[finding])};
        if (one.share >= LEAST_SHARE)
            EK_PUSH(near->a->arena, near->proposals, one);
    }
}

static int
by_share(const void *left, const void *right)
{
    const struct proposal *a = left, *b = right;
    if (a->share != b->share)
        return a->share > b->share ? -1 : 1;
    if (a->thing != b->thing)
        return a->thing < b->thing ? -1 : 1;
    return (a->finding > b->finding) - (a->finding < b->finding);
}

/* The same words under another rule or tier, or led in otherwise, are no
 * edit. */
static void
settle(struct near *near, const struct proposal *p)
{
    struct ek_applying *a = near->a;
    struct ek_thing *thing = &a->things.v[p->thing];
    if (thing->settled || a->claimed[p->finding])
        return;
    ek_review review = {.finding = p->finding, .verdict = EK_DECIDED_NOTHING};
    review.standing = ek_reword_quote(&near->rewording, &review,
                                      ek_thing_decision(a, thing)->quote,
                                      a->result->findings.v.v[p->finding].quote)
                          ? EK_STANDING_EDITED
                          : EK_STANDING_CHANGED;
    a->claimed[p->finding] = true;
    ek_thing_stands(a, thing, &review);
}

void
ek_things_edited(struct ek_applying *a)
{
    size_t n = a->result->findings.v.n;
    struct near near = {.a = a, .rewording = ek_rewording_on(a->arena)};
    near.bags = ek_arena_alloc(a->arena, (n + 1) * sizeof *near.bags);
    near.hits = ek_arena_alloc(a->arena, (n + 1) * sizeof *near.hits);
    for (uint32_t i = 0; i < n; i++)
        if (!a->claimed[i] && a->result->findings.v.v[i].kind == EK_PRESENT)
            post(&near, i);
    if (near.posts.n)
        qsort(near.posts.v, near.posts.n, sizeof *near.posts.v, by_word);
    for (uint32_t t = 0; t < a->things.n && near.posts.n; t++)
        if (!a->things.v[t].settled &&
            ek_thing_decision(a, &a->things.v[t])->about == EK_ABOUT_FINDING)
            propose(&near, t);
    if (near.proposals.n)
        qsort(near.proposals.v, near.proposals.n, sizeof *near.proposals.v,
              by_share);
    for (size_t i = 0; i < near.proposals.n; i++)
        settle(&near, &near.proposals.v[i]);
}
