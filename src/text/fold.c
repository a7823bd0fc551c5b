/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/fold.h"

#include <string.h>
#include <utf8proc.h>

/* A longer run of marks is cut: a wall of accents must not cost square time
 * (compare the Stream-Safe Text Format of UAX #15, which cuts at 30). */
enum { MOST_CODE_POINTS = 32, LONGEST_DECOMPOSITION = 18 };
enum { LOAN_WORD = 3, KANA_BYTES = 3 };

struct row {
    uint32_t first, last;
    const char *to; /* NULL: stays */
};

static const struct row rows[] = {
#define EK_FOLD(first, last, to, reason) {first, last, to},
#include "text/fold.def"
#undef EK_FOLD
};

static const struct {
    const char *left, *right;
} compounds[] = {
#define EK_COMPOUND(left, right) {left, right},
#include "text/fold.def"
#undef EK_COMPOUND
};

static const char *const hyphenated[] = {
#define EK_HYPHENATED(word) word,
#include "text/fold.def"
#undef EK_HYPHENATED
};

#define EK_SMALL_KANA(characters) static const char small_kana[] = characters;
#include "text/fold.def"
#undef EK_SMALL_KANA

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct row *
row_of(uint32_t cp)
{
    size_t low = 0, high = COUNT(rows);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].last < cp)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT(rows) && rows[low].first <= cp ? &rows[low] : NULL;
}

static bool
within(uint32_t cp, uint32_t first, uint32_t last)
{
    return cp - first <= last - first;
}

