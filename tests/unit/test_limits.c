/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/source.h"

static void
limits_take_whole_numbers_above_zero(void **state)
{
    static const struct {
        const char *setting;
        size_t value; /* 0: refused */
    } rows[] = {
        {"pages=7", 7},
        {"pages=2K", 2048},
        {"pages=3M", 3 * 1024 * 1024},
        {"pages=0", 0},
        {"pages=", 0},
        {"pages", 0},
        {"pages=K", 0},
        {"pages=-1", 0},
        {"pages=1.5", 0},
        {"pages=3 ", 0},
        {"pages=3X", 0},
        {"pages=9999999999999999", 0},
        {"pages=999999999999999G", 0},
        {"Pages=3", 0},
        {"=3", 0},
        {"", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ek_limits limits = ek_limits_default();
        size_t before = limits.pages;
        bool taken = ek_limits_set(&limits, ek_str_of(rows[i].setting));
        if (taken != (rows[i].value != 0) ||
            limits.pages != (taken ? rows[i].value : before))
            fail_msg("%s: %zu", rows[i].setting, limits.pages);
    }
}

static void
every_limit_can_be_set(void **state)
{
    (void)state;
    ek_arena *arena = ek_arena_new(0);
    struct ek_limits limits = ek_limits_default();
    size_t n = 0;
    for (; ek_limits_row(n); n++) {
        const struct ek_limit_row *row = ek_limits_row(n);
        assert_true(row->value && row->about.en);
        assert_true(
            ek_limits_set(&limits, ek_arena_printf(arena, "%s=5", row->name)));
    }
    assert_int_equal(n, sizeof limits / sizeof(size_t));
    assert_int_equal(limits.bytes, 5);
    assert_int_equal(limits.seconds, 5);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_take_whole_numbers_above_zero),
        cmocka_unit_test(every_limit_can_be_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
