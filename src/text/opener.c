/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/opener.h"

#include "text/cp.h"

#include <strings.h>

#define EK_OPENER(name, characters) static const char name[] = characters;
#include "text/opener.def"
#undef EK_OPENER

static const char *const heading_words[] = {
#define EK_OPENER_WORD(word) word,
#include "text/opener.def"
#undef EK_OPENER_WORD
};

enum { MOST_DIGITS = 3, MOST_ROMAN = 5, MOST_TITLE = 40 };

/* 0 at the end of the line, which no character class holds. */
static uint32_t
peek(ek_str s, size_t at, size_t *next)
{
    size_t n = 0;
    uint32_t cp = at < s.n ? ek_cp_at(s, at, &n) : 0;
    *next = at + n;
    return cp;
}

static bool
stands_at(ek_str s, size_t at, const char *characters)
{
    size_t next;
    uint32_t cp = peek(s, at, &next);
    return cp && ek_cp_among(cp, characters);
}

static size_t
skip_blanks(ek_str s, size_t at)
{
    size_t next;
    while (ek_cp_is_blank(peek(s, at, &next)))
        at = next;
    return at;
}

static bool
is_end_or_blank(ek_str s, size_t at)
{
    return at >= s.n || skip_blanks(s, at) > at;
}

static bool
is_digit(uint32_t cp)
{
    return cp - '0' < 10 || cp - 0xFF10 < 10;
}

static bool
is_letter(uint32_t cp)
{
    return (cp | 0x20) - 'a' < 26 || cp - 0xFF21 < 26 || cp - 0xFF41 < 26;
}

static bool
is_kanji_digit(uint32_t cp)
{
    return cp && ek_cp_among(cp, kanji_digit);
}

static bool
is_roman(uint32_t cp)
{
    return cp && ek_cp_among(cp, "ivxlcIVXLC");
}

static bool
is_enclosed(uint32_t cp)
{
    return (cp >= 0x2460 && cp <= 0x24FF) || (cp >= 0x2776 && cp <= 0x2793) ||
           (cp >= 0x3220 && cp <= 0x3229) || (cp >= 0x3251 && cp <= 0x325F) ||
           (cp >= 0x3280 && cp <= 0x3289) || (cp >= 0x32B1 && cp <= 0x32FE) ||
           (cp >= 0xF06C && cp <= 0xF0FC);
}

static size_t
run_of(ek_str s, size_t at, bool (*holds)(uint32_t), unsigned *count)
{
    size_t next;
    for (*count = 0; holds(peek(s, at, &next)); at = next)
        ++*count;
    return at;
}

static size_t
skip_number(ek_str s, size_t at)
{
    unsigned count;
    size_t end = run_of(s, at, is_digit, &count);
    return count ? end : run_of(s, at, is_kanji_digit, &count);
}

static size_t
skip_branches(ek_str s, size_t at)
{
    for (size_t next, end; stands_at(s, at, branch); at = end) {
        (void)peek(s, at, &next);
        end = skip_number(s, next);
        if (end == next)
            break;
    }
    return at;
}

static size_t
skip_title(ek_str s, size_t at)
{
    size_t begin = skip_blanks(s, at), next;
    if (!stands_at(s, begin, opening))
        return at;
    for (unsigned i = 0; begin < s.n && i < MOST_TITLE; i++, begin = next) {
        (void)peek(s, begin, &next);
        if (stands_at(s, begin, closing))
            return next;
    }
    return at;
}

static bool
ends_heading_number(ek_str s, size_t at)
{
    return is_end_or_blank(s, at) || stands_at(s, at, opening) ||
           stands_at(s, at, colon) || stands_at(s, at, emphasis);
}

static struct ek_opener
article_number(ek_str s)
{
    struct ek_opener none = {0};
    size_t next, number;
    (void)peek(s, 0, &next);
    next = skip_blanks(s, next);
    number = skip_number(s, next);
    if (!stands_at(s, 0, ordinal) || number == next)
        return none;
    number = skip_blanks(s, number);
    bool lesser = stands_at(s, number, lesser_unit);
    if (!lesser && !stands_at(s, number, article_unit))
        return none;
    (void)peek(s, number, &next);
    size_t end = skip_branches(s, next);
    if (!ends_heading_number(s, end))
        return none;
    return (struct ek_opener){.kind = lesser ? EK_OPENS_MAYBE : EK_OPENS_BLOCK,
                              .heading = true,
                              .end = end,
                              .title = skip_title(s, end)};
}

