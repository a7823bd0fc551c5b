/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluate/overlap.h"

static void
overlap_is_judged_in_the_line(void **state)
{
    /* clang-format off */
    static const struct {
        const char *line, *gold, *quote; uint32_t skip; enum ek_overlap want;
    } rows[] = {
        {"we may view your files", "may view", "view your", 0, EK_OVERLAP_SOME},
        {"we may view your files", "we may", "your files", 0, EK_OVERLAP_NONE},
        {"we may view your files", "may view", "we may view your files", 0, EK_OVERLAP_SOME},
        {"we may view your files", "may view", "other words", 0, EK_OVERLAP_UNKNOWN},
        {"second line here", "second", "first\n second line here", 1, EK_OVERLAP_SOME},
        {"second line here", "second", "first", 1, EK_OVERLAP_UNKNOWN},
        {"ab", "a", "b", 0, EK_OVERLAP_NONE},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ek_overlap_find(ek_str_of(rows[i].line), ek_str_of(rows[i].gold),
                            ek_str_of(rows[i].quote),
                            rows[i].skip) != rows[i].want)
            fail_msg("row %zu", i);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlap_is_judged_in_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
