/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/inflect.h"

#include <string.h>

enum { MOST_SPELLINGS = 16, FORMS = 4 };

typedef struct words {
    ek_str v[MOST_SPELLINGS * FORMS];
    size_t n;
} words;

static void
push(words *out, ek_str word)
{
    if (out->n < MOST_SPELLINGS * FORMS)
        out->v[out->n++] = word;
}

static ek_str
join(ek_arena *arena, ek_str a, ek_str b)
{
    if (!a.n || !b.n)
        return a.n ? a : b;
    char *p = ek_arena_alloc(arena, a.n + b.n);
    memcpy(p, a.p, a.n);
    memcpy(p + a.n, b.p, b.n);
    return (ek_str){p, a.n + b.n};
}

/* Whatever stands for itself: r&d, on-site. */
static bool
is_letter(char c)
{
    return c > ' ' && c <= '~' && !strchr("\\^$.|?*+()[]{}", c);
}

static bool
is_vowel(char c)
{
    return c && strchr("aeiou", c) != NULL;
}

static bool
is_plain(ek_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!is_letter(s.p[i]))
            return false;
    }
    return true;
}

/* The alternatives of the piece at the front of *rest: some letters, [sz] or
 * (?:a|b), the empty word added for a ? behind it. */
static bool
take_class(ek_str *rest, words *out)
{
    size_t end = ek_str_find(*rest, EK_STR("]"), 1);
    if (end == rest->n || !is_plain(ek_str_slice(*rest, 1, end)) ||
        ek_str_find(*rest, EK_STR("-"), 1) < end)
        return false;
    for (size_t i = 1; i < end; i++)
        push(out, ek_str_slice(*rest, i, i + 1));
    *rest = ek_str_slice(*rest, end + 1, rest->n);
    return out->n > 0;
}

static bool
take_group(ek_str *rest, words *out)
{
    size_t end = ek_str_find(*rest, EK_STR(")"), 0);
    if (!ek_str_starts(*rest, EK_STR("(?:")) || end == rest->n)
        return false;
    for (size_t begin = 3; begin <= end;) {
        size_t bar = ek_str_find(*rest, EK_STR("|"), begin);
        ek_str word = ek_str_slice(*rest, begin, bar < end ? bar : end);
        if (!is_plain(word))
            return false;
        push(out, word);
        begin += word.n + 1;
    }
    *rest = ek_str_slice(*rest, end + 1, rest->n);
    return true;
}

static bool
take_letters(ek_str *rest, words *out)
{
    size_t n = 0;
    while (n < rest->n && is_letter(rest->p[n]))
        n++;
    if (n > 1 && n < rest->n && rest->p[n] == '?')
        n--;
    push(out, ek_str_slice(*rest, 0, n));
    *rest = ek_str_slice(*rest, n, rest->n);
    return n > 0;
}

static bool
take_piece(ek_str *rest, words *out)
{
    bool ok = rest->p[0] == '['   ? take_class(rest, out)
              : rest->p[0] == '(' ? take_group(rest, out)
                                  : take_letters(rest, out);
    if (ok && rest->n && rest->p[0] == '?') {
        push(out, EK_STR(""));
        *rest = ek_str_slice(*rest, 1, rest->n);
    }
    return ok;
}

/* All spellings of a word; none when it is more than spelling variants. */
static words
spell_out(ek_arena *arena, ek_str word)
{
    words all = {.n = 1};
    while (word.n) {
        words pieces = {.n = 0}, longer = {.n = 0};
        if (!take_piece(&word, &pieces) || all.n * pieces.n > MOST_SPELLINGS)
            return (words){.n = 0};
        for (size_t i = 0; i < all.n; i++) {
            for (size_t j = 0; j < pieces.n; j++)
                push(&longer, join(arena, all.v[i], pieces.v[j]));
        }
        all = longer;
    }
    return all;
}

static void
push_form(ek_arena *arena, words *out, ek_str stem, const char *doubled,
          const char *ending)
{
    ek_str tail = join(arena, ek_str_of(doubled), ek_str_of(ending));
    push(out, join(arena, stem, tail));
}

static bool
hisses(ek_str w)
{
    char last = w.p[w.n - 1], before = w.n > 1 ? w.p[w.n - 2] : '\0';
    return last == 's' || last == 'x' || last == 'z' ||
           (last == 'h' && (before == 'c' || before == 's')) ||
           (last == 'o' && before && !is_vowel(before));
}

static bool
ends_in_consonant_y(ek_str w)
{
    return w.n > 1 && w.p[w.n - 1] == 'y' && !is_vowel(w.p[w.n - 2]);
}

static void
push_s_form(ek_arena *arena, words *out, ek_str w, const char *doubled)
{
    if (ends_in_consonant_y(w))
        push_form(arena, out, ek_str_slice(w, 0, w.n - 1), "", "ies");
    else if (hisses(w))
        push_form(arena, out, w, w.p[w.n - 1] == 'z' ? doubled : "", "es");
    else
        push_form(arena, out, w, "", "s");
}

