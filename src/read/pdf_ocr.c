/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/helper.h"
#include "read/pdf_layout.h"

enum {
    DPI = 300,
    MOST_SIDE = 20000, /* dots of a page */
    MOST_OUTPUT = 16 << 20,
};

static bool
wants_ocr(ek_pdf_fate fate)
{
    return fate == EK_PDF_IMAGE_ONLY || fate == EK_PDF_NO_CMAP ||
           fate == EK_PDF_GARBLED;
}

static size_t
dots(float points)
{
    float side = points * DPI / 72 + 2;
    return side > 0 && side < MOST_SIDE ? (size_t)side : MOST_SIDE;
}

static ek_status
render(ek_str *picture, ek_arena *arena, const struct ek_pdf_page *page,
       const ek_source *source, const struct ek_limits *limits, ek_diag *diag)
{
    ek_str number = ek_arena_printf(arena, "%u", (unsigned)page->number);
    ek_str dpi = ek_arena_printf(arena, "%d", DPI);
    const char *const arguments[] = {"--render", number.p, "--dpi", dpi.p,
                                     NULL};
    const struct ek_helper helper = {
        .program = "ekimu-pdf",
        .arguments = arguments,
        .path = source->path,
        .input = source->bytes,
        .most_output = dots(page->width) * dots(page->height) + 4096,
    };
    return ek_helper_run(picture, arena, &helper, limits, diag);
}

static ek_status
recognize(ek_str *lines, ek_arena *arena, const struct ek_pdf_page *page,
          ek_str picture, const ek_source *source,
          const struct ek_limits *limits, ek_diag *diag)
{
    ek_str width = ek_arena_printf(arena, "%d", (int)page->width);
    ek_str height = ek_arena_printf(arena, "%d", (int)page->height);
    const char *const arguments[] = {"--width", width.p, "--height", height.p,
                                     NULL};
    const struct ek_helper helper = {
        .program = "ekimu-ocr",
        .arguments = arguments,
        .path = source->path,
        .input = picture,
        .most_output = MOST_OUTPUT,
    };
    return ek_helper_run(lines, arena, &helper, limits, diag);
}

static bool
take_words(ek_pdf_doc *doc, struct ek_pdf_page *page, ek_str lines)
{
    ek_pdf_doc read = {.arena = doc->arena};
    if (!ek_pdf_parse(&read, lines) || !read.whole || !read.pages.n ||
        !read.pages.v[0].words.n)
        return false;
    page->words.v = read.pages.v[0].words.v;
    page->words.n = read.pages.v[0].words.n;
    page->words.cap = read.pages.v[0].words.cap;
    return true;
}

/* The picture of a page is large, and is forgotten with an arena of its own. */
static ek_status
read_page(ek_pdf_doc *doc, size_t i, const ek_source *source,
          const struct ek_read_options *options, ek_diag *diag)
{
    struct ek_pdf_page *page = &doc->pages.v[i];
    ek_str picture, lines;
    ek_status status =
        render(&picture, doc->arena, page, source, &options->limits, diag);
    if (!status)
        status = recognize(&lines, doc->arena, page, picture, source,
                           &options->limits, diag);
    if (status)
        return status;
    doc->fates[i] =
        take_words(doc, page, lines) ? EK_PDF_BY_OCR : EK_PDF_NO_OCR;
    return EK_OK;
}

bool
ek_pdf_ocr(ek_pdf_doc *doc, const ek_source *source,
           const struct ek_read_options *options, ek_diag *diag)
{
    bool any = false;
    for (size_t i = 0; i < doc->pages.n; i++) {
        if (!wants_ocr(doc->fates[i]))
            continue;
        if (read_page(doc, i, source, options, diag))
            return any;
        any = true;
    }
    return any;
}
