/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/check.h"

#include <string.h>

/* Characters that normalization always replaces, and what katakana is made
 * of. All are three bytes of UTF-8. */
enum {
    CP_FIRST_DASH = 0x2010,
    CP_LAST_DASH = 0x2015,
    CP_LEFT_SINGLE_QUOTE = 0x2018,
    CP_DOUBLE_LOW_QUOTE = 0x201F,
    CP_IDEOGRAPHIC_SPACE = 0x3000,
    CP_WAVE_DASH = 0x301C,
    CP_FIRST_KATAKANA = 0x30A1,
    CP_SMALL_O = 0x30A9,
    CP_SMALL_YA = 0x30E3,
    CP_SMALL_YO = 0x30E7,
    CP_LAST_KATAKANA = 0x30FA,
    CP_LONG_VOWEL = 0x30FC,
    CP_FULLWIDTH_EXCLAMATION = 0xFF01,
    CP_FULLWIDTH_TILDE = 0xFF5E,
    CP_HALFWIDTH_STOP = 0xFF61,
    CP_HALFWIDTH_SEMI_VOICED = 0xFF9F,
};

enum { KANA_BYTES = 3, LOAN_WORD = 3 };

static bool
within(uint32_t cp, uint32_t first, uint32_t last)
{
    return cp >= first && cp <= last;
}

/* 0 where no sequence of three bytes begins. */
static uint32_t
code_point_at(ek_str s, size_t i)
{
    const unsigned char *p = (const unsigned char *)s.p + i;
    if (i + KANA_BYTES > s.n || (p[0] & 0xF0) != 0xE0)
        return 0;
    return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

static bool
is_replaced(uint32_t cp)
{
    return cp == CP_IDEOGRAPHIC_SPACE || cp == CP_WAVE_DASH ||
           within(cp, CP_FIRST_DASH, CP_LAST_DASH) ||
           within(cp, CP_LEFT_SINGLE_QUOTE, CP_DOUBLE_LOW_QUOTE) ||
           within(cp, CP_FULLWIDTH_EXCLAMATION, CP_FULLWIDTH_TILDE) ||
           within(cp, CP_HALFWIDTH_STOP, CP_HALFWIDTH_SEMI_VOICED);
}

static bool
is_katakana(uint32_t cp)
{
    return within(cp, CP_FIRST_KATAKANA, CP_LAST_KATAKANA) ||
           cp == CP_LONG_VOWEL;
}

/* Small vowels and ya, yu, yo have odd code points and make no syllable. */
static bool
is_small(uint32_t cp)
{
    return cp % 2 == 1 && (within(cp, CP_FIRST_KATAKANA, CP_SMALL_O) ||
                           within(cp, CP_SMALL_YA, CP_SMALL_YO));
}

/* A long vowel mark at i that normalization drops. What a group or quantifier
 * follows may be a part of a word, and is let pass. */
static bool
is_dropped_mark(ek_str s, size_t i)
{
    size_t end = i + KANA_BYTES;
    if (code_point_at(s, i) != CP_LONG_VOWEL ||
        is_katakana(code_point_at(s, end)) ||
        (end < s.n && strchr("?*+{([", s.p[end])))
        return false;
    int syllables = 0;
    for (; i >= KANA_BYTES && syllables < LOAN_WORD; i -= KANA_BYTES) {
        uint32_t cp = code_point_at(s, i - KANA_BYTES);
        if (!is_katakana(cp))
            return false;
        syllables += !is_small(cp);
    }
    return syllables == LOAN_WORD;
}

ek_str
ek_check_never(ek_str pattern)
{
    for (size_t i = 0; i < pattern.n; i++) {
        if (is_replaced(code_point_at(pattern, i)) ||
            is_dropped_mark(pattern, i))
            return ek_str_slice(pattern, i, i + KANA_BYTES);
    }
    return EK_STR("");
}
