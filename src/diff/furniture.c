/* SPDX-License-Identifier: Apache-2.0 */
/* Running heads and page numbers that one version has and the other has not:
 * lines alike but for a number that counts up by one, and what stands beside
 * every one of them. */
#include "config.h"

#include "diff/align.h"

#include <stdlib.h>

enum { LEAST_PAGES = 3, MOST_WORDS = 12 };

/* A short unit that the other version has not. */
struct line {
    uint64_t look; /* the same for units alike but for their numbers */
    uint32_t unit;
    uint32_t page; /* its last number; 0: none */
};

struct lines {
    EK_VEC(struct line) v; /* by look, then unit */
};

static uint32_t
number_of(ek_str word)
{
    uint32_t n = 0;
    for (size_t i = 0; i < word.n && i < 5; i++) {
        if (word.p[i] < '0' || word.p[i] > '9')
            return 0;
        n = n * 10 + (uint32_t)(word.p[i] - '0');
    }
    return n;
}

static struct line
line_of(const struct ek_align *align, const struct ek_side *side, uint32_t unit)
{
    const struct ek_unit *u = &side->units.v[unit];
    struct line line = {UINT64_C(0xcbf29ce484222325), unit, 0};
    for (uint32_t i = u->first; i < u->end; i++) {
        const struct ek_diff_word *w = &side->words.v[i];
        bool number = w->kind == EK_WORD_NUMBER;
        line.look ^= number ? UINT32_MAX : w->id;
        line.look *= UINT64_C(0x100000001b3);
        line.look ^= line.look >> 29;
        if (number && !line.page)
            line.page = number_of(ek_lexicon_word(align->lexicon, w->id));
    }
    return line;
}

static int
by_look(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    if (x->look != y->look)
        return x->look < y->look ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static struct lines
gather(const struct ek_align *align, const struct ek_side *side,
       const uint32_t *pairs)
{
    struct lines lines = {0};
    for (uint32_t u = 0; u < side->units.n; u++) {
        uint32_t i = side->units.v[u].first, end = side->units.v[u].end;
        if (end - i > MOST_WORDS)
            continue;
        while (i < end && pairs[i] == EK_LCS_NONE)
            i++;
        if (i < end)
            continue;
        struct line line = line_of(align, side, u);
        EK_PUSH(align->arena, lines.v, line);
    }
    if (lines.v.n)
        qsort(lines.v.v, lines.v.n, sizeof *lines.v.v, by_look);
    return lines;
}

static bool
counts_up(const struct line *v, size_t n)
{
    bool counts = n >= LEAST_PAGES && v[0].page;
    for (size_t i = 1; i < n && counts; i++)
        counts = v[i].page == v[i - 1].page + 1;
    return counts;
}

/* Whether furniture stands beside each; the first may stand alone. */
static bool
stands_by(const struct ek_side *side, const struct line *v, size_t n)
{
    size_t beside = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t u = v[i].unit;
        beside += (u > 0 && side->units.v[u - 1].furniture) ||
                  (u + 1 < side->units.n && side->units.v[u + 1].furniture);
    }
    return n >= LEAST_PAGES && beside + 1 >= n;
}

static void
mark(struct ek_side *side, const struct lines *lines, bool numbered)
{
    for (size_t i = 0, end; i < lines->v.n; i = end) {
        const struct line *v = &lines->v.v[i];
        for (end = i + 1; end < lines->v.n && lines->v.v[end].look == v->look;)
            end++;
        if (numbered ? counts_up(v, end - i) : stands_by(side, v, end - i))
            for (size_t k = i; k < end; k++)
                side->units.v[lines->v.v[k].unit].furniture = true;
    }
}

static void
mark_side(const struct ek_align *align, struct ek_side *side,
          const uint32_t *pairs)
{
    struct lines lines = gather(align, side, pairs);
    mark(side, &lines, true);
    mark(side, &lines, false);
}

void
ek_align_furniture(struct ek_align *align)
{
    mark_side(align, &align->before, align->to_after);
    mark_side(align, &align->after, align->to_before);
}
