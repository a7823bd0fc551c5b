/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff.h"

void
ek_diff_group(struct ek_diff_entries *entries, ek_arena *arena,
              const ek_changes *changes)
{
    *entries = (struct ek_diff_entries){.shifts = {0}};
    uint32_t *entry_of = /* by clause: index + 1 */
        ek_arena_alloc(arena, (changes->clauses.n + 1) * sizeof *entry_of);
    if (!ek_changes_comparable(changes))
        return;
    for (uint32_t i = 0; i < changes->statements.n; i++) {
        const struct ek_statement_change *s = &changes->statements.v[i];
        uint32_t known = s->clause == EK_NOT_THERE ? 0 : entry_of[s->clause];
        if (!known) {
            struct ek_diff_entry first = {.clause = s->clause,
                                          .shift = s->shift};
            EK_PUSH(arena, entries->v, first);
            entries->shifts[s->shift]++;
            known = (uint32_t)entries->v.n;
            if (s->clause != EK_NOT_THERE)
                entry_of[s->clause] = known;
        }
        struct ek_diff_entry *entry = &entries->v.v[known - 1];
        entry->grew |=
            s->kind == EK_STATEMENT_GAINED && s->shift == EK_SHIFT_STRONGER;
        EK_PUSH(arena, entry->statements, i);
    }
}

const ek_finding *
ek_diff_finding(const ek_changes *changes,
                const struct ek_statement_change *change,
                const ek_result **result)
{
    bool later = change->after != EK_NOT_THERE;
    const ek_result *r = later ? changes->after : changes->before;
    if (result)
        *result = r;
    return &r->findings.v.v[later ? change->after : change->before];
}
