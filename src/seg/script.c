/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/script.h"

#include <string.h>

enum {
    FIRST_LATIN_LETTER = 0x00C0,
    FIRST_SYMBOL = 0x2000,
    LAST_SYMBOL = 0x2BFF,
    FIRST_CJK_MARK = 0x3000,
    LAST_CJK_MARK = 0x3040,
    FIRST_WIDE_FORM = 0xFE00,
    FIRST_PICTURE = 0x1F000,
    LAST_PICTURE = 0x1FFFF,
};

ek_case
ek_script_case(const ek_norm *norm, uint32_t offset)
{
    ek_nspan letter = {offset, offset + 1};
    uint32_t at = ek_map_to_text(&norm->map, letter).begin;
    if (at >= norm->text->bytes.n)
        return EK_CASE_NONE;
    char c = norm->text->bytes.p[at];
    if (c >= 'A' && c <= 'Z')
        return EK_CASE_UPPER;
    return ek_script_latin(c) ? EK_CASE_LOWER : EK_CASE_NONE;
}

bool
ek_script_blank_after(const ek_norm *norm, ek_nspan span)
{
    if (span.end < norm->bytes.n && norm->bytes.p[span.end] == ' ')
        return true;
    uint32_t at = ek_map_to_text(&norm->map, span).end;
    if (at >= norm->text->bytes.n)
        return false;
    size_t n;
    return ek_cp_is_blank(ek_cp_at(norm->text->bytes, at, &n));
}

bool
ek_script_word(const char *p, const char *end, const char *word)
{
    if (!ek_script_at(p, end, word))
        return false;
    p += strlen(word);
    return p == end || !ek_script_latin(*p);
}

bool
ek_script_japanese(uint32_t cp)
{
    return ek_cp_is_kana(cp) || ek_cp_is_kanji(cp);
}

bool
ek_script_hiragana(uint32_t cp)
{
    return cp >= CP_FIRST_HIRAGANA && cp <= CP_LAST_HIRAGANA;
}

bool
ek_script_letter(uint32_t cp)
{
    if (cp < FIRST_LATIN_LETTER)
        return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
    if (cp >= FIRST_WIDE_FORM && cp <= UINT16_MAX)
        return cp >= CP_HALFWIDTH_WO && cp <= CP_LAST_HALFWIDTH_HANGUL;
    return !(cp >= FIRST_SYMBOL && cp <= LAST_SYMBOL) &&
           !(cp >= FIRST_CJK_MARK && cp <= LAST_CJK_MARK) &&
           !(cp >= FIRST_PICTURE && cp <= LAST_PICTURE);
}

uint32_t
ek_script_count(ek_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}
