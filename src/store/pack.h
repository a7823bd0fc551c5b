/* SPDX-License-Identifier: Apache-2.0 */
/* A result as bytes in the database: its JSON, deflated (RFC 1950). */
#ifndef EK_STORE_PACK_H
#define EK_STORE_PACK_H

#include "base/arena.h"

/* Deflated, on the arena. */
ek_str ek_pack_deflate(ek_arena *arena, ek_str json);
/* The JSON of so many bytes; the empty view when it is no such thing. */
ek_str ek_pack_inflate(ek_arena *arena, ek_str packed, size_t bytes);

#endif
