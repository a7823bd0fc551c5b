/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/check.h"

#include <string.h>

/* A piece of a pattern: a literal byte, an escape, a class, a bracket. */
struct piece {
    enum { LITERAL, DOT, WIDE, BLANK, OPEN, CLOSE } kind;
    size_t end;
};

static size_t
class_end(ek_str p, size_t i)
{
    size_t k = i + 1;
    if (k < p.n && p.p[k] == '^')
        k++;
    if (k < p.n && p.p[k] == ']')
        k++;
    for (; k < p.n && p.p[k] != ']'; k++) {
        size_t posix = ek_str_find(p, EK_STR(":]"), k);
        if (p.p[k] == '\\')
            k++;
        else if (p.p[k] == '[' && k + 1 < p.n && p.p[k + 1] == ':' &&
                 posix < p.n)
            k = posix + 1;
    }
    return k < p.n ? k + 1 : p.n;
}

static struct piece
escape_at(ek_str p, size_t i)
{
    char c = i + 1 < p.n ? p.p[i + 1] : '\0';
    size_t end = i + 2 < p.n ? i + 2 : p.n;
    if (c && strchr("pPxNgko", c) && end < p.n && p.p[end] == '{') {
        size_t brace = ek_str_find(p, EK_STR("}"), end);
        end = brace < p.n ? brace + 1 : p.n;
    }
    if (c && strchr("shHvnrtR", c) && c != 'H')
        return (struct piece){BLANK, end};
    return (struct piece){c && strchr("wWdDSHVNXpP", c) ? WIDE : LITERAL, end};
}

static struct piece
class_at(ek_str p, size_t i)
{
    size_t end = class_end(p, i);
    ek_str inside = ek_str_slice(p, i + 1, end - 1);
    bool blank = ek_str_is(inside, " ") || ek_str_is(inside, "\\s") ||
                 ek_str_is(inside, " \\n") || ek_str_is(inside, "\\h");
    return (struct piece){blank ? BLANK : WIDE, end};
}

static struct piece
piece_at(ek_str p, size_t i)
{
    switch (p.p[i]) {
    case '\\':
        return escape_at(p, i);
    case '[':
        return class_at(p, i);
    case '.':
        return (struct piece){DOT, i + 1};
    case '(':
        return (struct piece){OPEN, i + 1};
    case ')':
        return (struct piece){CLOSE, i + 1};
    default:
        return (struct piece){LITERAL, i + 1};
    }
}

/* End of an unbounded quantifier at i, or i when there is none. */
static size_t
unbounded_at(ek_str p, size_t i)
{
    if (i == p.n)
        return i;
    if (p.p[i] == '*' || p.p[i] == '+')
        return i + 1;
    size_t k = i + 1;
    while (k < p.n && p.p[k] >= '0' && p.p[k] <= '9')
        k++;
    bool open = p.p[i] == '{' && k > i + 1 && k + 1 < p.n && p.p[k] == ',' &&
                p.p[k + 1] == '}';
    return open ? k + 2 : i;
}

ek_str
ek_check_gap(ek_str pattern)
{
    for (size_t i = 0; i < pattern.n;) {
        struct piece piece = piece_at(pattern, i);
        size_t end = unbounded_at(pattern, piece.end);
        bool counted = end > piece.end + 1;
        if (end > piece.end && piece.kind != OPEN &&
            (counted || (piece.kind != LITERAL && piece.kind != BLANK)))
            return ek_str_slice(pattern, i, end);
        i = piece.end;
    }
    return EK_STR("");
}

static bool
captures(ek_str p, size_t open)
{
    ek_str behind = ek_str_slice(p, open + 1, p.n);
    if (!ek_str_starts(behind, EK_STR("?")))
        return !ek_str_starts(behind, EK_STR("*"));
    if (ek_str_starts(behind, EK_STR("?<")))
        return behind.n > 2 && behind.p[2] != '=' && behind.p[2] != '!';
    return ek_str_starts(behind, EK_STR("?P<")) ||
           ek_str_starts(behind, EK_STR("?'"));
}

ek_str
ek_check_capture(ek_str pattern)
{
    for (size_t i = 0; i < pattern.n;) {
        struct piece piece = piece_at(pattern, i);
        if (piece.kind == OPEN && captures(pattern, i))
            return ek_str_slice(pattern, i, pattern.n);
        i = piece.end;
    }
    return EK_STR("");
}
