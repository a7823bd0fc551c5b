/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/written.h"
#include "read/helper.h"
#include "read/pdf_layout.h"

#include <stdlib.h>

enum {
    DPI = 300,
    MOST_SIDE = 20000, /* dots of a page */
    MOST_OUTPUT = 16 << 20,
    MOST_FAILURES = 3, /* pages; then it is no use to go on */
};

static const float LEAST_RATIO = 0.6f;
static const float MOST_RATIO = 1.4f;

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

static int
by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* Heights of lines differ by the letters that stand on them; those that are
 * about the usual one are the usual one. */
static void
even_sizes(ek_arena *arena, struct ek_pdf_page *page)
{
    size_t n = page->words.n;
    float *sizes = ek_arena_alloc(arena, n * sizeof *sizes);
    for (size_t i = 0; i < n; i++)
        sizes[i] = page->words.v[i].size;
    qsort(sizes, n, sizeof *sizes, by_size);
    float usual = sizes[n / 2];
    for (size_t i = 0; i < n; i++) {
        float ratio = page->words.v[i].size / usual;
        if (ratio > LEAST_RATIO && ratio < MOST_RATIO)
            page->words.v[i].size = usual;
    }
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
    even_sizes(doc->arena, page);
    return true;
}

/* The pictures of pages are large: each is forgotten before the next. */
struct scratch {
    ek_arena *arena;
};

static void
drop_scratch(void *object)
{
    struct scratch *scratch = object;
    ek_arena_free(scratch->arena);
    scratch->arena = NULL;
}

/* A page that fails costs the page, not the document. */
static void
say_end(const ek_source *source, const ek_diag *trouble, ek_diag *diag)
{
    ek_diag_code last = trouble->lines.v[trouble->lines.n - 1].code;
    const char *why = last == EK_D_read_time     ? "--limit seconds"
                      : last == EK_D_read_memory ? "--limit memory"
                                                 : "ekimu-ocr";
    ek_diag_say(diag, EK_D_read_ocr, source->path, 0, ek_str_of(why),
                EK_STR(""));
}

static ek_status
say_memory(const ek_source *source, size_t limit, ek_diag *diag)
{
    ek_diag_say(diag, EK_D_read_memory, source->path, 0,
                ek_written_count(diag->arena, limit), EK_STR(""));
    return EK_ELIMIT;
}

/* lines lie on the scratch. */
static ek_status
look_at(ek_str *lines, ek_arena *scratch, const struct ek_pdf_page *page,
        const ek_source *source, const struct ek_limits *limits, ek_diag *diag)
{
    ek_str picture;
    if (setjmp(*ek_arena_catch(scratch)))
        return say_memory(source, limits->memory, diag);
    ek_status status = render(&picture, scratch, page, source, limits, diag);
    return status
               ? status
               : recognize(lines, scratch, page, picture, source, limits, diag);
}

static ek_status
read_page(ek_pdf_doc *doc, size_t i, struct scratch *scratch,
          const ek_source *source, const struct ek_limits *limits,
          ek_diag *diag)
{
    struct ek_pdf_page *page = &doc->pages.v[i];
    ek_str lines = EK_STR("");
    scratch->arena = ek_arena_new(limits->memory);
    if (!scratch->arena)
        return say_memory(source, limits->memory, diag);
    ek_status status =
        look_at(&lines, scratch->arena, page, source, limits, diag);
    lines = ek_arena_copy(doc->arena, lines);
    drop_scratch(scratch);
    if (status != EK_EUNSUPPORTED)
        doc->fates[i] = !status && take_words(doc, page, lines) ? EK_PDF_BY_OCR
                                                                : EK_PDF_NO_OCR;
    return status;
}

bool
ek_pdf_ocr(ek_pdf_doc *doc, const ek_source *source,
           const struct ek_read_options *options, ek_diag *diag)
{
    bool any = false;
    struct scratch *scratch = ek_arena_alloc(doc->arena, sizeof *scratch);
    ek_arena_defer(doc->arena, drop_scratch, scratch);
    ek_diag trouble = ek_diag_on(diag->arena);
    unsigned failures = 0;
    for (size_t i = 0; i < doc->pages.n && failures < MOST_FAILURES; i++) {
        if (!wants_ocr(doc->fates[i]))
            continue;
        ek_status status =
            read_page(doc, i, scratch, source, &options->limits, &trouble);
        any |= !status;
        failures += status == EK_EUNSUPPORTED ? MOST_FAILURES : status != 0;
    }
    if (trouble.lines.n)
        say_end(source, &trouble, diag);
    return any;
}
