/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

ek_buf
ek_buf_on(ek_arena *arena)
{
    return (ek_buf){.arena = arena};
}

static void
reserve(ek_buf *buf, size_t more)
{
    if (buf->cap - buf->n >= more)
        return;
    size_t cap = buf->cap ? buf->cap * 2 : 64;
    while (cap - buf->n < more)
        cap *= 2;
    buf->p = ek_arena_grow(buf->arena, buf->p, buf->cap, cap);
    buf->cap = cap;
}

void
ek_buf_add(ek_buf *buf, ek_str s)
{
    if (s.n == 0)
        return;
    reserve(buf, s.n);
    memcpy(buf->p + buf->n, s.p, s.n);
    buf->n += s.n;
}

void
ek_buf_puts(ek_buf *buf, const char *nul_terminated)
{
    ek_buf_add(buf, ek_str_of(nul_terminated));
}

void
ek_buf_putc(ek_buf *buf, char c)
{
    ek_buf_add(buf, (ek_str){&c, 1});
}

void
ek_buf_cp(ek_buf *buf, uint32_t cp)
{
    char out[4];
    size_t n = 0;
    if (cp < 0x80) {
        out[n++] = (char)cp;
    } else if (cp < 0x800) {
        out[n++] = (char)(0xC0 | cp >> 6);
        out[n++] = (char)(0x80 | (cp & 0x3F));
    } else if (cp < 0x10000) {
        out[n++] = (char)(0xE0 | cp >> 12);
        out[n++] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (cp & 0x3F));
    } else {
        out[n++] = (char)(0xF0 | cp >> 18);
        out[n++] = (char)(0x80 | (cp >> 12 & 0x3F));
        out[n++] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (cp & 0x3F));
    }
    ek_buf_add(buf, (ek_str){out, n});
}

void
ek_buf_printf(ek_buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        reserve(buf, (size_t)n + 1);
        vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
}

void
ek_buf_fill(ek_buf *buf, ek_str text, ek_str arg1, ek_str arg2)
{
    for (size_t i = 0; i < text.n; i++) {
        char next = i + 1 < text.n ? text.p[i + 1] : 0;
        if (text.p[i] != '%' || (next != '1' && next != '2')) {
            ek_buf_putc(buf, text.p[i]);
            continue;
        }
        ek_buf_add(buf, next == '1' ? arg1 : arg2);
        i++;
    }
}

ek_str
ek_buf_str(const ek_buf *buf)
{
    return (ek_str){buf->p ? buf->p : "", buf->n};
}
