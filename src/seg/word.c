/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/word.h"
#include "seg/script.h"

#include <string.h>

static const struct ek_marker markers[] = {
#define EK_PART_EN(words, kind, place)                                         \
    {words, EK_PART_##kind, EK_MARKER_##place},
#include "seg/part_en.def"
#undef EK_PART_EN
};

static const char *const guards[] = {
#define EK_PART_EN_GUARD(words) words,
#include "seg/part_en.def"
#undef EK_PART_EN_GUARD
};

static const char *const not_after[] = {
#define EK_PART_EN_AFTER(word) word,
#include "seg/part_en.def"
#undef EK_PART_EN_AFTER
};

static const char *const modals[] = {
#define EK_MODAL(word) word,
#include "seg/part_en.def"
#undef EK_MODAL
};

static const char *const joins[] = {
#define EK_JOIN(word) word,
#include "seg/part_en.def"
#undef EK_JOIN
};

static const struct {
    const char *word;
    bool sure;
} subjects[] = {
#define EK_SUBJECT(word, sure) {word, sure},
#include "seg/part_en.def"
#undef EK_SUBJECT
};

static const char *const open_ends[] = {
#define EK_OPEN_END(word) word,
#include "seg/part_en.def"
#undef EK_OPEN_END
};

static const char *const openings[] = {
#define EK_OPENING(phrase) phrase,
#include "seg/part_en.def"
#undef EK_OPENING
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool
is_one_of(const ek_words *words, uint32_t at, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n && at < words->end; i++)
        if (words->bytes[at] == list[i][0] &&
            ek_script_word(words->bytes + at, words->bytes + words->end,
                           list[i]))
            return true;
    return false;
}

bool
ek_word_holds(char c)
{
    return ek_script_latin(c) || ek_script_digit(c) || c == '\'' || c == '-';
}

uint32_t
ek_word_end(const ek_words *words, uint32_t at)
{
    while (at < words->end &&
           (ek_word_holds(words->bytes[at]) || (words->bytes[at] & 0x80)))
        at++;
    return at;
}

uint32_t
ek_word_next(const ek_words *words, uint32_t at)
{
    return ek_script_skip(words->bytes, ek_word_end(words, at), words->end);
}

const struct ek_marker *
ek_word_marker(const ek_words *words, uint32_t at)
{
    if (at >= words->end || is_one_of(words, at, guards, COUNT(guards)))
        return NULL;
    const struct ek_marker *found = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < COUNT(markers); i++) {
        if (!ek_script_word(words->bytes + at, words->bytes + words->end,
                            markers[i].words) ||
            strlen(markers[i].words) < longest)
            continue;
        found = &markers[i];
        longest = strlen(found->words);
    }
    return found;
}

bool
ek_word_modal_near(const ek_words *words, uint32_t at, unsigned most)
{
    for (unsigned i = 0; i < most && at < words->end; i++) {
        if (is_one_of(words, at, modals, COUNT(modals)))
            return true;
        uint32_t end = ek_word_end(words, at);
        if (end == at && words->bytes[at] != '"' && words->bytes[at] != '(')
            return false;
        at = ek_script_skip(words->bytes, end > at ? end : at + 1, words->end);
    }
    return false;
}

bool
ek_word_main(const ek_words *words, uint32_t at)
{
    if (at >= words->end || is_one_of(words, at, joins, COUNT(joins)))
        return false;
    for (size_t i = 0; i < COUNT(subjects); i++)
        if (words->bytes[at] == subjects[i].word[0] &&
            ek_script_word(words->bytes + at, words->bytes + words->end,
                           subjects[i].word))
            return subjects[i].sure ||
                   ek_word_modal_near(words, at, EK_WORDS_FAR);
    if (words->bytes[at] == '\'' || words->bytes[at] == '"')
        at++;
    return at < words->end && ek_script_latin(words->bytes[at]) &&
           ek_script_case(words->norm, at) == EK_CASE_UPPER &&
           ek_word_modal_near(words, at, EK_WORDS_FAR);
}

bool
ek_word_binds(const ek_words *words, uint32_t begin, uint32_t at)
{
    for (size_t i = 0; i < COUNT(not_after); i++) {
        uint32_t n = (uint32_t)strlen(not_after[i]) + 1;
        if (at >= begin + n && words->bytes[at - 1] == ' ' &&
            memcmp(words->bytes + at - n, not_after[i], n - 1) == 0 &&
            (at == begin + n || !ek_script_latin(words->bytes[at - n - 1])))
            return true;
    }
    return false;
}

bool
ek_word_modal(const ek_words *words, uint32_t at)
{
    return is_one_of(words, at, modals, COUNT(modals));
}

bool
ek_word_join(const ek_words *words, uint32_t at)
{
    return is_one_of(words, at, joins, COUNT(joins));
}

bool
ek_word_open(const ek_words *words, uint32_t at)
{
    return ek_word_modal(words, at) ||
           is_one_of(words, at, open_ends, COUNT(open_ends));
}

uint32_t
ek_word_opening(const ek_words *words, uint32_t at)
{
    for (size_t i = 0; i < COUNT(openings); i++)
        if (ek_script_at(words->bytes + at, words->bytes + words->end,
                         openings[i]))
            return (uint32_t)strlen(openings[i]);
    return 0;
}
