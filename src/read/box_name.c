/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/box_item.h"

#include "text/cp.h"

/* Some programs for Windows part folders by "\". */
static ek_str
next_step(ek_str *rest)
{
    size_t end = 0;
    while (end < rest->n && rest->p[end] != '/' && rest->p[end] != '\\')
        end++;
    ek_str step = ek_str_slice(*rest, 0, end);
    *rest = ek_str_slice(*rest, end + 1, rest->n);
    return step;
}

/* "." and ".." are odd, but hide nothing; "~$x" locks a file that is open. */
static bool
is_hidden_step(ek_str step)
{
    static const char *const made_by_programs[] = {"__MACOSX", "Thumbs.db",
                                                   "desktop.ini"};
    if (ek_str_is(step, ".") || ek_str_is(step, ".."))
        return false;
    return ek_str_starts(step, EK_STR(".")) ||
           ek_str_starts(step, EK_STR("~$")) ||
           ek_str_among(step, made_by_programs,
                        sizeof made_by_programs / sizeof *made_by_programs);
}

/* What a terminal would obey, or shows in another order than it stands. */
static bool
is_unseen(uint32_t cp)
{
    enum {
        DELETE = 0x7F,
        LAST_C1 = 0x9F,
        FIRST_MARK = 0x200B, /* widths zero, and directions */
        LAST_MARK = 0x200F,
        FIRST_BREAK = 0x2028, /* of lines, and directions */
        LAST_EMBEDDING = 0x202E,
        FIRST_ISOLATE = 0x2066,
        LAST_ISOLATE = 0x2069,
    };
    return cp < CP_BLANK || (cp >= DELETE && cp <= LAST_C1) ||
           (cp >= FIRST_MARK && cp <= LAST_MARK) ||
           (cp >= FIRST_BREAK && cp <= LAST_EMBEDDING) ||
           (cp >= FIRST_ISOLATE && cp <= LAST_ISOLATE);
}

ek_str
ek_box_name(ek_arena *arena, ek_str name)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t at = 0, n; at < name.n; at += n) {
        uint32_t cp = ek_cp_at(name, at, &n);
        if (is_unseen(cp))
            ek_buf_printf(&out, "\\u%04X", (unsigned)cp);
        else
            ek_buf_cp(&out, cp);
    }
    return ek_buf_str(&out);
}

ek_str
ek_box_path(ek_arena *arena, ek_str box, ek_str name)
{
    return ek_arena_printf(arena, "%.*s!/%.*s", EK_ARG(box), EK_ARG(name));
}

bool
ek_box_hides(ek_str name)
{
    while (name.n)
        if (is_hidden_step(next_step(&name)))
            return true;
    return false;
}
