/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score/docket.h"

const struct ek_ruling *
ek_docket_ruling(const struct ek_docket *docket, ek_str item)
{
    for (size_t i = 0; i < docket->rulings.n; i++)
        if (ek_str_eq(docket->rulings.v[i].table->id, item))
            return &docket->rulings.v[i];
    return NULL;
}

static const ek_row *
winning_row(const struct ek_scene *scene, const struct ek_table *table)
{
    scene->docket->wanted.n = 0;
    for (size_t i = 0; i < table->rows.n; i++)
        if (ek_row_holds(scene, &table->rows.v[i]))
            return &table->rows.v[i];
    return NULL;
}

static ek_label
reason_of(const struct ek_docket *docket, const struct ek_mark *mark)
{
    ek_buf ja = ek_buf_on(docket->arena), en = ek_buf_on(docket->arena);
    ek_buf_add(&ja, mark->row->reason.ja);
    ek_buf_add(&en, mark->row->reason.en);
    for (size_t i = 0; i < mark->modifiers.n; i++) {
        const ek_label *more = &mark->modifiers.v[i]->reason;
        ek_buf_add(&ja, more->ja);
        if (more->en.n)
            ek_buf_putc(&en, ' ');
        ek_buf_add(&en, more->en);
    }
    struct ek_gist gist = {.level = mark->level};
    ek_label reason = {ek_buf_str(&ja), ek_buf_str(&en)};
    return ek_docket_word(docket, &reason, &gist);
}

static void
add_evidence(const struct ek_docket *docket, ek_verdict *verdict,
             const struct ek_marks *marks)
{
    ek_arena *arena = docket->arena;
    for (size_t i = 0; marks && i < marks->v.n; i++) {
        const struct ek_mark *mark = &marks->v.v[i];
        struct ek_evidence evidence = {
            .finding = mark->finding,
            .row = ek_arena_copy(arena, mark->row->id),
            .contribution = ek_arena_copy(arena, mark->gives),
            .level = ek_arena_copy(arena, mark->level),
            .reason = reason_of(docket, mark),
        };
        EK_PUSH(arena, verdict->findings, evidence);
    }
}

static bool
is_clue(const struct ek_docket *docket, const struct ek_mark *mark)
{
    const ek_finding *finding = &docket->result->findings.v.v[mark->finding];
    return ek_finding_on(finding) == EK_ON_CLUE;
}

/* A clue asks nothing: it may well speak of something else. */
static void
ask_about_evidence(struct ek_docket *docket, ek_verdict *verdict,
                   const struct ek_marks *marks)
{
    for (size_t i = 0; marks && i < marks->v.n; i++) {
        const struct ek_mark *mark = &marks->v.v[i];
        if (is_clue(docket, mark))
            continue;
        ek_docket_ask(docket, verdict, mark->row->asks);
        for (size_t m = 0; m < mark->modifiers.n; m++)
            ek_docket_ask(docket, verdict, mark->modifiers.v[m]->asks);
    }
}

/* What a hidden item asks, the item that quotes it asks too. */
static void
ask_with_quoted(struct ek_docket *docket, ek_verdict *verdict,
                const ek_row *row)
{
    ek_str text = row->reason.en;
    for (size_t i = 0; i < docket->rulings.n; i++) {
        const struct ek_ruling *ruling = &docket->rulings.v[i];
        ek_str quoted =
            ek_arena_printf(docket->arena, "{%.*s}", EK_ARG(ruling->table->id));
        if (!ruling->table->hidden || ek_str_find(text, quoted, 0) == text.n)
            continue;
        for (size_t q = 0; q < ruling->verdict.questions.n; q++)
            ek_docket_ask(docket, verdict, ruling->verdict.questions.v[q]);
    }
}

static void
ask_all(struct ek_docket *docket, ek_verdict *verdict,
        const struct ek_table *table, const ek_row *row)
{
    size_t wanted = docket->wanted.n;
    ask_about_evidence(docket, verdict,
                       ek_docket_marks(docket, table->evidence));
    ek_docket_ask(docket, verdict, row->asks);
    for (size_t i = 0; i < wanted; i++)
        ek_docket_ask(docket, verdict, docket->wanted.v[i]);
    ek_docket_ask(docket, verdict, table->asks);
    ask_with_quoted(docket, verdict, row);
}

static int
weight_of(ek_str level)
{
    static const char *const rising[] = {"low", "normal", "high"};
    int weight = 0;
    for (int i = 0; i < 3; i++)
        if (ek_str_is(level, rising[i]))
            weight = i + 1;
    return weight;
}

static ek_str
highest_level(const struct ek_marks *marks)
{
    ek_str highest = EK_STR("");
    for (size_t i = 0; marks && i < marks->v.n; i++) {
        const struct ek_mark *mark = &marks->v.v[i];
        if (ek_str_is(mark->gives, "review") &&
            weight_of(mark->level) > weight_of(highest))
            highest = mark->level;
    }
    return highest;
}

static struct ek_gist
gist_of(const struct ek_docket *docket, const struct ek_marks *marks)
{
    struct ek_gist gist = {.level = highest_level(marks)};
    for (size_t i = 0; marks && i < marks->v.n; i++)
        gist.clues += is_clue(docket, &marks->v.v[i]);
    return gist;
}

/* Clues move no status: they are counted where the reason does not tell. */
static void
add_clues(const struct ek_docket *docket, ek_label *reason,
          const struct ek_gist *gist, const ek_row *row)
{
    ek_label more = ek_docket_label(docket, "remarks", EK_STR("clues"));
    ek_str told = EK_STR("{clues}");
    if (!gist->clues || ek_str_find(row->reason.en, told, 0) < row->reason.en.n)
        return;
    more = ek_docket_word(docket, &more, gist);
    *reason = (ek_label){ek_arena_printf(docket->arena, "%.*s%.*s",
                                         EK_ARG(reason->ja), EK_ARG(more.ja)),
                         ek_arena_printf(docket->arena, "%.*s %.*s",
                                         EK_ARG(reason->en), EK_ARG(more.en))};
}

