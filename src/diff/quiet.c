/* SPDX-License-Identifier: Apache-2.0 */
/* Where two versions have the same letters, cut into other words by a blank, a
 * hyphen or the end of a line, nothing was edited. */
#include "config.h"

#include "diff/align.h"

enum { MOST_LABEL = 3 }; /* words */

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

static char
next_of_label(ek_str text, uint32_t *at, uint32_t end)
{
    while (*at < end) {
        char c = text.p[(*at)++];
        if ((c >= '0' && c <= '9') || (c | 32) >= 'a')
            return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
    }
    return 0;
}

/* Whether words [i, end) are the number by which the unit is called that begins
 * with the partner of word end: "(b)", where a format breaks the line there. */
static bool
is_label(const struct ek_align *align, bool after, uint32_t i, uint32_t end)
{
    const struct ek_side *here = after ? &align->after : &align->before,
                         *there = after ? &align->before : &align->after;
    const uint32_t *pairs = after ? align->to_before : align->to_after;
    if (end >= here->words.n)
        return false;
    const struct ek_unit *unit =
        &there->units.v[there->words.v[pairs[end]].unit];
    if (unit->first != pairs[end])
        return false;
    ek_str text = ek_side_text(there, (uint32_t)(unit - there->units.v));
    struct letters words = {align->lexicon, here, i, end, 0};
    uint32_t at = unit->label.begin;
    char c = 0;
    while (next(&words, &c)) {
        if (c != '.' && c != next_of_label(text, &at, unit->label.end))
            return false;
    }
    return next_of_label(text, &at, unit->label.end) == 0;
}

static void
quieten_labels(struct ek_align *align, bool after)
{
    const struct ek_side *side = after ? &align->after : &align->before;
    const uint32_t *pairs = after ? align->to_before : align->to_after;
    bool *quiet = after ? align->quiet_after : align->quiet_before;
    size_t n = side->words.n;
    for (uint32_t i = 0, end; i < n; i = end + 1) {
        end = after_unpaired(pairs, n, i);
        if (end == i || end - i > MOST_LABEL || !is_label(align, after, i, end))
            continue;
        for (uint32_t k = i; k < end; k++)
            quiet[k] = true;
    }
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
    quieten_labels(align, false);
    quieten_labels(align, true);
}
