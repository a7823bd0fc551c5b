/* SPDX-License-Identifier: Apache-2.0 */
/* Giving values to a JSON tree, the counterpart of take.h. When jansson has no
 * memory left the arena unwinds. Invalid UTF-8 becomes U+FFFD. */
#ifndef EK_RESULT_GIVE_H
#define EK_RESULT_GIVE_H

#include "base/buf.h"
#include "base/lang.h"

#include <jansson.h>
#include <stdint.h>

/* An object or array inside another, already attached so that it cannot
 * leak. */
json_t *ek_give_object(ek_arena *arena, json_t *object, const char *key);
json_t *ek_give_list(ek_arena *arena, json_t *object, const char *key);
json_t *ek_give_item(ek_arena *arena, json_t *array);

void ek_give_text(ek_arena *arena, json_t *object, const char *key, ek_str s);
void ek_give_number(ek_arena *arena, json_t *object, const char *key,
                    uint32_t n);
void ek_give_bool(ek_arena *arena, json_t *object, const char *key, bool yes);
void ek_give_label(ek_arena *arena, json_t *object, const char *key,
                   const ek_label *label);
void ek_give_pair(ek_arena *arena, json_t *object, const char *key, uint32_t a,
                  uint32_t b);
/* A list of the words in a string. */
void ek_give_words(ek_arena *arena, json_t *object, const char *key,
                   ek_str words);
/* Items of an array. */
void ek_give_string(ek_arena *arena, json_t *array, ek_str s);
void ek_give_integer(ek_arena *arena, json_t *array, uint32_t n);
/* The tree as compact JSON. */
void ek_give_out(ek_buf *out, const json_t *root);

#endif
