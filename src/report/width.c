/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/width.h"

#include <utf8proc.h>

enum {
    CP_TAB = 0x09,
    CP_SPACE = 0x20,
    CP_DELETE = 0x7F,
    CP_ZERO_WIDTH_NON_JOINER = 0x200C,
    CP_ZERO_WIDTH_JOINER = 0x200D,
    CP_NEXT_LINE = 0x85,
    CP_LINE_SEPARATOR = 0x2028,
    CP_PARAGRAPH_SEPARATOR = 0x2029,
    CP_LAST_BYTE = 0xFF,
};

/* One code point at s.p[i]; cp is negative where the bytes are not UTF-8. */
struct unit {
    int32_t cp;
    size_t n;
};

static struct unit
unit_at(ek_str s, size_t i)
{
    struct unit u = {.cp = (unsigned char)s.p[i], .n = 1};
    if (u.cp < CP_DELETE)
        return u;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
                                          (utf8proc_ssize_t)(s.n - i), &u.cp);
    if (n > 0)
        u.n = (size_t)n;
    else
        u.cp = -1;
    return u;
}

static unsigned
cells_of(int32_t cp)
{
    if (cp >= CP_SPACE && cp < CP_DELETE)
        return 1;
    int cells = cp < 0 ? 1 : utf8proc_charwidth(cp);
    return cells > 0 ? (unsigned)cells : 0;
}

static bool
is_blank(int32_t cp)
{
    return cp == CP_SPACE || (cp >= CP_TAB && cp <= 0x0D) ||
           cp == CP_NEXT_LINE || cp == CP_LINE_SEPARATOR ||
           cp == CP_PARAGRAPH_SEPARATOR;
}

static bool
is_hidden(int32_t cp)
{
    if (cp >= CP_SPACE && cp < CP_DELETE)
        return false;
    utf8proc_category_t c = utf8proc_category(cp);
    return c == UTF8PROC_CATEGORY_CC ||
           (c == UTF8PROC_CATEGORY_CF && cp != CP_ZERO_WIDTH_JOINER &&
            cp != CP_ZERO_WIDTH_NON_JOINER);
}

static void
add_code(ek_buf *out, ek_str s, size_t i, int32_t cp)
{
    if (cp < 0)
        ek_buf_printf(out, "\\x%02x", (unsigned char)s.p[i]);
    else if (cp <= CP_LAST_BYTE)
        ek_buf_printf(out, "\\x%02x", (unsigned)cp);
    else
        ek_buf_printf(out, "<U+%04X>", (unsigned)cp);
}

ek_str
ek_width_visible(ek_arena *arena, ek_str s)
{
    ek_buf out = ek_buf_on(arena);
    bool blank = false, wide = false;
    s = ek_str_trim(s);
    for (size_t i = 0; i < s.n;) {
        struct unit u = unit_at(s, i);
        if (is_blank(u.cp)) {
            blank = true;
        } else {
            bool now_wide = cells_of(u.cp) == 2;
            if (blank && out.n && !(wide && now_wide))
                ek_buf_putc(&out, ' ');
            blank = false;
            wide = now_wide;
            if (u.cp < 0 || is_hidden(u.cp))
                add_code(&out, s, i, u.cp);
            else
                ek_buf_add(&out, ek_str_slice(s, i, i + u.n));
        }
        i += u.n;
    }
    return ek_buf_str(&out);
}

unsigned
ek_width(ek_str s)
{
    unsigned cells = 0;
    for (size_t i = 0; i < s.n;) {
        struct unit u = unit_at(s, i);
        cells += cells_of(u.cp);
        i += u.n;
    }
    return cells;
}

ek_str
ek_width_fit(ek_str s, unsigned cells)
{
    unsigned used = 0;
    size_t i = 0;
    while (i < s.n) {
        struct unit u = unit_at(s, i);
        used += cells_of(u.cp);
        if (used > cells)
            break;
        i += u.n;
    }
    return ek_str_slice(s, 0, i);
}

