/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/reference.h"

#include "diff/role.h"

enum { MOST_LETTERS = 4, MOST_ROLES = 256 };

struct ek_reference {
    const struct ek_lexicon *lexicon;
    uint32_t most; /* the greatest number of a word with a role */
    uint16_t role_of[MOST_ROLES];
};

/* A unit's words in the making: read at i, written at out. */
struct fold {
    const struct ek_reference *reference;
    ek_str text;
    struct ek_diff_word *words;
    size_t n, i, out;
};

static void
learn(struct ek_reference *r, struct ek_lexicon *lexicon,
      const struct ek_role_word *row)
{
    uint32_t id = ek_lexicon_id(lexicon, ek_str_of(row->word));
    if (id < MOST_ROLES) {
        r->role_of[id] |= (uint16_t)row->role;
        r->most = id > r->most ? id : r->most;
    }
}

struct ek_reference *
ek_reference_new(ek_arena *arena, struct ek_lexicon *lexicon)
{
    struct ek_reference *r = ek_arena_alloc(arena, sizeof *r);
    const struct ek_role_word *row;
    r->lexicon = lexicon;
    for (size_t i = 0; (row = ek_role_word(i)); i++)
        learn(r, lexicon, row);
    return r;
}

static bool
plays(const struct fold *f, size_t i, unsigned role)
{
    return i < f->n && f->words[i].id <= f->reference->most &&
           (f->reference->role_of[f->words[i].id] & role);
}

/* What stands between word i - 1 and word i. */
static ek_str
gap(const struct fold *f, size_t i)
{
    return ek_str_slice(f->text, f->words[i - 1].span.end,
                        f->words[i].span.begin);
}

static bool
is_number(const struct fold *f, size_t i)
{
    return i < f->n && f->words[i].kind == EK_WORD_NUMBER;
}

/* One letter, or a few that could be a Roman number. */
static bool
is_letter(const struct fold *f, size_t i)
{
    if (i >= f->n)
        return false;
    ek_str word = ek_lexicon_word(f->reference->lexicon, f->words[i].id);
    if (word.n == 0 || word.n > MOST_LETTERS)
        return false;
    for (size_t k = 0; k < word.n; k++)
        if (word.n == 1
                ? word.p[k] < 'a' || word.p[k] > 'z'
                : word.p[k] != 'i' && word.p[k] != 'v' && word.p[k] != 'x')
            return false;
    return true;
}

/* "12", "12.3(a)(iv)", "D.4", "B": index behind it; i when it is none. */
static size_t
after_designator(const struct fold *f, size_t i)
{
    if (!is_number(f, i) && !is_letter(f, i))
        return i;
    bool bare_letter = !is_number(f, i);
    size_t k = i + 1;
    while (k < f->n && (is_number(f, k) || is_letter(f, k))) {
        ek_str between = gap(f, k);
        if (between.n == 0 || between.n > 3 ||
            ek_str_find(between, EK_STR(" "), 0) < between.n ||
            ek_str_find(between, EK_STR(","), 0) < between.n)
            break;
        k++;
    }
    /* "section a" is an article before a noun more often than a name */
    ek_str letter =
        ek_str_slice(f->text, f->words[i].span.begin, f->words[i].span.end);
    return bare_letter && k == i + 1 && letter.p[0] >= 'a' ? i : k;
}

/* A comma, a dash, a middle dot between two numbers; no bracket. */
static bool
is_joined(const struct fold *f, size_t i)
{
    static const char *const joins[] = {", ",
                                        ",",
                                        "-",
                                        " - ",
                                        "\xE2\x80\x93",
                                        "\xE2\x80\x94",
                                        " \xE2\x80\x93 ",
                                        " \xE2\x80\x94 ",
                                        "\xE3\x80\x81",
                                        "\xE3\x83\xBB",
                                        "\xE3\x80\x9C",
                                        "\xEF\xBD\x9E"};
    return i < f->n &&
           ek_str_among(gap(f, i), joins, sizeof joins / sizeof *joins);
}

static size_t
after_joined(const struct fold *f, size_t i)
{
    for (;;) {
        size_t start = plays(f, i, EK_ROLE_JOIN) ? i + 1 : i;
        if (start == i && !is_joined(f, i))
            return i;
        size_t end = after_designator(f, start);
        bool letter = !is_number(f, start);
        if (end == start || (letter && end == start + 1))
            return i;
        i = end;
    }
}

static size_t
after_numbers(const struct fold *f, size_t i)
{
    while (is_number(f, i) || plays(f, i, EK_ROLE_NUMBER))
        i++;
    return i;
}

/* dai + number + counter [+ no + number], as often as it comes */
static size_t
after_article(const struct fold *f, size_t i)
{
    while (plays(f, i, EK_ROLE_DAI)) {
        size_t k = after_numbers(f, i + 1);
        if (k == i + 1 || !plays(f, k, EK_ROLE_COUNTER))
            break;
        i = k + 1;
        size_t further = plays(f, i, EK_ROLE_NO) ? after_numbers(f, i + 1) : i;
        i = further > i + 1 ? further : i;
    }
    return i;
}

static size_t
after_annex(const struct fold *f, size_t i)
{
    uint32_t begin = f->words[i].span.begin;
    ek_str rest = ek_str_slice(f->text, begin, f->text.n);
    size_t n = ek_role_begins(rest, EK_ROLE_ANNEX), k = i;
    while (n && k < f->n && f->words[k].span.begin < begin + n)
        k++;
    size_t end = after_numbers(f, k);
    return n && end > k ? end : i;
}

/* The word that calls stays; what it calls becomes one word. */
static bool
fold_here(struct fold *f)
{
    size_t i = f->i, end = i;
    if (plays(f, i, EK_ROLE_CALLER)) {
        end = after_designator(f, i + 1);
        if (end > i + 1) {
            end = after_joined(f, end);
            f->words[f->out++] = f->words[i++];
        } else {
            end = i;
        }
    }
    if (end == i)
        end = after_article(f, i);
    if (end == i)
        end = after_annex(f, i);
    if (end == i)
        return false;
    struct ek_diff_word folded = f->words[i];
    folded.id = EK_LEXICON_REFERENCE;
    folded.kind = EK_WORD_REFERENCE;
    folded.span.end = f->words[end - 1].span.end;
    f->words[f->out++] = folded;
    f->i = end;
    return true;
}

size_t
ek_reference_fold(const struct ek_reference *reference, ek_str text,
                  struct ek_diff_word *words, size_t n)
{
    struct fold f = {reference, text, words, n, 0, 0};
    while (f.i < f.n)
        if (!fold_here(&f))
            words[f.out++] = words[f.i++];
    return f.out;
}
