/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/plausible.h"

#include <utf8proc.h>

#include "text/cp.h"

struct row {
    const char *mark;
    uint32_t least; /* characters asked */
    uint32_t share; /* percent */
};

static const struct row rows[] = {
    [EK_GARBLE_NONE] = {"", UINT32_MAX, 100},
#define EK_GARBLE(name, mark, least, share)                                    \
    [EK_GARBLE_##name] = {mark, least, share},
#include "text/plausible.def"
#undef EK_GARBLE
};

static const struct telling {
    ek_garble sign;
    const char *characters;
} tellings[] = {
#define EK_TELLING(name, characters) {EK_GARBLE_##name, characters},
#include "text/plausible.def"
};

#define EK_BYTES(characters) static const char bytes_as_latin[] = characters;
#include "text/plausible.def"

static const char *const usual_kanji[] = {
#define EK_USUAL_KANJI(characters) characters,
#include "text/plausible.def"
};

#define EK_USUAL_HIRAGANA(characters)                                          \
    static const char usual_hiragana[] = characters;
#include "text/plausible.def"

enum { CP_HALFWIDTH_A = 0xFF71, CP_HALFWIDTH_SO = 0xFF7F };

enum { LETTERS = 26, SIGNS = sizeof rows / sizeof *rows };

static const double frequencies[LETTERS] = {
#define EK_LETTER(letter, frequency) [letter - 'a'] = frequency,
#include "text/plausible.def"
};

enum { KANJI = CP_LAST_KANJI - CP_FIRST_KANJI + 1 };

struct count {
    unsigned char usual[KANJI / 8 + 1];
    uint32_t asked[SIGNS], bearing[SIGNS];
    uint32_t letters[LETTERS];
    uint32_t visible;
    uint32_t before[2]; /* the two visible characters before this one */
};

static void
learn_kanji(struct count *count, ek_str characters)
{
    for (size_t at = 0, n; at < characters.n; at += n) {
        uint32_t bit = ek_cp_at(characters, at, &n) - CP_FIRST_KANJI;
        count->usual[bit / 8] |= (unsigned char)(1U << bit % 8);
    }
}

static bool
is_halfwidth(uint32_t cp)
{
    return cp >= CP_HALFWIDTH_STOP && cp <= CP_HALFWIDTH_HANDAKUTEN;
}

static bool
is_control(uint32_t cp)
{
    return cp < CP_BLANK || (cp >= 0x7F && cp < 0xA0);
}

static bool
is_private(uint32_t cp)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CN;
}

static bool
continues_utf8(uint32_t cp)
{
    return (cp >= 0x80 && cp < 0xC0) || ek_cp_among(cp, bytes_as_latin);
}

static void
ask(struct count *count, ek_garble sign, bool bears)
{
    count->asked[sign]++;
    count->bearing[sign] += bears;
}

static void
count_latin(struct count *count, uint32_t cp)
{
    uint32_t letter = (cp | 0x20) - 'a';
    bool accented = cp >= 0xC0 && cp < 0x100;
    if (cp < 0x80 && letter < LETTERS) {
        ask(count, EK_GARBLE_LETTERS, false);
        count->letters[letter]++;
        count->asked[EK_GARBLE_ACCENTS]++;
    }
    if (accented)
        ask(count, EK_GARBLE_ACCENTS, true);
}

static void
count_japanese(struct count *count, uint32_t cp)
{
    if (cp >= CP_FIRST_HIRAGANA && cp <= CP_LAST_HIRAGANA)
        ask(count, EK_GARBLE_HIRAGANA, !ek_cp_among(cp, usual_hiragana));
    if (cp >= CP_HALFWIDTH_WO && cp <= CP_HALFWIDTH_HANDAKUTEN)
        ask(count, EK_GARBLE_KANA, cp < CP_HALFWIDTH_A || cp > CP_HALFWIDTH_SO);
    if (cp < CP_FIRST_KANJI || cp > CP_LAST_KANJI)
        return;
    uint32_t bit = cp - CP_FIRST_KANJI;
    ask(count, EK_GARBLE_KANJI, !(count->usual[bit / 8] >> bit % 8 & 1));
}

static bool
is_of_small_script(uint32_t cp)
{
    return cp >= 0x250 && cp < 0x2000;
}

/* Half-width kana stand in rows of them; alone among others they are bytes.
 * Letters of one script stand close together, in a block of the code. */
