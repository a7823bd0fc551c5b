/* SPDX-License-Identifier: Apache-2.0 */
/* The number by which a unit is called, at its beginning: "12.3", "(a)",
 * "Section 4.", the article number of a Japanese contract, a circled digit. A
 * number that only might be one is left among the words where a sentence could
 * begin with it. */
#include "config.h"

#include "diff/cut.h"
#include "diff/role.h"

#include <string.h>

enum { MOST_PARTS = 3, MOST_LETTERS = 4, MOST_DIGITS = 3 };

static ek_str
from(ek_str text, uint32_t at, uint32_t end)
{
    return ek_str_slice(text, at, end);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_small(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Bytes of blanks and marks of the notation (# > * _ | - and bullets). */
static uint32_t
marks(ek_str s)
{
    static const char *const wide[] = {"\xE3\x80\x80", "\xC2\xA0",
                                       "\xE2\x80\xA2", "\xE2\x97\x8F",
                                       "\xE3\x83\xBB", "\xE2\x96\xAA"};
    uint32_t i = 0;
    for (;;) {
        size_t n = i < s.n && strchr(" \t\n#>*_|-+\\", s.p[i]) && s.p[i]
                       ? 1
                       : ek_str_starts_any(ek_str_slice(s, i, s.n), wide,
                                           sizeof wide / sizeof *wide);
        if (!n)
            return i;
        i += (uint32_t)n;
    }
}

/* Bytes of a number: ASCII or full-width digits, kanji numbers. */
static uint32_t
number(ek_str s)
{
    uint32_t i = 0;
    for (;;) {
        ek_str rest = ek_str_slice(s, i, s.n);
        size_t n = 0;
        if (rest.n && is_digit(rest.p[0]))
            n = 1;
        else if (rest.n >= 3 && memcmp(rest.p, "\xEF\xBC", 2) == 0 &&
                 (unsigned char)rest.p[2] >= 0x90 &&
                 (unsigned char)rest.p[2] <= 0x99)
            n = 3;
        else
            n = ek_role_begins(rest, EK_ROLE_NUMBER);
        if (!n)
            return i;
        i += (uint32_t)n;
    }
}

/* dai + number + counter, and what may follow: no + number */
static uint32_t
article(ek_str s)
{
    uint32_t i = (uint32_t)ek_role_begins(s, EK_ROLE_DAI);
    uint32_t n = i ? number(ek_str_slice(s, i, s.n)) : 0;
    i += n;
    size_t counter = ek_role_begins(ek_str_slice(s, i, s.n), EK_ROLE_COUNTER);
    return n && counter ? i + (uint32_t)counter : 0;
}

/* "(a)", "(12)", "(iv)" with brackets of either width */
static uint32_t
bracketed(ek_str s)
{
    static const char *const opening[] = {"(", "\xEF\xBC\x88"},
                             *const closing[] = {")", "\xEF\xBC\x89"};
    uint32_t i = (uint32_t)ek_str_starts_any(s, opening, 2);
    if (!i)
        return 0;
    uint32_t letters = 0, n = number(ek_str_slice(s, i, s.n));
    for (i += n; !n && i < s.n && letters < MOST_LETTERS && is_small(s.p[i]);)
        i++, letters++;
    if (!n && !letters) /* one kana */
        i += i + 3 <= s.n && (unsigned char)s.p[i] == 0xE3 ? 3 : 0;
    size_t close = ek_str_starts_any(ek_str_slice(s, i, s.n), closing, 2);
    return close ? i + (uint32_t)close : 0;
}

/* Whether a number before this counts something: "30 days", in Japanese. */
static bool
is_counted(ek_str s)
{
    size_t n = ek_role_begins(s, EK_ROLE_UNIT);
    ek_str rest = ek_str_slice(s, n, s.n);
    bool hiragana =
        rest.n >= 3 && (unsigned char)rest.p[0] == 0xE3 &&
        ((unsigned char)rest.p[1] == 0x81 ||
         ((unsigned char)rest.p[1] == 0x82 && (unsigned char)rest.p[2] < 0xA0));
    return n && (hiragana || ek_role_begins(rest, EK_ROLE_COUNTED));
}

static bool
begins_japanese(ek_str s)
{
    return s.n && (unsigned char)s.p[0] >= 0xE3 && !is_counted(s);
}

/* "12.3" without a stop behind it; "2" only before a wide blank or before one
 * and Japanese, where no sentence begins with a number. */
static bool
is_called_bare(ek_str s, uint32_t digits, uint32_t dots, uint32_t i)
{
    ek_str rest = ek_str_slice(s, i, s.n);
    return dots ||
           (digits && (ek_str_starts(rest, EK_STR("\xE3\x80\x80")) ||
                       (rest.n && rest.p[0] == ' ' &&
                        begins_japanese(ek_str_slice(rest, 1, rest.n)))));
}

/* "12.", "12.3", "12)", "iv.", "B)" */
static uint32_t
dotted(ek_str s)
{
    uint32_t digits = number(s), i = digits, dots = 0;
    if (digits > MOST_DIGITS * 3 || (digits > MOST_DIGITS && s.p[0] > 0))
        return 0;
    while (digits && i + 1 < s.n && s.p[i] == '.' && is_digit(s.p[i + 1]))
        dots++, i += 1 + number(ek_str_slice(s, i + 1, s.n));
    while (!digits && i < MOST_LETTERS && i < s.n && is_small(s.p[i]))
        i++;
    if (!i)
        return 0;
    if (i == s.n || (s.p[i] != '.' && s.p[i] != ')'))
        return is_called_bare(s, digits, dots, i) ? i : 0;
    i++;
    return digits || i == s.n || strchr(" \t\n*_", s.p[i]) ? i : 0;
}

/* U+2460..U+2473 and the like */
static uint32_t
circled(ek_str s)
{
    return s.n >= 3 && (unsigned char)s.p[0] == 0xE2 &&
                   (unsigned char)s.p[1] == 0x91
               ? 3
               : 0;
}

/* "Section 4." */
static uint32_t
called(ek_str s)
{
    uint32_t n = (uint32_t)ek_role_begins(s, EK_ROLE_CALLER);
    if (!n || n >= s.n || s.p[n] != ' ')
        return 0;
    uint32_t after = dotted(ek_str_slice(s, n + 1, s.n));
    return after ? n + 1 + after : 0;
}

static uint32_t
part(ek_str s)
{
    static uint32_t (*const forms[])(ek_str) = {article, bracketed, circled,
                                                called, dotted};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        uint32_t n = forms[i](s);
        if (n)
            return n;
    }
    return 0;
}

uint32_t
ek_cut_label(ek_str text, ek_tspan unit, ek_tspan *label)
{
    uint32_t at = unit.begin;
    *label = (ek_tspan){at, at};
    for (unsigned parts = 0; parts < MOST_PARTS; parts++) {
        at += marks(from(text, at, unit.end));
        uint32_t n = part(from(text, at, unit.end));
        if (!n)
            break;
        *label =
            (ek_tspan){label->end > label->begin ? label->begin : at, at + n};
        at += n;
    }
    return at;
}
