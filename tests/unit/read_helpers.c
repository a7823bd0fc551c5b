/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read_helpers.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

ek_status
read_bytes(ek_text **out, ek_arena *arena, const char *name, ek_str bytes,
           const struct ek_read_options *options, ek_diag *diag)
{
    const struct ek_read_options defaults = {.limits = ek_limits_default()};
    ek_source source;
    ek_source_of(&source, ek_str_of(name), bytes);
    return ek_read(out, arena, &source, options ? options : &defaults, diag);
}

ek_text *
text_read(ek_arena *arena, const char *name, ek_str bytes, ek_diag *diag)
{
    ek_text *text = NULL;
    read_bytes(&text, arena, name, bytes, NULL, diag);
    return text;
}

bool
is_text(const ek_text *text, const char *expected, size_t row)
{
    ek_str got = text ? text->bytes : EK_STR("(nothing)");
    if (ek_str_is(got, expected))
        return true;
    print_error("row %zu: got\n%.*s\nexpected\n%s\n", row, EK_ARG(got),
                expected);
    return false;
}

uint32_t
count_apart(const ek_text *text, const char *what)
{
    for (size_t i = 0; i < text->extraction.apart.n; i++)
        if (ek_str_is(text->extraction.apart.v[i].what, what))
            return text->extraction.apart.v[i].count;
    return 0;
}

uint32_t
count_unread(const ek_text *text, const char *what)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text->extraction.unread.n; i++)
        n += ek_str_is(text->extraction.unread.v[i].what, what);
    return n;
}

ek_str
encoded(ek_arena *arena, ek_str utf8, const char *name)
{
    size_t left = utf8.n, room = left * 4 + 16;
    char *in = (char *)(uintptr_t)ek_arena_copy(arena, utf8).p;
    char *out = ek_arena_alloc(arena, room), *to = out;
    iconv_t cd = iconv_open(name, "UTF-8");
    assert_true(cd != (iconv_t)-1);
    assert_int_equal(iconv(cd, &in, &left, &to, &room), 0);
    assert_int_equal(iconv(cd, NULL, NULL, &to, &room), 0);
    iconv_close(cd);
    return (ek_str){out, (size_t)(to - out)};
}
