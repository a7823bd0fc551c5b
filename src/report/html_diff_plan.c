/* SPDX-License-Identifier: Apache-2.0 */
/* Which blocks of the two texts stand side by side. What is the same in both
 * and what was edited in its place are anchors, in the same order in both; what
 * was removed or added stands between them. What has moved stands beside its
 * counterpart, at the later version's place, and leaves a note at the earlier
 * one's. */
#include "config.h"

#include "report/html_diff.h"

struct block {
    struct ek_place_in place;
    uint32_t clause; /* EK_NOT_THERE: none */
    uint32_t same;   /* block of the other version; EK_NOT_THERE: none */
    bool done;
};

struct planner {
    struct ek_html_diff *d;
    ek_arena *arena;
    struct block *blocks[EK_BOTH];
    uint32_t n[EK_BOTH];
    uint32_t next; /* block of the earlier version that has no row yet */
};

static void
count_blocks(struct ek_diff_version *v, ek_arena *arena)
{
    const ek_result *r = v->result;
    v->first = ek_arena_alloc(arena, (r->documents.n + 1) * sizeof *v->first);
    for (size_t i = 0; i < r->documents.n; i++) {
        v->first[i] = v->blocks;
        v->blocks += (uint32_t)r->documents.v[i].blocks.n;
    }
    v->row_of = ek_arena_alloc(arena, (v->blocks + 1) * sizeof *v->row_of);
    for (uint32_t i = 0; i < v->blocks; i++)
        v->row_of[i] = EK_NOT_THERE;
}

uint32_t
ek_html_diff_index(const struct ek_diff_version *v, struct ek_place_in place)
{
    return v->first[place.document] + place.block;
}