static struct ek_opener
heading_word(ek_str s)
{
    for (size_t i = 0; i < sizeof heading_words / sizeof *heading_words; i++) {
        ek_str word = ek_str_of(heading_words[i]);
        if (s.n < word.n || strncasecmp(s.p, word.p, word.n) != 0)
            continue;
        size_t number = skip_blanks(s, word.n);
        size_t end = skip_number(s, number);
        end = end > number ? end : word.n;
        if (ends_heading_number(s, end))
            return (struct ek_opener){.kind = EK_OPENS_MAYBE,
                                      .heading = true,
                                      .end = end,
                                      .title = skip_title(s, end)};
    }
    return (struct ek_opener){0};
}

/* One past a marker's core (12, iv, a, one kana); at when there is none. */
static size_t
skip_core(ek_str s, size_t at)
{
    unsigned count;
    size_t end = run_of(s, at, is_digit, &count), next;
    if (count)
        return count <= MOST_DIGITS ? end : at;
    end = run_of(s, at, is_kanji_digit, &count);
    if (count)
        return count <= MOST_DIGITS ? end : at;
    end = run_of(s, at, is_roman, &count);
    if (count && count <= MOST_ROMAN && !is_letter(peek(s, end, &next)))
        return end;
    uint32_t cp = peek(s, at, &next);
    if (is_letter(cp) || ek_cp_is_kana(cp))
        return next;
    return at;
}

static struct ek_opener
marker(ek_opening kind, size_t end)
{
    return (struct ek_opener){.kind = kind, .end = end, .title = end};
}

static struct ek_opener
bracketed_marker(ek_str s)
{
    size_t begin, end, next;
    (void)peek(s, 0, &begin);
    end = skip_core(s, begin);
    if (!stands_at(s, 0, round_opening) || end == begin ||
        !stands_at(s, end, round_closing))
        return (struct ek_opener){0};
    (void)peek(s, end, &next);
    return marker(EK_OPENS_BLOCK, next);
}

static size_t
skip_decimals(ek_str s, size_t at)
{
    unsigned count;
    for (size_t next, end; stands_at(s, at, decimal); at = end) {
        (void)peek(s, at, &next);
        end = run_of(s, next, is_digit, &count);
        if (!count || count > MOST_DIGITS)
            break;
    }
    return at;
}

static struct ek_opener
open_marker(ek_str s)
{
    size_t core = skip_core(s, 0), next;
    size_t end = skip_decimals(s, core);
    bool letter = is_letter(peek(s, 0, &next));
    (void)peek(s, end, &next);
    if (core == 0)
        return (struct ek_opener){0};
    if (stands_at(s, end, point)) {
        size_t after;
        if (is_digit(peek(s, next, &after)) ||
            (letter && is_letter(peek(s, next, &after))))
            return (struct ek_opener){0};
        return marker(EK_OPENS_BLOCK, next);
    }
    if (end > core && is_end_or_blank(s, end))
        return marker(EK_OPENS_BLOCK, end);
    if (letter || !(is_end_or_blank(s, end) || stands_at(s, end, comma)))
        return (struct ek_opener){0};
    return marker(EK_OPENS_MAYBE, end);
}

static bool
is_rule(ek_str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] == s.p[0])
        i++;
    return i == s.n && s.n >= 3 && ek_cp_among((uint32_t)s.p[0], "-=*_~");
}

static size_t
skip_mark(ek_str s)
{
    size_t next, n = 0;
    uint32_t cp = peek(s, 0, &next);
    while (cp == '#' && n < s.n && s.p[n] == '#')
        n++;
    if (n)
        return n;
    if (cp == '>' || cp == '|' || cp == 0xFF5C || is_enclosed(cp))
        return next;
    if (cp && ek_cp_among(cp, bullet))
        return next;
    if (cp && ek_cp_among(cp, dash) && is_end_or_blank(s, next))
        return next;
    return 0;
}

static struct ek_opener
numbered(ek_str s)
{
    struct ek_opener found = article_number(s);
    if (!found.kind)
        found = bracketed_marker(s);
    if (!found.kind)
        found = heading_word(s);
    return found.kind ? found : open_marker(s);
}

struct ek_opener
ek_opener_of(ek_str line)
{
    bool fence = ek_str_starts(line, EK_STR("```"));
    if (fence || is_rule(line))
        return (struct ek_opener){EK_OPENS_BLOCK, true, false, line.n, line.n};
    size_t mark = skip_mark(line), begin = skip_blanks(line, mark);
    while (begin < line.n && stands_at(line, begin, emphasis))
        begin++;
    struct ek_opener found = numbered(ek_str_slice(line, begin, line.n));
    found.end = found.kind ? begin + found.end : mark;
    found.title = found.kind ? begin + found.title : mark;
    if (mark)
        found.kind = EK_OPENS_BLOCK;
    found.single = mark && (line.p[0] == '#' || line.p[0] == '|');
    return found;
}
