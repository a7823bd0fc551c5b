/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers, colours and verdicts of the findings of a page. */
#include "config.h"

#include "report/html_out.h"

/* Gravest first. */
static const struct {
    const char *contribution;
    char kind;
} kinds[] = {{"strong", 's'},  {"contradicts", 's'}, {"review", 'q'},
             {"partly", 'q'},  {"carve60", 'k'},     {"carve61", 'k'},
             {"protect", 'p'}, {"supports", 'p'}};

enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t
rank_of(ek_str contribution)
{
    size_t i = 0;
    while (i < KINDS && !ek_str_is(contribution, kinds[i].contribution))
        i++;
    return i;
}

static void
take_verdict(struct ek_html *h, uint32_t verdict, size_t *ranks)
{
    const ek_verdict *v = &h->result->verdicts.v[verdict];
    for (size_t i = 0; i < v->findings.n; i++) {
        const struct ek_evidence *e = &v->findings.v[i];
        struct ek_html_note *note = &h->notes[e->finding];
        size_t rank = rank_of(e->contribution);
        if (rank < ranks[e->finding])
            ranks[e->finding] = rank;
        if (!note->verdicts.n ||
            note->verdicts.v[note->verdicts.n - 1] != verdict)
            EK_PUSH(h->page.arena, note->verdicts, verdict);
    }
}

static void
number_all(struct ek_html *h)
{
    uint32_t number = 0;
    for (size_t i = 0; i < h->result->findings.v.n; i++)
        if (h->result->findings.v.v[i].kind == EK_PRESENT)
            h->notes[i].number = ++number;
}

static void
judge_all(struct ek_html *h)
{
    size_t n = h->result->findings.v.n;
    size_t *ranks = ek_arena_alloc(h->page.arena, n * sizeof *ranks);
    for (size_t i = 0; i < n; i++)
        ranks[i] = KINDS;
    for (uint32_t i = 0; i < h->result->verdicts.n; i++)
        take_verdict(h, i, ranks);
    for (size_t i = 0; i < n; i++)
        h->notes[i].kind = ranks[i] < KINDS ? kinds[ranks[i]].kind : 'n';
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
    number_all(h);
    judge_all(h);
    return h;
}
