/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/fold.h"

#include <string.h>
#include <utf8proc.h>

#define EK_WRAP(name, characters) static const char name[] = characters;
#include "text/wrap.def"
#undef EK_WRAP

enum {
    CP_FIRST_RADICAL = 0x2E80,
    CP_LAST_RADICAL = 0x2FDF,
    CP_FIRST_LIGATURE = 0xFB00,
    CP_LAST_LIGATURE = 0xFB06,
    CP_FIRST_PRIVATE = 0xE000,
    CP_LAST_PRIVATE = 0xF8FF,
    CP_FIRST_VERTICAL = 0xFE10,
    CP_LAST_VERTICAL = 0xFE4F,
    CP_FIRST_CJK_COMPATIBILITY = 0xF900,
    CP_LAST_CJK_COMPATIBILITY = 0xFAFF,
    CP_BULLET = 0x2022,
    CP_HYPHEN = 0x2010,
    MOST_WORD = 40,
};

static const struct {
    uint32_t cp;
    const char *text;
} glyphs[] = {
#define EK_GLYPH(cp, text) {cp, text},
#include "read/pdf_glyph.def"
#undef EK_GLYPH
};

static const uint32_t bullets[] = {
#define EK_BULLET(cp) cp,
#include "read/pdf_glyph.def"
#undef EK_BULLET
};

static bool
is_within(uint32_t cp, uint32_t first, uint32_t last)
{
    return cp >= first && cp <= last;
}

static bool
is_disguised(uint32_t cp)
{
    return is_within(cp, CP_FIRST_RADICAL, CP_LAST_RADICAL) ||
           is_within(cp, CP_FIRST_LIGATURE, CP_LAST_LIGATURE) ||
           is_within(cp, CP_FIRST_PRIVATE, CP_LAST_PRIVATE) ||
           is_within(cp, CP_FIRST_VERTICAL, CP_LAST_VERTICAL) ||
           is_within(cp, CP_FIRST_CJK_COMPATIBILITY, CP_LAST_CJK_COMPATIBILITY);
}

static bool
is_bullet(uint32_t cp)
{
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == cp)
            return true;
    return false;
}

static void
write_plainly(ek_buf *out, uint32_t cp)
{
    utf8proc_int32_t parts[4];
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++)
        if (glyphs[i].cp == cp) {
            ek_buf_puts(out, glyphs[i].text);
            return;
        }
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 4,
                                UTF8PROC_COMPAT | UTF8PROC_COMPOSE, NULL);
    ek_buf_cp(out, n == 1 ? (uint32_t)parts[0] : cp);
}

static bool
is_plain(ek_str word)
{
    for (size_t i = 0, n; i < word.n; i += n)
        if (is_disguised(ek_cp_at(word, i, &n)))
            return false;
    return true;
}

ek_str
ek_pdf_clean(ek_arena *arena, ek_str word)
{
    ek_buf out = ek_buf_on(arena);
    size_t n;
    if (is_plain(word))
        return word;
    uint32_t first = ek_cp_at(word, 0, &n);
    if (n == word.n && is_bullet(first)) {
        ek_buf_cp(&out, CP_BULLET);
        return ek_buf_str(&out);
    }
    for (size_t i = 0; i < word.n; i += n) {
        uint32_t cp = ek_cp_at(word, i, &n);
        if (is_disguised(cp))
            write_plainly(&out, cp);
        else
            ek_buf_add(&out, ek_str_slice(word, i, i + n));
    }
    return ek_buf_str(&out);
}

static ek_str
without_last(ek_str s)
{
    do
        s.n--;
    while (s.n && ((unsigned char)s.p[s.n] & 0xC0) == 0x80);
    return s;
}

bool
ek_pdf_ends_sentence(ek_str line)
{
    for (int closers = 0; closers < 3 && line.n; closers++) {
        uint32_t cp = ek_cp_before(line, line.n);
        if (ek_cp_among(cp, sentence_end))
            return true;
        if (!ek_cp_among(cp, closer))
            return false;
        line = without_last(line);
    }
    return false;
}

static bool
is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The letters before a hyphen at the end, in lower case, tell whether the
 * hyphen is theirs. */
static bool
keeps_hyphen(ek_str before)
{
    char word[MOST_WORD];
    size_t n = 0;
    while (n < before.n && is_letter(before.p[before.n - 1 - n]))
        n++;
    if (n == 0 || n >= MOST_WORD)
        return true;
    if (n < before.n && before.p[before.n - 1 - n] == '-')
        return true;
    for (size_t i = 0; i < n; i++)
        word[i] = (char)(before.p[before.n - n + i] | 0x20);
    return ek_fold_keeps_hyphen((ek_str){word, n});
}

unsigned
ek_pdf_joint(const ek_pdf_doc *doc, ek_str before, ek_str after, size_t *drop)
{
    size_t n;
    *drop = 0;
    if (!before.n || !after.n)
        return 0;
    uint32_t last = ek_cp_before(before, before.n);
    uint32_t first = ek_cp_at(after, 0, &n);
    size_t length = before.n - without_last(before).n;
    if (ek_cp_is_japanese(last) || ek_cp_is_japanese(first))
        return 0;
    if (last == CP_SOFT_HYPHEN) {
        *drop = length;
        return 0;
    }
    bool hyphen = last == '-' || last == CP_HYPHEN;
    if (!hyphen || before.n == length ||
        !is_letter(before.p[before.n - length - 1]) || !is_letter((char)first))
        return last == '/' || last == 0x2014 ? 0 : 1;
    ek_str word = ek_str_slice(before, 0, before.n - length);
    if (first >= 'a' && first <= 'z' && !keeps_hyphen(word) &&
        !ek_pdf_keeps_hyphen(doc, word, after))
        *drop = length;
    return 0;
}

void
ek_pdf_join(const ek_pdf_doc *doc, ek_buf *text, ek_str line)
{
    size_t drop;
    unsigned blanks = ek_pdf_joint(doc, ek_buf_str(text), line, &drop);
    text->n -= drop;
    if (blanks)
        ek_buf_putc(text, ' ');
    ek_buf_add(text, line);
}

unsigned
ek_pdf_garbled(const struct ek_pdf_page *page, uint32_t *characters)
{
    uint32_t bad = 0, all = 0;
    for (size_t i = 0; i < page->words.n; i++) {
        ek_str word = page->words.v[i].text;
        for (size_t at = 0, n; at < word.n; at += n, all++) {
            uint32_t cp = ek_cp_at(word, at, &n);
            bad += cp == CP_REPLACEMENT || cp < CP_BLANK ||
                   is_within(cp, 0x7F, 0x9F) ||
                   is_within(cp, CP_FIRST_PRIVATE, CP_LAST_PRIVATE) ||
                   is_within(cp, 0xF0000, 0x10FFFF);
        }
    }
    *characters = all;
    return all ? (unsigned)((uint64_t)bad * 1000 / all) : 0;
}
