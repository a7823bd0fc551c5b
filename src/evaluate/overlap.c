/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/overlap.h"

ek_str
ek_overlap_line(ek_str text, uint32_t n)
{
    size_t at = 0;
    for (; n > 1 && at < text.n; n--)
        at = ek_str_find(text, EK_STR("\n"), at) + 1;
    return ek_str_slice(text, at, ek_str_find(text, EK_STR("\n"), at));
}

enum ek_overlap
ek_overlap_find(ek_str line, ek_str gold, ek_str quote, uint32_t skip)
{
    gold = ek_str_trim(gold);
    quote = ek_str_trim(ek_overlap_line(quote, skip + 1));
    size_t a = ek_str_find(line, gold, 0), b = ek_str_find(line, quote, 0);
    if (a == line.n || b == line.n)
        return EK_OVERLAP_UNKNOWN;
    return a < b + quote.n && b < a + gold.n ? EK_OVERLAP_SOME
                                             : EK_OVERLAP_NONE;
}
