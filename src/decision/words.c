/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "decision/words.h"

#include "base/vec.h"

void
ek_worded_read(struct ek_worded *out, ek_arena *arena,
               struct ek_lexicon *lexicon, ek_str text)
{
    EK_VEC(struct ek_cut) cuts = {0};
    EK_VEC(uint32_t) ids = {0};
    struct ek_cut cut;
    for (uint32_t at = 0; ek_cut_next(text, &at, (uint32_t)text.n, &cut);) {
        EK_PUSH(arena, cuts, cut);
        EK_PUSH(arena, ids,
                ek_lexicon_id(
                    lexicon, ek_str_slice(text, cut.span.begin, cut.span.end)));
    }
    *out = (struct ek_worded){text, cuts.v, ids.v, cuts.n};
}

ek_str
ek_quote_head(ek_str quote, size_t most)
{
    if (quote.n <= most)
        return quote;
    while (most > 0 && ((unsigned char)quote.p[most] & 0xC0) == 0x80)
        most--;
    return ek_str_slice(quote, 0, most);
}
