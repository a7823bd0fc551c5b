/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "base/written.h"
#include "text/plausible.h"

enum {
    MOST_GARBLED = 100,    /* permille of a page's characters */
    LEAST_CHARACTERS = 20, /* below, half of them must be garbled */
    MOST_OF_FEW = 500,
    MOST_LOST = 20, /* percent of a page's letters */
};

static const float COVERED = 0.4f; /* of a page, by a picture */
static const float SHOWN = 0.06f;  /* from there on a picture is told */

static const struct {
    const char *why;
    ek_diag_code code;
} words[] = {
    [EK_PDF_IMAGE_ONLY] = {"image-only", EK_D_read_image_only},
    [EK_PDF_NO_CMAP] = {"missing-cmap", EK_D_read_cmap},
    [EK_PDF_GARBLED] = {"garbled", EK_D_read_garbled},
    [EK_PDF_BAD_VERTICAL] = {"vertical", EK_D_read_garbled},
    [EK_PDF_NO_OCR] = {"ocr-failed", EK_D_read_image_only},
};

static float
largest_image(const struct ek_pdf_page *page)
{
    float largest = 0, area = page->width * page->height;
    for (size_t i = 0; i < page->images.n; i++) {
        const struct ek_pdf_box *box = &page->images.v[i];
        float size = (box->x1 - box->x0) * (box->y1 - box->y0);
        largest = size > largest ? size : largest;
    }
    return area > 0 ? largest / area : 0;
}

static bool
is_garbled(ek_arena *arena, const struct ek_pdf_page *page)
{
    uint32_t characters;
    unsigned bad = ek_pdf_garbled(page, &characters);
    ek_buf text = ek_buf_on(arena);
    if (bad > (characters < LEAST_CHARACTERS ? MOST_OF_FEW : MOST_GARBLED))
        return true;
    for (size_t i = 0; i < page->words.n; i++) {
        if (i && !(page->words.v[i].flags & EK_PDF_JOINED))
            ek_buf_putc(&text, ' ');
        ek_buf_add(&text, page->words.v[i].text);
    }
    return ek_plausible(ek_buf_str(&text)).sign != EK_GARBLE_NONE;
}

ek_pdf_fate
ek_pdf_judge(ek_arena *arena, const struct ek_pdf_page *page)
{
    if (page->words.n && page->unmapped >= page->fonts && page->fonts)
        return EK_PDF_NO_CMAP;
    if (page->words.n && page->lost < MOST_LOST)
        return is_garbled(arena, page) ? EK_PDF_GARBLED : EK_PDF_READ;
    if (page->unmapped)
        return EK_PDF_NO_CMAP;
    return page->images.n || page->ink ? EK_PDF_IMAGE_ONLY : EK_PDF_READ;
}

bool
ek_pdf_only_margins(const ek_pdf_doc *doc, size_t page)
{
    const ek_pdf_pieces *pieces = &doc->pieces[page];
    if (largest_image(&doc->pages.v[page]) < COVERED)
        return false;
    for (size_t i = 0; i < pieces->n; i++)
        if (!pieces->v[i].apart)
            return false;
    return true;
}

static bool
is_read(ek_pdf_fate fate)
{
    return fate == EK_PDF_READ || fate == EK_PDF_BY_OCR;
}

static void
tell_page(ek_text *out, const ek_pdf_doc *doc, size_t i)
{
    const struct ek_pdf_page *page = &doc->pages.v[i];
    ek_extraction *told = &out->extraction;
    ek_str name = ek_arena_printf(doc->arena, "%u", (unsigned)page->number);
    ek_pdf_fate fate = doc->fates[i];
    told->read += is_read(fate);
    told->ocr += fate == EK_PDF_BY_OCR;
    if (!is_read(fate))
        ek_extraction_unread(told, doc->arena, "page", name, words[fate].why);
    else if (page->words.n && page->unmapped)
        ek_extraction_unread(told, doc->arena, "part", name, "missing-cmap");
    if (page->flawed)
        ek_extraction_unread(told, doc->arena, "part", name, "damaged");
    if (fate == EK_PDF_READ && page->words.n && largest_image(page) > SHOWN)
        ek_extraction_unread(told, doc->arena, "image", name, "not-read");
}

/* Pages that the program did not give: behind the limit, or lost. */
static void
tell_rest(ek_text *out, const ek_pdf_doc *doc, ek_str path,
          const struct ek_limits *limits, ek_diag *diag)
{
    uint32_t given = (uint32_t)doc->pages.n;
    bool limited = doc->total > limits->pages && given >= limits->pages;
    if (doc->total <= given)
        return;
    ek_str name =
        ek_arena_printf(doc->arena, "%u-%u", given + 1, (unsigned)doc->total);
    ek_extraction_unread(&out->extraction, doc->arena, "page",
                         limited ? name : EK_STR(""),
                         limited ? "limit" : "damaged");
    if (limited)
        ek_diag_say(diag, EK_D_read_pages, path, 0,
                    ek_written_count(doc->arena, limits->pages), EK_STR(""));
}

static void
tell_apart(ek_text *out, const ek_pdf_doc *doc)
{
    ek_extraction *told = &out->extraction;
    ek_extraction_apart(told, doc->arena, "header", doc->headers);
    ek_extraction_apart(told, doc->arena, "footer", doc->footers);
    ek_extraction_apart(told, doc->arena, "comment", doc->comments);
    ek_extraction_apart(told, doc->arena, "navigation", doc->contents);
    for (size_t i = 0; i < doc->attachments.n; i++)
        ek_extraction_unread(told, doc->arena, "attachment",
                             doc->attachments.v[i], "not-read");
    if (doc->repaired)
        ek_extraction_unread(told, doc->arena, "part", EK_STR(""), "damaged");
}

/* The fate that most pages have; blank ones are none. */
static ek_status
refuse(const ek_pdf_doc *doc, ek_str path, ek_diag *diag)
{
    size_t counts[sizeof words / sizeof *words] = {0}, most = 0;
    for (size_t i = 0; i < doc->pages.n; i++)
        counts[doc->fates[i]] += !is_read(doc->fates[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (counts[i] > counts[most])
            most = i;
    if (!counts[most])
        return EK_OK;
    ek_str n = ek_written_count(doc->arena, counts[most]);
    ek_str all = ek_written_count(doc->arena, doc->pages.n);
    if (words[most].code == EK_D_read_garbled)
        n = EK_STR("PDF");
    ek_diag_say(diag, words[most].code, path, 0, n, all);
    return EK_EFORMAT;
}

ek_status
ek_pdf_report(ek_text *out, const ek_pdf_doc *doc, ek_str path,
              const struct ek_limits *limits, ek_diag *diag)
{
    out->extraction.unit = EK_STR("page");
    out->extraction.units =
        doc->total > doc->pages.n ? doc->total : (uint32_t)doc->pages.n;
    for (size_t i = 0; i < doc->pages.n; i++)
        tell_page(out, doc, i);
    tell_rest(out, doc, path, limits, diag);
    tell_apart(out, doc);
    if (doc->upright)
        ek_diag_say(diag, EK_D_read_vertical, path, 0, EK_STR(""), EK_STR(""));
    for (size_t i = 0; i < doc->lines.n; i++)
        if (doc->lines.v[i].text.n)
            return EK_OK;
    return refuse(doc, path, diag);
}
