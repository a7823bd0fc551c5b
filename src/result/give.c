/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/give.h"

#include <utf8proc.h>

enum { CP_REPLACEMENT = 0xFFFD };

/* jansson has no memory left: unwind as if the arena had none. */
static void
unwind(ek_arena *arena)
{
    ek_arena_alloc(arena, SIZE_MAX);
}

static ek_str
repaired(ek_arena *arena, ek_str s)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < s.n;) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
                                              (utf8proc_ssize_t)(s.n - i), &cp);
        ek_buf_cp(&out, n > 0 ? (uint32_t)cp : CP_REPLACEMENT);
        i += n > 0 ? (size_t)n : 1;
    }
    return ek_buf_str(&out);
}

static json_t *
text(ek_arena *arena, ek_str s)
{
    json_t *json = json_stringn(s.p ? s.p : "", s.n);
    if (!json) {
        ek_str fixed = repaired(arena, s);
        json = json_stringn(fixed.p, fixed.n);
    }
    return json;
}

static void
put(ek_arena *arena, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, value))
        unwind(arena);
}

static void
push(ek_arena *arena, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value))
        unwind(arena);
}

json_t *
ek_give_object(ek_arena *arena, json_t *object, const char *key)
{
    json_t *inner = json_object();
    put(arena, object, key, inner);
    return inner;
}

json_t *
ek_give_list(ek_arena *arena, json_t *object, const char *key)
{
    json_t *inner = json_array();
    put(arena, object, key, inner);
    return inner;
}

json_t *
ek_give_item(ek_arena *arena, json_t *array)
{
    json_t *inner = json_object();
    push(arena, array, inner);
    return inner;
}

void
ek_give_text(ek_arena *arena, json_t *object, const char *key, ek_str s)
{
    put(arena, object, key, text(arena, s));
}

void
ek_give_number(ek_arena *arena, json_t *object, const char *key, uint32_t n)
{
    put(arena, object, key, json_integer(n));
}

void
ek_give_bool(ek_arena *arena, json_t *object, const char *key, bool yes)
{
    put(arena, object, key, json_boolean(yes));
}

void
ek_give_label(ek_arena *arena, json_t *object, const char *key,
              const ek_label *label)
{
    json_t *inner = ek_give_object(arena, object, key);
    ek_give_text(arena, inner, "ja", label->ja);
    ek_give_text(arena, inner, "en", label->en);
}

void
ek_give_pair(ek_arena *arena, json_t *object, const char *key, uint32_t a,
             uint32_t b)
{
    json_t *pair = ek_give_list(arena, object, key);
    ek_give_integer(arena, pair, a);
    ek_give_integer(arena, pair, b);
}

void
ek_give_words(ek_arena *arena, json_t *object, const char *key, ek_str words)
{
    json_t *list = ek_give_list(arena, object, key);
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        ek_give_string(arena, list, w);
}

void
ek_give_string(ek_arena *arena, json_t *array, ek_str s)
{
    push(arena, array, text(arena, s));
}

void
ek_give_integer(ek_arena *arena, json_t *array, uint32_t n)
{
    push(arena, array, json_integer(n));
}

static int
add_to_buf(const char *bytes, size_t n, void *buf)
{
    ek_buf_add(buf, (ek_str){bytes, n});
    return 0;
}

void
ek_give_out(ek_buf *out, const json_t *root)
{
    if (json_dump_callback(root, add_to_buf, out,
                           JSON_COMPACT | JSON_PRESERVE_ORDER))
        unwind(out->arena);
}
