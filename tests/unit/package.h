/* SPDX-License-Identifier: Apache-2.0 */
/* Makes ZIP packages in memory: office files and archives for the tests. */
#ifndef EK_TESTS_PACKAGE_H
#define EK_TESTS_PACKAGE_H

#include "base/arena.h"
#include "read_helpers.h"

struct package; /* on the arena */

struct package *package_on(ek_arena *arena);
/* The name is written as it stands, whatever it is. Bytes are borrowed until
 * package_bytes. */
void package_add(struct package *package, const char *name, ek_str bytes);
/* Without compression, as ODT has its first entry. */
void package_store(struct package *package, const char *name, ek_str bytes);
/* With the old encryption of ZIP. */
void package_encrypt(struct package *package, const char *name, ek_str bytes);
ek_str package_bytes(struct package *package); /* on the arena */

/* Zeros, which compress to a thousandth. */
ek_str zeros_of(ek_arena *arena, size_t n);
/* A copy in which every occurrence of some bytes is replaced by as many. */
ek_str patched(ek_arena *arena, ek_str bytes, ek_str from, ek_str to);

#endif
