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
    for (uint32_t i = 0; i < changes->statements.n; i++) {
        const struct ek_statement_change *s = &changes->statements.v[i];
        uint32_t known = s->clause == EK_NOT_THERE ? 0 : entry_of[s->clause];
        if (!known) {
            struct ek_diff_entry entry = {.clause = s->clause,
                                          .shift = s->shift};
            EK_PUSH(arena, entries->v, entry);
            entries->shifts[s->shift]++;
            known = (uint32_t)entries->v.n;
            if (s->clause != EK_NOT_THERE)
                entry_of[s->clause] = known;
        }
        EK_PUSH(arena, entries->v.v[known - 1].statements, i);
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

ek_str
ek_diff_kind_word(struct ek_page *page,
                  const struct ek_statement_change *change)
{
    static const enum ek_word words[] = {
        [EK_STATEMENT_GAINED] = EK_W_diff_gained,
        [EK_STATEMENT_LOST] = EK_W_diff_lost,
        [EK_STATEMENT_TURNED] = EK_W_diff_turned,
        [EK_STATEMENT_REWORDED] = EK_W_diff_reworded,
        [EK_STATEMENT_NEAR] = EK_W_diff_near};
    return ek_catalogue_text(words[change->kind], page->options.lang);
}

ek_str
ek_diff_shift_word(struct ek_page *page, ek_shift shift)
{
    static const enum ek_word words[] = {[EK_SHIFT_STRONGER] =
                                             EK_W_diff_stronger,
                                         [EK_SHIFT_WEAKER] = EK_W_diff_weaker,
                                         [EK_SHIFT_OPEN] = EK_W_diff_open};
    return ek_catalogue_text(words[shift], page->options.lang);
}

static ek_str
words_of(struct ek_page *page, ek_qualifier q, uint32_t bits)
{
    ek_buf out = ek_buf_on(page->arena);
    for (unsigned i = 0; ek_qualifier_word(q, i).n; i++)
        if (bits >> i & 1) {
            ek_buf_puts(&out, out.n ? " " : "");
            ek_buf_add(&out, ek_qualifier_word(q, i));
        }
    return out.n
               ? ek_buf_str(&out)
               : ek_catalogue_text(EK_W_diff_nothing_said, page->options.lang);
}

ek_str
ek_diff_qualities(struct ek_page *page,
                  const struct ek_statement_change *change)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < change->qualities.n; i++) {
        const struct ek_quality_change *c = &change->qualities.v[i];
        ek_str turned = ek_page_say(page, EK_W_diff_to,
                                    words_of(page, c->qualifier, c->before),
                                    words_of(page, c->qualifier, c->after));
        ek_buf_puts(&out, out.n ? "; " : "");
        ek_catalogue_add(&out, EK_W_html_reason_at, page->options.lang,
                         ek_str_of(ek_qualifier_name(c->qualifier)), turned);
    }
    return ek_buf_str(&out);
}
