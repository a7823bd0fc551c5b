/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "diff/lcs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

enum { MOST = 60 };

/* Numbers that are the same at each run. */
static uint32_t
dice(uint32_t *seed, uint32_t sides)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % sides;
}

static uint32_t
longest(const uint32_t *a, uint32_t n, const uint32_t *b, uint32_t m)
{
    uint32_t table[MOST + 1][MOST + 1] = {{0}};
    for (uint32_t i = 1; i <= n; i++)
        for (uint32_t j = 1; j <= m; j++)
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                          : table[i - 1][j] > table[i][j - 1] ? table[i - 1][j]
                                                              : table[i][j - 1];
    return table[n][m];
}

/* How many pairs; fails where they cross or join what is not the same. */
static uint32_t
count_pairs(const uint32_t *a, uint32_t n, const uint32_t *b, uint32_t m,
            const uint32_t *pairs)
{
    uint32_t count = 0, next = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (pairs[i] == EK_LCS_NONE)
            continue;
        assert_true(pairs[i] >= next && pairs[i] < m);
        assert_int_equal(a[i], b[pairs[i]]);
        next = pairs[i] + 1;
        count++;
    }
    return count;
}

static void
as_many_pairs_as_there_can_be(void **state)
{
    (void)state;
    uint32_t seed = 5;
    for (unsigned round = 0; round < 400; round++) {
        ek_arena *arena = ek_arena_new(0);
        uint32_t a[MOST], b[MOST], pairs[MOST];
        uint32_t n = dice(&seed, MOST), m = dice(&seed, MOST),
                 sides = 2 + dice(&seed, 9);
        for (uint32_t i = 0; i < n; i++)
            a[i] = dice(&seed, sides);
        for (uint32_t i = 0; i < m; i++)
            b[i] = dice(&seed, sides);
        ek_lcs_pair(ek_lcs_new(arena, 2 * MOST), a, n, b, m, pairs);
        assert_int_equal(count_pairs(a, n, b, m, pairs), longest(a, n, b, m));
        ek_arena_free(arena);
    }
}

static void
what_is_alike_nowhere_has_no_pairs(void **state)
{
    (void)state;
    enum { N = 20000 };
    ek_arena *arena = ek_arena_new(0);
    uint32_t *a = ek_arena_alloc(arena, N * sizeof *a),
             *b = ek_arena_alloc(arena, N * sizeof *b),
             *pairs = ek_arena_alloc(arena, N * sizeof *pairs);
    for (uint32_t i = 0; i < N; i++) {
        a[i] = i;
        b[i] = N + i;
    }
    ek_lcs_pair(ek_lcs_new(arena, 2 * N), a, N, b, N, pairs);
    assert_int_equal(count_pairs(a, N, b, N, pairs), 0);
    ek_arena_free(arena);
}

static void
an_insertion_leaves_the_rest_paired(void **state)
{
    (void)state;
    enum { N = 20000, INSERTED = 900 };
    ek_arena *arena = ek_arena_new(0);
    uint32_t *a = ek_arena_alloc(arena, N * sizeof *a),
             *b = ek_arena_alloc(arena, (N + INSERTED) * sizeof *b),
             *pairs = ek_arena_alloc(arena, N * sizeof *pairs);
    for (uint32_t i = 0; i < N; i++)
        a[i] = i % 97;
    for (uint32_t i = 0; i < N + INSERTED; i++)
        b[i] = i < N / 2              ? a[i]
               : i < N / 2 + INSERTED ? 1000 + i
                                      : a[i - INSERTED];
    ek_lcs_pair(ek_lcs_new(arena, 2 * N + INSERTED), a, N, b, N + INSERTED,
                pairs);
    assert_int_equal(count_pairs(a, N, b, N + INSERTED, pairs), N);
    ek_arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_pairs_as_there_can_be),
        cmocka_unit_test(what_is_alike_nowhere_has_no_pairs),
        cmocka_unit_test(an_insertion_leaves_the_rest_paired),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
