/* SPDX-License-Identifier: Apache-2.0 */
/* Two half-open byte spans that must never be mixed: text coordinates (what
 * stands in the extracted text, what is quoted) and normalized coordinates
 * (what is matched). They are different structs so that mixing them does not
 * compile; text/map.h is the only bridge. */
#ifndef EK_BASE_SPAN_H
#define EK_BASE_SPAN_H

#include <stdbool.h>
#include <stdint.h>

typedef struct ek_tspan {
    uint32_t begin; /* byte offset in the extracted text */
    uint32_t end;   /* one past the last byte */
} ek_tspan;

typedef struct ek_nspan {
    uint32_t begin; /* byte offset in the normalized text */
    uint32_t end;   /* one past the last byte */
} ek_nspan;

static inline bool
ek_nspan_holds(ek_nspan outer, ek_nspan inner)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static inline bool
ek_nspan_touches(ek_nspan a, ek_nspan b)
{
    return a.begin < b.end && b.begin < a.end;
}

#endif
