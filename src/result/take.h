/* SPDX-License-Identifier: Apache-2.0 */
/* Taking values out of an untrusted JSON tree: every key must be there, of its
 * type, and no key may be left over. The first thing wrong is kept in why;
 * from then on every call says false. */
#ifndef EK_RESULT_TAKE_H
#define EK_RESULT_TAKE_H

#include "base/lang.h"
#include "base/vec.h"

#include <jansson.h>
#include <stdint.h>

struct ek_taker {
    ek_arena *arena;
    const char *why; /* static; NULL while nothing is wrong */
};

struct ek_taken {
    struct ek_taker *taker;
    const json_t *json;
    size_t keys; /* taken so far */
};

/* A JSON tree on an arena: let go of early, or else with the arena. */
struct ek_json_holder {
    json_t *json;
};

struct ek_json_holder *ek_json_hold(ek_arena *arena);
void ek_json_let_go(void *holder); /* drops the tree; twice is fine */

/* Says what is wrong, unless something was already; always false. */
bool ek_take_fail(struct ek_taker *taker, const char *why);
bool ek_take_open(struct ek_taken *out, struct ek_taker *taker,
                  const json_t *json, const char *name);
/* Nothing may be left over. */
bool ek_take_close(const struct ek_taken *from, const char *name);
bool ek_take_has(const struct ek_taken *from, const char *key);

/* Objects and arrays are borrowed from the tree, strings are copied. */
bool ek_take_object(struct ek_taken *out, struct ek_taken *from,
                    const char *key);
bool ek_take_array(const json_t **out, struct ek_taken *from, const char *key);
bool ek_take_text(ek_str *out, struct ek_taken *from, const char *key);
bool ek_take_number(uint32_t *out, struct ek_taken *from, const char *key);
bool ek_take_bool(bool *out, struct ek_taken *from, const char *key);
bool ek_take_label(ek_label *out, struct ek_taken *from, const char *key);
/* [a, b] with a <= b. */
bool ek_take_pair(uint32_t out[2], struct ek_taken *from, const char *key);
/* A text that is one of these words. */
bool ek_take_word(ek_str *out, struct ek_taken *from, const char *key,
                  ek_str words);
/* The string that a tree node is. */
bool ek_take_string(ek_str *out, struct ek_taker *taker, const json_t *json,
                    const char *name);

#endif
