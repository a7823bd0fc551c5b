/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "scan_date.h"

static const struct written {
    const char *words, *date;
} all[] = {
    {"last updated: march 3, 2024", "2024-03-03"},
    {"effective as of 17 may 2023", "2023-05-17"},
    {"revised 2022-11-09", "2022-11-09"},
    {"2024/4/1", "2024-04-01"},
    {"2024 4 31", "2024-04-31"},
    {"version 3, 2024", ""},
    {"2024", ""},
    {"", ""},
    {"999999999999 1 1", ""},
};

static void
dates_are_read_as_they_are_written(void **state)
{
    ek_arena *arena = ek_arena_new(0);
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        ek_str date = ek_scan_date(arena, ek_str_of(all[i].words));
        if (!ek_str_is(date, all[i].date))
            fail_msg("%s: %.*s, not %s", all[i].words, EK_ARG(date),
                     all[i].date);
    }
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_as_they_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
