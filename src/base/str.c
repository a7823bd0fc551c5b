/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/str.h"

#include <string.h>

ek_str
ek_str_of(const char *nul_terminated)
{
    if (!nul_terminated)
        return (ek_str){"", 0};
    return (ek_str){nul_terminated, strlen(nul_terminated)};
}

bool
ek_str_eq(ek_str a, ek_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool
ek_str_is(ek_str a, const char *nul_terminated)
{
    return ek_str_eq(a, ek_str_of(nul_terminated));
}

int
ek_str_cmp(ek_str a, ek_str b)
{
    size_t shared = a.n < b.n ? a.n : b.n;
    int order = shared ? memcmp(a.p, b.p, shared) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

bool
ek_str_starts(ek_str s, ek_str prefix)
{
    return s.n >= prefix.n && ek_str_eq(ek_str_slice(s, 0, prefix.n), prefix);
}

bool
ek_str_ends(ek_str s, ek_str suffix)
{
    return s.n >= suffix.n &&
           ek_str_eq(ek_str_slice(s, s.n - suffix.n, s.n), suffix);
}

bool
ek_str_among(ek_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ek_str_is(s, words[i]))
            return true;
    return false;
}

size_t
ek_str_starts_any(ek_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ek_str_starts(s, ek_str_of(words[i])))
            return ek_str_of(words[i]).n;
    return 0;
}

bool
ek_str_ends_any(ek_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ek_str_ends(s, ek_str_of(words[i])))
            return true;
    return false;
}

bool
ek_str_holds_any(ek_str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ek_str_find(s, ek_str_of(words[i]), 0) < s.n)
            return true;
    return false;
}

ek_str
ek_str_slice(ek_str s, size_t begin, size_t end)
{
    if (end > s.n)
        end = s.n;
    if (begin > end)
        begin = end;
    return (ek_str){s.p ? s.p + begin : "", end - begin};
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

ek_str
ek_str_trim(ek_str s)
{
    while (s.n && is_blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n && is_blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

ek_str
ek_str_word(ek_str *rest)
{
    ek_str s = ek_str_trim(*rest);
    size_t n = 0;
    while (n < s.n && !is_blank(s.p[n]))
        n++;
    *rest = ek_str_slice(s, n, s.n);
    return ek_str_slice(s, 0, n);
}

ek_str
ek_str_line(ek_str *rest)
{
    size_t end = ek_str_find(*rest, EK_STR("\n"), 0);
    ek_str line = ek_str_slice(*rest, 0, end);
    *rest = ek_str_slice(*rest, end + 1, rest->n);
    return ek_str_ends(line, EK_STR("\r")) ? ek_str_slice(line, 0, line.n - 1)
                                           : line;
}

ek_str
ek_str_file_name(ek_str path)
{
    size_t from = path.n;
    while (from > 0 && path.p[from - 1] != '/')
        from--;
    return ek_str_slice(path, from, path.n);
}

int
ek_hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
ek_str_stands(ek_str s, size_t at, ek_str words)
{
    return ek_str_eq(ek_str_slice(s, at, at + words.n), words);
}

size_t
ek_str_find(ek_str s, ek_str needle, size_t from)
{
    if (!s.n || from > s.n || needle.n == 0)
        return s.n;
    const char *hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
    return hit ? (size_t)(hit - s.p) : s.n;
}
