/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/timeline.h"

const char *
ek_event_word(ek_event_kind kind)
{
    static const char *const words[] = {"first", "changed", "again", "removed",
                                        "not-terms"};
    return words[kind];
}

bool
ek_event_matters(const ek_event *event)
{
    return event->difference.compared && event->difference.substance &&
           !event->difference.rules;
}

static ek_str
article(const ek_result *r, uint32_t finding)
{
    return finding == EK_NOT_THERE ? EK_STR("")
                                   : r->findings.v.v[finding].article;
}

static ek_str
quote(const ek_result *r, uint32_t finding)
{
    return finding == EK_NOT_THERE ? EK_STR("")
                                   : r->findings.v.v[finding].quote;
}

static struct ek_turned
turn_of(ek_arena *arena, const ek_changes *changes,
        const struct ek_statement_change *change)
{
    const ek_finding *f = change->after != EK_NOT_THERE
                              ? &changes->after->findings.v.v[change->after]
                              : &changes->before->findings.v.v[change->before];
    const ek_str quotes[] = {quote(changes->before, change->before),
                             quote(changes->after, change->after)};
    const ek_str places[] = {article(changes->before, change->before),
                             article(changes->after, change->after)};
    return (struct ek_turned){.clause = ek_arena_copy(arena, f->clause),
                              .title = {ek_arena_copy(arena, f->title.ja),
                                        ek_arena_copy(arena, f->title.en)},
                              .kind =
                                  ek_str_of(ek_statement_word(change->kind)),
                              .shift = ek_str_of(ek_shift_word(change->shift)),
                              .before = ek_arena_copy(arena, quotes[0]),
                              .after = ek_arena_copy(arena, quotes[1]),
                              .place_before = ek_arena_copy(arena, places[0]),
                              .place_after = ek_arena_copy(arena, places[1])};
}

void
ek_difference_of(ek_version_difference *out, ek_arena *arena,
                 const ek_changes *changes)
{
    *out = (ek_version_difference){
        .compared = ek_changes_comparable(changes),
        .substance = ek_changes_of_substance(changes),
        .rules = changes->rules_differ,
        .wording = (uint32_t)changes->counts[EK_WEIGHT_WORDING],
        .numbers = (uint32_t)changes->counts[EK_WEIGHT_NUMBERS],
        .other = (uint32_t)changes->counts[EK_WEIGHT_NONE]};
    for (size_t i = 0; out->compared && i < changes->statements.n; i++) {
        struct ek_turned turn =
            turn_of(arena, changes, &changes->statements.v[i]);
        EK_PUSH(arena, out->turns, turn);
    }
}
