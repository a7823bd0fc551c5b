/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/jis.h"

enum {
    ESC = 0x1B,
    SINGLE_SHIFT_2 = 0x8E,
    SINGLE_SHIFT_3 = 0x8F,
    INVALID = 0xFF
};

enum set { ASCII, KANJI, MORE_KANJI, HALFWIDTH };

static const struct {
    const char *escape;
    enum set set;
} escapes[] = {
    {"\033$B", KANJI},       {"\033$@", KANJI}, {"\033$(B", KANJI},
    {"\033$(D", MORE_KANJI}, {"\033(B", ASCII}, {"\033(J", ASCII},
    {"\033(I", HALFWIDTH},
};

static size_t
shift(ek_str rest, enum set *set)
{
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        ek_str escape = ek_str_of(escapes[i].escape);
        if (!ek_str_starts(rest, escape))
            continue;
        *set = escapes[i].set;
        return escape.n;
    }
    return 0;
}

static bool
is_in_set(char c)
{
    return c > ' ' && c < 0x7F;
}

/* A text that was cut off inside an escape ends there. */
static bool
is_cut_escape(ek_str rest)
{
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (ek_str_starts(ek_str_of(escapes[i].escape), rest))
            return true;
    return false;
}

static size_t
write_kanji(ek_buf *out, ek_str rest, enum set set)
{
    if (rest.n < 2 || !is_in_set(rest.p[1])) {
        ek_buf_putc(out, (char)INVALID);
        return 1;
    }
    if (set == MORE_KANJI)
        ek_buf_putc(out, (char)SINGLE_SHIFT_3);
    ek_buf_putc(out, (char)(rest.p[0] | 0x80));
    ek_buf_putc(out, (char)(rest.p[1] | 0x80));
    return 2;
}

static size_t
write_next(ek_buf *out, ek_str rest, enum set set)
{
    bool high = (unsigned char)rest.p[0] >= 0x80 || rest.p[0] == ESC;
    if (set != ASCII && set != HALFWIDTH && is_in_set(rest.p[0]))
        return write_kanji(out, rest, set);
    if (set == HALFWIDTH && is_in_set(rest.p[0])) {
        ek_buf_putc(out, (char)SINGLE_SHIFT_2);
        ek_buf_putc(out, (char)(rest.p[0] | 0x80));
    } else {
        ek_buf_putc(out, high ? (char)INVALID : rest.p[0]);
    }
    return 1;
}

ek_str
ek_jis_to_euc(ek_arena *arena, ek_str bytes)
{
    ek_buf out = ek_buf_on(arena);
    enum set set = ASCII;
    for (size_t at = 0; at < bytes.n;) {
        ek_str rest = ek_str_slice(bytes, at, bytes.n);
        size_t shifted = rest.p[0] == ESC ? shift(rest, &set) : 0;
        if (rest.p[0] == ESC && is_cut_escape(rest) && !shifted) {
            ek_buf_putc(&out, (char)INVALID);
            break;
        }
        if (rest.p[0] == '\n' || rest.p[0] == '\r')
            set = ASCII;
        at += shifted ? shifted : write_next(&out, rest, set);
    }
    return ek_buf_str(&out);
}
