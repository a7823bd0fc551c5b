/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/bare.h"

#include <string.h>
#include <utf8proc.h>

enum { MOST_MARKUP = 1024, MOST_LABEL = 4 };

enum part {
    PART_ONE,
    PART_SEVERAL,
    PART_JOIN,
    PART_DAI,
    PART_NO,
    PART_COUNTER,
    PART_ANNEX,
    PART_NUMERAL
};

static const struct {
    enum part part;
    ek_str word;
} rows[] = {
#define EK_ONE(word)     {PART_ONE, {(word), sizeof(word) - 1}},
#define EK_SEVERAL(word) {PART_SEVERAL, {(word), sizeof(word) - 1}},
#define EK_JOIN(word)    {PART_JOIN, {(word), sizeof(word) - 1}},
#define EK_DAI(word)     {PART_DAI, {(word), sizeof(word) - 1}},
#define EK_NO(word)      {PART_NO, {(word), sizeof(word) - 1}},
#define EK_COUNTER(word) {PART_COUNTER, {(word), sizeof(word) - 1}},
#define EK_ANNEX(word)   {PART_ANNEX, {(word), sizeof(word) - 1}},
#define EK_NUMERAL(word) {PART_NUMERAL, {(word), sizeof(word) - 1}},
#include "result/bare.def"
};

enum make {
    MAKE_OTHER,
    MAKE_LETTER,
    MAKE_DIGIT,
    MAKE_CHARACTER, /* of a script without blanks between words */
    MAKE_SIGN,
    MAKE_NOTHING /* joins to what stands before it */
};

struct letter {
    enum make make;
    size_t n; /* bytes */
};

static enum make
make_of(utf8proc_int32_t cp)
{
    if (cp == '%')
        return MAKE_SIGN;
    switch ((int)utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return cp >= 0x2E80 && cp < 0x40000 ? MAKE_CHARACTER : MAKE_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return MAKE_LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO:
        return MAKE_DIGIT;
    case UTF8PROC_CATEGORY_NL:
        return cp >= 0x2E80 ? MAKE_CHARACTER : MAKE_DIGIT;
    case UTF8PROC_CATEGORY_SC:
        return MAKE_SIGN;
    case UTF8PROC_CATEGORY_CF:
        return MAKE_NOTHING;
    default:
        return MAKE_OTHER;
    }
}

static struct letter
letter_at(ek_str s, size_t at)
{
    utf8proc_int32_t cp;
    utf8proc_ssize_t n =
        at < s.n ? utf8proc_iterate((const utf8proc_uint8_t *)s.p + at,
                                    (utf8proc_ssize_t)(s.n - at), &cp)
                 : 0;
    return n > 0 ? (struct letter){make_of(cp), (size_t)n}
                 : (struct letter){MAKE_OTHER, 1};
}

/* The word of a part that stands at an offset; 0 when none does. */
static size_t
part_at(ek_str s, size_t at, enum part part)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].part == part && ek_str_stands(s, at, rows[i].word))
            return rows[i].word.n;
    return 0;
}

static bool
is_part(ek_str word, enum part part)
{
    return part_at(word, 0, part) == word.n && word.n > 0;
}

static size_t
after_blanks(ek_str s, size_t at)
{
    while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\n'))
        at++;
    return at;
}

static size_t
after_digits(ek_str s, size_t at)
{
    for (struct letter l = letter_at(s, at); at < s.n && l.make == MAKE_DIGIT;
         l = letter_at(s, at))
        at += l.n;
    return at;
}

static bool
is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/* Letters or digits of a label, few of them: "a", "iv", "12". */
static size_t
after_label_part(ek_str s, size_t at)
{
    size_t end = at;
    while (end < s.n && is_ascii_word(s.p[end]))
        end++;
    return end - at <= MOST_LABEL ? end : at;
}

/* Behind "4.2(a)(i)"; at where no number stands. */
static size_t
after_label(ek_str s, size_t at)
{
    size_t end = after_digits(s, at), part;
    if (end == at)
        return at;
    for (;;) {
        if (end < s.n && s.p[end] == '.' &&
            (part = after_label_part(s, end + 1)) > end + 1) {
            end = part;
        } else if (end < s.n && s.p[end] == '(' &&
                   (part = after_label_part(s, end + 1)) > end + 1 &&
                   part < s.n && s.p[part] == ')') {
            end = part + 1;
        } else {
            return end;
        }
    }
}

static void
put(ek_buf *out, ek_str word)
{
    ek_buf_add(out, word);
    ek_buf_putc(out, ' ');
}

/* Behind the label, and the ones joined to it, of what a word names by number:
 * each is the same word. */
static size_t
fold_labels(ek_buf *out, ek_str s, size_t at, bool several)
{
    size_t label = after_blanks(s, at), end = after_label(s, label);
    while (end > label) {
        put(out, EK_STR("#"));
        at = end;
        size_t join = after_blanks(s, at);
        size_t n = several ? part_at(s, join, PART_JOIN) : 0;
        label = n ? after_blanks(s, join + n) : at;
        if (n && part_at(s, label, PART_JOIN)) /* ", and" */
            label = after_blanks(s, label + part_at(s, label, PART_JOIN));
        end = n ? after_label(s, label) : label;
    }
    return at;
}

