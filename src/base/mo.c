/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/mo.h"

#include <stdint.h>

/* Places in the header, and the sizes of what stands there. */
enum {
    IDS = 12,
    TRANSLATIONS = 16,
    SLOTS = 20,
    HASHES = 24,
    HEADER = 28,
    ENTRY = 8,
    SLOT = 4
};
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

/* The hash of P. J. Weinberger, as msgfmt fills its table by it. */
static uint32_t
hash(uint32_t sum, ek_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        sum = (sum << 4) + (unsigned char)s.p[i];
        uint32_t high = sum & 0xF0000000;
        sum ^= high >> 24 ^ high;
    }
    return sum;
}

/* Whether parts make up s. */
static bool
is_made_of(ek_str s, const ek_str parts[3])
{
    size_t at = 0;
    for (size_t i = 0; i < 3; at += parts[i++].n)
        if (!ek_str_stands(s, at, parts[i]))
            return false;
    return at == s.n;
}

ek_str
ek_mo_find(ek_mo mo, const char *context, ek_str id)
{
    if (mo.n < HEADER || number_at(mo, 0) != magic)
        return EK_STR("");
    const char mark = BEHIND_CONTEXT;
    const ek_str parts[] = {ek_str_of(context), {&mark, context != NULL}, id};
    uint64_t table = number_at(mo, HASHES);
    uint32_t slots = number_at(mo, SLOTS);
    if (slots < 3 || table + (uint64_t)slots * SLOT > mo.n)
        return EK_STR("");
    uint32_t sum = hash(hash(hash(0, parts[0]), parts[1]), parts[2]);
    uint64_t slot = sum % slots, step = 1 + sum % (slots - 2);
    for (uint32_t tried = 0; tried < slots; tried++) {
        uint32_t entry = number_at(mo, (size_t)(table + slot * SLOT));
        if (!entry)
            break;
        if (is_made_of(string_at(mo, number_at(mo, IDS), entry - 1), parts))
            return string_at(mo, number_at(mo, TRANSLATIONS), entry - 1);
        slot = (slot + step) % slots;
    }
    return EK_STR("");
}
