/* SPDX-License-Identifier: Apache-2.0 */
/* Where one article ends and the next begins. */
#include "config.h"

#include "report/html_plan.h"

#include <stdlib.h>
#include <string.h>

/* An article without a heading of its own is cut after so much. */
enum { MOST_BLOCKS = 60, MOST_BYTES = 16 * 1024 };

const char ek_html_kinds[] = "sqkpn";

/* A page that was not read, by its number. */
struct gap {
    uint32_t page, entry;
};

struct planner {
    struct ek_html *h;
    struct ek_html_plan *plan;
    uint32_t document;
    struct gap *gaps;
    uint32_t n_gaps, next_gap;
};

static const ek_document *
document_of(const struct planner *p)
{
    return &p->h->result->documents.v[p->document];
}

static uint32_t
page_of(const struct ek_unread *unread)
{
    enum { MOST_DIGITS = 9 };
    uint32_t n = 0;
    if (!ek_str_is(unread->what, "page") || unread->name.n > MOST_DIGITS)
        return 0;
    for (size_t i = 0; i < unread->name.n; i++) {
        if (unread->name.p[i] < '0' || unread->name.p[i] > '9')
            return 0;
        n = n * 10 + (uint32_t)(unread->name.p[i] - '0');
    }
    return n;
}

static int
by_page(const void *a, const void *b)
{
    const struct gap *x = a, *y = b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

static void
gather_gaps(struct planner *p)
{
    const ek_extraction *e = &document_of(p)->extraction;
    p->gaps =
        ek_arena_alloc(p->h->page.arena, (e->unread.n + 1) * sizeof *p->gaps);
    p->n_gaps = p->next_gap = 0;
    for (uint32_t i = 0; i < e->unread.n; i++)
        p->gaps[p->n_gaps++] = (struct gap){page_of(&e->unread.v[i]), i};
    qsort(p->gaps, p->n_gaps, sizeof *p->gaps, by_page);
    while (p->next_gap < p->n_gaps && !p->gaps[p->next_gap].page)
        p->next_gap++; /* what has no page stands at the end */
}

static struct ek_html_article *
open_article(struct planner *p, uint32_t first)
{
    struct ek_html_article article = {
        .document = p->document, .first = first, .end = first};
    EK_PUSH(p->h->page.arena, p->plan->articles, article);
    return &p->plan->articles.v[p->plan->articles.n - 1];
}

/* Pages that follow each other and were not read stand as one. */
static void
put_gaps(struct planner *p, uint32_t before_page, uint32_t block)
{
    const ek_extraction *e = &document_of(p)->extraction;
    while (p->next_gap < p->n_gaps && p->gaps[p->next_gap].page < before_page) {
        struct gap *g = &p->gaps[p->next_gap++];
        struct ek_html_article *a = open_article(p, block);
        a->unread = g->entry;
        a->last = g->entry + 1;
        while (p->next_gap < p->n_gaps &&
               p->gaps[p->next_gap].page < before_page &&
               p->gaps[p->next_gap].entry == a->last &&
               p->gaps[p->next_gap].page == g->page + (a->last - g->entry) &&
               ek_str_eq(e->unread.v[a->last].why, e->unread.v[g->entry].why)) {
            a->last++;
            p->next_gap++;
        }
    }
}

static bool
has_gap_before(const struct planner *p, uint32_t page)
{
    return p->next_gap < p->n_gaps && p->gaps[p->next_gap].page < page;
}

bool
ek_html_is_row(ek_str text, const struct ek_block *block)
{
    return block->kind == EK_BLOCK_ROW ||
           (block->kind == EK_BLOCK_HEADING &&
            block->span.begin < block->span.end &&
            text.p[block->span.begin] == '|');
}

bool
ek_html_numbers_next(ek_str text, const struct ek_block *block,
                     const struct ek_block *behind)
{
    return block + 1 < behind && block[1].kind == EK_BLOCK_HEADING &&
           block->kind != EK_BLOCK_HEADING && block->kind != EK_BLOCK_ROW &&
           !ek_html_is_row(text, &block[1]) &&
           ek_html_is_number(ek_str_trim(
               ek_str_slice(text, block->span.begin, block->span.end)));
}

/* Whether an article begins here, whatever stands before. */
static bool
begins_article(const struct planner *p, uint32_t block)
{
    struct ek_html_blocks blocks = p->plan->blocks[p->document];
    ek_str text = document_of(p)->text;
    const struct ek_block *b = &blocks.v[block], *behind = blocks.v + blocks.n;
    if (ek_html_numbers_next(text, b, behind))
        return true;
    return b->kind == EK_BLOCK_HEADING && !ek_html_is_row(text, b) &&
           !(block && ek_html_numbers_next(text, b - 1, behind));
}

static void
plan_blocks(struct planner *p)
{
    struct ek_html_blocks blocks = p->plan->blocks[p->document];
    struct ek_html_article *a = NULL;
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < blocks.n; i++) {
        const struct ek_block *b = &blocks.v[i];
        bool row = ek_html_is_row(document_of(p)->text, b);
        bool full =
            a && !row && (i - a->first >= MOST_BLOCKS || bytes >= MOST_BYTES);
        if (has_gap_before(p, b->place.page)) {
            put_gaps(p, b->place.page, i);
            a = NULL;
        }
        if (!a || full || begins_article(p, i)) {
            a = open_article(p, i);
            bytes = 0;
        }
        a->end = i + 1;
        bytes += b->span.end - b->span.begin;
    }
    put_gaps(p, UINT32_MAX, blocks.n);
}

