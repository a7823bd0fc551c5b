/* SPDX-License-Identifier: Apache-2.0 */
/* Detection by exclusion, surest test first: byte order mark, escape
 * sequences, the pattern of NULs in UTF-16, strict UTF-8. What is left is a
 * contest of EUC-JP, CP932 and windows-1252: each reads a sample, and readings
 * are scored by how much they look like Japanese, or like words with accents
 * and typographic quotes between ASCII letters. */
#include "config.h"

#include "text/detect.h"

#include "text/cp.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum {
    SAMPLE = 256 * 1024, /* bytes scored, from the first that is not ASCII */
    SOUND = 4, /* valid sequences for one broken one: no other encoding has so
                * many by chance */
    STRAY = 3, /* odd bytes in a text that is otherwise ASCII */
    CERTAIN = 99,
    LIKELY = 90,
    UNLIKELY = 10,
    CHUNK = 4096,
};

/* Points for each character that is not ASCII. */
enum {
    HIRAGANA_POINTS = 30,
    KATAKANA_POINTS = 25,
    KANJI_POINTS = 10,
    HALFWIDTH_POINTS = 8,
    ACCENT_POINTS = 15,
    STRANGE_POINTS = -30,
    BROKEN_POINTS = -300,
};

struct score {
    int64_t points;
    uint32_t characters;
};

size_t
ek_detect_utf8(ek_str bytes, uint32_t *sequences)
{
    size_t broken = 0;
    *sequences = 0;
    for (size_t at = 0, n; at < bytes.n; at += n) {
        unsigned char c = (unsigned char)bytes.p[at];
        n = 1;
        if (c < 0x80)
            continue;
        n = ek_detect_utf8_sequence(bytes, at);
        *sequences += n > 0;
        broken += n == 0;
        n += n == 0;
    }
    return broken;
}

size_t
ek_detect_utf8_sequence(ek_str bytes, size_t at)
{
    size_t n;
    uint32_t cp = ek_cp_at(bytes, at, &n);
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (n == 1)
        return (unsigned char)bytes.p[at] < 0x80;
    bool wrong =
        cp < least[n] || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000);
    return wrong ? 0 : n;
}

ek_encoding
ek_detect_mark(ek_str bytes)
{
    if (ek_str_starts(bytes, EK_STR("\xEF\xBB\xBF")))
        return EK_ENC_UTF8;
    if (ek_str_starts(bytes, EK_STR("\xFF\xFE")))
        return EK_ENC_UTF16LE;
    if (ek_str_starts(bytes, EK_STR("\xFE\xFF")))
        return EK_ENC_UTF16BE;
    return EK_ENC_UNKNOWN;
}

static size_t
first_high(ek_str bytes)
{
    size_t at = 0;
    while (at < bytes.n && (unsigned char)bytes.p[at] < 0x80)
        at++;
    return at;
}

/* Bytes that are not ASCII, counted up to one more than STRAY. */
static size_t
count_strays(ek_str bytes)
{
    size_t high = 0;
    for (size_t at = 0; at < bytes.n && high <= STRAY; at++)
        high += (unsigned char)bytes.p[at] >= 0x80;
    return high;
}

static bool
shifts_to_kanji(ek_str bytes)
{
    return ek_str_find(bytes, EK_STR("\033$B"), 0) < bytes.n ||
           ek_str_find(bytes, EK_STR("\033$@"), 0) < bytes.n ||
           ek_str_find(bytes, EK_STR("\033(I"), 0) < bytes.n;
}

static uint32_t
unit_at(ek_str bytes, size_t at, bool little)
{
    uint32_t a = (unsigned char)bytes.p[at], b = (unsigned char)bytes.p[at + 1];
    return little ? b << 8 | a : a << 8 | b;
}

static bool
is_ascii_text(uint32_t cp)
{
    return (cp >= ' ' && cp < 0x7F) || cp == '\n' || cp == '\r' || cp == '\t';
}

/* Whether it reads as text in one byte order: nearly all of it plausible, and
 * a fair part so common that chance does not explain it. */