ek_str
ek_width_fit_end(ek_str s, unsigned cells)
{
    unsigned left = ek_width(s);
    size_t i = 0;
    while (i < s.n) {
        struct unit u = unit_at(s, i);
        if (left <= cells && (i == 0 || cells_of(u.cp) > 0))
            break;
        left -= cells_of(u.cp);
        i += u.n;
    }
    return ek_str_slice(s, i, s.n);
}

void
ek_width_pad(ek_buf *out, ek_str s, unsigned cells)
{
    ek_str mark = EK_STR("");
    unsigned used = ek_width(s);
    if (used > cells) {
        mark = ek_width_fit(EK_STR("..."), cells);
        s = ek_width_fit(s, cells - (unsigned)mark.n);
        used = ek_width(s) + (unsigned)mark.n;
    }
    ek_buf_add(out, s);
    ek_buf_add(out, mark);
    for (; used < cells; used++)
        ek_buf_putc(out, ' ');
}

static bool
is_among(int32_t cp, const char *const *lists, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ek_str list = ek_str_of(lists[i]);
        for (size_t at = 0; at < list.n;) {
            struct unit u = unit_at(list, at);
            if (u.cp == cp)
                return true;
            at += u.n;
        }
    }
    return false;
}

static bool
may_begin(int32_t cp)
{
    static const char *const not_first[] = {
#define EK_NOT_FIRST(list) list,
#define EK_NOT_LAST(list)
#include "report/kinsoku.def"
#undef EK_NOT_FIRST
#undef EK_NOT_LAST
    };
    return !is_among(cp, not_first, sizeof not_first / sizeof *not_first);
}

static bool
may_end(int32_t cp)
{
    static const char *const not_last[] = {
#define EK_NOT_FIRST(list)
#define EK_NOT_LAST(list) list,
#include "report/kinsoku.def"
#undef EK_NOT_FIRST
#undef EK_NOT_LAST
    };
    return !is_among(cp, not_last, sizeof not_last / sizeof *not_last);
}

/* Whether a line may break between two neighbours. */
static bool
breaks_between(int32_t a, int32_t b)
{
    if (b == CP_SPACE || cells_of(b) == 0 || a == CP_ZERO_WIDTH_JOINER)
        return false;
    if (a == CP_SPACE)
        return may_begin(b);
    bool wide = cells_of(a) == 2 || cells_of(b) == 2;
    return wide && may_begin(b) && may_end(a);
}

/* Where a long word is divided rather than anywhere: a path, alternatives. */
static bool
is_joint(int32_t cp)
{
    return cp == '|' || cp == '/' || cp == '_' || cp == '-';
}

/* Offset at which the line that begins s has to end. */
static size_t
end_of_line(ek_str s, unsigned cells)
{
    unsigned used = 0;
    size_t i = 0, whole = 0, joint = 0, good = 0;
    int32_t before = CP_SPACE;
    while (i < s.n) {
        struct unit u = unit_at(s, i);
        if (i > 0 && breaks_between(before, u.cp))
            good = i;
        if (cells_of(u.cp) && before != CP_ZERO_WIDTH_JOINER)
            whole = i;
        if (whole == i && is_joint(before))
            joint = i;
        used += cells_of(u.cp);
        if (used > cells && u.cp != CP_SPACE)
            break;
        i += u.n;
        before = u.cp;
    }
    if (i == s.n)
        return i;
    if (good || joint)
        return good ? good : joint;
    return whole ? whole : i + unit_at(s, i).n;
}

bool
ek_width_wrap(ek_str *rest, unsigned cells, ek_str *line)
{
    *rest = ek_str_trim(*rest);
    if (rest->n == 0)
        return false;
    size_t end = end_of_line(*rest, cells);
    *line = ek_str_trim(ek_str_slice(*rest, 0, end));
    *rest = ek_str_slice(*rest, end, rest->n);
    return true;
}
