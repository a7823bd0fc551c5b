/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/langid.h"

#include "text/cp.h"

#include <string.h>
#include <utf8proc.h>

enum { EN = 1, FR = 2, DE = 4, ES = 8, IT = 16, PT = 32, NL = 64, TONGUES = 7 };

struct word {
    const char *text;
    unsigned languages;
};

static const struct word words[] = {
#define EK_WORD(text, languages) {text, languages},
#include "text/langid.def"
#undef EK_WORD
};

#define EK_CHINESE(characters) static const char chinese[] = characters;
#include "text/langid.def"
#undef EK_CHINESE

enum { LONGEST_WORD = 14 };

struct evidence {
    uint32_t kana, kanji, chinese, latin, foreign; /* letters */
    uint32_t hits[TONGUES]; /* function words by language, English first */
    uint32_t accented;      /* words */
};

static unsigned
languages_of(ek_str word)
{
    size_t low = 0, high = sizeof words / sizeof *words;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = ek_str_cmp(word, ek_str_of(words[middle].text));
        if (order == 0)
            return words[middle].languages;
        if (order > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

static bool
is_latin(uint32_t cp)
{
    return (cp | 0x20) - 'a' < 26 ||
           (cp >= 0xC0 && cp < 0x250 && cp != 0xD7 && cp != 0xF7);
}

static bool
is_elided(ek_str word, uint32_t after)
{
    return after == '\'' && (ek_str_is(word, "qu") ||
                             (word.n == 1 && memchr("cdjln", *word.p, 5)));
}

static void
weigh_word(struct evidence *seen, ek_str word, bool accented, uint32_t after)
{
    unsigned languages = word.n > LONGEST_WORD ? 0 : languages_of(word);
    if (is_elided(word, after))
        languages = FR | IT;
    for (unsigned i = 0; i < TONGUES; i++)
        seen->hits[i] += languages >> i & 1;
    seen->accented += accented;
}

static size_t
weigh_latin(struct evidence *seen, ek_str s, size_t at)
{
    size_t begin = at, n;
    bool accented = false;
    uint32_t cp = 0;
    for (; at < s.n; at += n) {
        cp = ek_cp_at(s, at, &n);
        if (!is_latin(cp))
            break;
        accented |= cp > 0x7F;
        seen->latin++;
    }
    weigh_word(seen, ek_str_slice(s, begin, at), accented, at < s.n ? cp : 0);
    return at;
}

static bool
is_letter(uint32_t cp)
{
    return cp >= 0x250 &&
           utf8proc_category((utf8proc_int32_t)cp) <= UTF8PROC_CATEGORY_LO &&
           utf8proc_category((utf8proc_int32_t)cp) >= UTF8PROC_CATEGORY_LU;
}

static void
weigh_letter(struct evidence *seen, uint32_t cp)
{
    if (cp < 0x80)
        return;
    if (ek_cp_is_kana(cp))
        seen->kana++;
    else if (ek_cp_is_kanji(cp))
        seen->kanji++;
    else if (is_letter(cp))
        seen->foreign++;
    if (cp >= CP_FIRST_KANJI && cp <= CP_LAST_KANJI)
        seen->chinese += ek_cp_among(cp, chinese);
}

static struct evidence
gather(ek_str s)
{
    struct evidence seen = {0};
    for (size_t at = 0, n; at < s.n;) {
        uint32_t cp = ek_cp_at(s, at, &n);
        if (is_latin(cp)) {
            at = weigh_latin(&seen, s, at);
        } else {
            weigh_letter(&seen, cp);
            at += n;
        }
    }
    return seen;
}

static ek_lang
latin_language(const struct evidence *seen)
{
    uint32_t most = 0;
    for (unsigned i = 1; i < TONGUES; i++)
        most = seen->hits[i] > most ? seen->hits[i] : most;
    bool foreign = (most >= 2 && most > seen->hits[0]) ||
                   (most >= 1 && seen->hits[0] == 0 && seen->accented);
    return foreign ? EK_LANG_OTHER : EK_LANG_EN;
}

ek_lang
ek_langid(ek_str norm)
{
    struct evidence seen = gather(norm);
    uint32_t ja = seen.kana + seen.kanji;
    if (ja + seen.latin + seen.foreign == 0)
        return EK_LANG_NONE;
    if (seen.foreign > ja + seen.latin)
        return EK_LANG_OTHER;
    if (ja == 0 || (seen.latin > 4 * ja && seen.hits[0] >= 2))
        return latin_language(&seen);
    if (!seen.kana && seen.chinese && seen.chinese * 10 >= seen.kanji)
        return EK_LANG_OTHER;
    return EK_LANG_JA;
}