static bool
reads_as_utf16(ek_str bytes, bool little)
{
    size_t units = 0, plausible = 0, common = 0;
    for (size_t at = 0; at + 1 < bytes.n && at < SAMPLE; at += 2) {
        uint32_t unit = unit_at(bytes, at, little);
        bool usual = is_ascii_text(unit) || ek_cp_is_kana(unit) ||
                     (unit >= CP_IDEOGRAPHIC_BLANK && unit <= 0x3011);
        units++;
        common += usual;
        plausible += usual || ek_cp_is_japanese(unit) ||
                     (unit >= 0xA0 && unit < 0x250) ||
                     (unit >= 0x2000 && unit < 0x2800) ||
                     (unit >= 0xFF00 && unit < 0xFFF0);
    }
    return units && plausible * 20 >= units * 19 && common * 3 >= units;
}

static ek_encoding
utf16_order(ek_str bytes)
{
    bool little = reads_as_utf16(bytes, true);
    bool big = reads_as_utf16(bytes, false);
    if (little == big)
        return EK_ENC_UNKNOWN;
    return little ? EK_ENC_UTF16LE : EK_ENC_UTF16BE;
}

static int
points_of(uint32_t cp)
{
    if (cp >= CP_HALFWIDTH_STOP && cp <= CP_HALFWIDTH_HANDAKUTEN)
        return HALFWIDTH_POINTS;
    if (cp >= CP_FIRST_HIRAGANA && cp <= CP_LAST_HIRAGANA)
        return HIRAGANA_POINTS;
    if (ek_cp_is_kana(cp) || (cp >= CP_IDEOGRAPHIC_BLANK && cp <= 0x3011) ||
        (cp > CP_HALFWIDTH_STOP - 0x61 && cp < CP_HALFWIDTH_STOP))
        return KATAKANA_POINTS;
    if (ek_cp_is_kanji(cp) || (cp >= 0x2000 && cp < 0x2800))
        return KANJI_POINTS;
    return STRANGE_POINTS;
}

static void
score_utf8(struct score *score, ek_str utf8)
{
    for (size_t at = 0, n; at < utf8.n; at += n) {
        uint32_t cp = ek_cp_at(utf8, at, &n);
        score->points += n > 1 ? points_of(cp) : 0;
        score->characters += n > 1;
    }
}

static struct score
score_reading(ek_str sample, const char *name)
{
    struct score score = {0};
    char out[CHUNK], *from = (char *)(uintptr_t)sample.p;
    size_t left = sample.n;
    iconv_t cd = iconv_open("UTF-8", name);
    if (cd == (iconv_t)-1)
        return (struct score){BROKEN_POINTS, 1};
    while (left) {
        char *to = out;
        size_t room = sizeof out;
        size_t rc = iconv(cd, &from, &left, &to, &room);
        int trouble = rc == (size_t)-1 ? errno : 0;
        score_utf8(&score, (ek_str){out, (size_t)(to - out)});
        if (trouble == EINVAL)
            break;
        if (trouble == EILSEQ) {
            score.points += BROKEN_POINTS;
            score.characters++;
            from++;
            left--;
        }
    }
    iconv_close(cd);
    return score;
}

static bool
is_high(ek_str bytes, size_t at)
{
    return at < bytes.n && (unsigned char)bytes.p[at] >= 0x80;
}

static int
western_points(ek_str bytes, size_t at)
{
    unsigned char c = (unsigned char)bytes.p[at];
    bool lone = !is_high(bytes, at + 1) && (at == 0 || !is_high(bytes, at - 1));
    if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D)
        return BROKEN_POINTS;
    bool usual = c == 0x85 || (c >= 0x91 && c <= 0x99) || c >= 0xC0 ||
                 memchr("\xA0\xA7\xA9\xAB\xAE\xB0\xB7\xBB", c, 8);
    return lone && usual ? ACCENT_POINTS : STRANGE_POINTS;
}

static struct score
score_western(ek_str sample)
{
    struct score score = {0};
    for (size_t at = 0; at < sample.n; at++) {
        bool high = is_high(sample, at);
        score.points += high ? western_points(sample, at) : 0;
        score.characters += high;
    }
    return score;
}