bool
ek_html_diff_block_at(const struct ek_diff_version *v, uint32_t document,
                      uint32_t offset, struct ek_place_in *place)
{
    if (document >= v->result->documents.n)
        return false;
    const ek_document *d = &v->result->documents.v[document];
    size_t low = 0, high = d->blocks.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->blocks.v[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    *place = (struct ek_place_in){document, (uint32_t)low};
    return low < d->blocks.n && d->blocks.v[low].span.begin <= offset;
}

static struct block *
blocks_of(struct planner *p, unsigned side)
{
    struct ek_diff_version *v = &p->d->version[side];
    count_blocks(v, p->arena);
    struct block *blocks =
        ek_arena_alloc(p->arena, (v->blocks + 1) * sizeof *blocks);
    for (uint32_t i = 0; i < v->result->documents.n; i++)
        for (uint32_t k = 0; k < v->result->documents.v[i].blocks.n; k++)
            blocks[v->first[i] + k] =
                (struct block){{i, k}, EK_NOT_THERE, EK_NOT_THERE, false};
    p->n[side] = v->blocks;
    return blocks;
}

static void
take_clauses(struct planner *p)
{
    const ek_changes *c = p->d->changes;
    for (uint32_t i = 0; i < c->clauses.n; i++) {
        const struct ek_clause_change *clause = &c->clauses.v[i];
        for (size_t k = 0; k < clause->before.n; k++)
            p->blocks[EK_EARLIER][ek_html_diff_index(&p->d->version[EK_EARLIER],
                                                     clause->before.v[k])]
                .clause = i;
        for (size_t k = 0; k < clause->after.n; k++)
            p->blocks[EK_LATER][ek_html_diff_index(&p->d->version[EK_LATER],
                                                   clause->after.v[k])]
                .clause = i;
    }
    for (size_t i = 0; i < c->same.n; i++) {
        uint32_t a = ek_html_diff_index(&p->d->version[EK_EARLIER],
                                        c->same.v[i].before),
                 b = ek_html_diff_index(&p->d->version[EK_LATER],
                                        c->same.v[i].after);
        p->blocks[EK_EARLIER][a].same = b;
        p->blocks[EK_LATER][b].same = a;
    }
}

static void
add_block(struct planner *p, struct ek_diff_row *row, unsigned side, uint32_t i)
{
    struct block *block = &p->blocks[side][i];
    EK_PUSH(p->arena, row->side[side], block->place);
    p->d->version[side].row_of[i] = (uint32_t)p->d->rows.n;
    block->done = true;
}

static void
add_places(struct planner *p, struct ek_diff_row *row, unsigned side,
           const struct ek_place_in *places, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_block(p, row, side,
                  ek_html_diff_index(&p->d->version[side], places[i]));
}

static void
push(struct planner *p, struct ek_diff_row row)
{
    EK_PUSH(p->arena, p->d->rows, row);
}

static void
push_clause(struct planner *p, uint32_t clause)
{
    const struct ek_clause_change *c = &p->d->changes->clauses.v[clause];
    struct ek_diff_row row = {.clause = clause};
    p->d->row_of_clause[clause] = (uint32_t)p->d->rows.n;
    add_places(p, &row, EK_EARLIER, c->before.v, c->before.n);
    add_places(p, &row, EK_LATER, c->after.v, c->after.n);
    push(p, row);
}

/* Neither side needs the other's: a mark of the notation, a rule. */
static bool
is_wordless(const struct block *b)
{
    return b->clause == EK_NOT_THERE && b->same == EK_NOT_THERE;
}

static bool
is_moved(const struct planner *p, const struct block *b)
{
    return b->clause != EK_NOT_THERE &&
           p->d->changes->clauses.v[b->clause].what & EK_CHANGE_MOVED;
}

static bool
is_removed(const struct planner *p, const struct block *b)
{
    return b->clause != EK_NOT_THERE &&
           !p->d->changes->clauses.v[b->clause].after.n;
}

/* One note for what has moved together. */
static void
push_gone(struct planner *p)
{
    struct block *block = &p->blocks[EK_EARLIER][p->next];
    struct ek_diff_row *last =
        p->d->rows.n ? &p->d->rows.v[p->d->rows.n - 1] : NULL;
    bool more = last && last->gone;
    p->d->gone_of_clause[block->clause] =
        (uint32_t)p->d->rows.n - (more ? 1 : 0);
    if (more) {
        EK_PUSH(p->arena, last->side[EK_EARLIER], block->place);
        return;
    }
    struct ek_diff_row row = {.clause = block->clause, .gone = true};
    EK_PUSH(p->arena, row.side[EK_EARLIER], block->place);
    push(p, row);
}

static void
push_one(struct planner *p, unsigned side, uint32_t i)
{
    struct ek_diff_row row = {.clause = EK_NOT_THERE};
    add_block(p, &row, side, i);
    push(p, row);
}

/* What stands in the earlier version before its block end and is no anchor, or
 * (between = true) only what stands before its next anchor. */
static void
flush(struct planner *p, uint32_t end, bool between)
{
    for (; p->next < end; p->next++) {
        struct block *b = &p->blocks[EK_EARLIER][p->next];
        if (is_moved(p, b))
            push_gone(p);
        else if (b->done)
            continue;
        else if (is_removed(p, b))
            push_clause(p, b->clause);
        else if (is_wordless(b) && !between)
            push_one(p, EK_EARLIER, p->next);
        else if (between)
            return;
    }
}

static void
place_same(struct planner *p, uint32_t i)
{
    struct ek_diff_row row = {.clause = EK_NOT_THERE};
    uint32_t partner = p->blocks[EK_LATER][i].same;
    flush(p, partner, false);
    add_block(p, &row, EK_EARLIER, partner);
    add_block(p, &row, EK_LATER, i);
    push(p, row);
}

static void
place_clause(struct planner *p, uint32_t i)
{
    const struct block *b = &p->blocks[EK_LATER][i];
    const struct ek_clause_change *c = &p->d->changes->clauses.v[b->clause];
    if (c->before.n && !is_moved(p, b))
        flush(p, ek_html_diff_index(&p->d->version[EK_EARLIER], c->before.v[0]),
              false);
    else
        flush(p, p->n[EK_EARLIER], true);
    push_clause(p, b->clause);
}

static void
place_wordless(struct planner *p, uint32_t i)
{
    struct ek_diff_row row = {.clause = EK_NOT_THERE};
    while (p->next < p->n[EK_EARLIER] && p->blocks[EK_EARLIER][p->next].done &&
           !is_moved(p, &p->blocks[EK_EARLIER][p->next]))
        p->next++;
    if (p->next < p->n[EK_EARLIER] &&
        is_wordless(&p->blocks[EK_EARLIER][p->next]))
        add_block(p, &row, EK_EARLIER, p->next++);
    add_block(p, &row, EK_LATER, i);
    push(p, row);
}

static uint32_t *
nowhere(ek_arena *arena, size_t n)
{
    uint32_t *list = ek_arena_alloc(arena, (n + 1) * sizeof *list);
    for (size_t i = 0; i < n; i++)
        list[i] = EK_NOT_THERE;
    return list;
}

/* Of an entry whose words are the same: the row of its finding. */
static uint32_t
row_of_finding(const struct ek_html_diff *d,
               const struct ek_statement_change *s)
{
    unsigned side = s->after == EK_NOT_THERE ? EK_EARLIER : EK_LATER;
    const struct ek_diff_version *v = &d->version[side];
    const ek_finding *f = ek_diff_finding(d->changes, s, NULL);
    struct ek_place_in place;
    return f->kind == EK_PRESENT &&
                   ek_html_diff_block_at(v, f->document, f->span.begin, &place)
               ? v->row_of[ek_html_diff_index(v, place)]
               : EK_NOT_THERE;
}

static void
link_entries(struct ek_html_diff *d)
{
    d->row_of_entry = nowhere(d->h->page.arena, d->entries.v.n);
    d->entry_of_row = nowhere(d->h->page.arena, d->rows.n);
    for (uint32_t i = 0; i < d->entries.v.n; i++) {
        const struct ek_diff_entry *e = &d->entries.v.v[i];
        uint32_t row =
            e->clause != EK_NOT_THERE
                ? d->row_of_clause[e->clause]
                : row_of_finding(d,
                                 &d->changes->statements.v[e->statements.v[0]]);
        d->row_of_entry[i] = row;
        if (e->clause != EK_NOT_THERE)
            d->entry_of_clause[e->clause] = i;
        if (row != EK_NOT_THERE && d->entry_of_row[row] == EK_NOT_THERE)
            d->entry_of_row[row] = i;
    }
}

void
ek_html_diff_plan(struct ek_html_diff *d)
{
    struct planner p = {.d = d, .arena = d->h->page.arena};
    for (unsigned side = 0; side < EK_BOTH; side++)
        p.blocks[side] = blocks_of(&p, side);
    d->row_of_clause = nowhere(p.arena, d->changes->clauses.n);
    d->gone_of_clause = nowhere(p.arena, d->changes->clauses.n);
    d->entry_of_clause = nowhere(p.arena, d->changes->clauses.n);
    take_clauses(&p);
    for (uint32_t i = 0; i < p.n[EK_LATER]; i++) {
        const struct block *b = &p.blocks[EK_LATER][i];
        if (b->done)
            continue;
        if (b->clause != EK_NOT_THERE)
            place_clause(&p, i);
        else if (b->same != EK_NOT_THERE)
            place_same(&p, i);
        else
            place_wordless(&p, i);
    }
    flush(&p, p.n[EK_EARLIER], false);
    link_entries(d);
}
