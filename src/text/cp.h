/* SPDX-License-Identifier: Apache-2.0 */
/* Code points by name, and the few classes of them that the rooms text and seg
 * ask for. */
#ifndef EK_TEXT_CP_H
#define EK_TEXT_CP_H

#include "base/str.h"

#include <stdint.h>

enum {
    CP_TAB = 0x0009,
    CP_FORM_FEED = 0x000C,
    CP_BLANK = 0x0020,
    CP_SOFT_HYPHEN = 0x00AD,
    CP_FIRST_COMBINING = 0x0300,
    CP_FIRST_VOWEL_JAMO = 0x1160,
    CP_LAST_FINAL_JAMO = 0x11FF,
    CP_IDEOGRAPHIC_BLANK = 0x3000,
    CP_FIRST_HIRAGANA = 0x3041,
    CP_LAST_HIRAGANA = 0x3096,
    CP_COMBINING_DAKUTEN = 0x3099,
    CP_COMBINING_HANDAKUTEN = 0x309A,
    CP_FIRST_KATAKANA = 0x30A1,
    CP_LAST_KATAKANA = 0x30FA,
    CP_MIDDLE_DOT = 0x30FB,
    CP_LONG_VOWEL = 0x30FC,
    CP_FIRST_COMPAT_JAMO = 0x3131,
    CP_LAST_COMPAT_JAMO = 0x318E,
    CP_FIRST_PAREN_HANGUL = 0x3200,
    CP_LAST_PAREN_HANGUL = 0x321E,
    CP_FIRST_CIRCLED_HANGUL = 0x3260,
    CP_LAST_CIRCLED_HANGUL = 0x327E,
    CP_FIRST_KANJI = 0x4E00,
    CP_LAST_KANJI = 0x9FFF,
    CP_FIRST_HANGUL = 0xAC00,
    CP_LAST_HANGUL = 0xD7A3,
    CP_FIRST_OLD_JAMO = 0xD7B0,
    CP_LAST_OLD_JAMO = 0xD7FB,
    CP_FULLWIDTH_BAR = 0xFF5C,
    CP_HALFWIDTH_STOP = 0xFF61,
    CP_HALFWIDTH_WO = 0xFF66,
    CP_HALFWIDTH_LONG_VOWEL = 0xFF70,
    CP_HALFWIDTH_DAKUTEN = 0xFF9E,
    CP_HALFWIDTH_HANDAKUTEN = 0xFF9F,
    CP_FIRST_HALFWIDTH_HANGUL = 0xFFA0,
    CP_LAST_HALFWIDTH_HANGUL = 0xFFDC,
    CP_FIRST_FULLWIDTH = 0xFF01, /* of ! to ~, in the order of ASCII */
    CP_LAST_FULLWIDTH = 0xFF5E,
    CP_REPLACEMENT = 0xFFFD,
};

/* The code point at an offset below s.n, and its length in *n. A byte that is
 * no UTF-8 is CP_REPLACEMENT with length 1. */
uint32_t ek_cp_at(ek_str s, size_t at, size_t *n);
/* The code point that ends at an offset; 0 at the beginning. */
uint32_t ek_cp_before(ek_str s, size_t at);
/* Whether cp stands in a list of characters (UTF-8). */
bool ek_cp_among(uint32_t cp, const char *characters);

bool ek_cp_is_blank(uint32_t cp);    /* of any width; not a line break */
bool ek_cp_is_katakana(uint32_t cp); /* letters and long mark, any width */
bool ek_cp_is_kana(uint32_t cp);
bool ek_cp_is_kanji(uint32_t cp);
bool ek_cp_is_hangul(uint32_t cp);
/* Kana, kanji and the punctuation set among them (full width brackets too, but
 * not full width letters and digits). */
bool ek_cp_is_japanese(uint32_t cp);
/* Columns on a terminal grid: 0, 1 or 2; a tab is 4. */
unsigned ek_cp_columns(uint32_t cp);

#endif
