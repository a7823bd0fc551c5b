/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions whose words stand there as they were decided on. */
#include "config.h"

#include "decision/index.h"
#include "decision/thing.h"

static bool
is_open_finding(const struct ek_applying *a, const struct ek_thing *thing)
{
    return !thing->settled &&
           ek_thing_decision(a, thing)->about == EK_ABOUT_FINDING;
}

static uint32_t
alike_of(const struct ek_applying *a, const struct ek_thing *thing)
{
    uint32_t alike = 1;
    for (uint32_t i = thing->first; i < thing->end; i++)
        if (a->decisions.v[i].alike > alike)
            alike = a->decisions.v[i].alike;
    return alike;
}

static void
stand(struct ek_applying *a, struct ek_thing *thing, ek_standing standing,
      uint32_t finding)
{
    ek_review review = {.standing = standing,
                        .finding = finding,
                        .verdict = EK_DECIDED_NOTHING};
    a->claimed[finding] = true;
    ek_thing_stands(a, thing, &review);
}

/* Words that stand there more often than when they were decided on are not all
 * those that were meant. */
void
ek_things_in_place(struct ek_applying *a)
{
    struct ek_index index = {0};
    for (uint32_t i = 0; i < a->result->findings.v.n; i++) {
        struct ek_entry entry = {a->result->findings.v.v[i].fingerprint, i};
        EK_PUSH(a->arena, index.v, entry);
    }
    ek_index_sort(&index);
    for (size_t t = 0; t < a->things.n; t++) {
        struct ek_thing *thing = &a->things.v[t];
        size_t first, n = 0;
        if (is_open_finding(a, thing))
            n = ek_index_find(&index, ek_thing_decision(a, thing)->fingerprint,
                              &first);
        for (uint32_t i = 0, alike = alike_of(a, thing); i < n; i++)
            stand(a, thing,
                  i < alike ? EK_STANDING_CARRIED : EK_STANDING_LOOKALIKE,
                  index.v.v[first + i].thing);
    }
}

/* The things and the findings of one wording. */
static void
pair(struct ek_applying *a, const struct ek_entry *things, size_t t,
     const struct ek_entry *findings, size_t f)
{
    bool sure =
        t == 1 && f == 1 && alike_of(a, &a->things.v[things->thing]) == 1;
    for (size_t i = 0; f && (i < t || i < f); i++)
        stand(a, &a->things.v[things[i < t ? i : t - 1].thing],
              sure ? EK_STANDING_MOVED : EK_STANDING_LOOKALIKE,
              findings[i < f ? i : f - 1].thing);
}

void
ek_things_moved(struct ek_applying *a)
{
    struct ek_index findings = {0}, things = {0};
    for (uint32_t i = 0; i < a->result->findings.v.n; i++) {
        struct ek_entry entry = {a->result->findings.v.v[i].wording, i};
        if (!a->claimed[i] && entry.key.n)
            EK_PUSH(a->arena, findings.v, entry);
    }
    for (uint32_t t = 0; t < a->things.n; t++)
        if (is_open_finding(a, &a->things.v[t])) {
            struct ek_entry entry = {
                ek_thing_decision(a, &a->things.v[t])->wording, t};
            EK_PUSH(a->arena, things.v, entry);
        }
    ek_index_sort(&findings);
    ek_index_sort(&things);
    for (size_t t = 0, n; t < things.v.n; t += n) {
        size_t first, f;
        n = ek_index_find(&things, things.v.v[t].key, &first);
        f = ek_index_find(&findings, things.v.v[t].key, &first);
        pair(a, &things.v.v[t], n, f ? &findings.v.v[first] : NULL, f);
    }
}
