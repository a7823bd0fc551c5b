/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "scan_date.h"

enum { MOST_MONTHS = 12, MOST_DAYS = 31, LEAST_YEAR = 1990, MOST_YEAR = 2200 };

struct date {
    unsigned year, month, day;
};

static const char *const months[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static unsigned
take_number(ek_str words, size_t *i)
{
    unsigned n = 0;
    while (*i < words.n && is_digit(words.p[*i]) && n < MOST_YEAR)
        n = n * 10 + (unsigned)(words.p[(*i)++] - '0');
    return n;
}

static unsigned
month_named(ek_str words)
{
    for (unsigned m = 0; m < MOST_MONTHS; m++)
        if (ek_str_find(words, ek_str_of(months[m]), 0) < words.n)
            return m + 1;
    return 0;
}

/* A number is the year, the month or the day by its size and by what is still
 * missing. */
static void
put_number(struct date *date, unsigned n)
{
    if (n >= LEAST_YEAR && n < MOST_YEAR && !date->year)
        date->year = n;
    else if (n >= 1 && n <= MOST_MONTHS && !date->month)
        date->month = n;
    else if (n >= 1 && n <= MOST_DAYS && !date->day)
        date->day = n;
}

ek_str
ek_scan_date(ek_arena *arena, ek_str words)
{
    struct date date = {.month = month_named(words)};
    for (size_t i = 0; i < words.n;) {
        if (is_digit(words.p[i]))
            put_number(&date, take_number(words, &i));
        else
            i++;
    }
    if (!date.year || !date.month || !date.day)
        return EK_STR("");
    return ek_arena_printf(arena, "%04u-%02u-%02u", date.year, date.month,
                           date.day);
}
