/* SPDX-License-Identifier: Apache-2.0 */
/* The words of a clause as pieces of same, deleted, inserted. What two versions
 * have in common by chance, a word or two between long edits, is no island in
 * the redline; and a Japanese word is not cut in two where only one of its
 * characters changed. */
#include "config.h"

#include "diff/change.h"

enum { MOST_ISLAND = 2, LEAST_SEA = 6, MOST_GROWTH = 3 };

/* One word of either version, in the order of the redline. */
struct step {
    ek_piece_kind kind;
    uint32_t word;    /* of before when deleted */
    uint32_t partner; /* of a same word: the one of before */
};

struct line {
    struct ek_align *align;
    EK_VEC(struct step) steps;
};

static void
push(struct line *line, ek_piece_kind kind, uint32_t word, uint32_t partner)
{
    struct step step = {kind, word, partner};
    EK_PUSH(line->align->arena, line->steps, step);
}

/* The words of the group's units, one after the other. */
struct cursor {
    const struct ek_side *side;
    const uint32_t *units;
    size_t n, at;
    uint32_t word;
};

static struct cursor
cursor_of(const struct ek_side *side, const uint32_t *units, size_t n)
{
    return (struct cursor){side, units, n, 0,
                           n ? side->units.v[units[0]].first : 0};
}

static bool
is_done(const struct cursor *c)
{
    return c->at == c->n;
}

static void
advance(struct cursor *c)
{
    c->word++;
    while (c->at < c->n && c->word >= c->side->units.v[c->units[c->at]].end)
        if (++c->at < c->n)
            c->word = c->side->units.v[c->units[c->at]].first;
}

static void
walk(struct line *line, const struct ek_group *group)
{
    const struct ek_align *align = line->align;
    struct cursor a = cursor_of(&align->before, group->before.v,
                                group->before.n),
                  b = cursor_of(&align->after, group->after.v, group->after.n);
    while (!is_done(&a) || !is_done(&b)) {
        if (!is_done(&a) && align->quiet_before[a.word]) {
            advance(&a);
        } else if (!is_done(&b) && align->quiet_after[b.word]) {
            push(line, EK_PIECE_SAME, b.word, EK_NOT_THERE);
            advance(&b);
        } else if (!is_done(&a) && !is_done(&b) &&
                   align->to_after[a.word] == b.word) {
            push(line, EK_PIECE_SAME, b.word, a.word);
            advance(&a);
            advance(&b);
        } else if (!is_done(&a) &&
                   (is_done(&b) || align->to_after[a.word] == EK_LCS_NONE ||
                    align->to_after[a.word] < b.word)) {
            push(line, EK_PIECE_DELETED, a.word, EK_NOT_THERE);
            advance(&a);
        } else {
            push(line, EK_PIECE_INSERTED, b.word, EK_NOT_THERE);
            advance(&b);
        }
    }
}

static bool
is_character(const struct ek_side *side, uint32_t word)
{
    const struct ek_diff_word *w = &side->words.v[word];
    ek_str text = ek_side_text(side, w->unit);
    unsigned char c = (unsigned char)text.p[w->span.begin];
    return c >= 0xE4 && c <= 0xE9 && w->span.end - w->span.begin == 3;
}

static size_t
end_of_kind(const struct line *line, size_t i)
{
    size_t end = i;
    while (end < line->steps.n && (line->steps.v[end].kind == EK_PIECE_SAME) ==
                                      (line->steps.v[i].kind == EK_PIECE_SAME))
        end++;
    return end;
}

/* A same word is shown as deleted and inserted. */
static void
give_up(struct line *line, struct line *out, size_t i)
{
    const struct step *step = &line->steps.v[i];
    if (step->partner != EK_NOT_THERE)
        push(out, EK_PIECE_DELETED, step->partner, EK_NOT_THERE);
    push(out, EK_PIECE_INSERTED, step->word, EK_NOT_THERE);
}

static void
drown_islands(struct line *line)
{
    struct line out = {.align = line->align};
    size_t before = 0; /* edits just passed */
    for (size_t i = 0, end; i < line->steps.n; i = end) {
        end = end_of_kind(line, i);
        size_t after = end < line->steps.n ? end_of_kind(line, end) - end : 0;
        bool same = line->steps.v[i].kind == EK_PIECE_SAME;
        bool island = same && end - i <= MOST_ISLAND && before >= LEAST_SEA &&
                      after >= LEAST_SEA;
        for (size_t k = i; k < end; k++)
            if (island)
                give_up(line, &out, k);
            else
                push(&out, line->steps.v[k].kind, line->steps.v[k].word,
                     line->steps.v[k].partner);
        before = same ? 0 : end - i;
    }
    line->steps.v = out.steps.v;
    line->steps.n = out.steps.n;
}