static size_t
after_numerals(ek_str s, size_t at)
{
    at = after_digits(s, at);
    for (size_t n; (n = part_at(s, at, PART_NUMERAL)) != 0;)
        at += n;
    return at;
}

/* Behind a number, its counter and branch numbers; at where none stands. */
static size_t
after_ordinal(ek_str s, size_t at, ek_str *counter)
{
    size_t dai = part_at(s, at, PART_DAI);
    size_t number = after_blanks(s, at + dai);
    size_t end = dai ? after_numerals(s, number) : number;
    size_t behind = after_blanks(s, end), n = part_at(s, behind, PART_COUNTER);
    if (end == number || !n)
        return at;
    *counter = ek_str_slice(s, behind, behind + n);
    end = behind + n;
    for (size_t no; (no = part_at(s, end, PART_NO)) != 0;) {
        size_t branch = after_numerals(s, end + no);
        if (branch == end + no)
            break;
        end = branch;
    }
    return end;
}

static size_t
after_annex(ek_str s, size_t at, ek_str *word)
{
    size_t n = part_at(s, at, PART_ANNEX), number = after_blanks(s, at + n);
    size_t end = n ? after_numerals(s, number) : number;
    *word = ek_str_slice(s, at, at + n);
    return end > number ? end : at;
}

/* Behind a link's target or a tag that begins here. */
static size_t
after_markup(ek_str s, size_t at)
{
    char next = at + 1 < s.n ? s.p[at + 1] : ' ';
    bool target = s.p[at] == ']' && next == '(';
    bool tag = s.p[at] == '<' &&
               (next == '/' || next == '!' || (next >= 'a' && next <= 'z'));
    size_t most = s.n - at < MOST_MARKUP ? s.n - at : MOST_MARKUP;
    const char *close =
        target || tag ? memchr(s.p + at, target ? ')' : '>', most) : NULL;
    return close ? (size_t)(close - s.p) + 1 : at;
}

/* "1,000.50": a point counts between digits, a comma does not. */
static size_t
put_number(ek_buf *out, ek_str s, size_t at)
{
    for (;;) {
        size_t end = after_digits(s, at);
        ek_buf_add(out, ek_str_slice(s, at, end));
        at = end;
        if (at + 1 >= s.n || (s.p[at] != '.' && s.p[at] != ',') ||
            after_digits(s, at + 1) == at + 1)
            return at;
        if (s.p[at] == '.')
            ek_buf_putc(out, '.');
        at++;
    }
}

static size_t
put_letters(ek_buf *out, ek_str s, size_t at, ek_str *word)
{
    size_t first = out->n;
    for (struct letter l = letter_at(s, at); at < s.n; l = letter_at(s, at)) {
        if (l.make != MAKE_LETTER && l.make != MAKE_DIGIT &&
            l.make != MAKE_NOTHING)
            break;
        if (l.make != MAKE_NOTHING)
            ek_buf_add(out, ek_str_slice(s, at, at + l.n));
        at += l.n;
    }
    *word = ek_str_slice(ek_buf_str(out), first, out->n);
    return at;
}

static size_t
put_word(ek_buf *out, ek_str s, size_t at)
{
    ek_str word;
    at = put_letters(out, s, at, &word);
    bool one = is_part(word, PART_ONE), several = is_part(word, PART_SEVERAL);
    ek_buf_putc(out, ' ');
    return one || several ? fold_labels(out, s, at, several) : at;
}

static size_t
put_character(ek_buf *out, ek_str s, size_t at, size_t n)
{
    ek_str what;
    size_t end = after_ordinal(s, at, &what);
    if (end == at)
        end = after_annex(s, at, &what);
    if (end == at) {
        put(out, ek_str_slice(s, at, at + n));
        return at + n;
    }
    ek_buf_putc(out, '#');
    put(out, what);
    return end;
}

static size_t
put_sign(ek_buf *out, ek_str s, size_t at)
{
    size_t one = part_at(s, at, PART_ONE), n = part_at(s, at, PART_SEVERAL);
    return one ? fold_labels(out, s, at + (n ? n : one), n > 0) : at;
}

void
ek_bare_add(ek_buf *out, ek_str s)
{
    for (size_t at = 0; at < s.n;) {
        struct letter l = letter_at(s, at);
        size_t behind = after_markup(s, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        switch (l.make) {
        case MAKE_LETTER:
            at = put_word(out, s, at);
            break;
        case MAKE_DIGIT:
            at = put_number(out, s, at);
            ek_buf_putc(out, ' ');
            break;
        case MAKE_CHARACTER:
            at = put_character(out, s, at, l.n);
            break;
        case MAKE_SIGN:
            put(out, ek_str_slice(s, at, at + l.n));
            at += l.n;
            break;
        case MAKE_NOTHING:
        case MAKE_OTHER:
            behind = put_sign(out, s, at);
            at = behind > at ? behind : at + l.n;
            break;
        }
    }
}
