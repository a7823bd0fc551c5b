/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/cp.h"

#include <string.h>
#include <utf8proc.h>

static size_t
length_by_lead(unsigned char c)
{
    if (c < 0x80)
        return 1;
    if (c >= 0xC2 && c < 0xE0)
        return 2;
    if (c >= 0xE0 && c < 0xF0)
        return 3;
    return c >= 0xF0 && c < 0xF5 ? 4 : 0;
}

uint32_t
ek_cp_at(ek_str s, size_t at, size_t *n)
{
    const unsigned char *p = (const unsigned char *)s.p + at;
    size_t length = length_by_lead(*p);
    *n = 1;
    if (length == 1)
        return *p;
    if (length == 0 || s.n - at < length)
        return CP_REPLACEMENT;
    uint32_t cp = *p & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return CP_REPLACEMENT;
        cp = cp << 6 | (p[i] & 0x3F);
    }
    *n = length;
    return cp;
}

uint32_t
ek_cp_before(ek_str s, size_t at)
{
    size_t n, begin = at;
    if (at == 0)
        return 0;
    do
        begin--;
    while (begin && at - begin < 4 &&
           ((unsigned char)s.p[begin] & 0xC0) == 0x80);
    return ek_cp_at(s, begin, &n);
}

bool
ek_cp_among(uint32_t cp, const char *characters)
{
    if (cp < 0x80)
        return cp && strchr(characters, (int)cp);
    ek_str s = ek_str_of(characters);
    for (size_t i = 0, n; i < s.n; i += n)
        if (ek_cp_at(s, i, &n) == cp)
            return true;
    return false;
}

static bool
within(uint32_t cp, uint32_t first, uint32_t last)
{
    return cp - first <= last - first;
}

bool
ek_cp_is_blank(uint32_t cp)
{
    return cp == CP_BLANK || within(cp, CP_TAB, 0x0D) || cp == 0x85 ||
           cp == 0xA0 || cp == 0x1680 || within(cp, 0x2000, 0x200A) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F ||
           cp == CP_IDEOGRAPHIC_BLANK;
}

bool
ek_cp_is_katakana(uint32_t cp)
{
    return within(cp, CP_FIRST_KATAKANA, CP_LAST_KATAKANA) ||
           cp == CP_LONG_VOWEL ||
           within(cp, CP_HALFWIDTH_WO, CP_HALFWIDTH_HANDAKUTEN) ||
           within(cp, 0x31F0, 0x31FF);
}

bool
ek_cp_is_kana(uint32_t cp)
{
    return within(cp, CP_FIRST_HIRAGANA, CP_LAST_HIRAGANA) ||
           within(cp, 0x309D, 0x309F) || within(cp, 0x30FD, 0x30FF) ||
           ek_cp_is_katakana(cp);
}

bool
ek_cp_is_kanji(uint32_t cp)
{
    return within(cp, CP_FIRST_KANJI, CP_LAST_KANJI) ||
           within(cp, 0x3400, 0x4DBF) || within(cp, 0x3005, 0x3007) ||
           within(cp, 0xF900, 0xFAFF) || within(cp, 0x2E80, 0x2FDF) ||
           within(cp, 0x20000, 0x3FFFF);
}

bool
ek_cp_is_hangul(uint32_t cp)
{
    return within(cp, CP_FIRST_HANGUL, CP_LAST_OLD_JAMO) ||
           within(cp, 0x1100, CP_LAST_FINAL_JAMO) ||
           within(cp, CP_FIRST_COMPAT_JAMO, CP_LAST_COMPAT_JAMO) ||
           within(cp, CP_FIRST_HALFWIDTH_HANGUL, CP_LAST_HALFWIDTH_HANGUL);
}

static bool
is_fullwidth_alnum(uint32_t cp)
{
    return within(cp, 0xFF10, 0xFF19) || within(cp, 0xFF21, 0xFF3A) ||
           within(cp, 0xFF41, 0xFF5A) || cp == CP_FULLWIDTH_BAR;
}

bool
ek_cp_is_japanese(uint32_t cp)
{
    if (cp < 0x2E80)
        return false;
    return ek_cp_is_kanji(cp) || within(cp, 0x3001, 0x30FF) ||
           within(cp, 0x31F0, 0x31FF) ||
           (within(cp, 0xFF01, 0xFF9F) && !is_fullwidth_alnum(cp));
}

unsigned
ek_cp_columns(uint32_t cp)
{
    if (cp == CP_TAB)
        return 4;
    if (cp < CP_FIRST_COMBINING)
        return 1;
    if (within(cp, CP_FIRST_KANJI, CP_LAST_KANJI) ||
        within(cp, CP_IDEOGRAPHIC_BLANK, CP_LAST_HIRAGANA) ||
        within(cp, 0x2150, 0x218F) || within(cp, 0x2460, 0x27BF))
        return 2;
    int columns = utf8proc_charwidth((utf8proc_int32_t)cp);
    return columns < 0 ? 0 : (unsigned)columns;
}
