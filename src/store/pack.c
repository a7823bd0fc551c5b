/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/pack.h"

#include <zlib.h>

/* Of a byte more than a thousand is never made; more is a lie about the size. */
enum { MOST_RATIO = 1032 };

ek_str
ek_pack_deflate(ek_arena *arena, ek_str json)
{
    uLongf n = compressBound((uLong)json.n);
    unsigned char *packed = ek_arena_alloc(arena, n);
    compress2(packed, &n, (const unsigned char *)json.p, (uLong)json.n, 3);
    return (ek_str){(const char *)packed, n};
}

ek_str
ek_pack_inflate(ek_arena *arena, ek_str packed, size_t bytes)
{
    uLongf n = (uLongf)bytes;
    if (bytes / MOST_RATIO > packed.n)
        return EK_STR("");
    unsigned char *json = ek_arena_alloc(arena, bytes + 1);
    if (uncompress(json, &n, (const unsigned char *)packed.p,
                   (uLong)packed.n) != Z_OK ||
        n != bytes)
        return EK_STR("");
    return (ek_str){(const char *)json, n};
}
