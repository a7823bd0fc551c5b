/* SPDX-License-Identifier: Apache-2.0 */
/* How a page becomes text.
 *
 * A PDF has no lines, paragraphs or headings: it has glyphs at places. The
 * program ekimu-pdf gives words with their boxes; from there on it is a matter
 * of going up, step by step, each with the evidence that the step below left:
 *
 *  1. Words side by side are pieces (pdf_line.c). A wide gap ends a piece, for
 *     it may be the gap between columns or cells; a list marker takes what
 *     stands beside it, however far. A page that is written vertically is
 *     turned first, so that its columns are lines (pdf_upright.c). Small kana
 *     over a word are its reading and go (pdf_ruby.c).
 *  2. Headers, footers and page numbers are known by their fellows on other
 *     pages, so this is asked of all pages before anything is put in order
 *     (pdf_margin.c). They are counted and left out: a sentence that runs over
 *     a page must not be cut by them.
 *  3. White space that runs down a page between pieces divides it. Where both
 *     sides are full lines of text they are columns, read one after the other;
 *     where they keep step they are a table, read row by row (pdf_column.c,
 *     pdf_gutter.c, pdf_table.c). What is left are lines in reading order;
 *     those of a table of contents are counted and left out (pdf_contents.c).
 *  4. All lines together tell the size of the body's type, the distance of its
 *     lines, and where its right margin is (pdf_measure.c). Small type at the
 *     foot of a column with a mark that the text bears is a footnote and
 *     leaves the flow (pdf_note.c).
 *  5. A line that was full ran on; one that ended early was ended by its
 *     author. With distance, indent, markers and type this tells paragraphs,
 *     over column and page ends, too (pdf_block.c). Short blocks in large or
 *     bold type are headings (pdf_heading.c).
 *  6. Blocks are written in the light notation, each line of the page with its
 *     place; hyphens of divided words go, Japanese lines meet without a blank
 *     (pdf_write.c, pdf_text.c).
 *
 * What a page does not give (images, unmapped fonts, garbled characters) is
 * told page by page; only a document of which nothing can be read is an error
 * (pdf_fate.c). */
#include "config.h"

#include "read/helper.h"
#include "read/pdf_layout.h"
#include "read/sniff.h"

enum {
    MAGIC_WITHIN = 1024,
    MOST_FOR_A_BYTE = 64, /* bytes of words for one of the document */
    LEAST_OUTPUT = 16 << 20,
};

/* Some bytes may stand before it, as long as it begins a line; a ZIP file can
 * hold one. */
static bool
recognizes(ek_str bytes)
{
    ek_str head = ek_str_slice(bytes, 0, MAGIC_WITHIN);
    size_t at = ek_str_find(head, EK_STR("%PDF-"), 0);
    return at < head.n &&
           (at == 0 || head.p[at - 1] == '\n' || head.p[at - 1] == '\r' ||
            head.p[at - 1] < 0x09) &&
           !ek_sniff_zip(bytes);
}

static void
judge_pages(ek_pdf_doc *doc)
{
    ek_arena *arena = doc->arena;
    size_t n = doc->pages.n + 1;
    if (!doc->fates)
        doc->fates = ek_arena_alloc(arena, n * sizeof *doc->fates);
    for (size_t i = 0; i < doc->pages.n; i++) {
        struct ek_pdf_page *page = &doc->pages.v[i];
        doc->fates[i] = ek_pdf_judge(arena, page);
        if (doc->fates[i] != EK_PDF_READ)
            continue;
        ek_pdf_mend_sizes(arena, page);
        if (ek_pdf_was_turned(page))
            doc->upright++;
        else if (ek_pdf_is_upright(arena, page) && !ek_pdf_turn(doc, page))
            doc->fates[i] = EK_PDF_BAD_VERTICAL;
    }
}

static void
cut_pages(ek_pdf_doc *doc)
{
    size_t n = doc->pages.n + 1;
    doc->pieces = ek_arena_alloc(doc->arena, n * sizeof *doc->pieces);
    for (size_t i = 0; i < doc->pages.n; i++) {
        ek_pdf_cut(doc, i);
        ek_pdf_drop_ruby(doc, i);
    }
    ek_pdf_mark_margins(doc);
    for (size_t i = 0; i < doc->pages.n; i++)
        if (doc->fates[i] == EK_PDF_READ && ek_pdf_only_margins(doc, i))
            doc->fates[i] = EK_PDF_IMAGE_ONLY;
}

static void
lay_out(ek_text *out, ek_pdf_doc *doc)
{
    for (size_t i = 0; i < doc->pages.n; i++)
        if (doc->fates[i] == EK_PDF_READ || doc->fates[i] == EK_PDF_BY_OCR)
            ek_pdf_order(doc, i);
    ek_pdf_drop_contents(doc);
    ek_pdf_gather_words(doc);
    ek_pdf_measure(doc);
    ek_pdf_mark_notes(doc);
    ek_pdf_write(out, doc);
}

ek_status
ek_pdf_read_words(ek_text *out, ek_pdf_doc *doc, const ek_source *source,
                  const struct ek_read_options *options, ek_diag *diag)
{
    judge_pages(doc);
    cut_pages(doc);
    if (options->ocr && ek_pdf_ocr(doc, source, options, diag))
        cut_pages(doc);
    lay_out(out, doc);
    return ek_pdf_report(out, doc, source->path, &options->limits, diag);
}

static ek_status
refuse(ek_diag *diag, ek_diag_code code, ek_str path, ek_str what)
{
    ek_diag_say(diag, code, path, 0, what, EK_STR(""));
    return EK_EFORMAT;
}

static ek_status
read_pdf(ek_text *out, ek_arena *arena, const ek_source *source,
         const struct ek_read_options *options, ek_diag *diag)
{
    ek_str lines, pages = ek_arena_printf(arena, "%zu", options->limits.pages);
    const char *const arguments[] = {"--pages", pages.p, NULL};
    const struct ek_helper helper = {
        .program = "ekimu-pdf",
        .arguments = arguments,
        .path = source->path,
        .input = source->bytes,
        .most_output = LEAST_OUTPUT + source->bytes.n * MOST_FOR_A_BYTE,
    };
    ek_pdf_doc doc = {.arena = arena};
    ek_status status =
        ek_helper_run(&lines, arena, &helper, &options->limits, diag);
    if (status)
        return status;
    if (!ek_pdf_parse(&doc, lines) || !doc.whole)
        return refuse(diag, EK_D_read_crashed, source->path,
                      ek_str_of(helper.program));
    if (ek_str_is(doc.trouble, "encrypted"))
        return refuse(diag, EK_D_read_encrypted, source->path, EK_STR(""));
    if (doc.trouble.n)
        return refuse(diag, EK_D_read_damaged, source->path, EK_STR("PDF"));
    out->encoding = ek_decode_name(EK_ENC_UTF8);
    out->encoding_confidence = 100;
    return ek_pdf_read_words(out, &doc, source, options, diag);
}

const struct ek_reader ek_reader_pdf = {"pdf", "pdf", recognizes, read_pdf};
