/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/qualifier.h"

struct row {
    const char *name;
    bool many;
    const char *words;
};

static const struct row rows[EK_QUALIFIERS] = {
#define EK_QUALIFIER(name, many, words) {#name, many, words},
#include "pattern/qualifier.def"
#undef EK_QUALIFIER
};

const char *
ek_qualifier_name(ek_qualifier q)
{
    return rows[q].name;
}

bool
ek_qualifier_many(ek_qualifier q)
{
    return rows[q].many;
}

ek_qualifier
ek_qualifier_of(ek_str name)
{
    int q = 0;
    while (q < EK_QUALIFIERS && !ek_str_is(name, rows[q].name))
        q++;
    return (ek_qualifier)q;
}

ek_str
ek_qualifier_word(ek_qualifier q, unsigned i)
{
    ek_str rest = ek_str_of(rows[q].words);
    ek_str word = ek_str_word(&rest);
    while (i-- > 0 && word.n)
        word = ek_str_word(&rest);
    return word;
}

uint32_t
ek_qualifier_bit(ek_qualifier q, ek_str word)
{
    ek_str rest = ek_str_of(rows[q].words);
    uint32_t bit = 1;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        if (ek_str_eq(w, word))
            return bit;
        bit <<= 1;
    }
    return 0;
}

bool
ek_qualifier_bits(ek_qualifier q, ek_str words, uint32_t *bits, ek_str *bad)
{
    *bits = 0;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words)) {
        uint32_t bit = ek_qualifier_bit(q, w);
        if (!bit) {
            *bad = w;
            return false;
        }
        *bits |= bit;
    }
    return true;
}
