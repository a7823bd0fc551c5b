/* SPDX-License-Identifier: Apache-2.0 */
/* A paragraph or an item: its language, and its marker set off so that the
 * lines below hang. */
#include "config.h"

#include "report/html_plan.h"

#include <utf8proc.h>

enum { FIRST_WIDE = 0x2E80, MOST_MARKER = 8, DEEPEST = 3 };

static bool
is_letter(utf8proc_int32_t cp)
{
    return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
}

static ek_lang
lang_of(ek_str s)
{
    enum { ENOUGH = 600 };
    size_t wide = 0, letters = 0;
    for (size_t i = 0; i < s.n && wide + letters < ENOUGH;) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
                                              (utf8proc_ssize_t)(s.n - i), &cp);
        wide += n > 0 && cp >= FIRST_WIDE && cp < 0xFF00;
        letters += n > 0 && (is_letter(cp) || (cp >= 0xC0 && cp < 0x250));
        i += n > 0 ? (size_t)n : 1;
    }
    if (!wide && !letters)
        return EK_LANG_NONE;
    return wide * 3 >= letters ? EK_LANG_JA : EK_LANG_EN;
}

void
ek_html_block_lang(struct ek_html *h, uint32_t document,
                   const struct ek_block *block)
{
    const ek_document *d = &h->result->documents.v[document];
    ek_lang lang =
        lang_of(ek_str_slice(d->text, block->span.begin, block->span.end));
    if (lang == EK_LANG_NONE)
        return;
    if (d->languages.n && ek_str_is(d->languages.v[0], "other"))
        ek_html_raw(h, " lang=\"\"");
    else
        ek_html_lang(h, lang);
}

bool
ek_html_is_number(ek_str word)
{
    bool digit = false;
    for (size_t i = 0; i < word.n;) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)word.p + i,
                             (utf8proc_ssize_t)(word.n - i), &cp);
        bool is_digit =
            (cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19);
        if (n <= 0 || (!is_digit && cp != '.' && cp != 0xFF0E))
            return false;
        digit |= is_digit;
        i += (size_t)n;
    }
    return digit;
}

/* Bytes of the first word where it numbers or marks the line, blanks behind it
 * included; else 0. */
static uint32_t
marker_of(ek_str line, bool item)
{
    size_t i = 0, letters = 0;
    static const char wide_blank[] = "\xE3\x80\x80";
    while (i < line.n && line.p[i] != ' ' && line.p[i] != '\n' &&
           line.p[i] != '\t' && !ek_str_stands(line, i, EK_STR(wide_blank))) {
        letters += ((unsigned char)line.p[i] & 0xC0) != 0x80;
        i++;
        if (letters > MOST_MARKER)
            return 0;
    }
    if (!item && !ek_html_is_number(ek_str_slice(line, 0, i)))
        return 0;
    size_t end = i;
    while (end < line.n &&
           (line.p[end] == ' ' || line.p[end] == '\t' || line.p[end] == '\n'))
        end++;
    if (ek_str_stands(line, end, EK_STR(wide_blank)))
        end += sizeof wide_blank - 1;
    return end < line.n && end > i ? (uint32_t)end : 0;
}

/* Whether the marker is one sign: - of a list. */
static bool
is_sign(ek_str text, uint32_t begin)
{
    size_t i = begin + 1;
    while (i < text.n && ((unsigned char)text.p[i] & 0xC0) == 0x80)
        i++;
    return i < text.n && text.p[i] == ' ';
}

uint32_t
ek_html_piece_end(ek_str text, uint32_t begin, uint32_t end)
{
    enum { MOST = 6 * 1024, LEAST = 4 * 1024 };
    static const char full_stop[] = "\xE3\x80\x82";
    if (end - begin <= MOST)
        return end;
    uint32_t most = begin + MOST;
    for (uint32_t i = most; i > begin + LEAST; i--)
        if (text.p[i - 1] == ' ' ||
            ek_str_stands(text, i - (sizeof full_stop - 1), EK_STR(full_stop)))
            return i;
    while (((unsigned char)text.p[most] & 0xC0) == 0x80 && most > begin + LEAST)
        most--;
    return most;
}

static void
put_pieces(struct ek_html *h, struct ek_html_sweep *sweep, uint32_t document,
           const struct ek_block *block, uint32_t begin)
{
    ek_str text = h->result->documents.v[document].text;
    uint32_t end = ek_html_piece_end(text, begin, block->span.end);
    ek_html_sweep_put(sweep, begin, end);
    for (begin = end; begin < block->span.end; begin = end) {
        ek_html_raw(h, "</p>\n");
        ek_html_sweep_margin(sweep);
        ek_html_raw(h, "<p class=\"ln co\"");
        ek_html_block_lang(h, document, block);
        ek_html_raw(h, ">");
        end = ek_html_piece_end(text, begin, block->span.end);
        ek_html_sweep_put(sweep, begin, end);
    }
}

void
ek_html_line(struct ek_html *h, struct ek_html_sweep *sweep, uint32_t document,
             const struct ek_block *block)
{
    ek_str text = h->result->documents.v[document].text;
    bool item = block->kind == EK_BLOCK_ITEM;
    uint32_t begin = block->span.begin, level = block->level;
    uint32_t marker =
        marker_of(ek_str_slice(text, begin, block->span.end), item);
    ek_html_raw(h, "<p class=\"ln");
    if (item)
        ek_buf_printf(h->page.out, " i%u", level < DEEPEST ? level : DEEPEST);
    if (marker)
        ek_html_raw(h, is_sign(text, begin) ? " hm sg" : " hm");
    ek_html_raw(h, "\"");
    ek_html_block_lang(h, document, block);
    ek_html_raw(h, ">");
    if (marker) {
        ek_html_raw(h, "<span class=\"m\">");
        ek_html_sweep_put(sweep, begin, begin + marker);
        ek_html_raw(h, "</span>");
    }
    put_pieces(h, sweep, document, block, begin + marker);
    ek_html_raw(h, "</p>\n");
    ek_html_sweep_margin(sweep);
}
