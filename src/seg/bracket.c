/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/bracket.h"
#include "seg/script.h"

enum { MOST_OPEN = 64 };

struct open {
    uint32_t closer, at;
};

static uint32_t
closer_of(uint32_t cp)
{
    switch (cp) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case CP_CORNER_OPEN:
        return CP_CORNER_CLOSE;
    case CP_WHITE_CORNER_OPEN:
        return CP_WHITE_CORNER_CLOSE;
    case CP_LENTICULAR_OPEN:
        return CP_LENTICULAR_CLOSE;
    default:
        return 0;
    }
}

static bool
is_closer(uint32_t cp)
{
    return cp == ')' || cp == ']' || cp == '}' || cp == CP_CORNER_CLOSE ||
           cp == CP_WHITE_CORNER_CLOSE || cp == CP_LENTICULAR_CLOSE;
}

static void
add_pair(ek_brackets *out, ek_arena *arena, ek_nspan pair)
{
    while (out->v.n && out->v.v[out->v.n - 1].begin > pair.begin)
        out->v.n--;
    EK_PUSH(arena, out->v, pair);
}

void
ek_brackets_find(ek_brackets *out, ek_arena *arena, const char *bytes,
                 ek_nspan span)
{
    struct open stack[MOST_OPEN];
    size_t n = 0, length;
    ek_str all = {bytes, span.end};
    out->v.n = 0;
    for (uint32_t at = span.begin; at < span.end; at += (uint32_t)length) {
        uint32_t cp = ek_cp_at(all, at, &length), closer = closer_of(cp);
        if (closer && n < MOST_OPEN) {
            stack[n++] = (struct open){closer, at};
        } else if (is_closer(cp)) {
            size_t k = n;
            while (k > 0 && stack[k - 1].closer != cp)
                k--;
            if (k == 0)
                continue;
            n = k - 1;
            add_pair(out, arena,
                     (ek_nspan){stack[n].at, at + (uint32_t)length});
        }
    }
}

const ek_nspan *
ek_brackets_at(const ek_brackets *brackets, uint32_t offset, size_t *next)
{
    while (*next < brackets->v.n && brackets->v.v[*next].begin < offset)
        ++*next;
    if (*next < brackets->v.n && brackets->v.v[*next].begin == offset)
        return &brackets->v.v[*next];
    return NULL;
}
