/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/title.h"
#include "seg/script.h"
#include "seg/sentence.h"
#include "seg/word.h"

#include <string.h>

enum {
    LONGEST = 150,        /* bytes */
    LONGEST_JA = 45,      /* characters */
    LONGEST_BARE_JA = 30, /* characters */
    MOST_WORDS = 14,
    MOST_BARE_WORDS = 9,
    MOST_STOPPED_WORDS = 10, /* of a title with a full stop */
    MOST_DIGITS = 4,         /* with more it is a date or an address */
    FEW_WORDS = 3,           /* of one that needs no capitals */
    SMALL_WORD = 4,          /* letters of a word that needs no capital */
    LONG_LINE = 180,         /* bytes: more than titles have */
};

static const char *const never[] = {
#define EK_TITLE_NOT(string) string,
#include "seg/lead.def"
#undef EK_TITLE_NOT
};

struct looks {
    bool japanese, stop, inner_stop, colon, modal, web;
    uint32_t characters, words, digits;
    uint32_t capitals; /* words with one */
    uint32_t small;    /* long words without one */
    uint32_t plain;    /* the same, of four letters and more */
};

static bool
ends_like_no_title(ek_str s)
{
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (ek_str_ends(s, ek_str_of(never[i])))
            return true;
    return s.n && strchr(":;,-", s.p[s.n - 1]);
}

static void
look_at_word(struct looks *looks, const ek_words *words, uint32_t at)
{
    uint32_t end = ek_word_end(words, at);
    looks->words++;
    looks->modal |= ek_word_modal(words, at);
    if (ek_script_case(words->norm, at) == EK_CASE_UPPER)
        looks->capitals++;
    else if (end - at > SMALL_WORD && ek_script_latin(words->bytes[at]))
        looks->small++;
    if (end - at >= SMALL_WORD &&
        ek_script_case(words->norm, at) == EK_CASE_LOWER)
        looks->plain++;
}

static struct looks
look(const ek_norm *norm, ek_nspan span)
{
    struct looks looks = {.japanese = false};
    ek_words words = {norm, norm->bytes.p, span.end};
    ek_str all = {words.bytes, span.end};
    bool in_word = false;
    size_t n;
    for (uint32_t at = span.begin; at < span.end; at += (uint32_t)n) {
        uint32_t cp = ek_cp_at(all, at, &n);
        bool holds = cp < 0x80 && ek_word_holds((char)cp);
        bool last = at + n >= span.end;
        looks.characters++;
        looks.digits += cp < 0x80 && ek_script_digit((char)cp);
        looks.japanese |= ek_script_japanese(cp);
        looks.inner_stop |= cp == CP_IDEOGRAPHIC_FULL_STOP ||
                            (cp == '.' && !last && words.bytes[at + 1] == ' ');
        looks.stop |= last && (cp == '.' || cp == '!');
        looks.colon |= cp == ':';
        looks.web |=
            cp == '@' || (cp == '/' && !last && words.bytes[at + 1] == '/');
        if (holds && !in_word)
            look_at_word(&looks, &words, at);
        in_word = holds;
    }
    return looks;
}

bool
ek_title_like(const ek_norm *norm, ek_nspan span)
{
    ek_str s = ek_str_slice(norm->bytes, span.begin, span.end);
    if (s.n == 0 || s.n > LONGEST || ends_like_no_title(s))
        return false;
    struct looks l = look(norm, span);
    if (l.inner_stop || l.web)
        return false;
    if (l.japanese)
        return l.characters <= LONGEST_JA && !l.stop;
    bool begins = ek_script_case(norm, span.begin) != EK_CASE_LOWER;
    if (l.stop)
        return begins && !l.modal && l.words <= MOST_STOPPED_WORDS &&
               l.capitals >= l.small;
    return begins && l.words > 0 && l.words <= MOST_WORDS &&
           (l.capitals >= l.small || l.words <= MOST_BARE_WORDS);
}

bool
ek_title_bare(const ek_norm *norm, ek_nspan span)
{
    if (span.end - span.begin > LONGEST || !ek_title_like(norm, span))
        return false;
    struct looks l = look(norm, span);
    size_t n;
    uint32_t first = ek_cp_at(norm->bytes, span.begin, &n);
    if (l.colon || l.stop || l.digits >= MOST_DIGITS || first == '*' ||
        first == '_' || first == '(')
        return false;
    if (l.japanese)
        return l.characters <= LONGEST_BARE_JA;
    return l.words <= MOST_BARE_WORDS && l.capitals > 0 &&
           ek_script_case(norm, span.begin) == EK_CASE_UPPER &&
           (!l.modal || norm->bytes.p[span.end - 1] == '?');
}

bool
ek_title_sentence(const ek_norm *norm, ek_nspan span)
{
    ek_str s = ek_str_slice(norm->bytes, span.begin, span.end);
    if (s.n > LONG_LINE)
        return true;
    if (s.n && strchr(":.!?;", s.p[s.n - 1]))
        return true;
    return look(norm, span).inner_stop;
}

static bool
is_run_in(const ek_norm *norm, ek_nspan title, bool labelled)
{
    struct looks l = look(norm, title);
    ek_words words = {norm, norm->bytes.p, title.end};
    if (l.modal || l.stop || l.words == 0 || l.words > MOST_STOPPED_WORDS ||
        ek_word_main(&words, title.begin) ||
        ek_script_case(norm, title.begin) != EK_CASE_UPPER)
        return false;
    if (labelled)
        return l.small == 0 || l.words <= FEW_WORDS;
    return l.plain == 0 && l.digits == 0 && !l.inner_stop &&
           !memchr(words.bytes + title.begin, ',', title.end - title.begin);
}

uint32_t
ek_title_run_in(const ek_norm *norm, ek_nspan span, bool labelled)
{
    const char *bytes = norm->bytes.p;
    uint32_t most =
        span.end - span.begin > LONGEST ? span.begin + LONGEST : span.end;
    for (uint32_t at = span.begin; at + 1 < most; at++) {
        if (bytes[at] & 0x80)
            return span.begin;
        if (bytes[at] != '.' || bytes[at + 1] != ' ' ||
            !ek_sentence_stops(norm, span, at))
            continue;
        bool named = is_run_in(norm, (ek_nspan){span.begin, at}, labelled);
        return named ? ek_script_skip(bytes, at + 1, span.end) : span.begin;
    }
    return span.begin;
}