static void
plan_document(struct planner *p)
{
    const ek_document *d = document_of(p);
    struct ek_html_blocks *blocks = &p->plan->blocks[p->document];
    *blocks = (struct ek_html_blocks){d->blocks.v, (uint32_t)d->blocks.n};
    if (d->text.n && !d->blocks.n) {
        struct ek_block *whole =
            ek_arena_alloc(p->h->page.arena, sizeof *whole);
        whole->kind = EK_BLOCK_PARAGRAPH;
        whole->span.end = (uint32_t)d->text.n;
        *blocks = (struct ek_html_blocks){whole, 1};
    }
    if (d->text.n) {
        gather_gaps(p);
        plan_blocks(p);
    }
}

struct begin {
    uint32_t document, at, end, finding;
};

static int
by_begin(const void *a, const void *b)
{
    const struct begin *x = a, *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

/* A finding stands in the first block that ends behind its begin, else in the
 * last. */
static uint32_t
block_at(struct ek_html_blocks blocks, uint32_t at)
{
    uint32_t low = 0, high = blocks.n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (blocks.v[mid].span.end > at)
            high = mid;
        else
            low = mid + 1;
    }
    return low < blocks.n ? low : blocks.n - 1;
}

static void
tally(struct planner *p, const struct begin *begins, uint32_t n)
{
    struct ek_html_plan *plan = p->plan;
    size_t a = 0;
    for (uint32_t i = 0; i < n; i++) {
        const struct begin *b = &begins[i];
        uint32_t block = block_at(plan->blocks[b->document], b->at);
        while (a + 1 < plan->articles.n &&
               (plan->articles.v[a].document < b->document ||
                (plan->articles.v[a].document == b->document &&
                 plan->articles.v[a].end <= block)))
            a++;
        const char *kind = strchr(ek_html_kinds, p->h->notes[b->finding].kind);
        plan->articles.v[a].tally[kind ? kind - ek_html_kinds : 0]++;
        plan->sorted[i] = b->finding;
    }
}

static void
sort_findings(struct planner *p)
{
    const ek_findings *all = &p->h->result->findings;
    ek_arena *arena = p->h->page.arena;
    struct begin *begins =
        ek_arena_alloc(arena, (all->v.n + 1) * sizeof *begins);
    uint32_t n = 0;
    for (uint32_t i = 0; i < all->v.n; i++) {
        const ek_finding *f = &all->v.v[i];
        if (f->kind == EK_PRESENT && p->plan->blocks[f->document].n)
            begins[n++] =
                (struct begin){f->document, f->span.begin, f->span.end, i};
    }
    qsort(begins, n, sizeof *begins, by_begin);
    p->plan->sorted = ek_arena_alloc(arena, (n + 1) * sizeof(uint32_t));
    p->plan->placed = n;
    tally(p, begins, n);
}

struct ek_html_plan *
ek_html_plan_of(struct ek_html *h)
{
    size_t documents = h->result->documents.n;
    struct ek_html_plan *plan = ek_arena_alloc(h->page.arena, sizeof *plan);
    struct planner p = {.h = h, .plan = plan};
    plan->blocks =
        ek_arena_alloc(h->page.arena, documents * sizeof *plan->blocks);
    for (p.document = 0; p.document < documents; p.document++)
        plan_document(&p);
    sort_findings(&p);
    return plan;
}

const struct ek_block *
ek_html_heading_of(struct ek_html *h, const struct ek_html_plan *plan,
                   const struct ek_html_article *a)
{
    if (a->first >= a->end)
        return NULL;
    const struct ek_block *v = plan->blocks[a->document].v;
    const struct ek_block *first = &v[a->first];
    ek_str text = h->result->documents.v[a->document].text;
    if (ek_html_numbers_next(text, first, v + a->end))
        return first + 1;
    return first->kind == EK_BLOCK_HEADING && !ek_html_is_row(text, first)
               ? first
               : NULL;
}
