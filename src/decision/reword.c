/* SPDX-License-Identifier: Apache-2.0 */
/* The words decided on and those at hand, as a redline. */
#include "config.h"

#include "decision/thing.h"
#include "decision/words.h"
#include "diff/lcs.h"

enum { MOST_BYTES = 8192 }; /* of a quote that is compared word by word */

void
ek_reword(ek_arena *arena, ek_review *review, char kind, ek_str text)
{
    struct ek_reworded piece = {kind, text};
    if (text.n)
        EK_PUSH(arena, review->redline, piece);
}

/* A word with what stands before the next one; the first with what stands
 * before it, too. */
static ek_str
extent(const struct ek_worded *w, size_t i)
{
    return ek_str_slice(w->text, i ? w->v[i].span.begin : 0,
                        i + 1 < w->n ? w->v[i + 1].span.begin : w->text.n);
}

struct line {
    ek_arena *arena;
    ek_review *review;
    bool reworded;
};

/* Words [from, to) as one piece. */
static void
put(struct line *line, char kind, const struct ek_worded *w, size_t from,
    size_t to)
{
    if (from == to)
        return;
    ek_str first = extent(w, from), last = extent(w, to - 1);
    ek_reword(line->arena, line->review, kind,
              (ek_str){first.p, (size_t)(last.p + last.n - first.p)});
    line->reworded |= kind != '=';
}

static void
walk(struct line *line, const struct ek_worded *a, const struct ek_worded *b,
     const uint32_t *a_to_b)
{
    size_t i = 0, k = 0;
    while (i < a->n || k < b->n) {
        size_t i_end = i, k_end = k;
        while (i_end < a->n && k_end < b->n && a_to_b[i_end] == k_end) {
            i_end++;
            k_end++;
        }
        put(line, '=', b, k, k_end);
        for (i = i_end; i_end < a->n && a_to_b[i_end] == EK_LCS_NONE;)
            i_end++;
        put(line, '-', a, i, i_end);
        i = i_end;
        k = k_end;
        k_end = i < a->n ? a_to_b[i] : b->n;
        put(line, '+', b, k, k_end);
        k = k_end;
    }
}

struct ek_rewording
ek_rewording_on(ek_arena *arena)
{
    return (struct ek_rewording){arena, ek_lexicon_new(arena),
                                 ek_lcs_new(arena, (size_t)2 * MOST_BYTES)};
}

bool
ek_reword_quote(struct ek_rewording *r, ek_review *review, ek_str before,
                ek_str after)
{
    struct ek_worded a, b;
    struct line line = {r->arena, review, false};
    ek_worded_read(&a, r->arena, r->lexicon, ek_quote_head(before, MOST_BYTES));
    ek_worded_read(&b, r->arena, r->lexicon, ek_quote_head(after, MOST_BYTES));
    uint32_t *a_to_b = ek_arena_alloc(r->arena, (a.n + 1) * sizeof *a_to_b);
    ek_lcs_pair(r->lcs, a.ids, (uint32_t)a.n, b.ids, (uint32_t)b.n, a_to_b);
    walk(&line, &a, &b, a_to_b);
    return line.reworded;
}
