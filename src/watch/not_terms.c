/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "watch/not_terms.h"

#include <strings.h>

enum {
    /* A page that stands in for another is short: hardly one text of terms in a
     * thousand is (bytes of UTF-8). */
    MOST_BYTES = 2500,
    SURE_BYTES = 800, /* a longer one is much shorter than the version before */
    SHORTER = 3,
    STUB_SHARE = 20, /* of the version before, at most one part in so many */
    STUB_BEFORE = 4000,
};

static const struct {
    ek_not_terms kind;
    ek_str words;
} pages[] = {
#define EK_NOT_TERMS(kind, words) {EK_NOT_##kind, {words, sizeof words - 1}},
#include "watch/not_terms.def"
#undef EK_NOT_TERMS
};

/* Whether the words, in lower case, stand in the text; ASCII in any case. */
static bool
says(ek_str text, ek_str words)
{
    for (size_t at = 0; at + words.n <= text.n; at++)
        if (strncasecmp(text.p + at, words.p, words.n) == 0)
            return true;
    return false;
}

ek_not_terms
ek_not_terms_of(ek_str text, size_t findings, size_t before)
{
    if (ek_str_trim(text).n == 0)
        return EK_NOT_EMPTY;
    if (text.n > MOST_BYTES || findings)
        return EK_IS_TERMS;
    bool short_of_it = text.n <= SURE_BYTES || text.n < before / SHORTER;
    for (size_t i = 0; short_of_it && i < sizeof pages / sizeof *pages; i++)
        if (says(text, pages[i].words))
            return pages[i].kind;
    return before >= STUB_BEFORE && text.n < before / STUB_SHARE ? EK_NOT_STUB
                                                                 : EK_IS_TERMS;
}

const char *
ek_not_terms_word(ek_not_terms kind)
{
    static const char *const words[] = {"terms",   "empty",  "blocked",
                                        "missing", "broken", "stub"};
    return words[kind];
}
