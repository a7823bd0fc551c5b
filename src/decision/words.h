/* SPDX-License-Identifier: Apache-2.0 */
/* A quote as words of the room diff. */
#ifndef EK_DECISION_WORDS_H
#define EK_DECISION_WORDS_H

#include "diff/cut.h"
#include "diff/lexicon.h"

struct ek_worded {
    ek_str text;
    struct ek_cut *v;
    uint32_t *ids;
    size_t n;
};

void ek_worded_read(struct ek_worded *out, ek_arena *arena,
                    struct ek_lexicon *lexicon, ek_str text);
/* At most so many bytes of it, whole characters. */
ek_str ek_quote_head(ek_str quote, size_t most);

#endif