/* Half-width kana of EUC-JP alone: a byte 8E before each. In CP932 they would
 * be kanji of one row, none twice as likely as the other. */
static bool
is_all_single_shifts(ek_str sample)
{
    enum { SINGLE_SHIFT_2 = 0x8E, LEAST = 8, OF_TEN = 8 };
    size_t high = 0, shifted = 0;
    for (size_t at = 0; at < sample.n; at++) {
        unsigned char c = (unsigned char)sample.p[at];
        high += c >= 0x80;
        if (c != SINGLE_SHIFT_2 || at + 1 >= sample.n)
            continue;
        unsigned char kana = (unsigned char)sample.p[at + 1];
        bool pair = kana > 0xA0 && kana < 0xE0;
        shifted += pair;
        high += pair;
        at += pair;
    }
    return shifted >= LEAST && shifted * 2 * 10 >= high * OF_TEN;
}

static int64_t
average(struct score score)
{
    return score.characters ? score.points / (int64_t)score.characters : 0;
}

static ek_encoding
best_reading(ek_str sample, uint32_t *confidence)
{
    const ek_encoding encodings[] = {EK_ENC_EUC_JP, EK_ENC_CP932,
                                     EK_ENC_CP1252};
    int64_t scores[] = {average(score_reading(sample, "EUC-JP-MS")),
                        average(score_reading(sample, "CP932")),
                        average(score_western(sample))};
    size_t best = 0;
    int64_t second = INT64_MIN;
    for (size_t i = 1; i < 3; i++)
        best = scores[i] > scores[best] ? i : best;
    for (size_t i = 0; i < 3; i++)
        second = i != best && scores[i] > second ? scores[i] : second;
    int64_t lead = 50 + 3 * (scores[best] - second);
    *confidence = lead > CERTAIN - 1 ? CERTAIN - 1 : (uint32_t)lead;
    if (scores[best] < 0)
        *confidence = UNLIKELY;
    return encodings[best];
}

/* Without the beginning of a last character that was cut off. */
static ek_str
without_cut_end(ek_str bytes)
{
    for (size_t back = 1; back <= 3 && back <= bytes.n; back++) {
        unsigned char c = (unsigned char)bytes.p[bytes.n - back];
        if ((c & 0xC0) == 0x80)
            continue;
        size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
        return ek_str_slice(bytes, 0, bytes.n - (length > back ? back : 0));
    }
    return bytes;
}

ek_encoding
ek_decode_detect(ek_str bytes, uint32_t *confidence)
{
    uint32_t sequences;
    ek_encoding found = ek_detect_mark(bytes);
    size_t high = first_high(bytes);
    bool nuls = memchr(bytes.p ? bytes.p : "", 0, bytes.n) != NULL;
    *confidence = CERTAIN + 1;
    if (found != EK_ENC_UNKNOWN)
        return found;
    *confidence = CERTAIN;
    if (count_strays(bytes) <= STRAY && shifts_to_kanji(bytes))
        return EK_ENC_ISO_2022_JP;
    if (nuls && (found = utf16_order(bytes)) != EK_ENC_UNKNOWN)
        return found;
    *confidence = high == bytes.n ? CERTAIN + 1 : CERTAIN;
    size_t broken = ek_detect_utf8(without_cut_end(bytes), &sequences);
    if (broken == 0 && (sequences || high == bytes.n))
        return EK_ENC_UTF8;
    *confidence = LIKELY;
    if (broken * SOUND <= sequences)
        return EK_ENC_UTF8;
    if (!nuls && (found = utf16_order(bytes)) != EK_ENC_UNKNOWN)
        return found;
    size_t begin = high ? high - 1 : 0;
    ek_str sample = ek_str_slice(bytes, begin, begin + SAMPLE);
    if (is_all_single_shifts(sample))
        return EK_ENC_EUC_JP;
    found = best_reading(sample, confidence);
    if (*confidence == UNLIKELY && broken <= STRAY)
        return EK_ENC_UTF8;
    if (found == EK_ENC_CP1252 || count_strays(bytes) > 1)
        return found;
    *confidence = UNLIKELY; /* one byte is no language */
    return EK_ENC_CP1252;
}
