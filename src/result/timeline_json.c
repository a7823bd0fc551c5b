/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/timeline.h"

#include "result/take.h"

static const char KINDS[] = "gained lost turned reworded near";
static const char SHIFTS[] = "stronger weaker open";

static void
give_turn(json_t *object, ek_arena *arena, const struct ek_turned *turn)
{
    ek_give_text(arena, object, "clause", turn->clause);
    ek_give_label(arena, object, "title", &turn->title);
    ek_give_text(arena, object, "kind", turn->kind);
    ek_give_text(arena, object, "shift", turn->shift);
    ek_give_text(arena, object, "before", turn->before);
    ek_give_text(arena, object, "after", turn->after);
    ek_give_text(arena, object, "place_before", turn->place_before);
    ek_give_text(arena, object, "place_after", turn->place_after);
}

static bool
take_turn(struct ek_turned *turn, struct ek_taken *from)
{
    return ek_take_text(&turn->clause, from, "clause") &&
           ek_take_label(&turn->title, from, "title") &&
           ek_take_word(&turn->kind, from, "kind", EK_STR(KINDS)) &&
           ek_take_word(&turn->shift, from, "shift", EK_STR(SHIFTS)) &&
           ek_take_text(&turn->before, from, "before") &&
           ek_take_text(&turn->after, from, "after") &&
           ek_take_text(&turn->place_before, from, "place_before") &&
           ek_take_text(&turn->place_after, from, "place_after") &&
           ek_take_close(from, "statement");
}

void
ek_difference_give(json_t *object, ek_arena *arena,
                   const ek_version_difference *d)
{
    ek_give_bool(arena, object, "compared", d->compared);
    ek_give_bool(arena, object, "substance", d->substance);
    ek_give_bool(arena, object, "rules_differ", d->rules);
    ek_give_number(arena, object, "wording", d->wording);
    ek_give_number(arena, object, "numbers", d->numbers);
    ek_give_number(arena, object, "other", d->other);
    json_t *turns = ek_give_list(arena, object, "statements");
    for (size_t i = 0; i < d->turns.n; i++)
        give_turn(ek_give_item(arena, turns), arena, &d->turns.v[i]);
}

static bool
take_turns(ek_version_difference *out, struct ek_taken *from)
{
    const json_t *turns = NULL;
    struct ek_taker *taker = from->taker;
    if (!ek_take_array(&turns, from, "statements"))
        return false;
    for (size_t i = 0; i < json_array_size(turns); i++) {
        struct ek_taken one;
        struct ek_turned turn;
        if (!ek_take_open(&one, taker, json_array_get(turns, i), "statement") ||
            !take_turn(&turn, &one))
            return false;
        EK_PUSH(taker->arena, out->turns, turn);
    }
    return true;
}

static bool
take_difference(ek_version_difference *out, struct ek_taken *from)
{
    *out = (ek_version_difference){0};
    return ek_take_bool(&out->compared, from, "compared") &&
           ek_take_bool(&out->substance, from, "substance") &&
           ek_take_bool(&out->rules, from, "rules_differ") &&
           ek_take_number(&out->wording, from, "wording") &&
           ek_take_number(&out->numbers, from, "numbers") &&
           ek_take_number(&out->other, from, "other") &&
           take_turns(out, from) && ek_take_close(from, "difference");
}

void
ek_difference_write(ek_buf *out, const ek_version_difference *difference)
{
    struct ek_json_holder *holder = ek_json_hold(out->arena);
    holder->json = json_object();
    ek_difference_give(holder->json, out->arena, difference);
    ek_give_out(out, holder->json);
    ek_json_let_go(holder);
}

ek_status
ek_difference_read(ek_version_difference *out, ek_arena *arena, ek_str json)
{
    struct ek_taker taker = {.arena = arena};
    struct ek_taken from;
    struct ek_json_holder *holder = ek_json_hold(arena);
    holder->json = json_loadb(json.p, json.n, JSON_REJECT_DUPLICATES, NULL);
    bool good = holder->json &&
                ek_take_open(&from, &taker, holder->json, "difference") &&
                take_difference(out, &from);
    ek_json_let_go(holder);
    return good ? EK_OK : EK_EFORMAT;
}
