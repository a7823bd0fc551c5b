/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/sentence.h"
#include "seg/script.h"

#include <string.h>

enum { LONGEST_ABBREVIATION = 10, MOST_BYTES = 8192 /* of a sentence */ };

enum when { NEVER, OPENER, NUMBER };

static const struct {
    const char *word;
    enum when when;
} abbreviations[] = {
#define EK_ABBREV(word, when) {word, when},
#include "seg/abbrev.def"
#undef EK_ABBREV
};

static const char *const openers[] = {
#define EK_OPENER(word) word,
#include "seg/abbrev.def"
#undef EK_OPENER
};

static bool
opens_sentence(const char *p, const char *end)
{
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (ek_script_word(p, end, openers[i]))
            return true;
    return false;
}

bool
ek_sentence_enumerates(const char *bytes, uint32_t at, uint32_t end)
{
    enum { LONGEST = 4 };
    bool bracket = at < end && bytes[at] == '(';
    uint32_t begin = at += bracket;
    while (at < end && at - begin <= LONGEST &&
           (ek_script_latin(bytes[at]) || ek_script_digit(bytes[at])))
        at++;
    uint32_t n = at - begin;
    if (n == 0 || n > LONGEST || at >= end)
        return false;
    bool roman = true;
    for (uint32_t i = begin; i < at; i++)
        roman &= strchr("ivx", bytes[i]) != NULL;
    bool counts = n == 1 || roman || ek_script_digit(bytes[begin]);
    if (bytes[at] == ')')
        return counts;
    return !bracket && bytes[at] == '.' && at + 1 < end &&
           bytes[at + 1] == ' ' && (roman || ek_script_latin(bytes[begin])) &&
           counts;
}

/* The word before the stop at an offset, letters and inner stops. */
static ek_str
word_before(const char *bytes, uint32_t begin, uint32_t stop)
{
    uint32_t at = stop;
    while (at > begin && stop - at <= LONGEST_ABBREVIATION &&
           (ek_script_latin(bytes[at - 1]) || bytes[at - 1] == '.'))
        at--;
    return (ek_str){bytes + at, stop - at};
}

static bool
is_abbreviated(const char *bytes, uint32_t begin, uint32_t stop, uint32_t next,
               uint32_t end)
{
    ek_str word = word_before(bytes, begin, stop);
    if (word.n == 0 || word.n > LONGEST_ABBREVIATION)
        return false;
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++) {
        if (!ek_str_is(word, abbreviations[i].word))
            continue;
        if (abbreviations[i].when == NUMBER)
            return ek_script_digit(bytes[next]);
        return abbreviations[i].when == NEVER ||
               !opens_sentence(bytes + next, bytes + end);
    }
    return word.n == 1 && *word.p != 'i';
}

/* Past a few of these characters; a long run of them is no language. */
static uint32_t
past(const char *bytes, uint32_t at, uint32_t end, const char *characters)
{
    enum { LONGEST_RUN = 16 };
    uint32_t most = end - at > LONGEST_RUN ? at + LONGEST_RUN : end;
    while (at < most && bytes[at] && strchr(characters, bytes[at]))
        at++;
    return at;
}

/* "Files", and names such as "eBox": a capital first or second. */
static bool
begins_upper(const ek_sentences *s, uint32_t letter)
{
    return ek_script_case(s->norm, letter) == EK_CASE_UPPER ||
           (letter + 1 < s->end &&
            ek_script_case(s->norm, letter + 1) == EK_CASE_UPPER);
}

/* Where the sentence that a stop of the Latin script may end at is over, or 0
 * when it goes on. */