static void
write_row(const struct ek_docket *docket, ek_verdict *verdict,
          const struct ek_table *table, const ek_row *row)
{
    ek_arena *arena = docket->arena;
    struct ek_gist gist =
        gist_of(docket, ek_docket_marks(docket, table->evidence));
    ek_label label = row->label.en.n
                         ? row->label
                         : ek_docket_label(docket, "statuses", row->gives);
    verdict->status = ek_arena_copy(arena, row->gives);
    verdict->label = ek_label_copy(arena, &label);
    verdict->row = ek_arena_copy(arena, row->id);
    verdict->reason = ek_docket_word(docket, &row->reason, &gist);
    add_clues(docket, &verdict->reason, &gist, row);
    ek_docket_qualify(docket, verdict, row);
    verdict->certainty = ek_arena_copy(arena, row->certainty);
    verdict->provisions = ek_arena_copy(arena, row->provisions);
}

static void
name_item(const struct ek_docket *docket, ek_verdict *verdict,
          const struct ek_table *table, ek_str function)
{
    ek_arena *arena = docket->arena;
    verdict->item = ek_arena_copy(arena, table->id);
    verdict->title = ek_label_copy(arena, &table->title);
    if (!function.n)
        return;
    ek_label name = ek_function_label(docket, function);
    verdict->item = ek_arena_printf(arena, "%.*s:%.*s", EK_ARG(table->id),
                                    EK_ARG(function));
    verdict->title =
        (ek_label){ek_arena_printf(arena, "%.*s: %.*s", EK_ARG(table->title.ja),
                                   EK_ARG(name.ja)),
                   ek_arena_printf(arena, "%.*s: %.*s", EK_ARG(table->title.en),
                                   EK_ARG(name.en))};
}

static const ek_verdict *
taken_before(const struct ek_docket *docket, ek_str row)
{
    for (size_t i = 0; row.n && i < docket->rulings.n; i++)
        if (ek_str_eq(docket->rulings.v[i].verdict.row, row))
            return &docket->rulings.v[i].verdict;
    return NULL;
}

/* The other verdict stands; its own is told by analogy where the user asks for
 * that, and else not at all. */
static void
give_way(const struct ek_docket *docket, ek_verdict *verdict,
         const ek_verdict *other)
{
    ek_verdict own = *verdict;
    struct ek_gist gist = {.other = &own};
    ek_label more = ek_docket_label(docket, "remarks", EK_STR("by-analogy"));
    verdict->status = other->status;
    verdict->label = other->label;
    verdict->row = other->row;
    verdict->reason = other->reason;
    verdict->certainty = other->certainty;
    verdict->provisions = other->provisions;
    if (!ek_facts_signalled(docket->facts, EK_STR("by-analogy"))) {
        verdict->findings.n = verdict->questions.n = 0;
        return;
    }
    more = ek_docket_word(docket, &more, &gist);
    verdict->reason.ja = ek_arena_printf(
        docket->arena, "%.*s%.*s", EK_ARG(other->reason.ja), EK_ARG(more.ja));
    verdict->reason.en = ek_arena_printf(
        docket->arena, "%.*s %.*s", EK_ARG(other->reason.en), EK_ARG(more.en));
}

static void
rule_on(struct ek_docket *docket, const struct ek_table *table, ek_str function)
{
    const struct ek_marks *marks = ek_docket_marks(docket, table->evidence);
    struct ek_scene scene = {
        .docket = docket, .evidence = marks, .function = function};
    struct ek_ruling ruling = {.table = table};
    const ek_row *row = winning_row(&scene, table);
    if (!row)
        return;
    const ek_verdict *other = taken_before(docket, table->yields);
    ruling.gives = other ? other->status : row->gives;
    bool shown = !table->hidden && !ek_str_is(row->gives, "none");
    name_item(docket, &ruling.verdict, table, function);
    write_row(docket, &ruling.verdict, table, row);
    add_evidence(docket, &ruling.verdict, marks);
    if (!other && (shown || table->hidden))
        ask_all(docket, &ruling.verdict, table, row);
    if (other)
        give_way(docket, &ruling.verdict, other);
    EK_PUSH(docket->arena, docket->rulings, ruling);
    if (shown)
        EK_PUSH(docket->arena, docket->result->verdicts, ruling.verdict);
    else if (table->part_of.n)
        EK_PUSH(docket->arena, docket->result->checklist, ruling.verdict);
}

void
ek_docket_rule(struct ek_docket *docket, const struct ek_table *table)
{
    ek_names names = {0};
    if (!table->each) {
        rule_on(docket, table, EK_STR(""));
        return;
    }
    ek_docket_functions(&names, docket);
    for (size_t i = 0; i < names.n; i++)
        rule_on(docket, table, names.v[i]);
}

void
ek_docket_overlay(struct ek_docket *docket, const struct ek_table *table)
{
    struct ek_scene scene = {.docket = docket};
    struct ek_gist gist = {.clues = 0};
    for (size_t i = 0; i < table->rows.n; i++) {
        const ek_row *row = &table->rows.v[i];
        if (!ek_row_holds(&scene, row))
            continue;
        struct ek_overlay overlay = {
            .id = ek_arena_copy(docket->arena, row->id),
            .text = ek_docket_word(docket, &row->reason, &gist),
        };
        EK_PUSH(docket->arena, docket->result->overlays, overlay);
    }
}
