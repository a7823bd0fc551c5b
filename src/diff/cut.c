/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/cut.h"

#include <string.h>
#include <utf8proc.h>

enum { MOST_MARKUP = 1200 }; /* bytes */

struct letter {
    utf8proc_int32_t cp;
    uint32_t n; /* bytes */
    utf8proc_category_t category;
};

static struct letter
letter_at(ek_str text, uint32_t at)
{
    struct letter l = {0xFFFD, 1, UTF8PROC_CATEGORY_SO};
    unsigned char c = (unsigned char)text.p[at];
    if (c < 0x80) {
        l.cp = c;
    } else {
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)text.p + at,
                             (utf8proc_ssize_t)(text.n - at), &l.cp);
        if (n <= 0)
            return l;
        l.n = (uint32_t)n;
    }
    l.category = utf8proc_category(l.cp);
    return l;
}

static bool
is_letter(const struct letter *l)
{
    switch ((int)l->category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return true;
    default:
        return false;
    }
}

static bool
is_digit(const struct letter *l)
{
    return l->category == UTF8PROC_CATEGORY_ND;
}

/* Continues whatever word it stands in: combining marks, invisible hyphens. */
static bool
goes_on(const struct letter *l)
{
    return l->category == UTF8PROC_CATEGORY_MN ||
           l->category == UTF8PROC_CATEGORY_MC ||
           l->category == UTF8PROC_CATEGORY_ME ||
           l->category == UTF8PROC_CATEGORY_CF || l->cp == 0xFF9E ||
           l->cp == 0xFF9F;
}

/* Kana, kanji and their like; half-width kana too, full-width Latin not. */
static bool
stands_alone(const struct letter *l)
{
    utf8proc_int32_t cp = l->cp;
    if (cp < 0x2E80)
        return false;
    return (cp < 0xA000 && is_letter(l)) || cp == 0x3005 || cp == 0x3007 ||
           (cp >= 0xF900 && cp < 0xFB00) || (cp >= 0xFF66 && cp < 0xFF9E) ||
           (cp >= 0x20000 && cp < 0x40000);
}

static bool
is_sign(const struct letter *l)
{
    return l->category == UTF8PROC_CATEGORY_SC || l->cp == '%' ||
           l->cp == 0xFF05;
}

/* Offset after the bracket that closes the one before at: a link's target may
 * hold pairs of them. end when none does. */
static uint32_t
after_target(ek_str text, uint32_t at, uint32_t end)
{
    unsigned depth = 1;
    for (; at < end && depth && text.p[at] != '\n'; at++)
        depth += (text.p[at] == '(') - (text.p[at] == ')');
    return depth ? end : at;
}

/* Offset after a link's target or a tag that begins here; at when none does. */
static uint32_t
after_markup(ek_str text, uint32_t at, uint32_t end)
{
    bool target = text.p[at] == ']' && at + 1 < end && text.p[at + 1] == '(';
    bool tag = text.p[at] == '<' && at + 1 < end &&
               (strchr("/!", text.p[at + 1]) || (text.p[at + 1] | 32) >= 'a') &&
               (unsigned char)text.p[at + 1] < 0x80;
    if (!target && !tag)
        return at;
    uint32_t most = end - at > MOST_MARKUP ? at + MOST_MARKUP : end;
    if (target) {
        uint32_t behind = after_target(text, at + 2, most);
        return behind < most || text.p[most - 1] == ')' ? behind : at;
    }
    const char *close = memchr(text.p + at, '>', most - at);
    return close ? (uint32_t)(close - text.p) + 1 : at;
}

/* A separator of digits counts only between two of them: 1,000.50 */
static uint32_t
after_number(ek_str text, uint32_t at, uint32_t end)
{
    while (at < end) {
        struct letter l = letter_at(text, at);
        if (is_digit(&l) || goes_on(&l)) {
            at += l.n;
            continue;
        }
        bool separates =
            l.cp == '.' || l.cp == ',' || l.cp == 0xFF0E || l.cp == 0xFF0C;
        if (!separates || at + l.n >= end)
            break;
        struct letter after = letter_at(text, at + l.n);
        if (!is_digit(&after))
            break;
        at += l.n + after.n;
    }
    return at;
}

static uint32_t
after_letters(ek_str text, uint32_t at, uint32_t end, bool *letters)
{
    while (at < end) {
        struct letter l = letter_at(text, at);
        if (stands_alone(&l) || !(is_letter(&l) || is_digit(&l) || goes_on(&l)))
            break;
        *letters |= is_letter(&l);
        at += l.n;
    }
    return at;
}

static uint32_t
after_marks(ek_str text, uint32_t at, uint32_t end)
{
    while (at < end) {
        struct letter l = letter_at(text, at);
        if (!goes_on(&l))
            break;
        at += l.n;
    }
    return at;
}

static void
take(ek_str text, uint32_t at, uint32_t end, const struct letter *l,
     struct ek_cut *cut)
{
    bool letters = false;
    cut->span = (ek_tspan){at, at + l->n};
    if (is_sign(l)) {
        cut->class = EK_CUT_SIGN;
    } else if (stands_alone(l)) {
        cut->class = EK_CUT_CHARACTER;
        cut->span.end = after_marks(text, at + l->n, end);
    } else {
        cut->span.end = after_letters(text, at, end, &letters);
        cut->class = letters ? EK_CUT_LETTERS : EK_CUT_NUMBER;
        if (!letters)
            cut->span.end = after_number(text, at, end);
    }
}

bool
ek_cut_next(ek_str text, uint32_t *at, uint32_t end, struct ek_cut *cut)
{
    while (*at < end) {
        uint32_t behind = after_markup(text, *at, end);
        if (behind != *at) {
            *at = behind;
            continue;
        }
        struct letter l = letter_at(text, *at);
        if (is_letter(&l) || is_digit(&l) || stands_alone(&l) || is_sign(&l)) {
            take(text, *at, end, &l, cut);
            *at = cut->span.end;
            return true;
        }
        *at += l.n;
    }
    return false;
}
