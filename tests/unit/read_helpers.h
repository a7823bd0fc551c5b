/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the readers share: files from memory, in any encoding, and
 * what came of them. */
#ifndef EK_TESTS_READ_HELPERS_H
#define EK_TESTS_READ_HELPERS_H

#include "read/read.h"

/* Reads bytes under a name with the options (NULL: the defaults). */
ek_status read_bytes(ek_text **out, ek_arena *arena, const char *name,
                     ek_str bytes, const struct ek_read_options *options,
                     ek_diag *diag);
/* The same with the defaults; NULL when it is refused. */
ek_text *text_read(ek_arena *arena, const char *name, ek_str bytes,
                   ek_diag *diag);
/* Whether a text, or NULL, is the expected one; prints both where it is not. */
bool is_text(const ek_text *text, const char *expected, size_t row);
/* How much of one kind was kept apart, and was not read. */
uint32_t count_apart(const ek_text *text, const char *what);
uint32_t count_unread(const ek_text *text, const char *what);
/* UTF-8 in the encoding that iconv knows by a name. */
ek_str encoded(ek_arena *arena, ek_str utf8, const char *name);

#endif