static bool
is_mark(uint32_t cp)
{
    int category = utf8proc_category((utf8proc_int32_t)cp);
    return category == UTF8PROC_CATEGORY_MN ||
           category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

static bool
extends_unit(uint32_t cp)
{
    if (cp < CP_FIRST_COMBINING || within(cp, CP_FIRST_KANJI, CP_LAST_KANJI) ||
        within(cp, CP_FIRST_HIRAGANA, CP_LAST_HIRAGANA) ||
        within(cp, CP_FIRST_KATAKANA, CP_LONG_VOWEL))
        return false;
    return within(cp, CP_FIRST_VOWEL_JAMO, CP_LAST_FINAL_JAMO) ||
           within(cp, CP_FIRST_COMPAT_JAMO, CP_LAST_COMPAT_JAMO) ||
           within(cp, CP_FIRST_PAREN_HANGUL, CP_LAST_PAREN_HANGUL) ||
           within(cp, CP_FIRST_CIRCLED_HANGUL, CP_LAST_CIRCLED_HANGUL) ||
           within(cp, CP_FIRST_OLD_JAMO, CP_LAST_OLD_JAMO) ||
           within(cp, CP_HALFWIDTH_DAKUTEN, CP_LAST_HALFWIDTH_HANGUL) ||
           is_mark(cp);
}

static bool
is_plain_kana_or_kanji(uint32_t cp)
{
    return within(cp, CP_FIRST_KANJI, CP_LAST_KANJI) ||
           within(cp, CP_FIRST_HIRAGANA, CP_LAST_HIRAGANA) ||
           within(cp, CP_FIRST_KATAKANA, CP_LAST_KATAKANA) ||
           within(cp, CP_IDEOGRAPHIC_BLANK + 1, 0x3002) ||
           within(cp, 0x3005, 0x3011);
}

static bool
is_graph(char c)
{
    return c > ' ' && c < 0x7F;
}

static bool
is_word_gap(ek_str text, size_t at, size_t begin)
{
    return text.p[at] == ' ' && at > begin && is_graph(text.p[at - 1]) &&
           at + 1 < text.n && is_graph(text.p[at + 1]);
}

static size_t
plain_length(ek_str text, size_t at, size_t begin)
{
    unsigned char c = (unsigned char)text.p[at];
    size_t n;
    if (c < 0x80)
        return is_graph(text.p[at]) || is_word_gap(text, at, begin);
    if (c < 0xE3 || c > 0xE9)
        return 0;
    return is_plain_kana_or_kanji(ek_cp_at(text, at, &n)) ? n : 0;
}

size_t
ek_fold_plain(ek_str text, size_t at)
{
    size_t end = at, last = at, n;
    while (end < text.n && (n = plain_length(text, end, at)) != 0) {
        last = end;
        end += n;
    }
    if (end == at || end == text.n || (unsigned char)text.p[end] < 0x80)
        return end - at;
    return (extends_unit(ek_cp_at(text, end, &n)) ? last : end) - at;
}

size_t
ek_fold_unit_end(ek_str text, size_t at)
{
    size_t n, count = 1;
    uint32_t cp = ek_cp_at(text, at, &n);
    bool alone = row_of(cp) != NULL;
    for (at += n; at < text.n && !alone && count < MOST_CODE_POINTS; count++) {
        if (!extends_unit(ek_cp_at(text, at, &n)))
            break;
        at += n;
    }
    return at;
}

static size_t
visible_code_points(uint32_t *out, ek_str unit)
{
    size_t count = 0;
    for (size_t i = 0, n; i < unit.n && count < MOST_CODE_POINTS; i += n) {
        uint32_t cp = ek_cp_at(unit, i, &n);
        if (count == 0 || !row_of(cp))
            out[count++] = cp;
    }
    return count;
}

static void
fold_code_points(ek_buf *out, const uint32_t *cps, size_t count)
{
    enum { MOST = MOST_CODE_POINTS * LONGEST_DECOMPOSITION };
    const utf8proc_option_t how =
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    utf8proc_int32_t parts[MOST];
    utf8proc_uint8_t utf8[MOST_CODE_POINTS * 4];
    utf8proc_ssize_t bytes = 0, n;
    for (size_t i = 0; i < count; i++)
        bytes += utf8proc_encode_char((utf8proc_int32_t)cps[i], utf8 + bytes);
    n = utf8proc_decompose(utf8, bytes, parts, MOST, how);
    if (n >= 0 && n <= MOST)
        n = utf8proc_normalize_utf32(parts, n, how);
    if (n < 0 || n > MOST) {
        ek_buf_cp(out, CP_REPLACEMENT);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++)
        ek_buf_cp(out, (uint32_t)utf8proc_tolower(parts[i]));
}

void
ek_fold_unit(ek_buf *out, ek_str unit)
{
    uint32_t cps[MOST_CODE_POINTS];
    size_t count = visible_code_points(cps, unit);
    const struct row *row = row_of(cps[0]);
    if (!row)
        fold_code_points(out, cps, count);
    else if (!row->to)
        ek_buf_cp(out, cps[0]);
    else
        ek_buf_puts(out, row->to);
}

bool
ek_fold_drops(uint32_t cp)
{
    const struct row *row =
        cp < CP_FIRST_COMBINING && cp != CP_SOFT_HYPHEN ? NULL : row_of(cp);
    return row && row->to && !*row->to;
}

static bool
is_dot(ek_str text, size_t at)
{
    size_t n;
    return at < text.n && ek_cp_at(text, at, &n) == CP_MIDDLE_DOT;
}

static bool
lists_more(ek_str left, ek_str right)
{
    return ek_cp_before(left, left.n) == CP_MIDDLE_DOT || is_dot(right, 0);
}

bool
ek_fold_joins_compound(ek_str text, size_t dot)
{
    size_t n;
    (void)ek_cp_at(text, dot, &n);
    ek_str before = ek_str_slice(text, 0, dot);
    ek_str after = ek_str_slice(text, dot + n, text.n);
    for (size_t i = 0; i < COUNT(compounds); i++) {
        ek_str left = ek_str_of(compounds[i].left);
        ek_str right = ek_str_of(compounds[i].right);
        if (!ek_str_ends(before, left) || !ek_str_starts(after, right))
            continue;
        before.n -= left.n;
        return !lists_more(before, ek_str_slice(after, right.n, after.n));
    }
    return false;
}

bool
ek_fold_ends_loan_word(ek_str s)
{
    for (int syllables = 0; syllables < LOAN_WORD; s.n -= KANA_BYTES) {
        uint32_t cp = ek_cp_before(s, s.n);
        if (!ek_cp_is_katakana(cp))
            return false;
        syllables += !ek_cp_among(cp, small_kana);
    }
    return true;
}

bool
ek_fold_keeps_hyphen(ek_str word)
{
    for (size_t i = 0; i < COUNT(hyphenated); i++)
        if (ek_str_is(word, hyphenated[i]))
            return true;
    return false;
}
