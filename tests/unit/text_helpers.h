/* SPDX-License-Identifier: Apache-2.0 */
/* Builders for the tests of the room text: each test body is a few lines of
 * build, act, compare. */
#ifndef EK_TESTS_TEXT_HELPERS_H
#define EK_TESTS_TEXT_HELPERS_H

#include "text/norm.h"

/* cmocka group fixtures: *state is an ek_arena. */
int arena_up(void **state);
int arena_down(void **state);

ek_text *text_of(ek_arena *arena, const char *utf8);
ek_norm *norm_of(ek_arena *arena, const char *utf8);
/* NUL-terminated normalized text. */
const char *normal(ek_arena *arena, const char *utf8);
const char *normal_word(ek_arena *arena, const char *utf8);
const char *copied(ek_arena *arena, ek_str s);
/* A repeatable stream of numbers below a bound. */
uint32_t next_random(uint32_t *seed, uint32_t bound);

#endif
