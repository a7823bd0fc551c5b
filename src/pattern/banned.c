/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/banned.h"

static const ek_str words[] = {
#define EK_BANNED(word) {word, sizeof word - 1},
#include "pattern/banned.def"
#undef EK_BANNED
};

enum { WORDS = sizeof words / sizeof *words };

static char
fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_word_byte(char c)
{
    c = fold(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool
begins_with(const char *text, ek_str word)
{
    size_t i = 0;
    while (i < word.n && fold(text[i]) == word.p[i])
        i++;
    return i == word.n;
}

static bool
stands_at(ek_str text, size_t i, ek_str word)
{
    size_t end = i + word.n;
    return end <= text.n && begins_with(text.p + i, word) &&
           (end == text.n || !is_word_byte(text.p[end]));
}

static ek_str
english_word_at(ek_str text, size_t i)
{
    for (unsigned k = 0; k < WORDS; k++) {
        if (is_word_byte(words[k].p[0]) && stands_at(text, i, words[k]))
            return words[k];
    }
    return EK_STR("");
}

static ek_str
japanese_word_in(ek_str text)
{
    for (unsigned k = 0; k < WORDS; k++) {
        if (!is_word_byte(words[k].p[0]) &&
            ek_str_find(text, words[k], 0) < text.n)
            return words[k];
    }
    return EK_STR("");
}

ek_str
ek_banned_in(ek_str text)
{
    if (!text.n)
        return EK_STR("");
    for (size_t i = 0; i < text.n; i++) {
        if (!is_word_byte(text.p[i]) || (i && is_word_byte(text.p[i - 1])))
            continue;
        ek_str word = english_word_at(text, i);
        if (word.n)
            return word;
    }
    return japanese_word_in(text);
}