/* Whether two words of a version stand side by side, both kanji. */
static bool
is_one_word(const struct ek_side *side, uint32_t a, uint32_t b)
{
    return a + 1 == b &&
           side->words.v[a].span.end == side->words.v[b].span.begin &&
           is_character(side, a) && is_character(side, b);
}

static const struct ek_side *
side_of(const struct line *line, const struct step *step)
{
    return step->kind == EK_PIECE_DELETED ? &line->align->before
                                          : &line->align->after;
}

/* Whether the same word at i is part of a word that is edited at k. */
static bool
is_torn(const struct line *line, size_t i, size_t k)
{
    const struct step *same = &line->steps.v[i], *edit = &line->steps.v[k];
    const struct ek_side *side = side_of(line, edit);
    uint32_t word = edit->kind == EK_PIECE_DELETED ? same->partner : same->word;
    if (word == EK_NOT_THERE)
        return false;
    return i < k ? is_one_word(side, word, edit->word)
                 : is_one_word(side, edit->word, word);
}

/* Widens edits to whole words: at most so many characters to either side. */
static void
widen(struct line *line)
{
    size_t n = line->steps.n;
    bool *given = ek_arena_alloc(line->align->arena, n + 1);
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; line->steps.v[i].kind != EK_PIECE_SAME && k > 0 &&
                           i - k < MOST_GROWTH &&
                           line->steps.v[k - 1].kind == EK_PIECE_SAME &&
                           is_torn(line, k - 1, k);
             k--)
            given[k - 1] = true;
    for (size_t i = n; i-- > 1;)
        for (size_t k = i;
             line->steps.v[i - 1].kind != EK_PIECE_SAME && k < n &&
             k - i < MOST_GROWTH && line->steps.v[k].kind == EK_PIECE_SAME &&
             is_torn(line, k, k - 1);
             k++)
            given[k] = true;
    struct line out = {.align = line->align};
    for (size_t i = 0; i < n; i++)
        if (given[i])
            give_up(line, &out, i);
        else
            push(&out, line->steps.v[i].kind, line->steps.v[i].word,
                 line->steps.v[i].partner);
    line->steps.v = out.steps.v;
    line->steps.n = out.steps.n;
}

/* A word with what stands before the next one of its unit: its punctuation. The
 * first has what stands before it, too. */
static ek_tspan
extent(const struct ek_side *side, uint32_t word)
{
    const struct ek_diff_word *w = &side->words.v[word];
    const struct ek_unit *unit = &side->units.v[w->unit];
    const ek_document *d = &side->result->documents.v[unit->document];
    ek_tspan block = d->blocks.v[unit->block].span;
    return (ek_tspan){
        word == unit->first ? block.begin : w->span.begin,
        word + 1 == unit->end ? block.end : side->words.v[word + 1].span.begin};
}

static void
put(struct line *line, struct ek_clause_change *change, const struct step *step)
{
    const struct ek_side *side = side_of(line, step);
    const struct ek_unit *unit = &side->units.v[side->words.v[step->word].unit];
    ek_tspan span = extent(side, step->word);
    struct ek_piece *last =
        change->pieces.n ? &change->pieces.v[change->pieces.n - 1] : NULL;
    if (last && last->kind == step->kind && step->word != unit->first &&
        last->document == unit->document && last->span.end == span.begin) {
        last->span.end = span.end;
        return;
    }
    struct ek_piece piece = {step->kind, unit->document, span};
    EK_PUSH(line->align->arena, change->pieces, piece);
}

/* Deletions of an edit before its insertions. */
static void
put_all(struct line *line, struct ek_clause_change *change)
{
    for (size_t i = 0, end; i < line->steps.n; i = end) {
        end = end_of_kind(line, i);
        bool same = line->steps.v[i].kind == EK_PIECE_SAME;
        for (size_t k = i; k < end; k++)
            if (same || line->steps.v[k].kind == EK_PIECE_DELETED)
                put(line, change, &line->steps.v[k]);
        for (size_t k = i; !same && k < end; k++)
            if (line->steps.v[k].kind == EK_PIECE_INSERTED)
                put(line, change, &line->steps.v[k]);
    }
}

void
ek_redline(struct ek_align *align, const struct ek_group *group,
           struct ek_clause_change *change)
{
    struct line line = {.align = align};
    walk(&line, group);
    drown_islands(&line);
    widen(&line);
    put_all(&line, change);
}