static uint32_t
end_at_stop(const ek_sentences *s, uint32_t begin, uint32_t stop)
{
    const char *bytes = s->norm->bytes.p;
    uint32_t end = past(bytes, stop + 1, s->end, ".!?)]\"'*_");
    uint32_t next = ek_script_skip(bytes, end, s->end);
    if (next == s->end)
        return s->end;
    size_t n;
    ek_str all = {bytes, s->end};
    uint32_t before = ek_cp_before(all, stop), after = ek_cp_at(all, next, &n);
    bool stopped = bytes[stop] != '.';
    if (stopped ? !ek_script_latin((char)before) || before > 0x7F
                : ek_script_hiragana(before))
        if (end == stop + 1 && (before > 0x7F || after > 0x7F))
            return after == '.' ? 0 : end;
    if (next == end)
        return 0;
    uint32_t letter = past(bytes, next, s->end, "\"'*_");
    if (ek_sentence_enumerates(bytes, letter, s->end))
        return 0;
    letter = past(bytes, letter, s->end, "([{");
    if (letter == s->end || (bytes[letter] & 0x80))
        return end;
    if (ek_script_latin(bytes[letter]) && !begins_upper(s, letter))
        return 0;
    if (strchr(",;:)]|", bytes[letter]))
        return 0;
    if (!stopped && end == stop + 1 &&
        is_abbreviated(bytes, begin, stop, letter, s->end))
        return 0;
    return end;
}

bool
ek_sentence_stops(const ek_norm *norm, ek_nspan stretch, uint32_t stop)
{
    ek_sentences s = {.norm = norm, .at = stretch.begin, .end = stretch.end};
    return end_at_stop(&s, stretch.begin, stop) != 0;
}

static uint32_t
past_closers(const char *bytes, uint32_t at, uint32_t limit)
{
    size_t n;
    ek_str all = {bytes, limit};
    while (at < limit) {
        uint32_t cp = ek_cp_at(all, at, &n);
        if (cp != CP_IDEOGRAPHIC_FULL_STOP && cp != CP_CORNER_CLOSE &&
            cp != CP_WHITE_CORNER_CLOSE && cp != ')' && cp != '"' && cp != '*')
            break;
        at += (uint32_t)n;
    }
    return at;
}

/* Where a sentence that goes on for longer than any reader would follow is cut:
 * behind the last comma or blank, so that what looks at all pairs of words in a
 * sentence stays affordable. */
static uint32_t
cut_at(uint32_t pause, uint32_t begin, uint32_t at)
{
    return pause > begin ? pause : at;
}

static bool
is_pause(uint32_t cp)
{
    return cp == ' ' || cp == ',' || cp == ';' || cp == CP_IDEOGRAPHIC_COMMA;
}

static uint32_t
find_end(ek_sentences *s)
{
    const char *bytes = s->norm->bytes.p;
    ek_str all = {bytes, s->end};
    uint32_t begin = s->at, pause = begin;
    size_t n;
    for (uint32_t at = begin; at < s->end; at += (uint32_t)n) {
        if (at - begin > MOST_BYTES)
            return cut_at(pause, begin, at);
        const ek_nspan *pair =
            ek_brackets_at(s->brackets, at, &s->next_bracket);
        if (pair && pair->end - begin <= MOST_BYTES) {
            n = pair->end - at;
            continue;
        }
        uint32_t cp = ek_cp_at(all, at, &n);
        if (is_pause(cp))
            pause = at + (uint32_t)n;
        if (cp == CP_IDEOGRAPHIC_FULL_STOP)
            return past_closers(bytes, at + (uint32_t)n, s->end);
        if (cp != '.' && cp != '!' && cp != '?')
            continue;
        uint32_t end = end_at_stop(s, begin, at);
        if (end)
            return end;
    }
    return s->end;
}

bool
ek_sentence_next(ek_sentences *from, ek_nspan *out)
{
    const char *bytes = from->norm->bytes.p;
    from->at = ek_script_skip(bytes, from->at, from->end);
    if (from->at >= from->end)
        return false;
    uint32_t end = find_end(from);
    *out = (ek_nspan){from->at, end};
    from->at = end;
    while (out->end > out->begin && bytes[out->end - 1] == ' ')
        out->end--;
    return true;
}
