/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/ordinal.h"

#include <string.h>

#include "text/cp.h"

enum {
    NO_NFC = -1,
    MOST_ROMAN = 3999,
    MOST_COUNTED = 99999,
    MOST_REPEATS = 30
};

enum how {
    DIGITS,
    LETTERS,
    REPEATED,
    SIGNS,
    COUNTED,
    COUNTED_FULLY,
    ROMAN,
    ORDERED,
    TEXT,
    ZEROED,
    DASHES,
    HEXADECIMAL,
    NOTHING,
};

static const struct system {
    const char *word;
    int nfc;
    enum how how;
    const char *signs;
} systems[] = {
#define EK_ORDINAL(name, word, nfc, how, signs) {word, nfc, how, signs},
#include "read/ordinal.def"
};

/* The sign with an index, the empty view when there are fewer. */
static ek_str
sign_at(const char *signs, uint32_t index)
{
    ek_str s = ek_str_of(signs);
    size_t n = 0;
    for (size_t at = 0; at < s.n; at += n) {
        ek_cp_at(s, at, &n);
        if (!index--)
            return ek_str_slice(s, at, at + n);
    }
    return EK_STR("");
}

static uint32_t
count_signs(const char *signs)
{
    uint32_t count = 0;
    ek_str s = ek_str_of(signs);
    size_t n = 0;
    for (size_t at = 0; at < s.n; at += n, count++)
        ek_cp_at(s, at, &n);
    return count;
}

static void
write_digits(ek_buf *out, const char *signs, uint32_t number)
{
    enum { LONGEST = 10 };
    ek_str digits[LONGEST];
    size_t n = 0;
    do
        digits[n++] = sign_at(signs, number % 10);
    while (number /= 10);
    while (n > 0)
        ek_buf_add(out, digits[--n]);
}

static void
write_letters(ek_buf *out, const char *signs, uint32_t number)
{
    enum { LONGEST = 32 };
    ek_str letters[LONGEST];
    uint32_t base = count_signs(signs);
    size_t n = 0;
    for (; number > 0 && n < LONGEST; number = (number - 1) / base)
        letters[n++] = sign_at(signs, (number - 1) % base);
    while (n > 0)
        ek_buf_add(out, letters[--n]);
}

static bool
write_repeated(ek_buf *out, const char *signs, uint32_t number)
{
    uint32_t base = count_signs(signs), times = (number - 1) / base + 1;
    if (times > MOST_REPEATS)
        return false;
    while (times-- > 0)
        ek_buf_add(out, sign_at(signs, (number - 1) % base));
    return true;
}

static bool
write_sign(ek_buf *out, const char *signs, uint32_t number)
{
    ek_str sign = sign_at(signs, number - 1);
    ek_buf_add(out, sign);
    return sign.n > 0;
}

/* signs: those of 1 to 9, of 10, 100, 1000 and 10000. */
static bool
write_counted(ek_buf *out, const char *signs, uint32_t number, bool fully)
{
    enum { FIRST_UNIT = 9, UNITS = 4 };
    static const uint32_t values[UNITS] = {10, 100, 1000, 10000};
    if (number > MOST_COUNTED)
        return false;
    for (unsigned unit = UNITS; unit-- > 0;) {
        uint32_t times = number / values[unit];
        number %= values[unit];
        if (times > 1 || (times && (fully || unit == UNITS - 1)))
            ek_buf_add(out, sign_at(signs, times - 1));
        if (times)
            ek_buf_add(out, sign_at(signs, FIRST_UNIT + unit));
    }
    if (number)
        ek_buf_add(out, sign_at(signs, number - 1));
    return true;
}

/* signs: those of 1, 5, 10, 50 ... */
static bool
write_roman(ek_buf *out, const char *signs, uint32_t number)
{
    static const char *const places[] = {"",  "0",  "00",  "000",  "01",
                                         "1", "10", "100", "1000", "02"};
    static const uint32_t values[] = {1, 10, 100, 1000};
    if (number > MOST_ROMAN)
        return false;
    for (size_t place = 4; place-- > 0;) {
        const char *digits = places[number / values[place] % 10];
        for (; *digits; digits++)
            ek_buf_putc(out, signs[2 * place + (size_t)(*digits - '0')]);
    }
    return true;
}

static void
write_ordered(ek_buf *out, uint32_t number)
{
    static const char *const ends[] = {"th", "st", "nd", "rd"};
    bool teen = number / 10 % 10 == 1;
    uint32_t last = number % 10;
    ek_buf_printf(out, "%u%s", (unsigned)number,
                  !teen && last < 4 ? ends[last] : ends[0]);
}

