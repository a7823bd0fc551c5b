/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/day.h"

static bool
is_digits(ek_str s, size_t begin, size_t end, unsigned *value)
{
    *value = 0;
    for (size_t i = begin; i < end; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        *value = *value * 10 + (unsigned)(s.p[i] - '0');
    }
    return true;
}

bool
ek_is_day(ek_str s)
{
    static const unsigned char days[] = {31, 29, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
    unsigned year, month, day;
    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' ||
        !is_digits(s, 0, 4, &year) || !is_digits(s, 5, 7, &month) ||
        !is_digits(s, 8, 10, &day) || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] && (month != 2 || day < 29 || leap);
}
