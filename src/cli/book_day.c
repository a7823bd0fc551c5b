/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/book_day.h"

#include "base/day.h"

#include <stdlib.h>
#include <time.h>

enum { WIDE_DIGIT = 3, PARTS = 3, MOST_DIGITS = 4 };

static const struct {
    const char *sign;
    unsigned before;
} eras[] = {
#define EK_ERA(sign, before) {sign, before},
#include "cli/book_era.def"
};

static const char *const signs[] = {
#define EK_DAY_SIGN(sign) sign,
#include "cli/book_era.def"
};

static const char *const firsts[] = {
#define EK_FIRST_YEAR(sign) sign,
#include "cli/book_era.def"
};

/* Bytes of a digit, of either width; 0 when it is none. */
static size_t
digit_at(ek_str s, unsigned *value)
{
    if (s.n && *s.p >= '0' && *s.p <= '9') {
        *value = (unsigned)(*s.p - '0');
        return 1;
    }
    if (s.n < WIDE_DIGIT || !ek_str_starts(s, EK_STR("\xEF\xBC")) ||
        (unsigned char)s.p[2] < 0x90 || (unsigned char)s.p[2] > 0x99)
        return 0;
    *value = (unsigned char)s.p[2] - 0x90U;
    return WIDE_DIGIT;
}

static ek_str
behind(ek_str s, size_t n)
{
    return ek_str_slice(s, n, s.n);
}

static bool
take_number(ek_str *rest, unsigned *number)
{
    unsigned value, digits = 0;
    size_t first =
        ek_str_starts_any(*rest, firsts, sizeof firsts / sizeof *firsts);
    *number = first ? 1 : 0;
    *rest = behind(*rest, first);
    for (size_t n; !first && (n = digit_at(*rest, &value)) > 0;
         *rest = behind(*rest, n)) {
        if (++digits > MOST_DIGITS)
            return false;
        *number = *number * 10 + value;
    }
    return first || digits;
}

static unsigned
take_era(ek_str *rest)
{
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++)
        if (ek_str_starts(*rest, ek_str_of(eras[i].sign))) {
            *rest = behind(*rest, ek_str_of(eras[i].sign).n);
            return eras[i].before;
        }
    return 0;
}

static size_t
take_signs(ek_str *rest)
{
    size_t n, all = 0;
    while ((n = ek_str_starts_any(*rest, signs, sizeof signs / sizeof *signs)) >
           0) {
        *rest = behind(*rest, n);
        all += n;
    }
    return all;
}

/* What may stand behind a day: its hour. */
static bool
is_hour(ek_str s)
{
    for (size_t i = s.n && *s.p == 'T'; i < s.n; i++)
        if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != ':' && s.p[i] != '.' &&
            s.p[i] != 'Z')
            return false;
    return true;
}

static bool
written(ek_str *out, ek_arena *arena, ek_str text)
{
    unsigned part[PARTS], before = take_era(&text);
    for (size_t i = 0; i < PARTS; i++) {
        if (!take_number(&text, &part[i]) ||
            (!take_signs(&text) && i + 1 < PARTS))
            return false;
    }
    *out = ek_arena_printf(arena, "%04u-%02u-%02u", part[0] + before, part[1],
                           part[2]);
    return is_hour(text) && ek_is_day(*out);
}

/* Spreadsheets count from the end of 1899, and hold 1900 to be a leap year. */
static bool
counted(ek_str *out, ek_arena *arena, ek_str number, bool from_1904)
{
    static const double first = 61, last = 2958465; /* 1900-03-01, 9999 */
    static const time_t day = 86400, until_1970 = 25569, since_1904 = 1462;
    char *end;
    struct tm when;
    double days = strtod(ek_arena_copy(arena, number).p, &end) +
                  (from_1904 ? (double)since_1904 : 0);
    if (*end || !(days >= first && days <= last))
        return false;
    time_t seconds = ((time_t)days - until_1970) * day;
    if (!gmtime_r(&seconds, &when))
        return false;
    *out = ek_arena_printf(arena, "%04d-%02d-%02d", when.tm_year + 1900,
                           when.tm_mon + 1, when.tm_mday);
    return ek_is_day(*out);
}

bool
ek_book_day(ek_str *out, ek_arena *arena, const struct ek_book_cell *cell,
            bool from_1904)
{
    if (cell->kind == EK_CELL_NUMBER)
        return counted(out, arena, ek_str_trim(cell->text), from_1904);
    return cell->kind == EK_CELL_TEXT &&
           written(out, arena, ek_str_trim(cell->text));
}
