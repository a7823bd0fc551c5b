/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/mo.h"

#include <stdint.h>
#include <string.h>

/* Places in the header, and the sizes of what stands there. */
enum { COUNT = 8, IDS = 12, TRANSLATIONS = 16, HEADER = 28, ENTRY = 8 };
enum { BEHIND_CONTEXT = '\4' };
static const uint32_t magic = 0x950412DE;

static uint32_t
number_at(ek_mo mo, size_t at)
{
    const unsigned char *b = mo.bytes + at;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

/* The string of an entry of a table; the empty view where it lies outside. */
static ek_str
string_at(ek_mo mo, uint32_t table, uint32_t entry)
{
    uint64_t at = table + (uint64_t)entry * ENTRY;
    if (at + ENTRY > mo.n)
        return EK_STR("");
    uint32_t n = number_at(mo, (size_t)at);
    uint32_t begin = number_at(mo, (size_t)at + 4);
    if ((uint64_t)begin + n > mo.n)
        return EK_STR("");
    return (ek_str){(const char *)mo.bytes + begin, n};
}

/* The order of the first bytes of s and of part; s is left with what follows.
 */
static int
compare_part(ek_str *s, const char *part, size_t n)
{
    size_t shared = s->n < n ? s->n : n;
    int order = memcmp(s->p, part, shared);
    *s = ek_str_slice(*s, shared, s->n);
    return order ? order : shared < n ? -1 : 0;
}

/* The order of a stored id and the one that is looked for. */
static int
compare(ek_str stored, ek_str context, ek_str id)
{
    const char mark = BEHIND_CONTEXT;
    int order = 0;
    if (context.p) {
        order = compare_part(&stored, context.p, context.n);
        if (!order)
            order = compare_part(&stored, &mark, 1);
    }
    if (!order)
        order = compare_part(&stored, id.p, id.n);
    return order ? order : stored.n > 0;
}

ek_str
ek_mo_find(ek_mo mo, const char *context, const char *id)
{
    if (mo.n < HEADER || number_at(mo, 0) != magic)
        return EK_STR("");
    ek_str wanted = ek_str_of(id);
    ek_str meaning = context ? ek_str_of(context) : (ek_str){NULL, 0};
    uint32_t ids = number_at(mo, IDS);
    uint32_t low = 0, high = number_at(mo, COUNT);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare(string_at(mo, ids, middle), meaning, wanted);
        if (order == 0)
            return string_at(mo, number_at(mo, TRANSLATIONS), middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return EK_STR("");
}
