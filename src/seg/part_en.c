/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/enumerate.h"
#include "seg/part.h"
#include "seg/script.h"
#include "seg/sentence.h"
#include "seg/word.h"

#include <string.h>

enum {
    FARTHEST = 600,   /* bytes to look ahead */
    MOST_COMMAS = 10, /* to look at on the way */
    VERB_NEAR = 5,    /* words from a comma to the verb behind it */
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct scan {
    ek_cut *cut;
    ek_words words;
    uint32_t at, begin; /* begin: of the clause */
    size_t bracket;
    ek_enumerators enumerators;
    ek_part_kind open; /* the kind of the tail */
    bool modal;        /* one was seen in the clause */
    bool tail;         /* an exception or the like is open */
    bool excepted, conditioned, last;
};

/* "if (a) it fails; or (b) it ends, we may": the semicolon ends nothing. */
static bool
enumeration_goes_on(const struct scan *s, uint32_t at)
{
    uint32_t next = ek_script_skip(s->words.bytes, at, s->words.end);
    if (ek_word_join(&s->words, next))
        next = ek_word_next(&s->words, next);
    return ek_sentence_enumerates(s->words.bytes, next, s->words.end);
}

/* What a comma must stand before: anything, a subject that is known, or any
 * words with a verb. */
enum reach { TO_COMMA, TO_SUBJECT, TO_VERB };

static bool
is_reached(const struct scan *s, uint32_t next, enum reach reach)
{
    if (reach == TO_SUBJECT)
        return ek_word_main(&s->words, next);
    return reach == TO_COMMA ||
           (!ek_word_join(&s->words, next) &&
            ek_word_modal_near(&s->words, next, VERB_NEAR));
}

/* Past the next comma at depth 0, or the next one before a main part; 0 when
 * there is none near. */
static uint32_t
after_comma(const struct scan *s, uint32_t from, enum reach reach)
{
    size_t cursor = s->bracket;
    uint32_t most =
        s->words.end - from > FARTHEST ? from + FARTHEST : s->words.end;
    unsigned commas = 0;
    for (uint32_t at = from; at < most && commas < MOST_COMMAS; at++) {
        const ek_nspan *pair = ek_brackets_at(&s->cut->brackets, at, &cursor);
        if (pair)
            at = pair->end - 1;
        else if (s->words.bytes[at] == ';' && !enumeration_goes_on(s, at + 1))
            return 0;
        else if (s->words.bytes[at] == ',' && at + 1 < s->words.end &&
                 s->words.bytes[at + 1] == ' ') {
            uint32_t next =
                ek_script_skip(s->words.bytes, at + 1, s->words.end);
            commas++;
            if (is_reached(s, next, reach))
                return next;
        }
    }
    return 0;
}

static ek_part_kind
carrier(const struct scan *s)
{
    return s->cut->clause == 0 ? EK_PART_MAIN : EK_PART_COORDINATE;
}

static void
remember(struct scan *s, ek_part_kind kind)
{
    s->open = kind;
    if (kind == EK_PART_EXCEPTION)
        s->excepted = true;
    else
        s->conditioned = true;
}

/* Past what may stand before a marker in front: "(b)", "and", "however,". */
static uint32_t
past_opening(const struct scan *s, uint32_t at)
{
    if (at < s->words.end && s->words.bytes[at] == '(') {
        const char *close =
            memchr(s->words.bytes + at, ')',
                   s->words.end - at < 6 ? s->words.end - at : 6);
        if (close)
            at = ek_script_skip(s->words.bytes,
                                (uint32_t)(close - s->words.bytes) + 1,
                                s->words.end);
    }
    if (ek_word_join(&s->words, at) ||
        ek_script_word(s->words.bytes + at, s->words.bytes + s->words.end,
                       "but"))
        at = ek_word_next(&s->words, at);
    if (ek_word_marker(&s->words, at))
        return at;
    uint32_t n = ek_word_opening(&s->words, at);
    return ek_script_skip(s->words.bytes, at + n, s->words.end);
}

static void
read_front(struct scan *s, uint32_t begin)
{
    s->begin = s->at = begin;
    s->modal = s->tail = s->last = false;
    s->excepted = s->conditioned = false;
    uint32_t at = past_opening(s, begin);
    const struct ek_marker *m = ek_word_marker(&s->words, at);
    if (!m || m->kind == EK_PART_PROVISO)
        return;
    uint32_t main = after_comma(s, at, TO_SUBJECT);
    if (!main && m->kind == EK_PART_CONDITION)
        main = after_comma(s, at, TO_VERB);
    ek_part_add(s->cut, begin, m->kind);
    s->at = main ? main : at + (uint32_t)strlen(m->words);
    s->open = m->kind;
    if (main)
        ek_part_add(s->cut, main, carrier(s));
    else
        s->tail = true;
}

static void
start_clause(struct scan *s, uint32_t begin)
{
    ek_part_clause(s->cut, begin);
    read_front(s, begin);
}

static void
take_semicolon(struct scan *s)
{
    uint32_t next = ek_script_skip(s->words.bytes, s->at + 1, s->words.end);
    uint32_t rest = next;
    if (ek_word_join(&s->words, next) && next < s->words.end)
        rest = ek_word_next(&s->words, next);
    if (s->tail && s->open == EK_PART_EXCEPTION &&
        ek_enumerators_at(&s->enumerators, rest))
        s->at = rest;
    else if (rest < s->words.end && s->words.bytes[rest] != '.' &&
             s->words.bytes[rest] != '/')
        start_clause(s, next);
    else
        s->at = s->words.end;
}

static bool
begins_limit(const struct scan *s, uint32_t at)
{
    static const char *const words[] = {"not limited",    "not including",
                                        "without limit",  "is not limited",
                                        "not be limited", "excluding"};
    for (size_t i = 0; i < COUNT(words); i++)
        if (ek_script_at(s->words.bytes + at, s->words.bytes + s->words.end,
                         words[i]))
            return true;
    return false;
}

static bool
joins_clause(const struct scan *s, uint32_t at)
{
    if (!ek_word_join(&s->words, at))
        return false;
    uint32_t next = ek_word_next(&s->words, at);
    if (s->tail)
        return ek_word_main(&s->words, next) &&
               ek_word_modal_near(&s->words, next, EK_WORDS_NEAR);
    return next < s->words.end &&
           (ek_word_modal(&s->words, next) ||
            (ek_word_main(&s->words, next) &&
             ek_word_modal_near(&s->words, next, EK_WORDS_FAR)));
}

/* "the right, but shall have no obligation, to view": one predicate. */
static bool
limits_right(const struct scan *s, uint32_t comma)
{
    ek_str before = {s->words.bytes + s->begin, comma - s->begin};
    return ek_str_ends(before, EK_STR(" right")) ||
           ek_str_ends(before, EK_STR(" rights")) ||
           ek_str_ends(before, EK_STR(" may"));
}

static void
take_comma(struct scan *s)
{
    uint32_t comma = s->at;
    uint32_t next = ek_script_skip(s->words.bytes, s->at + 1, s->words.end);
    s->at = next;
    if (next >= s->words.end || s->last)
        return;
    const char *p = s->words.bytes + next, *end = s->words.bytes + s->words.end;
    if (ek_script_word(p, end, "but only")) {
        ek_part_add(s->cut, next, EK_PART_CASE);
        s->tail = s->conditioned = true;
        s->at = next + 8;
    } else if (ek_script_word(p, end, "but")) {
        if (begins_limit(s, ek_word_next(&s->words, next)) ||
            limits_right(s, comma) || ek_script_word(p, end, "but not the") ||
            ek_script_word(p, end, "but not an"))
            s->at = next + 3;
        else
            start_clause(s, next);
    } else if (joins_clause(s, next) ||
               (ek_script_word(p, end, "however") && next > s->begin)) {
        start_clause(s, next);
    }
}

static bool
comma_before(const struct scan *s)
{
    uint32_t at = s->at;
    while (at > s->begin && s->words.bytes[at - 1] == ' ')
        at--;
    return at > s->begin && s->words.bytes[at - 1] == ',';
}

/* Whether what stands before the comma wants to go on: "we will not,". */
static bool
main_is_open(const struct scan *s)
{
    if (!s->modal)
        return true;
    uint32_t end = s->at;
    while (end > s->begin &&
           (s->words.bytes[end - 1] == ' ' || s->words.bytes[end - 1] == ','))
        end--;
    uint32_t begin = end;
    while (begin > s->begin && ek_word_holds(s->words.bytes[begin - 1]))
        begin--;
    return ek_word_open(&s->words, begin);
}

/* "we will, to the extent allowed, to ...": an aside ends at its comma. */
static bool
is_aside(const struct scan *s, ek_part_kind kind)
{
    uint32_t after = after_comma(s, s->at, TO_COMMA);
    return kind == EK_PART_CONDITION && after &&
           ek_script_word(s->words.bytes + after, s->words.bytes + s->words.end,
                          "to");
}

static bool
may_cut(const struct scan *s, const struct ek_marker *m)
{
    if (s->last || (m->place == EK_MARKER_FRONT && !comma_before(s)) ||
        (m->place == EK_MARKER_MODAL && !s->modal && !comma_before(s)))
        return false;
    switch (m->kind) {
    case EK_PART_PROVISO:
        return true;
    case EK_PART_EXCEPTION:
        return !s->excepted;
    case EK_PART_CASE:
        return !s->tail;
    case EK_PART_CONDITION:
        return !s->tail && !s->conditioned &&
               !ek_word_binds(&s->words, s->begin, s->at);
    case EK_PART_MAIN:
    case EK_PART_COORDINATE:
        break;
    }
    return false;
}

static void
take_word(struct scan *s)
{
    const struct ek_marker *m = ek_word_marker(&s->words, s->at);
    if (!m || !may_cut(s, m)) {
        s->modal |= ek_word_modal(&s->words, s->at);
        if (!s->tail && !s->last && ek_word_join(&s->words, s->at) &&
            s->modal &&
            ek_word_main(&s->words, ek_word_next(&s->words, s->at)) &&
            ek_word_modal_near(&s->words, ek_word_next(&s->words, s->at),
                               EK_WORDS_NEAR))
            start_clause(s, s->at);
        else
            s->at = ek_word_end(&s->words, s->at);
        return;
    }
    bool inside = m->kind != EK_PART_PROVISO && comma_before(s) && !s->tail &&
                  (main_is_open(s) || is_aside(s, m->kind));
    uint32_t begin = s->at;
    uint32_t resume = inside ? after_comma(s, begin, TO_COMMA) : 0;
    ek_part_add(s->cut, begin, m->kind);
    remember(s, m->kind);
    s->last |= m->kind == EK_PART_PROVISO;
    s->at = resume ? resume : begin + (uint32_t)strlen(m->words);
    if (resume)
        ek_part_add(s->cut, resume, carrier(s));
    else
        s->tail = true;
}

/* The main part goes on behind an exception, stops and commas aside. */
static void
resume_after(struct scan *s, uint32_t at)
{
    const char *bytes = s->words.bytes;
    if (at < s->words.end && bytes[at] == ',')
        at++;
    at = ek_script_skip(bytes, at, s->words.end);
    if (at < s->words.end && bytes[at] != ';' && bytes[at] != '.')
        ek_part_add(s->cut, at, carrier(s));
}

/* Whether the clause has words before an offset, "and" aside. */
static bool
is_begun(const struct scan *s, uint32_t at)
{
    uint32_t begin = s->begin;
    if (ek_word_join(&s->words, begin))
        begin = ek_word_next(&s->words, begin);
    return begin < at;
}

/* "to (a) repair a fault, (b) stop abuse": each item is a statement, or an
 * exception where the list is one of exceptions. */
static void
take_enumerator(struct scan *s, const struct ek_enumerator *item)
{
    uint32_t end = item->span.end;
    if (!s->last && !s->tail && is_begun(s, item->span.begin))
        start_clause(s, item->span.begin);
    else if (!s->last && s->tail && s->open == EK_PART_EXCEPTION &&
             !item->first)
        ek_part_add(s->cut, item->span.begin, EK_PART_EXCEPTION);
    if (s->at < end)
        s->at = end;
}

/* "(except as required by law)" is an exception of what it stands in. */
static void
take_bracket(struct scan *s, const ek_nspan *pair)
{
    struct scan in = *s;
    in.at = in.begin = pair->begin + 1;
    const struct ek_marker *m = ek_word_marker(&in.words, in.at);
    if (m && m->place == EK_MARKER_ANY && m->kind != EK_PART_CONDITION &&
        !s->tail && !s->last && pair->begin > s->begin) {
        ek_part_add(s->cut, pair->begin, m->kind);
        resume_after(s, pair->end);
    }
    s->at = pair->end;
}

void
ek_part_cut_en(ek_cut *cut)
{
    struct scan s = {.cut = cut};
    s.words = (ek_words){cut->norm, cut->norm->bytes.p, cut->span.end};
    ek_enumerators_find(&s.enumerators, cut->arena, s.words.bytes, cut->span,
                        &cut->brackets);
    read_front(&s, cut->span.begin);
    while (s.at < s.words.end) {
        const struct ek_enumerator *item =
            ek_enumerators_at(&s.enumerators, s.at);
        const ek_nspan *pair = ek_brackets_at(&cut->brackets, s.at, &s.bracket);
        char c = s.words.bytes[s.at];
        if (item)
            take_enumerator(&s, item);
        else if (pair)
            take_bracket(&s, pair);
        else if (c == ';')
            take_semicolon(&s);
        else if (c == ',')
            take_comma(&s);
        else if (ek_word_holds(c))
            take_word(&s);
        else
            s.at++;
    }
}
