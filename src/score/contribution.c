/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score/docket.h"

const struct ek_marks *
ek_docket_marks(const struct ek_docket *docket, ek_str table)
{
    for (size_t i = 0; i < docket->marks.n; i++)
        if (ek_str_eq(docket->marks.v[i].table->id, table))
            return &docket->marks.v[i];
    return NULL;
}

static struct ek_mark
mark_in_base(const struct ek_docket *docket, const struct ek_table *table,
             uint32_t finding)
{
    const struct ek_marks *base = ek_docket_marks(docket, table->base);
    for (size_t i = 0; base && i < base->v.n; i++)
        if (base->v.v[i].finding == finding)
            return base->v.v[i];
    return (struct ek_mark){.finding = finding};
}

static void
turn(struct ek_mark *mark, const ek_row *modifier)
{
    for (size_t i = 0; i < modifier->turns.n; i++) {
        const struct ek_turn *t = &modifier->turns.v[i];
        if (!ek_words_have(t->from, mark->gives))
            continue;
        mark->gives = t->into;
        mark->level = ek_str_is(t->into, "neutral") ? EK_STR("") : mark->level;
        mark->level = t->level.n ? t->level : mark->level;
        return;
    }
}

static bool
has_effect(const ek_row *modifier, const struct ek_mark *mark)
{
    for (size_t i = 0; i < modifier->turns.n; i++)
        if (ek_words_have(modifier->turns.v[i].from, mark->gives))
            return true;
    return modifier->turns.n == 0;
}

static void
modify(struct ek_docket *docket, const struct ek_table *table,
       struct ek_mark *mark)
{
    struct ek_scene scene = {.docket = docket, .mark = mark};
    for (size_t i = 0; i < table->rows.n; i++) {
        const ek_row *row = &table->rows.v[i];
        if (!row->modifier || !has_effect(row, mark) ||
            !ek_row_holds(&scene, row))
            continue;
        turn(mark, row);
        EK_PUSH(docket->arena, mark->modifiers, row);
    }
}

static const ek_row *
winning_row(const struct ek_scene *scene, const struct ek_table *table)
{
    for (size_t i = 0; i < table->rows.n; i++)
        if (!table->rows.v[i].modifier &&
            ek_row_holds(scene, &table->rows.v[i]))
            return &table->rows.v[i];
    return NULL;
}

static void
mark_finding(struct ek_docket *docket, const struct ek_table *table,
             uint32_t finding, struct ek_marks *marks)
{
    struct ek_mark base = mark_in_base(docket, table, finding);
    struct ek_scene scene = {.docket = docket, .mark = &base};
    const ek_row *row = winning_row(&scene, table);
    if (!row || ek_str_is(row->gives, "none"))
        return;
    struct ek_mark mark = {finding, row, row->gives, row->level, {0}};
    modify(docket, table, &mark);
    EK_PUSH(docket->arena, marks->v, mark);
}

void
ek_docket_mark(struct ek_docket *docket, const struct ek_table *table)
{
    struct ek_marks marks = {.table = table};
    const ek_findings *findings = &docket->result->findings;
    for (uint32_t i = 0; i < findings->v.n; i++) {
        const ek_finding *finding = &findings->v.v[i];
        if (ek_finding_on(finding) &&
            ek_words_have(table->clauses, finding->clause))
            mark_finding(docket, table, i, &marks);
    }
    EK_PUSH(docket->arena, docket->marks, marks);
}
