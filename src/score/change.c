/* SPDX-License-Identifier: Apache-2.0 */
/* What has changed since the date of the pack stands beside the verdicts that
 * it dates. */
#include "config.h"

#include "score/docket.h"

static void
list_once(const struct ek_docket *docket, const ek_pack_change *change)
{
    ek_result *result = docket->result;
    for (size_t i = 0; i < result->changes.n; i++)
        if (ek_str_eq(result->changes.v[i].id, change->id))
            return;
    struct ek_dated dated = {
        .id = ek_arena_copy(docket->arena, change->id),
        .text = ek_label_copy(docket->arena, &change->text),
    };
    EK_PUSH(docket->arena, result->changes, dated);
}

static bool
dates(const ek_pack_change *change, ek_str provisions)
{
    for (ek_str w = ek_str_word(&provisions); w.n; w = ek_str_word(&provisions))
        if (ek_words_have(change->provisions, w))
            return true;
    return false;
}

static void
date(const struct ek_docket *docket, ek_verdict *verdict)
{
    const ek_pack *pack = docket->pack;
    ek_buf ids = ek_buf_on(docket->arena);
    for (size_t i = 0; i < pack->changes.n; i++) {
        const ek_pack_change *change = &pack->changes.v[i];
        if (!dates(change, verdict->provisions))
            continue;
        ek_buf_puts(&ids, ids.n ? " " : "");
        ek_buf_add(&ids, change->id);
        list_once(docket, change);
    }
    verdict->changes = ek_buf_str(&ids);
}

void
ek_docket_date(struct ek_docket *docket)
{
    for (size_t i = 0; i < docket->result->verdicts.n; i++)
        date(docket, &docket->result->verdicts.v[i]);
}
