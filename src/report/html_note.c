/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers and colours of the findings of a page. */
#include "config.h"

#include "result/contribution.h"
#include "report/html_out.h"

#include <limits.h>

static void
number_all(struct ek_html *h)
{
    uint32_t number = 0;
    for (size_t i = 0; i < h->result->findings.v.n; i++)
        if (h->result->findings.v.v[i].kind == EK_PRESENT)
            h->notes[i].number = ++number;
}

/* By the gravest of what the verdicts make of it. */
static void
judge_all(struct ek_html *h)
{
    const ek_result *r = h->result;
    size_t n = r->findings.v.n;
    unsigned *ranks = ek_arena_alloc(h->page.arena, n * sizeof *ranks);
    for (size_t i = 0; i < n; i++) {
        ranks[i] = UINT_MAX;
        h->notes[i].kind = 'n';
    }
    for (size_t i = 0; i < r->verdicts.n; i++)
        for (size_t k = 0; k < r->verdicts.v[i].findings.n; k++) {
            const struct ek_evidence *e = &r->verdicts.v[i].findings.v[k];
            unsigned rank = ek_contribution_rank(e->contribution);
            if (rank >= ranks[e->finding])
                continue;
            ranks[e->finding] = rank;
            h->notes[e->finding].kind = ek_contribution_kind(e->contribution);
        }
}

struct ek_html *
ek_html_open(ek_arena *arena, ek_buf *out, const ek_result *r,
             const struct ek_report_options *options)
{
    struct ek_page page = ek_page_open(arena, out, options);
    struct ek_html *h = ek_arena_alloc(page.arena, sizeof *h);
    *h = (struct ek_html){.page = page, .result = r};
    h->notes =
        ek_arena_alloc(page.arena, (r->findings.v.n + 1) * sizeof *h->notes);
    h->page.reviewed = ek_reviewed_of(page.arena, r);
    number_all(h);
    judge_all(h);
    return h;
}
