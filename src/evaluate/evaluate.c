/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/evaluate.h"
#include "evaluate/overlap.h"

#include <stdlib.h>

/* One gold document while it is counted. */
struct count {
    ek_evaluation *evaluation;
    const struct ek_gold *gold;
    uint32_t document;
    bool *hit; /* of each gold row */
    bool *hinted;
    ek_str text; /* of the document; read when first needed */
    bool has_text;
    EK_VEC(struct ek_difference) wrong;
};

ek_str
ek_evaluate_name(ek_str path)
{
    ek_str name = ek_str_file_name(path);
    size_t dots = 0;
    while (dots < name.n && name.p[dots] == '.')
        dots++;
    for (size_t i = name.n; i > dots; i--)
        if (name.p[i - 1] == '.')
            return ek_str_slice(name, 0, i - 1);
    return name;
}

static const struct ek_evaluated *
scanned_as(const ek_evaluation *e, ek_str name)
{
    for (size_t i = 0; i < e->scanned.n; i++)
        if (ek_str_eq(e->scanned.v[i].name, name))
            return &e->scanned.v[i];
    return NULL;
}

void
ek_evaluate_take(ek_evaluation *e, const ek_result *r)
{
    ek_str name = ek_arena_copy(e->arena, ek_evaluate_name(ek_result_name(r)));
    struct ek_evaluated scanned = {name, EK_LANG_NONE};
    if (r->documents.n && r->documents.v[0].languages.n)
        scanned.lang = ek_lang_of(r->documents.v[0].languages.v[0]);
    if (!scanned_as(e, name))
        EK_PUSH(e->arena, e->scanned, scanned);
    for (size_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = &r->findings.v.v[i];
        if (f->kind != EK_PRESENT)
            continue;
        struct ek_found found = {name,
                                 ek_arena_copy(e->arena, f->clause),
                                 ek_arena_copy(e->arena, f->quote),
                                 f->line,
                                 f->end_line,
                                 f->tier == EK_TIER_CLUE};
        EK_PUSH(e->arena, e->found, found);
    }
}

static int
compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Shorter findings first; the same lines and clause stand together. */
static int
by_length(const void *a, const void *b)
{
    const struct ek_found *x = a, *y = b;
    int order = compare(x->clue, y->clue);
    if (!order)
        order = ek_str_cmp(x->name, y->name);
    if (!order)
        order = compare(x->end_line - x->line, y->end_line - y->line);
    if (!order)
        order = compare(x->line, y->line);
    if (!order)
        order = ek_str_cmp(x->clause, y->clause);
    return order ? order : ek_str_cmp(x->quote, y->quote);
}

static bool
is_same(const struct ek_found *a, const struct ek_found *b)
{
    return a->clue == b->clue && a->line == b->line &&
           a->end_line == b->end_line && ek_str_eq(a->clause, b->clause) &&
           ek_str_eq(a->name, b->name);
}

static struct ek_tally *
tally_of(struct count *c, uint32_t line, ek_str label)
{
    ek_evaluation *e = c->evaluation;
    struct ek_count count = {c->document, line, {.label = label}};
    for (size_t i = e->counts.n; i-- > 0;) {
        if (e->counts.v[i].document != c->document)
            break;
        if (e->counts.v[i].line == line &&
            ek_str_eq(e->counts.v[i].tally.label, label))
            return &e->counts.v[i].tally;
    }
    EK_PUSH(e->arena, e->counts, count);
    return &e->counts.v[e->counts.n - 1].tally;
}

static void
compare_quotes(struct count *c, const struct ek_gold_row *row,
               const struct ek_found *found, size_t n)
{
    ek_evaluation *e = c->evaluation;
    if (!c->has_text && c->gold->document.n)
        c->has_text = ek_gold_bytes(e->arena, c->gold->document, &c->text);
    ek_str line =
        c->has_text ? ek_overlap_line(c->text, row->line) : EK_STR("");
    enum ek_overlap best = EK_OVERLAP_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        enum ek_overlap one = ek_overlap_find(line, row->quote, found[i].quote,
                                              row->line - found[i].line);
        best = one > best ? one : best;
    }
    e->placed += best != EK_OVERLAP_UNKNOWN;
    e->overlapping += best == EK_OVERLAP_SOME;
}

static void
add_wrong(struct count *c, const struct ek_found *f)
{
    for (size_t i = 0; i < c->wrong.n; i++)
        if (c->wrong.v[i].line == f->line &&
            ek_str_eq(c->wrong.v[i].label, f->clause))
            return;
    struct ek_difference wrong = {false, c->gold->name, f->line, f->clause,
                                  f->quote};
    EK_PUSH(c->evaluation->arena, c->wrong, wrong);
}

