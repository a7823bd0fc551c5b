/* SPDX-License-Identifier: Apache-2.0 */
/* Where two versions have the same letters, cut into other words by a blank, a
 * hyphen or the end of a line, nothing was edited. */
#include "config.h"

#include "diff/align.h"

/* The letters of some words in a row. */
struct letters {
    const struct ek_lexicon *lexicon;
    const struct ek_side *side;
    uint32_t word, end;
    size_t at; /* within the word */
};

static bool
next(struct letters *l, char *c)
{
    while (l->word < l->end) {
        ek_str word = ek_lexicon_word(l->lexicon, l->side->words.v[l->word].id);
        if (l->at < word.n) {
            *c = word.p[l->at++];
            return true;
        }
        l->word++;
        l->at = 0;
    }
    return false;
}

static bool
alike(struct letters a, struct letters b)
{
    char x = 0, y = 0;
    for (;;) {
        bool more = next(&a, &x);
        if (more != next(&b, &y))
            return false;
        if (!more || x != y)
            return !more;
    }
}

static uint32_t
after_unpaired(const uint32_t *pairs, size_t n, uint32_t i)
{
    while (i < n && pairs[i] == EK_LCS_NONE)
        i++;
    return i;
}

/* The words of the other version that stand where [i, end) does: between the
 * partners of its neighbours. */
static bool
opposite(const struct ek_align *align, uint32_t i, uint32_t end, uint32_t *j,
         uint32_t *j_end)
{
    size_t n = align->before.words.n, m = align->after.words.n;
    if (i == 0 && end == n)
        return false;
    if (i > 0)
        *j = align->to_after[i - 1] + 1;
    else
        for (*j = align->to_after[end];
             *j > 0 && align->to_before[*j - 1] == EK_LCS_NONE;)
            --*j;
    *j_end = after_unpaired(align->to_before, m, *j);
    return *j_end > *j && (end == n || align->to_after[end] == *j_end);
}

void
ek_align_quiet(struct ek_align *align)
{
    size_t n = align->before.words.n;
    for (uint32_t i = 0, end; i < n; i = end + 1) {
        uint32_t j = 0, j_end = 0;
        end = after_unpaired(align->to_after, n, i);
        if (end == i || !opposite(align, i, end, &j, &j_end))
            continue;
        struct letters a = {align->lexicon, &align->before, i, end, 0},
                       b = {align->lexicon, &align->after, j, j_end, 0};
        if (!alike(a, b))
            continue;
        for (uint32_t k = i; k < end; k++)
            align->quiet_before[k] = true;
        for (uint32_t k = j; k < j_end; k++)
            align->quiet_after[k] = true;
    }
}
