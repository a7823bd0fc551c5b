/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/fingerprint.h"

#include <inttypes.h>

enum { VERSION = 1 };

static uint64_t
mix(uint64_t hash, ek_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        hash ^= (unsigned char)s.p[i];
        hash *= UINT64_C(0x100000001b3);
    }
    return (hash ^ 0xFF) * UINT64_C(0x100000001b3);
}

ek_str
ek_fingerprint(ek_arena *arena, ek_str rule, ek_str words, ek_str before)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    hash = mix(mix(mix(hash, rule), words), before);
    hash = (hash & UINT64_C(0x0fffffffffffffff)) | (uint64_t)VERSION << 60;
    return ek_arena_printf(arena, "%016" PRIx64, hash);
}
