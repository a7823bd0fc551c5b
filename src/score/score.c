/* SPDX-License-Identifier: Apache-2.0 */
/* The tables decide, in the order of the pack; nothing of the law stands in
 * this room (docs/tables.md). */
#include "config.h"

#include "score/score.h"

#include "score/docket.h"

static void
list_facts(struct ek_docket *docket)
{
    for (size_t i = 0; i < docket->pack->facts.n; i++) {
        bool given;
        ek_str id = docket->pack->facts.v[i].id;
        ek_str value = ek_facts_get(docket->facts, docket->pack, id, &given);
        struct ek_answer answer = {
            .fact = ek_arena_copy(docket->arena, id),
            .value = ek_arena_copy(docket->arena, value),
            .given = given,
        };
        EK_PUSH(docket->arena, docket->result->facts, answer);
    }
}

static struct ek_docket
open_docket(ek_result *result, const ek_pack *pack,
            const struct ek_facts *facts)
{
    struct ek_docket docket = {
        .arena = result->arena, .result = result, .pack = pack, .facts = facts};
    docket.unread = ek_docket_unread(&docket);
    return docket;
}

static ek_label
why_none(const struct ek_docket *docket)
{
    const struct ek_table *table =
        ek_pack_table(docket->pack, EK_STR("no-result"));
    ek_str why = docket->result->no_result;
    if (!table || !ek_table_row(table, why))
        why = EK_STR("other");
    return ek_docket_label(docket, "no-result", why);
}

static bool
is_always_shown(const struct ek_table *table)
{
    bool shown = table->kind == EK_TABLE_ITEM && !table->each &&
                 (!table->hidden || table->part_of.n);
    for (size_t i = 0; i < table->rows.n; i++)
        shown &= !ek_str_is(table->rows.v[i].gives, "none");
    return shown;
}

/* Every item from this table on has no result. */
static void
rule_none(const struct ek_docket *docket, size_t from)
{
    ek_str status = EK_STR("no-result");
    ek_label label = ek_docket_label(docket, "statuses", status);
    ek_label why = why_none(docket);
    for (size_t i = from; i < docket->pack->tables.n; i++) {
        const struct ek_table *table = &docket->pack->tables.v[i];
        if (!is_always_shown(table))
            continue;
        ek_verdict verdict = {
            .item = ek_arena_copy(docket->arena, table->id),
            .title = ek_label_copy(docket->arena, &table->title),
            .status = status,
            .label = ek_label_copy(docket->arena, &label),
            .row = status,
            .reason = ek_label_copy(docket->arena, &why),
        };
        if (table->part_of.n)
            EK_PUSH(docket->arena, docket->result->checklist, verdict);
        else
            EK_PUSH(docket->arena, docket->result->verdicts, verdict);
    }
}

/* A status that is a reason for no result ends the judging. */
static bool
is_refused(const struct ek_docket *docket)
{
    const struct ek_table *reasons =
        ek_pack_table(docket->pack, EK_STR("no-result"));
    if (!reasons || !docket->rulings.n)
        return false;
    ek_str status = docket->rulings.v[docket->rulings.n - 1].verdict.status;
    if (!ek_table_row(reasons, status))
        return false;
    docket->result->no_result = ek_arena_copy(docket->arena, status);
    if (!docket->result->bundle.n && docket->result->documents.n)
        docket->result->documents.v[0].no_result = docket->result->no_result;
    return true;
}

void
ek_score(ek_result *result, const ek_pack *pack, const struct ek_facts *facts)
{
    struct ek_docket docket = open_docket(result, pack, facts);
    list_facts(&docket);
    for (size_t i = 0; i < pack->tables.n; i++) {
        const struct ek_table *table = &pack->tables.v[i];
        switch (table->kind) {
        case EK_TABLE_FINDING:
            ek_docket_mark(&docket, table);
            break;
        case EK_TABLE_ITEM:
            ek_docket_rule(&docket, table);
            if (is_refused(&docket)) {
                rule_none(&docket, i + 1);
                return;
            }
            break;
        case EK_TABLE_OVERLAY:
            ek_docket_overlay(&docket, table);
            break;
        case EK_TABLE_WORDS:
            break;
        }
    }
    ek_docket_place(&docket);
    ek_docket_date(&docket);
}

void
ek_score_none(ek_result *result, const ek_pack *pack,
              const struct ek_facts *facts)
{
    struct ek_docket docket = open_docket(result, pack, facts);
    list_facts(&docket);
    rule_none(&docket, 0);
}
