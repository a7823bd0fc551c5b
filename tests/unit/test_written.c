/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/written.h"

static void
counts_have_groups_of_three_digits(void **state)
{
    (void)state;
    static const struct {
        uint64_t n;
        const char *text;
    } rows[] = {
        {0, "0"},
        {999, "999"},
        {1000, "1,000"},
        {12345, "12,345"},
        {1234567, "1,234,567"},
        {UINT64_MAX, "18,446,744,073,709,551,615"},
    };
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(
            ek_str_is(ek_written_count(arena, rows[i].n), rows[i].text));
    ek_arena_free(arena);
}

static void
dates_are_written_as_the_language_does(void **state)
{
    (void)state;
    static const struct {
        const char *iso, *ja, *en;
    } rows[] = {
        {"2026-11-30", "2026年11月30日", "30 November 2026"},
        {"2014-01-09", "2014年1月9日", "9 January 2014"},
        {"2013-06", "2013年6月", "June 2013"},
        {"2013", "2013", "2013"},
        {"", "", ""},
        {"2013-13", "2013-13", "2013-13"},
        {"2013-06-32", "2013-06-32", "2013-06-32"},
        {"2013-06-1", "2013-06-1", "2013-06-1"},
        {"2013-06-", "2013-06-", "2013-06-"},
        {"2013-06-010", "2013-06-010", "2013-06-010"},
        {"a date: 2013-06-01", "a date: 2013-06-01", "a date: 2013-06-01"},
    };
    ek_arena *arena = ek_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_str iso = ek_str_of(rows[i].iso);
        ek_str ja = ek_written_date(arena, iso, EK_LANG_JA);
        ek_str en = ek_written_date(arena, iso, EK_LANG_EN);
        if (!ek_str_is(ja, rows[i].ja) || !ek_str_is(en, rows[i].en))
            fail_msg("%s: %.*s, %.*s", rows[i].iso, EK_ARG(ja), EK_ARG(en));
    }
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_have_groups_of_three_digits),
        cmocka_unit_test(dates_are_written_as_the_language_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
