/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/change.h"

/* What words of a unit are not in the other version. */
struct tally {
    uint32_t words, numbers;
};

static void
count(const struct ek_side *side, uint32_t unit, const uint32_t *pairs,
      const bool *quiet, struct tally *tally)
{
    const struct ek_unit *u = &side->units.v[unit];
    for (uint32_t i = u->first; i < u->end && !u->furniture; i++) {
        if (pairs[i] != EK_LCS_NONE || quiet[i])
            continue;
        if (side->words.v[i].kind == EK_WORD_NUMBER)
            tally->numbers++;
        else if (side->words.v[i].kind == EK_WORD_PLAIN)
            tally->words++;
    }
}

static ek_weight
weigh(const struct ek_align *align, const struct ek_group *group)
{
    struct tally tally = {0, 0};
    for (size_t i = 0; i < group->before.n; i++)
        count(&align->before, group->before.v[i], align->to_after,
              align->quiet_before, &tally);
    for (size_t i = 0; i < group->after.n; i++)
        count(&align->after, group->after.v[i], align->to_before,
              align->quiet_after, &tally);
    return tally.words     ? EK_WEIGHT_WORDING
           : tally.numbers ? EK_WEIGHT_NUMBERS
                           : EK_WEIGHT_NONE;
}

static ek_str
label_of(const struct ek_side *side, uint32_t unit)
{
    const struct ek_unit *u = &side->units.v[unit];
    return ek_str_slice(ek_side_text(side, unit), u->label.begin, u->label.end);
}

static bool
is_renumbered(const struct ek_align *align, const struct ek_group *group)
{
    return group->before.n == 1 && group->after.n == 1 &&
           !ek_str_eq(label_of(&align->before, group->before.v[0]),
                      label_of(&align->after, group->after.v[0]));
}

static unsigned
what_of(const struct ek_align *align, const struct ek_group *group,
        ek_weight weight)
{
    unsigned what = 0;
    if (!group->before.n)
        return EK_CHANGE_ADDED;
    if (!group->after.n)
        return EK_CHANGE_REMOVED;
    what |= weight != EK_WEIGHT_NONE ? EK_CHANGE_EDITED : 0;
    what |= group->moved ? EK_CHANGE_MOVED : 0;
    what |= group->before.n < group->after.n ? EK_CHANGE_SPLIT : 0;
    what |= group->before.n > group->after.n ? EK_CHANGE_MERGED : 0;
    what |= is_renumbered(align, group) ? EK_CHANGE_RENUMBERED : 0;
    return what;
}

static struct ek_place_in
place_of(const struct ek_side *side, uint32_t unit)
{
    return (struct ek_place_in){side->units.v[unit].document,
                                side->units.v[unit].block};
}

bool
ek_change_of(struct ek_align *align, const struct ek_group *group,
             struct ek_clause_change *change)
{
    *change = (struct ek_clause_change){.weight = weigh(align, group)};
    change->what = what_of(align, group, change->weight);
    if (!change->what)
        return false;
    for (size_t i = 0; i < group->before.n; i++)
        EK_PUSH(align->arena, change->before,
                place_of(&align->before, group->before.v[i]));
    for (size_t i = 0; i < group->after.n; i++)
        EK_PUSH(align->arena, change->after,
                place_of(&align->after, group->after.v[i]));
    if (is_renumbered(align, group)) {
        change->label_before = label_of(&align->before, group->before.v[0]);
        change->label_after = label_of(&align->after, group->after.v[0]);
    }
    if (change->weight != EK_WEIGHT_NONE)
        ek_redline(align, group, change);
    return true;
}
