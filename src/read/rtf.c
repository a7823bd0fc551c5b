/* SPDX-License-Identifier: Apache-2.0 */
/* Rich Text Format, as Word, LibreOffice and others write it. */
#include "config.h"

#include "read/rtf.h"

#include <string.h>

#include "base/written.h"
#include "text/detect.h"

static bool
recognizes_rtf(ek_str bytes)
{
    return ek_str_starts(bytes, EK_STR("{\\rtf"));
}

static void
take_word(struct ek_rtf *r, const struct ek_rtf_token *t)
{
    const struct ek_rtf_word *word = ek_rtf_word_of(t->word);
    bool starred = r->starred;
    r->starred = false;
    if (word && word->act == EK_RTF_BEGIN)
        ek_rtf_begin(r, (ek_rtf_dest)word->value);
    else if (!word && starred)
        ek_rtf_begin(r, EK_RTF_SKIPPED);
    else if (word && !r->flat_silent)
        ek_rtf_do(r, t, word);
}

static void
take_symbol(struct ek_rtf *r, char symbol)
{
    enum { NO_BREAK_BLANK = 0xA0 };
    if (symbol == '*') {
        r->starred = true;
        return;
    }
    if (r->skip) {
        r->skip--;
        return;
    }
    if (symbol == '\n')
        ek_rtf_paragraph(r);
    else if (symbol == '~')
        ek_rtf_cp(r, NO_BREAK_BLANK);
    else if (symbol == '_')
        ek_rtf_byte(r, '-');
    else if (symbol == '\t')
        ek_rtf_byte(r, '\t');
    else if (strchr("\\{}", symbol))
        ek_rtf_byte(r, symbol);
}

static void
take_text(struct ek_rtf *r, ek_str bytes)
{
    size_t skipped = r->skip < bytes.n ? r->skip : bytes.n;
    r->skip -= (uint32_t)skipped;
    ek_rtf_text(r, ek_str_slice(bytes, skipped, bytes.n));
}

static void
take_token(struct ek_rtf *r, const struct ek_rtf_token *t)
{
    switch (t->kind) {
    case EK_RTF_OPEN:
        ek_rtf_open(r);
        break;
    case EK_RTF_CLOSE:
        ek_rtf_close(r);
        break;
    case EK_RTF_WORD:
        take_word(r, t);
        break;
    case EK_RTF_SYMBOL:
        if (!r->flat_silent)
            take_symbol(r, t->word[0]);
        break;
    case EK_RTF_BYTE:
        if (r->flat_silent)
            break;
        if (r->skip)
            r->skip--;
        else
            ek_rtf_byte(r, (char)t->byte);
        break;
    case EK_RTF_TEXT:
        if (!r->flat_silent)
            take_text(r, t->text);
        break;
    case EK_RTF_BINARY:
        r->skip -= r->skip > 0;
        break;
    case EK_RTF_END:
        break;
    }
}

/* Where the code page has two bytes a character the lexer must know. */
static void
tell_lexer(struct ek_rtf *r)
{
    long font = ek_rtf_top(r)->font;
    if (r->wide_known && r->wide_font == font)
        return;
    r->lex.wide =
        r->utf8
            ? 0
            : ek_rtf_fonts_wide(r->fonts, ek_rtf_fonts_page_of(r->fonts, font));
    r->wide_font = font;
    r->wide_known = true;
}

/* Whether the end of the file was found. */
static bool
take_all(struct ek_rtf *r)
{
    struct ek_rtf_token token;
    do {
        tell_lexer(r);
        ek_rtf_next(&token, &r->lex);
        take_token(r, &token);
    } while (token.kind != EK_RTF_END && !r->over);
    bool whole = r->over;
    ek_rtf_flush(r);
    while (r->groups.n > 1)
        ek_rtf_close(r);
    if (!ek_flow_is_blank(r->flow))
        ek_rtf_paragraph(r);
    ek_flow_finish(r->flow);
    return whole;
}

/* Whether words may stand behind the end. */
static bool
goes_on_after_end(const struct ek_rtf *r)
{
    enum { STRAY = 8 };
    size_t n = 0;
    for (size_t i = r->lex.at; i < r->lex.bytes.n && n < STRAY; i++)
        n += (unsigned char)r->lex.bytes.p[i] > ' ' && r->lex.bytes.p[i] != '}';
    return n == STRAY;
}

static ek_status
tell_damage(struct ek_rtf *r, const ek_source *source, ek_diag *diag)
{
    ek_extraction *extraction = &r->text->extraction;
    ek_str none = EK_STR(""), cut = EK_STR("the file ends too early");
    if (!ek_str_trim(r->text->bytes).n) {
        ek_diag_say(diag, EK_D_read_damaged, source->path, 0, cut, none);
        return EK_EFORMAT;
    }
    extraction->unit = EK_STR("part");
    extraction->units = 2;
    extraction->read = 1;
    ek_extraction_unread(extraction, r->arena, "part", none, "damaged");
    return EK_OK;
}

static ek_status
tell(struct ek_rtf *r, bool whole, const ek_source *source, ek_diag *diag)
{
    size_t images = r->text->extraction.unread.n;
    if (r->too_deep)
        ek_diag_say(diag, EK_D_read_depth, source->path, 0,
                    ek_written_count(r->arena, r->options->limits.depth),
                    EK_STR(""));
    if (!whole)
        return tell_damage(r, source, diag);
    if (ek_str_trim(r->text->bytes).n || !images)
        return EK_OK;
    ek_str count = ek_written_count(r->arena, images);
    ek_diag_say(diag, EK_D_read_image_only, source->path, 0, count, count);
    return EK_EFORMAT;
}

/* RTF is ASCII, and writers that know no escapes write UTF-8: a file is hardly
 * valid in it by chance. */
static bool
is_utf8(ek_str bytes)
{
    uint32_t sequences = 0;
    return !ek_detect_utf8(bytes, &sequences) && sequences;
}

static void
prepare(struct ek_rtf *r, ek_text *out, ek_arena *arena,
        const struct ek_read_options *options)
{
    struct ek_rtf_group root = {.uc = 1, .paragraph = {.style = -1}};
    r->arena = arena;
    r->text = out;
    r->options = options;
    r->flow = ek_flow_new(out, arena);
    r->fonts = ek_rtf_fonts_new(arena);
    r->lists = ek_rtf_lists_new(arena);
    r->bytes = r->decoded = r->number = r->name = ek_buf_on(arena);
    r->style.style = -1;
    if (options->encoding == EK_ENC_CP932)
        ek_rtf_fonts_document(r->fonts, EK_RTF_SHIFT_JIS);
    EK_PUSH(arena, r->groups, root);
}

static ek_status
read_rtf(ek_text *out, ek_arena *arena, const ek_source *source,
         const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_rtf *r = ek_arena_alloc(arena, sizeof *r);
    prepare(r, out, arena, options);
    r->lex.bytes = source->bytes;
    r->utf8 = is_utf8(source->bytes);
    bool whole = take_all(r) && !goes_on_after_end(r);
    unsigned page = ek_rtf_fonts_document_page(r->fonts);
    out->encoding =
        ek_arena_printf(
            arena, page == EK_RTF_PAGE_WESTERN ? "windows-%u" : "CP%u", page)
            .p;
    out->encoding_confidence = 100;
    return tell(r, whole, source, diag);
}

const struct ek_reader ek_reader_rtf = {"rtf", "rtf", recognizes_rtf, read_rtf};
