/* SPDX-License-Identifier: Apache-2.0 */
/* A set of up to EK_BITS small numbers (concept indexes). */
#ifndef EK_BASE_BITS_H
#define EK_BASE_BITS_H

#include <stdbool.h>
#include <stdint.h>

enum { EK_BITS = 384 };

typedef struct ek_bits {
    uint64_t w[EK_BITS / 64];
} ek_bits;

static inline void
ek_bits_set(ek_bits *set, unsigned i)
{
    set->w[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline bool
ek_bits_has(const ek_bits *set, unsigned i)
{
    return set->w[i / 64] >> (i % 64) & 1;
}

static inline void
ek_bits_add(ek_bits *set, const ek_bits *more)
{
    for (unsigned i = 0; i < EK_BITS / 64; i++)
        set->w[i] |= more->w[i];
}

static inline bool
ek_bits_meet(const ek_bits *a, const ek_bits *b)
{
    uint64_t any = 0;
    for (unsigned i = 0; i < EK_BITS / 64; i++)
        any |= a->w[i] & b->w[i];
    return any != 0;
}

/* What both hold. */
static inline ek_bits
ek_bits_common(const ek_bits *a, const ek_bits *b)
{
    ek_bits common = {{0}};
    for (unsigned i = 0; i < EK_BITS / 64; i++)
        common.w[i] = a->w[i] & b->w[i];
    return common;
}

static inline bool
ek_bits_empty(const ek_bits *set)
{
    return !ek_bits_meet(set, set);
}

#endif
