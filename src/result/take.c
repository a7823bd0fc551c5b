/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/take.h"

void
ek_json_let_go(void *holder)
{
    struct ek_json_holder *held = holder;
    json_decref(held->json);
    held->json = NULL;
}

struct ek_json_holder *
ek_json_hold(ek_arena *arena)
{
    struct ek_json_holder *holder = ek_arena_alloc(arena, sizeof *holder);
    ek_arena_defer(arena, ek_json_let_go, holder);
    return holder;
}

bool
ek_take_fail(struct ek_taker *taker, const char *why)
{
    if (!taker->why)
        taker->why = why;
    return false;
}

bool
ek_take_open(struct ek_taken *out, struct ek_taker *taker, const json_t *json,
             const char *name)
{
    *out = (struct ek_taken){.taker = taker, .json = json};
    return json_is_object(json) || ek_take_fail(taker, name);
}

bool
ek_take_close(const struct ek_taken *from, const char *name)
{
    return json_object_size(from->json) == from->keys ||
           ek_take_fail(from->taker, name);
}

bool
ek_take_has(const struct ek_taken *from, const char *key)
{
    return json_object_get(from->json, key) != NULL;
}

static const json_t *
take(struct ek_taken *from, const char *key, bool (*is)(const json_t *))
{
    const json_t *value = json_object_get(from->json, key);
    if (!value || !is(value)) {
        ek_take_fail(from->taker, key);
        return NULL;
    }
    from->keys++;
    return value;
}

static bool
is_object(const json_t *json)
{
    return json_is_object(json);
}

static bool
is_array(const json_t *json)
{
    return json_is_array(json);
}

static bool
is_string(const json_t *json)
{
    return json_is_string(json);
}

static bool
is_bool(const json_t *json)
{
    return json_is_boolean(json);
}

static bool
is_number(const json_t *json)
{
    return json_is_integer(json) && json_integer_value(json) >= 0 &&
           json_integer_value(json) <= UINT32_MAX;
}

bool
ek_take_object(struct ek_taken *out, struct ek_taken *from, const char *key)
{
    const json_t *json = take(from, key, is_object);
    *out = (struct ek_taken){.taker = from->taker, .json = json};
    return json != NULL;
}

bool
ek_take_array(const json_t **out, struct ek_taken *from, const char *key)
{
    *out = take(from, key, is_array);
    return *out != NULL;
}

bool
ek_take_string(ek_str *out, struct ek_taker *taker, const json_t *json,
               const char *name)
{
    if (!json_is_string(json))
        return ek_take_fail(taker, name);
    *out = ek_arena_copy(taker->arena, (ek_str){json_string_value(json),
                                                json_string_length(json)});
    return true;
}

bool
ek_take_text(ek_str *out, struct ek_taken *from, const char *key)
{
    const json_t *json = take(from, key, is_string);
    return json && ek_take_string(out, from->taker, json, key);
}

bool
ek_take_word(ek_str *out, struct ek_taken *from, const char *key, ek_str words)
{
    if (!ek_take_text(out, from, key))
        return false;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, *out))
            return true;
    return ek_take_fail(from->taker, key);
}

bool
ek_take_number(uint32_t *out, struct ek_taken *from, const char *key)
{
    const json_t *json = take(from, key, is_number);
    if (json)
        *out = (uint32_t)json_integer_value(json);
    return json != NULL;
}

bool
ek_take_bool(bool *out, struct ek_taken *from, const char *key)
{
    const json_t *json = take(from, key, is_bool);
    *out = json_is_true(json);
    return json != NULL;
}

bool
ek_take_label(ek_label *out, struct ek_taken *from, const char *key)
{
    struct ek_taken label;
    return ek_take_object(&label, from, key) &&
           ek_take_text(&out->ja, &label, "ja") &&
           ek_take_text(&out->en, &label, "en") && ek_take_close(&label, key);
}

bool
ek_take_pair(uint32_t out[2], struct ek_taken *from, const char *key)
{
    const json_t *array;
    if (!ek_take_array(&array, from, key))
        return false;
    if (json_array_size(array) != 2)
        return ek_take_fail(from->taker, key);
    for (size_t i = 0; i < 2; i++) {
        const json_t *n = json_array_get(array, i);
        if (!is_number(n))
            return ek_take_fail(from->taker, key);
        out[i] = (uint32_t)json_integer_value(n);
    }
    return out[0] <= out[1] || ek_take_fail(from->taker, "span reversed");
}
