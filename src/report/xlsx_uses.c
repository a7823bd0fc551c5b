/* SPDX-License-Identifier: Apache-2.0 */
/* The verdicts name their findings; a sheet of findings needs the other way
 * round, once a contract. */
#include "config.h"

#include "result/contribution.h"
#include "report/xlsx.h"

static const struct {
    const char *contribution;
    enum ek_word word;
} contributions[] = {
    {"strong", EK_W_x_strong},   {"contradicts", EK_W_x_contradicts},
    {"review", EK_W_x_review},   {"partly", EK_W_x_partly},
    {"carve60", EK_W_x_carve60}, {"carve61", EK_W_x_carve61},
    {"protect", EK_W_x_protect}, {"supports", EK_W_x_supports},
    {"neutral", EK_W_x_neutral},
};

static unsigned
rank_of(const struct ek_evidence *e)
{
    return ek_contribution_rank(e->contribution);
}

ek_str
ek_xlsx_contribution(struct ek_page *page, ek_str contribution)
{
    for (size_t i = 0; i < sizeof contributions / sizeof *contributions; i++)
        if (ek_str_is(contribution, contributions[i].contribution))
            return ek_catalogue_text(contributions[i].word, page->options.lang);
    return ek_page_text(page, contribution);
}

/* Counts, then makes of each count the end of its run. */
static void
count(size_t *first, const ek_result *r)
{
    for (size_t i = 0; i < r->verdicts.n; i++)
        for (size_t k = 0; k < r->verdicts.v[i].findings.n; k++)
            first[r->verdicts.v[i].findings.v[k].finding]++;
    for (size_t i = 0; i < r->findings.v.n; i++)
        first[i + 1] += first[i];
}

struct ek_xlsx_uses
ek_xlsx_uses_of(ek_arena *arena, const ek_result *r)
{
    struct ek_xlsx_uses uses = {0};
    size_t n = r->findings.v.n;
    uses.first = ek_arena_alloc(arena, (n + 1) * sizeof *uses.first);
    count(uses.first, r);
    uses.v = ek_arena_alloc(arena, uses.first[n] * sizeof *uses.v);
    for (size_t i = r->verdicts.n; i-- > 0;) {
        const ek_verdict *v = &r->verdicts.v[i];
        for (size_t k = v->findings.n; k-- > 0;) {
            const struct ek_evidence *e = &v->findings.v[k];
            uses.v[--uses.first[e->finding]] =
                (struct ek_xlsx_use){.verdict = v, .evidence = e};
        }
    }
    return uses;
}

const struct ek_xlsx_use *
ek_xlsx_gravest(const struct ek_xlsx_uses *uses, size_t finding)
{
    const struct ek_xlsx_use *best = NULL;
    for (size_t i = uses->first[finding]; i < uses->first[finding + 1]; i++)
        if (!best || rank_of(uses->v[i].evidence) < rank_of(best->evidence))
            best = &uses->v[i];
    return best;
}

const struct ek_evidence *
ek_xlsx_gravest_of(const ek_verdict *v)
{
    const struct ek_evidence *best = NULL;
    for (size_t i = 0; i < v->findings.n; i++)
        if (!best || rank_of(&v->findings.v[i]) < rank_of(best))
            best = &v->findings.v[i];
    return best;
}