static void
count_pairs(struct count *count, uint32_t cp)
{
    uint32_t last = count->before[0], first = count->before[1];
    count->bearing[EK_GARBLE_HALFWIDTH] +=
        is_halfwidth(last) && !is_halfwidth(first) && !is_halfwidth(cp);
    count->bearing[EK_GARBLE_UTF8_AS_LATIN] +=
        last >= 0xC2 && last < 0xF5 && continues_utf8(cp);
    count->bearing[EK_GARBLE_SCRIPTS] += is_of_small_script(cp) &&
                                         is_of_small_script(last) &&
                                         cp >> 8 != last >> 8;
    count->before[1] = last;
    count->before[0] = cp;
}

static void
count_beyond_ascii(struct count *count, uint32_t cp)
{
    count->bearing[EK_GARBLE_REPLACED] += cp == CP_REPLACEMENT;
    if (ek_cp_is_japanese(cp))
        count_japanese(count, cp);
    else if (cp >= 0x100 && cp != CP_REPLACEMENT)
        count->bearing[EK_GARBLE_PRIVATE] += is_private(cp);
}

static void
count_one(struct count *count, uint32_t cp)
{
    if (ek_cp_is_blank(cp))
        return;
    count->visible++;
    count->bearing[EK_GARBLE_CONTROL] += is_control(cp);
    count_latin(count, cp);
    if (cp >= 0x80)
        count_beyond_ascii(count, cp);
    for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++)
        count->bearing[tellings[i].sign] +=
            ek_cp_among(cp, tellings[i].characters);
    count_pairs(count, cp);
}

/* 100 less the correlation with the letters of English, in percent. */
static uint32_t
unlike_english(const uint32_t letters[LETTERS])
{
    double mean = 0, usual = 0, with = 0, own = 0, theirs = 0;
    for (int i = 0; i < LETTERS; i++) {
        mean += (double)letters[i] / LETTERS;
        usual += frequencies[i] / LETTERS;
    }
    for (int i = 0; i < LETTERS; i++) {
        double a = letters[i] - mean, b = frequencies[i] - usual;
        with += a * b;
        own += a * a;
        theirs += b * b;
    }
    uint32_t like = 0;
    while (with > 0 && like < 100 &&
           (like + 1) * (like + 1) * own * theirs <= with * with * 10000)
        like++;
    return 100 - like;
}

static uint32_t
percent_of(const struct count *count, ek_garble sign)
{
    if (sign == EK_GARBLE_LETTERS)
        return unlike_english(count->letters);
    return (uint32_t)((uint64_t)count->bearing[sign] * 100 /
                      count->asked[sign]);
}

/* Latin letters among those of another script are names and codes, a few
 * half-width kana are words. A text of them has the first rows of the kana, too,
 * which letters of another alphabet, in the upper half of a code, leave out. */
static void
settle(struct count *count)
{
    for (int sign = EK_GARBLE_REPLACED; sign < EK_GARBLE_ACCENTS; sign++)
        count->asked[sign] = count->visible;
    if (count->asked[EK_GARBLE_LETTERS] * 2 < count->visible)
        count->asked[EK_GARBLE_LETTERS] = 0;
    if (count->asked[EK_GARBLE_ACCENTS] * 2 < count->visible)
        count->asked[EK_GARBLE_ACCENTS] = 0;
    if (count->asked[EK_GARBLE_KANA] * 3 < count->visible)
        count->asked[EK_GARBLE_KANA] = 0;
    if (count->asked[EK_GARBLE_KANJI] * 10 < count->visible)
        count->asked[EK_GARBLE_KANJI] = 0;
    if (count->asked[EK_GARBLE_HIRAGANA] * 10 < count->visible)
        count->asked[EK_GARBLE_HIRAGANA] = 0;
}

struct ek_plausible
ek_plausible(ek_str utf8)
{
    struct count count = {.visible = 0};
    for (size_t i = 0; i < sizeof usual_kanji / sizeof *usual_kanji; i++)
        learn_kanji(&count, ek_str_of(usual_kanji[i]));
    for (size_t at = 0, n; at < utf8.n; at += n)
        count_one(&count, ek_cp_at(utf8, at, &n));
    settle(&count);
    for (int sign = EK_GARBLE_NONE + 1; sign < SIGNS; sign++) {
        if (count.asked[sign] < rows[sign].least)
            continue;
        uint32_t percent = percent_of(&count, (ek_garble)sign);
        if (percent >= rows[sign].share)
            return (struct ek_plausible){(ek_garble)sign, percent};
    }
    return (struct ek_plausible){EK_GARBLE_NONE, 0};
}

const char *
ek_plausible_mark(ek_garble sign)
{
    return rows[sign].mark;
}
