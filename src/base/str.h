/* SPDX-License-Identifier: Apache-2.0 */
/* A borrowed view of bytes: never freed, not NUL-terminated. */
#ifndef EK_BASE_STR_H
#define EK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ek_str {
    const char *p;
    size_t n; /* bytes */
} ek_str;

/* For literals in initializers: EK_STR("abc"). */
#define EK_STR(literal) ((ek_str){(literal), sizeof(literal) - 1})
/* For printf: "%.*s", EK_ARG(s). */
#define EK_ARG(s) (int)(s).n, (s).p

ek_str ek_str_of(const char *nul_terminated); /* NULL gives the empty view */
bool ek_str_eq(ek_str a, ek_str b);
bool ek_str_is(ek_str a, const char *nul_terminated);
int ek_str_cmp(ek_str a, ek_str b); /* bytewise, for sorting */
bool ek_str_starts(ek_str s, ek_str prefix);
bool ek_str_ends(ek_str s, ek_str suffix);
/* Whether s is one of n words. */
bool ek_str_among(ek_str s, const char *const *words, size_t n);
/* Bytes of the first of n words that s begins with; 0 when it is none. */
size_t ek_str_starts_any(ek_str s, const char *const *words, size_t n);
/* Whether s ends with one of n words. */
bool ek_str_ends_any(ek_str s, const char *const *words, size_t n);
/* Whether one of n words stands anywhere in s. */
bool ek_str_holds_any(ek_str s, const char *const *words, size_t n);
ek_str ek_str_slice(ek_str s, size_t begin, size_t end); /* clamped to s */
ek_str ek_str_trim(ek_str s); /* ASCII blanks at both ends */
/* Takes the next word (separated by ASCII blanks) off the front of *rest;
 * the empty view when there is none left. */
ek_str ek_str_word(ek_str *rest);
/* Takes the next line off the front of *rest, without its LF or CRLF. */
ek_str ek_str_line(ek_str *rest);
/* What stands behind the last slash: "c" of "a/b/c", all where there is none.
 */
ek_str ek_str_file_name(ek_str path);
/* Whether words stand in s at an offset. */
bool ek_str_stands(ek_str s, size_t at, ek_str words);
/* Offset of the first occurrence at or after from; s.n when there is none. */
size_t ek_str_find(ek_str s, ek_str needle, size_t from);
int ek_hex_digit(char c); /* its value, -1 when it is none */

#endif