static bool
write_text(ek_buf *out, uint32_t number, bool ordered)
{
    static const char *const small[][2] = {
        {"", ""},
        {"One", "First"},
        {"Two", "Second"},
        {"Three", "Third"},
        {"Four", "Fourth"},
        {"Five", "Fifth"},
        {"Six", "Sixth"},
        {"Seven", "Seventh"},
        {"Eight", "Eighth"},
        {"Nine", "Ninth"},
        {"Ten", "Tenth"},
        {"Eleven", "Eleventh"},
        {"Twelve", "Twelfth"},
        {"Thirteen", "Thirteenth"},
        {"Fourteen", "Fourteenth"},
        {"Fifteen", "Fifteenth"},
        {"Sixteen", "Sixteenth"},
        {"Seventeen", "Seventeenth"},
        {"Eighteen", "Eighteenth"},
        {"Nineteen", "Nineteenth"},
    };
    static const char *const tens[][2] = {
        {"Twenty", "Twentieth"}, {"Thirty", "Thirtieth"},
        {"Forty", "Fortieth"},   {"Fifty", "Fiftieth"},
        {"Sixty", "Sixtieth"},   {"Seventy", "Seventieth"},
        {"Eighty", "Eightieth"}, {"Ninety", "Ninetieth"},
    };
    if (!number || number >= 100)
        return false;
    if (number < 20) {
        ek_buf_puts(out, small[number][ordered]);
        return true;
    }
    uint32_t rest = number % 10;
    ek_buf_puts(out, tens[number / 10 - 2][ordered && !rest]);
    if (rest) {
        ek_buf_putc(out, '-');
        ek_buf_putc(out, (char)(small[rest][ordered][0] | 0x20));
        ek_buf_puts(out, small[rest][ordered] + 1);
    }
    return true;
}

static bool
write_as(ek_buf *out, ek_ordinal system, uint32_t number)
{
    const struct system *s = &systems[system];
    switch (s->how) {
    case NOTHING:
        return true;
    case LETTERS:
        write_letters(out, s->signs, number);
        return true;
    case REPEATED:
        return write_repeated(out, s->signs, number);
    case SIGNS:
        return write_sign(out, s->signs, number);
    case COUNTED:
    case COUNTED_FULLY:
        return write_counted(out, s->signs, number, s->how == COUNTED_FULLY);
    case ROMAN:
        return write_roman(out, s->signs, number);
    case ORDERED:
        write_ordered(out, number);
        return true;
    case TEXT:
        return write_text(out, number, system == EK_ORDINAL_ORDINAL_TEXT);
    case ZEROED:
        ek_buf_printf(out, "%02u", (unsigned)number);
        return true;
    case DASHES:
        ek_buf_printf(out, "- %u -", (unsigned)number);
        return true;
    case HEXADECIMAL:
        ek_buf_printf(out, "%X", (unsigned)number);
        return true;
    case DIGITS:
        write_digits(out, s->signs, number);
        return true;
    }
    return false;
}

void
ek_ordinal_write(ek_buf *out, ek_ordinal system, uint32_t number)
{
    bool silent = systems[system].how == NOTHING;
    if ((!number && !silent && systems[system].how != DIGITS) ||
        !write_as(out, system, number))
        write_digits(out, systems[EK_ORDINAL_DECIMAL].signs, number);
}

ek_ordinal
ek_ordinal_of_word(ek_str word)
{
    for (int i = 0; i < EK_ORDINAL_COUNT && word.n; i++)
        if (ek_str_is(word, systems[i].word))
            return (ek_ordinal)i;
    return EK_ORDINAL_DECIMAL;
}

ek_ordinal
ek_ordinal_of_nfc(long nfc)
{
    for (int i = 0; i < EK_ORDINAL_COUNT && nfc >= 0; i++)
        if (systems[i].nfc == nfc)
            return (ek_ordinal)i;
    return EK_ORDINAL_DECIMAL;
}

static ek_str
next_sample(ek_str *rest)
{
    size_t comma = ek_str_find(*rest, EK_STR(","), 0);
    ek_str sample = ek_str_trim(ek_str_slice(*rest, 0, comma));
    *rest = ek_str_slice(*rest, comma + 1, rest->n);
    return sample;
}

/* Two systems may begin alike; the tenth number would tell them apart, but
 * samples show three. */
ek_ordinal
ek_ordinal_of_sample(ek_str sample)
{
    static const struct {
        char letter;
        ek_ordinal system;
    } letters[] = {
        {'1', EK_ORDINAL_DECIMAL},     {'a', EK_ORDINAL_LOWER_ALPHA},
        {'A', EK_ORDINAL_UPPER_ALPHA}, {'i', EK_ORDINAL_LOWER_ROMAN},
        {'I', EK_ORDINAL_UPPER_ROMAN},
    };
    if (!sample.n)
        return EK_ORDINAL_NONE;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (sample.n == 1 && *sample.p == letters[i].letter)
            return letters[i].system;
    ek_str first = next_sample(&sample), second = next_sample(&sample);
    for (int i = 0; i < EK_ORDINAL_COUNT; i++) {
        const struct system *s = &systems[i];
        unsigned from = s->how == DIGITS;
        if (*s->signs && s->how != ROMAN &&
            ek_str_eq(first, sign_at(s->signs, from)) &&
            (!second.n || ek_str_eq(second, sign_at(s->signs, from + 1))))
            return (ek_ordinal)i;
    }
    if (ek_str_is(first, "01"))
        return EK_ORDINAL_ZERO;
    return EK_ORDINAL_DECIMAL;
}
