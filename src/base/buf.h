/* SPDX-License-Identifier: Apache-2.0 */
/* Growing bytes on an arena. Initialize with ek_buf_on(arena); there is
 * nothing to free. The view of it stays valid until the next append. */
#ifndef EK_BASE_BUF_H
#define EK_BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

typedef struct ek_buf {
    ek_arena *arena;
    char *p;
    size_t n, cap; /* bytes */
} ek_buf;

ek_buf ek_buf_on(ek_arena *arena);
void ek_buf_add(ek_buf *buf, ek_str s);
void ek_buf_puts(ek_buf *buf, const char *nul_terminated);
void ek_buf_putc(ek_buf *buf, char c);
/* Appends a code point as UTF-8. */
void ek_buf_cp(ek_buf *buf, uint32_t cp);
void ek_buf_printf(ek_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Appends a message text with its %1 and %2 filled in. */
void ek_buf_fill(ek_buf *buf, ek_str text, ek_str arg1, ek_str arg2);
ek_str ek_buf_str(const ek_buf *buf); /* borrowed */

#endif
