/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "score/docket.h"

static bool
is_in_verdict(const ek_verdict *verdict, ek_str id)
{
    for (size_t i = 0; i < verdict->questions.n; i++)
        if (ek_str_eq(verdict->questions.v[i], id))
            return true;
    return false;
}

static bool
is_in_result(const ek_result *result, ek_str id)
{
    for (size_t i = 0; i < result->questions.n; i++)
        if (ek_str_eq(result->questions.v[i].id, id))
            return true;
    return false;
}

/* A fact without a question of its own is asked by its title. */
static struct ek_asked
asked(ek_arena *arena, const ek_pack *pack, ek_str id)
{
    const ek_question *question = ek_pack_question(pack, id);
    const ek_fact *fact = ek_pack_fact(pack, id);
    struct ek_asked out = {.id = ek_arena_copy(arena, id)};
    if (question) {
        out.to = ek_arena_copy(arena, question->to);
        out.text = ek_label_copy(arena, &question->text);
        out.pro = ek_label_copy(arena, &question->pro);
        out.contra = ek_label_copy(arena, &question->contra);
    } else if (fact) {
        out.to = EK_STR("user");
        out.text = ek_label_copy(arena, &fact->title);
    }
    if (fact)
        out.values =
            ek_arena_copy(arena, fact->values.n ? fact->values : fact->known);
    return out;
}

static void
ask_once(struct ek_docket *docket, ek_verdict *verdict, ek_str id)
{
    const ek_pack *pack = docket->pack;
    bool known = ek_pack_question(pack, id) || ek_pack_fact(pack, id);
    if (!known || is_in_verdict(verdict, id))
        return;
    EK_PUSH(docket->arena, verdict->questions,
            ek_arena_copy(docket->arena, id));
    if (!is_in_result(docket->result, id))
        EK_PUSH(docket->arena, docket->result->questions,
                asked(docket->arena, pack, id));
}

void
ek_docket_ask(struct ek_docket *docket, ek_verdict *verdict, ek_str asks)
{
    for (ek_str id = ek_str_word(&asks); id.n; id = ek_str_word(&asks)) {
        bool fact = ek_pack_fact(docket->pack, id) != NULL;
        if (!fact || ek_facts_open(docket->facts, docket->pack, id))
            ask_once(docket, verdict, id);
    }
}
