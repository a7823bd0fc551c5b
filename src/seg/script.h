/* SPDX-License-Identifier: Apache-2.0 */
/* Looking at single characters of the normalized text, and at what stood
 * there before it was folded: capitals and blanks. */
#ifndef EK_SEG_SCRIPT_H
#define EK_SEG_SCRIPT_H

#include "text/cp.h"
#include "text/norm.h"

enum {
    CP_IDEOGRAPHIC_COMMA = 0x3001,
    CP_IDEOGRAPHIC_FULL_STOP = 0x3002,
    CP_CORNER_OPEN = 0x300C,
    CP_CORNER_CLOSE = 0x300D,
    CP_WHITE_CORNER_OPEN = 0x300E,
    CP_WHITE_CORNER_CLOSE = 0x300F,
    CP_LENTICULAR_OPEN = 0x3010,
    CP_LENTICULAR_CLOSE = 0x3011,
};

typedef enum ek_case { EK_CASE_NONE, EK_CASE_LOWER, EK_CASE_UPPER } ek_case;

/* The case that the letter at a normalized offset has in the original. */
ek_case ek_script_case(const ek_norm *norm, uint32_t offset);
/* Whether a blank follows a normalized span, there or in the original. */
bool ek_script_blank_after(const ek_norm *norm, ek_nspan span);
/* Whether the bytes at p (before end) begin with a word. Inline: nearly all
 * calls fail at the first or third byte. */
static inline bool
ek_script_at(const char *p, const char *end, const char *word)
{
    while (*word && p < end && *p == *word) {
        p++;
        word++;
    }
    return *word == '\0';
}
/* The same, and no Latin letter follows. */
bool ek_script_word(const char *p, const char *end, const char *word);
/* Hiragana, katakana or kanji; no punctuation. */
bool ek_script_japanese(uint32_t cp);
bool ek_script_hiragana(uint32_t cp);
bool ek_script_letter(uint32_t cp); /* of any script, roughly */
uint32_t ek_script_count(ek_str s); /* code points */

static inline bool
ek_script_latin(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool
ek_script_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Offset of the first byte at or after from that is no blank; at most end. */
static inline uint32_t
ek_script_skip(const char *bytes, uint32_t from, uint32_t end)
{
    while (from < end && bytes[from] == ' ')
        from++;
    return from;
}

#endif