/* The n findings at found have the same lines and clause: they are one. */
static void
judge(struct count *c, const struct ek_found *found, size_t n)
{
    size_t first = SIZE_MAX;
    bool any = false, doubtful = false;
    for (size_t i = 0; i < c->gold->rows.n; i++) {
        const struct ek_gold_row *row = &c->gold->rows.v[i];
        if (row->line < found->line || row->line > found->end_line ||
            !ek_str_eq(row->label, found->clause))
            continue;
        doubtful |= row->doubtful;
        any |= !row->doubtful;
        if (!row->doubtful && !c->hit[i] &&
            (first == SIZE_MAX || row->line < c->gold->rows.v[first].line))
            first = i;
    }
    if (found->end_line - found->line >= EK_EVALUATE_LINES ||
        (!any && !doubtful)) {
        add_wrong(c, found);
    } else if (first != SIZE_MAX) {
        c->hit[first] = true;
        compare_quotes(c, &c->gold->rows.v[first], found, n);
    }
}

static void
take_hint(struct count *c, const struct ek_found *clue)
{
    for (size_t i = 0; i < c->gold->rows.n; i++) {
        const struct ek_gold_row *row = &c->gold->rows.v[i];
        if (row->line >= clue->line && row->line <= clue->end_line &&
            ek_str_eq(row->label, clue->clause))
            c->hinted[i] = true;
    }
}

static void
judge_all(struct count *c)
{
    const ek_evaluation *e = c->evaluation;
    for (size_t i = 0, n; i < e->found.n; i += n) {
        n = 1;
        while (i + n < e->found.n &&
               is_same(&e->found.v[i], &e->found.v[i + n]))
            n++;
        if (!ek_str_eq(e->found.v[i].name, c->gold->name))
            continue;
        if (e->found.v[i].clue)
            take_hint(c, &e->found.v[i]);
        else
            judge(c, &e->found.v[i], n);
    }
}

static void
count_rows(struct count *c)
{
    ek_evaluation *e = c->evaluation;
    for (size_t i = 0; i < c->gold->rows.n; i++) {
        const struct ek_gold_row *row = &c->gold->rows.v[i];
        if (row->doubtful)
            continue;
        struct ek_tally *tally = tally_of(c, row->line, row->label);
        tally->right += c->hit[i];
        tally->missed += !c->hit[i];
        tally->hinted += !c->hit[i] && c->hinted[i];
        if (c->hit[i])
            continue;
        struct ek_difference missed = {true, c->gold->name, row->line,
                                       row->label, row->quote};
        EK_PUSH(e->arena, e->differences, missed);
    }
}

static int
by_line(const void *a, const void *b)
{
    const struct ek_difference *x = a, *y = b;
    int order = compare(x->line, y->line);
    return order ? order : ek_str_cmp(x->label, y->label);
}

static void
count_wrong(struct count *c)
{
    ek_evaluation *e = c->evaluation;
    if (c->wrong.n)
        qsort(c->wrong.v, c->wrong.n, sizeof *c->wrong.v, by_line);
    for (size_t i = 0; i < c->wrong.n; i++) {
        tally_of(c, c->wrong.v[i].line, c->wrong.v[i].label)->wrong++;
        EK_PUSH(e->arena, e->differences, c->wrong.v[i]);
    }
}

static int
by_place(const void *a, const void *b)
{
    const struct ek_count *x = a, *y = b;
    int order = compare(x->document, y->document);
    if (!order)
        order = compare(x->line, y->line);
    return order ? order : ek_str_cmp(x->tally.label, y->tally.label);
}

static void
count_document(ek_evaluation *e, const struct ek_golds *golds, uint32_t i)
{
    struct count c = {.evaluation = e, .gold = &golds->v.v[i], .document = i};
    const struct ek_evaluated *scanned = scanned_as(e, c.gold->name);
    c.hit = ek_arena_alloc(e->arena, c.gold->rows.n);
    c.hinted = ek_arena_alloc(e->arena, c.gold->rows.n);
    EK_PUSH(e->arena, e->langs, scanned ? scanned->lang : EK_LANG_NONE);
    if (!scanned)
        EK_PUSH(e->arena, e->without, c.gold->name);
    judge_all(&c);
    count_rows(&c);
    count_wrong(&c);
}

void
ek_evaluate_count(ek_evaluation *e, const struct ek_golds *golds)
{
    if (e->found.n)
        qsort(e->found.v, e->found.n, sizeof *e->found.v, by_length);
    for (uint32_t i = 0; i < golds->v.n; i++)
        count_document(e, golds, i);
    if (e->counts.n)
        qsort(e->counts.v, e->counts.n, sizeof *e->counts.v, by_place);
    ek_evaluate_confuse(e);
}
