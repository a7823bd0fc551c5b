/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_PART = 40,
    MOST_WORDS = 200000,
    LEAST_WORD = 4,
    ONE_IN = 60, /* lines end in a hyphen where words are divided at all */
};

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

static int
by_bytes(const void *a, const void *b)
{
    return ek_str_cmp(*(const ek_str *)a, *(const ek_str *)b);
}

static void
add_word(ek_pdf_doc *doc, ek_str word)
{
    if (word.n < LEAST_WORD || word.n > 2 * MOST_PART ||
        doc->vocabulary.n >= MOST_WORDS)
        return;
    char *copy = ek_arena_alloc(doc->arena, word.n);
    for (size_t i = 0; i < word.n; i++)
        copy[i] = (char)(is_letter(word.p[i]) ? word.p[i] | 0x20 : word.p[i]);
    EK_PUSH(doc->arena, doc->vocabulary, ((ek_str){copy, word.n}));
}

static bool
is_inner(ek_str s, size_t i)
{
    return is_letter(s.p[i]) ||
           (s.p[i] == '-' && i > 0 && i + 1 < s.n && is_letter(s.p[i - 1]) &&
            is_letter(s.p[i + 1]));
}

static void
add_line(ek_pdf_doc *doc, ek_str line)
{
    for (size_t i = 0, end; i < line.n; i = end + 1) {
        for (end = i; end < line.n && is_inner(line, end);)
            end++;
        if (end < line.n)
            add_word(doc, ek_str_slice(line, i, end));
    }
}

static void
keep_once(ek_pdf_vocabulary *words)
{
    size_t kept = 0;
    if (words->n)
        qsort(words->v, words->n, sizeof *words->v, by_bytes);
    for (size_t i = 0; i < words->n; i++)
        if (!kept || !ek_str_eq(words->v[i], words->v[kept - 1]))
            words->v[kept++] = words->v[i];
    words->n = kept;
}

void
ek_pdf_gather_words(ek_pdf_doc *doc)
{
    size_t hyphens = 0;
    for (size_t i = 0; i < doc->lines.n; i++) {
        ek_str line = doc->lines.v[i].text;
        hyphens += line.n > 1 && line.p[line.n - 1] == '-' &&
                   is_letter(line.p[line.n - 2]);
        add_line(doc, line);
    }
    doc->hyphenates = hyphens * ONE_IN > doc->lines.n;
    keep_once(&doc->vocabulary);
}

static bool
is_known(const ek_pdf_doc *doc, const char *bytes, size_t n)
{
    ek_str word = {bytes, n};
    return doc->vocabulary.n &&
           bsearch(&word, doc->vocabulary.v, doc->vocabulary.n,
                   sizeof *doc->vocabulary.v, by_bytes);
}

bool
ek_pdf_keeps_hyphen(const ek_pdf_doc *doc, ek_str before, ek_str after)
{
    char bytes[2 * MOST_PART + 1];
    size_t a = letters_before(before), b = letters_after(after);
    memcpy(bytes, before.p + before.n - a, a);
    bytes[a] = '-';
    memcpy(bytes + a + 1, after.p, b);
    for (size_t i = 0; i < a + 1 + b; i++)
        bytes[i] = (char)(is_letter(bytes[i]) ? bytes[i] | 0x20 : bytes[i]);
    if (is_known(doc, bytes, a + 1 + b))
        return true;
    memmove(bytes + a, bytes + a + 1, b);
    return !is_known(doc, bytes, a + b) && !doc->hyphenates;
}