static void
push_verb_forms(ek_arena *arena, words *out, ek_str w, bool twice)
{
    char again[2] = {twice ? w.p[w.n - 1] : '\0', '\0'};
    ek_str stem = ek_str_slice(w, 0, w.n - 1);
    push(out, w);
    push_s_form(arena, out, w, again);
    if (ends_in_consonant_y(w)) {
        push_form(arena, out, stem, "", "ied");
        push_form(arena, out, w, "", "ing");
    } else if (ek_str_ends(w, EK_STR("ie"))) {
        push_form(arena, out, w, "", "d");
        push_form(arena, out, ek_str_slice(w, 0, w.n - 2), "", "ying");
    } else if (ek_str_ends(w, EK_STR("e"))) {
        bool kept = w.n > 1 && strchr("eoy", w.p[w.n - 2]);
        push_form(arena, out, w, "", "d");
        push_form(arena, out, kept ? w : stem, "", "ing");
    } else {
        push_form(arena, out, w, again, "ed");
        push_form(arena, out, w, again, "ing");
    }
}

static void
push_noun_forms(ek_arena *arena, words *out, ek_str w)
{
    push(out, w);
    if (ek_str_ends(w, EK_STR("sis")))
        push_form(arena, out, ek_str_slice(w, 0, w.n - 2), "", "es");
    else
        push_s_form(arena, out, w, "");
}

static size_t
shared_beginning(const words *forms)
{
    size_t n = forms->v[0].n;
    for (size_t i = 1; i < forms->n; i++) {
        size_t k = 0;
        while (k < n && k < forms->v[i].n &&
               forms->v[i].p[k] == forms->v[0].p[k])
            k++;
        n = k;
    }
    return n;
}

/* What the forms share, then their endings: sav(?:e|es|ed|ing), files?. */
static void
add_alternation(ek_buf *buf, const words *forms)
{
    size_t shared = shared_beginning(forms), endings = 0;
    ek_str only = EK_STR("");
    for (size_t i = 0; i < forms->n; i++) {
        if (forms->v[i].n > shared) {
            only = ek_str_slice(forms->v[i], shared, forms->v[i].n);
            endings++;
        }
    }
    ek_buf_add(buf, ek_str_slice(forms->v[0], 0, shared));
    if (endings > 1 || only.n > 1)
        ek_buf_puts(buf, "(?:");
    const char *bar = "";
    for (size_t i = 0; i < forms->n; i++) {
        if (forms->v[i].n > shared) {
            ek_buf_puts(buf, bar);
            ek_buf_add(buf, ek_str_slice(forms->v[i], shared, forms->v[i].n));
            bar = "|";
        }
    }
    if (endings > 1 || only.n > 1)
        ek_buf_putc(buf, ')');
    if (endings < forms->n)
        ek_buf_putc(buf, '?');
}

static int
depth_change(char c)
{
    if (c == '(' || c == '[')
        return 1;
    return c == ')' || c == ']' ? -1 : 0;
}

/* Offset of the first (last) blank outside brackets, line.n when none. */
static size_t
word_end(ek_str line, bool last)
{
    int depth = 0;
    size_t found = line.n;
    for (size_t i = 0; i < line.n; i++) {
        depth += depth_change(line.p[i]);
        if (line.p[i] != ' ' || depth)
            continue;
        found = i;
        if (!last)
            break;
    }
    return found;
}

static ek_str
without_plus(ek_str line)
{
    return ek_str_slice(line, 0, line.n - ek_str_ends(line, EK_STR("+")));
}

ek_str
ek_inflect_verb(ek_arena *arena, ek_str line)
{
    ek_str plain = without_plus(line);
    size_t end = word_end(plain, false);
    words spellings = spell_out(arena, ek_str_slice(plain, 0, end));
    words forms = {.n = 0};
    for (size_t i = 0; i < spellings.n; i++) {
        if (!spellings.v[i].n)
            return EK_STR("");
        push_verb_forms(arena, &forms, spellings.v[i], plain.n < line.n);
    }
    if (!forms.n)
        return EK_STR("");
    ek_buf buf = ek_buf_on(arena);
    add_alternation(&buf, &forms);
    ek_buf_add(&buf, ek_str_slice(plain, end, plain.n));
    return ek_buf_str(&buf);
}

ek_str
ek_inflect_noun(ek_arena *arena, ek_str line)
{
    size_t end = word_end(line, true);
    size_t begin = end < line.n ? end + 1 : 0;
    words spellings = spell_out(arena, ek_str_slice(line, begin, line.n));
    words forms = {.n = 0};
    for (size_t i = 0; i < spellings.n; i++) {
        if (!spellings.v[i].n)
            return EK_STR("");
        push_noun_forms(arena, &forms, spellings.v[i]);
    }
    if (!forms.n)
        return EK_STR("");
    ek_buf buf = ek_buf_on(arena);
    ek_buf_add(&buf, ek_str_slice(line, 0, begin));
    add_alternation(&buf, &forms);
    return ek_buf_str(&buf);
}
