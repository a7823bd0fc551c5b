/* SPDX-License-Identifier: Apache-2.0 */
/* Which way a statement turned, by its words: an actor that was "employees" and
 * is "personnel", a promise that became a matter of reasonable efforts, a time
 * that grew. */
#include "config.h"

#include "diff/change.h"
#include "diff/serve.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_TIMES = 8,
    MOST_YEARS = 100, /* above that it is a date */
};

enum kind { HEDGE, BOUND, SCOPE, PROMISED, AHEAD };

static const struct {
    enum kind kind;
    const char *word;
} words[] = {
#define EK_HEDGE(word)    {HEDGE, word},
#define EK_BOUND(word)    {BOUND, word},
#define EK_SCOPE(word)    {SCOPE, word},
#define EK_PROMISED(word) {PROMISED, word},
#define EK_AHEAD(word)    {AHEAD, word},
#define EK_DURATION(word, hours)
#include "diff/wording.def"
#undef EK_HEDGE
#undef EK_BOUND
#undef EK_SCOPE
#undef EK_PROMISED
#undef EK_AHEAD
#undef EK_DURATION
};

enum { WORDS = sizeof words / sizeof *words };

static const struct {
    const char *word;
    unsigned hours;
} units[] = {
#define EK_HEDGE(word)
#define EK_BOUND(word)
#define EK_SCOPE(word)
#define EK_PROMISED(word)
#define EK_AHEAD(word)
#define EK_DURATION(word, hours) {word, hours},
#include "diff/wording.def"
#undef EK_HEDGE
#undef EK_BOUND
#undef EK_SCOPE
#undef EK_PROMISED
#undef EK_AHEAD
#undef EK_DURATION
};

struct times {
    unsigned long hours[MOST_TIMES];
    size_t n;
};

static bool
is_ascii(char c)
{
    return (unsigned char)c < 0x80;
}

/* The folded words, with a blank between two unless both are Japanese. */
static ek_str
spell(const struct ek_align *align, const struct ek_side *side,
      const struct ek_range *range)
{
    ek_buf out = ek_buf_on(align->arena);
    for (uint32_t i = range->first; i < range->end; i++) {
        ek_str word = ek_lexicon_word(align->lexicon, side->words.v[i].id);
        if (!word.n)
            continue;
        if (out.n && (is_ascii(word.p[0]) || is_ascii(out.p[out.n - 1])))
            ek_buf_putc(&out, ' ');
        ek_buf_add(&out, word);
    }
    return ek_buf_str(&out);
}

static bool
ends_word(ek_str text, size_t at)
{
    return at == 0 || at >= text.n || text.p[at] == ' ' ||
           text.p[at - 1] == ' ' || !is_ascii(text.p[at]) ||
           !is_ascii(text.p[at - 1]);
}

static int
occurrences(ek_str text, ek_str word)
{
    int n = 0;
    for (size_t at = ek_str_find(text, word, 0); at < text.n;
         at = ek_str_find(text, word, at + word.n))
        n += ends_word(text, at) && ends_word(text, at + word.n);
    return n;
}

/* Hours of the unit that stands at the beginning of a text, "days" like "day";
 * the longest that does. 0: none. */
static unsigned
unit_at(ek_str text)
{
    size_t longest = 0;
    unsigned hours = 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        ek_str word = ek_str_of(units[i].word);
        size_t n = word.n;
        if (!ek_str_starts(text, word))
            continue;
        n += n < text.n && text.p[n] == 's';
        if (ends_word(text, n) && n > longest) {
            longest = n;
            hours = units[i].hours;
        }
    }
    return hours;
}

static void
take_time(struct times *times, ek_str text, size_t digits, size_t end)
{
    char number[12] = {0};
    if (end - digits >= sizeof number || times->n == MOST_TIMES)
        return;
    memcpy(number, text.p + digits, end - digits);
    unsigned long value = strtoul(number, NULL, 10);
    size_t unit = end < text.n && text.p[end] == ' ' ? end + 1 : end;
    unsigned hours = unit_at(ek_str_slice(text, unit, text.n));
    if (hours && value < MOST_YEARS * 365)
        times->hours[times->n++] = value * hours;
}

static struct times
times_in(ek_str text)
{
    struct times times = {.n = 0};
    for (size_t i = 0; i < text.n; i++) {
        size_t end = i;
        while (end < text.n && text.p[end] >= '0' && text.p[end] <= '9')
            end++;
        if (end > i && ends_word(text, i)) {
            take_time(&times, text, i, end);
            i = end;
        }
    }
    return times;
}

/* 1 when every time grew or stayed, -1 when it shrank, 0 when neither or there
 * are others. */
static int
growth(ek_str before, ek_str after)
{
    struct times a = times_in(before), b = times_in(after);
    bool longer = false, shorter = false;
    for (size_t i = 0; a.n == b.n && i < a.n; i++) {
        longer |= b.hours[i] > a.hours[i];
        shorter |= b.hours[i] < a.hours[i];
    }
    return longer - shorter;
}

static bool
counts_back(ek_str text)
{
    for (size_t i = 0; i < WORDS; i++)
        if (words[i].kind == AHEAD &&
            occurrences(text, ek_str_of(words[i].word)))
            return true;
    return false;
}

/* What one more word of a kind gives the provider. */
static int
gives(enum kind kind, ek_serves serves)
{
    switch (kind) {
    case HEDGE:
        return 1;
    case BOUND:
        return -1;
    case SCOPE:
        return serves == EK_SERVES_PROVIDER;
    case PROMISED:
        return -(serves == EK_SERVES_USER);
    case AHEAD:
        break;
    }
    return 0;
}

ek_shift
ek_shift_of_words(const struct ek_align *align, ek_str clause,
                  const struct ek_range *before, const struct ek_range *after)
{
    ek_serves serves = ek_serves_whom(clause);
    if (serves == EK_SERVES_NOBODY)
        return EK_SHIFT_OPEN;
    ek_str a = spell(align, &align->before, before),
           b = spell(align, &align->after, after);
    int more = 0;
    if (ek_serves_by_time(clause))
        more = counts_back(b) ? -growth(a, b) : growth(a, b);
    for (size_t i = 0; i < WORDS; i++) {
        ek_str word = ek_str_of(words[i].word);
        more += gives(words[i].kind, serves) *
                (occurrences(b, word) - occurrences(a, word));
    }
    return more > 0   ? EK_SHIFT_STRONGER
           : more < 0 ? EK_SHIFT_WEAKER
                      : EK_SHIFT_OPEN;
}
