/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PART = 30, MOST_COMPOUNDS = 20000 };

static bool
is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static size_t
letters_before(ek_str s)
{
    size_t n = 0;
    while (n < s.n && n < MOST_PART && is_letter(s.p[s.n - 1 - n]))
        n++;
    return n;
}

static size_t
letters_after(ek_str s)
{
    size_t n = 0;
    while (n < s.n && n < MOST_PART && is_letter(s.p[n]))
        n++;
    return n;
}

/* The two words around a hyphen, in lower case; empty when there are none. */
static ek_str
compound_of(char *bytes, ek_str before, ek_str after)
{
    size_t a = letters_before(before), b = letters_after(after);
    if (!a || !b)
        return EK_STR("");
    memcpy(bytes, before.p + before.n - a, a);
    bytes[a] = '-';
    memcpy(bytes + a + 1, after.p, b);
    for (size_t i = 0; i < a + 1 + b; i++)
        bytes[i] = (char)(is_letter(bytes[i]) ? bytes[i] | 0x20 : bytes[i]);
    return (ek_str){bytes, a + 1 + b};
}

static int
by_bytes(const void *a, const void *b)
{
    return ek_str_cmp(*(const ek_str *)a, *(const ek_str *)b);
}

static void
take_word(ek_pdf_doc *doc, ek_str word)
{
    char bytes[2 * MOST_PART + 1];
    for (size_t i = 1; i + 1 < word.n; i++) {
        if (word.p[i] != '-' || doc->compounds.n >= MOST_COMPOUNDS)
            continue;
        ek_str compound = compound_of(bytes, ek_str_slice(word, 0, i),
                                      ek_str_slice(word, i + 1, word.n));
        if (compound.n)
            EK_PUSH(doc->arena, doc->compounds,
                    ek_arena_copy(doc->arena, compound));
    }
}

void
ek_pdf_find_compounds(ek_pdf_doc *doc)
{
    for (size_t i = 0; i < doc->pages.n; i++)
        for (size_t k = 0; k < doc->pages.v[i].words.n; k++)
            take_word(doc, doc->pages.v[i].words.v[k].text);
    if (doc->compounds.n)
        qsort(doc->compounds.v, doc->compounds.n, sizeof *doc->compounds.v,
              by_bytes);
}

bool
ek_pdf_is_compound(const ek_pdf_doc *doc, ek_str before, ek_str after)
{
    char bytes[2 * MOST_PART + 1];
    ek_str compound = compound_of(bytes, before, after);
    return compound.n && doc->compounds.n &&
           bsearch(&compound, doc->compounds.v, doc->compounds.n,
                   sizeof *doc->compounds.v, by_bytes);
}
