/* SPDX-License-Identifier: Apache-2.0 */
/* Plain text and Markdown: the extracted text is the file. Markdown differs in
 * where its title stands, and in nothing else, for the light notation of
 * text.h is a part of it. */
#include "config.h"

#include "read/plain.h"

#include "read/sniff.h"

enum {
    LONGEST_TITLE = 120, /* bytes */
    TITLE_LINES = 5,     /* lines that are not blank */
};

void
ek_plain_decode(ek_text *out, ek_arena *arena, const ek_source *source,
                ek_encoding forced, ek_encoding declared, ek_diag *diag)
{
    struct ek_decoded d =
        ek_decode(arena, source->bytes, forced, declared, source->path, diag);
    out->bytes = d.utf8;
    out->encoding = ek_decode_name(d.encoding);
    out->encoding_guessed = d.guessed;
    out->encoding_confidence = d.confidence;
    out->replaced = d.replaced;
}

void
ek_plain_anchor(ek_text *out, ek_arena *arena)
{
    uint32_t line = 1;
    for (size_t i = 0; i < out->bytes.n; line++) {
        EK_PUSH(
            arena, out->anchors,
            ((struct ek_anchor){.offset = (uint32_t)i, .source_line = line}));
        i = ek_str_find(out->bytes, EK_STR("\n"), i) + 1;
    }
}

static ek_str
next_line(ek_str text, size_t *at)
{
    size_t end = ek_str_find(text, EK_STR("\n"), *at);
    ek_str line = ek_str_slice(text, *at, end);
    *at = end + 1;
    return line;
}

static ek_str
without_blanks(ek_str line)
{
    ek_str wide = EK_STR("\xE3\x80\x80"); /* U+3000 */
    line = ek_str_trim(line);
    while (ek_str_starts(line, wide))
        line = ek_str_trim(ek_str_slice(line, wide.n, line.n));
    while (ek_str_ends(line, wide))
        line = ek_str_trim(ek_str_slice(line, 0, line.n - wide.n));
    return line;
}

static bool
has_letters(ek_str line)
{
    for (size_t i = 0; i < line.n; i++) {
        unsigned char c = (unsigned char)line.p[i];
        if (c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            return true;
    }
    return false;
}

static ek_str
first_short_line(ek_str text)
{
    size_t at = 0;
    for (int seen = 0; at < text.n && seen < TITLE_LINES;) {
        ek_str line = without_blanks(next_line(text, &at));
        seen += line.n > 0;
        if (line.n && line.n <= LONGEST_TITLE && has_letters(line))
            return line;
    }
    return EK_STR("");
}

static size_t
heading_mark(ek_str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] == '#')
        n++;
    return n > 0 && n <= 6 && n < line.n && line.p[n] == ' ' ? n : 0;
}

static ek_str
first_heading(ek_str text)
{
    size_t at = 0;
    while (at < text.n) {
        ek_str line = next_line(text, &at);
        size_t mark = heading_mark(line);
        line = ek_str_trim(ek_str_slice(line, mark, line.n));
        while (mark && ek_str_ends(line, EK_STR("#")))
            line = ek_str_trim(ek_str_slice(line, 0, line.n - 1));
        if (mark && line.n)
            return line;
    }
    return EK_STR("");
}

static ek_status
read_plain(ek_text *out, ek_arena *arena, const ek_source *source,
           const struct ek_read_options *options, ek_diag *diag)
{
    ek_plain_decode(out, arena, source, options->encoding, source->declared,
                    diag);
    ek_plain_anchor(out, arena);
    out->title = first_short_line(out->bytes);
    return EK_OK;
}

static ek_status
read_markdown(ek_text *out, ek_arena *arena, const ek_source *source,
              const struct ek_read_options *options, ek_diag *diag)
{
    read_plain(out, arena, source, options, diag);
    ek_str heading = first_heading(out->bytes);
    if (heading.n)
        out->title = heading;
    return EK_OK;
}

static bool
recognizes_anything(ek_str bytes)
{
    return bytes.n > 0;
}

/* Two headings; one alone may be a comment of another notation. */
static bool
recognizes_markdown(ek_str bytes)
{
    struct ek_sniff sniff;
    size_t at = 0, headings = 0;
    ek_sniff_head(&sniff, bytes);
    ek_str head = ek_sniff_str(&sniff);
    while (at < head.n)
        headings += heading_mark(next_line(head, &at)) > 0;
    return headings >= 2;
}

const struct ek_reader ek_reader_plain = {"plain", "txt text",
                                          recognizes_anything, read_plain};

const struct ek_reader ek_reader_markdown = {
    "markdown", "md markdown", recognizes_markdown, read_markdown};
