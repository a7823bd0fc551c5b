/* SPDX-License-Identifier: Apache-2.0 */
/* A PDF from standard input to the words of its pages (read/pdf_page.h), or to
 * the picture of one page. A program of its own, so that poppler's licence and
 * crashes stay here. */
#include "config.h"

#include "helper/lines.h"
#include "helper/pdf_fields.h"
#include "helper/pdf_glyphs.h"
#include "helper/pdf_paint.h"
#include "helper/pdf_said.h"
#include "helper/pdf_turn.h"
#include "helper/pdf_words.h"
#include "helper/sandbox.h"
#include "helper/stdin.h"

#include <poppler.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct task {
    int pages;  /* at most so many */
    int paint;  /* the page to paint, 1-based; 0: none */
    double dpi; /* of its picture */
};

/* Their boxes; the caller frees. */
static GArray *
images_of(PopplerPage *page)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct ek_pdf_box));
    GList *images = poppler_page_get_image_mapping(page);
    for (const GList *i = images; i; i = i->next) {
        const PopplerImageMapping *mapping = i->data;
        struct ek_pdf_box box = ek_pdf_box_of(&mapping->area);
        g_array_append_val(boxes, box);
    }
    poppler_page_free_image_mapping(images);
    return boxes;
}

/* A picture covers it: what is drawn besides is not seen, and to decode the
 * picture takes long. */
static bool
is_scanned(const struct ek_pdf_sheet *sheet, const GArray *images)
{
    for (guint i = 0; i < images->len; i++) {
        const struct ek_pdf_box *b =
            &g_array_index(images, struct ek_pdf_box, i);
        if ((double)(b->x1 - b->x0) * (double)(b->y1 - b->y0) >
            sheet->width * sheet->height / 2)
            return true;
    }
    return false;
}

static void
write_sheet(const struct ek_pdf_sheet *sheet, const GArray *images,
            PopplerPage *page)
{
    struct ek_pdf_said said = ek_pdf_said();
    unsigned fonts = g_hash_table_size(sheet->fonts);
    unsigned unmapped = sheet->unmapped + said.unmapped;
    g_autofree char *label = poppler_page_get_label(page);
    ek_lines_page((unsigned)poppler_page_get_index(page) + 1, sheet->width,
                  sheet->height, label ? label : "");
    for (guint i = 0; i < images->len; i++)
        ek_lines_image(&g_array_index(images, struct ek_pdf_box, i));
    ek_lines_fonts(fonts + unmapped, unmapped);
    for (guint i = 0; i < sheet->words->len; i++)
        ek_lines_word(&g_array_index(sheet->words, struct ek_pdf_word, i));
    if (!sheet->words->len)
        ek_lines_count("ink", ek_pdf_ink(page));
    if (sheet->lost)
        ek_lines_count("lost", sheet->lost);
    if (sheet->notes)
        ek_lines_count("comments", sheet->notes);
    if (sheet->flawed || said.flawed)
        ek_lines_mark("flawed");
}

static void
write_page(PopplerDocument *document, int index)
{
    PopplerPage *page = poppler_document_get_page(document, index);
    if (!page)
        return;
    struct ek_pdf_sheet sheet;
    GArray *images = images_of(page);
    ek_pdf_sheet_init(&sheet);
    ek_pdf_words(&sheet, page);
    ek_pdf_fields(&sheet, page);
    if (!is_scanned(&sheet, images))
        ek_pdf_find_unmapped(&sheet, page);
    ek_pdf_turn(&sheet, images);
    write_sheet(&sheet, images, page);
    ek_pdf_sheet_clear(&sheet);
    g_array_free(images, TRUE);
    g_object_unref(page);
}

static void
write_attachments(PopplerDocument *document)
{
    GList *files = poppler_document_get_attachments(document);
    for (const GList *i = files; i; i = i->next) {
        const PopplerAttachment *file = i->data;
        ek_lines_name("attachment", file->name ? file->name : "");
        g_object_unref(i->data);
    }
    g_list_free(files);
}

static void
write_document(PopplerDocument *document, int most)
{
    int pages = poppler_document_get_n_pages(document);
    if (pages <= 0) {
        ek_lines_name("trouble", "damaged");
        return;
    }
    if (ek_pdf_said().flawed)
        ek_lines_mark("repaired");
    write_attachments(document);
    ek_lines_count("pages", (size_t)pages);
    for (int i = 0; i < pages && i < most; i++)
        write_page(document, i);
}

static bool
paint_page(PopplerDocument *document, const struct task *task)
{
    PopplerPage *page = poppler_document_get_page(document, task->paint - 1);
    bool painted = page && ek_pdf_write_gray(page, task->dpi);
    g_clear_object(&page);
    return painted;
}

/* NULL when it cannot be opened, and the word of why. */
static PopplerDocument *
open_document(const char **trouble)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = ek_stdin_bytes();
    PopplerDocument *document =
        poppler_document_new_from_bytes(bytes, NULL, &error);
    *trouble = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                   ? "encrypted"
                   : "damaged";
    return document;
}

static bool
do_task(const struct task *task)
{
    const char *trouble = NULL;
    PopplerDocument *document = open_document(&trouble);
    bool done = true;
    if (task->paint) {
        done = document && paint_page(document, task);
    } else {
        ek_lines_begin();
        if (document)
            write_document(document, task->pages);
        else
            ek_lines_name("trouble", trouble);
        done = ek_lines_end();
    }
    g_clear_object(&document);
    return done;
}

static bool
read_arguments(struct task *task, int argc, char **argv)
{
    for (int i = 1; i < argc; i += 2) {
        int value = i + 1 < argc ? atoi(argv[i + 1]) : 0;
        if (value <= 0)
            return false;
        if (strcmp(argv[i], "--pages") == 0)
            task->pages = value;
        else if (strcmp(argv[i], "--render") == 0)
            task->paint = value;
        else if (strcmp(argv[i], "--dpi") == 0)
            task->dpi = value;
        else
            return false;
    }
    return true;
}

/* poppler's tables of characters, and the fonts of the system. */
static const char *const readable[] = {
    EK_POPPLER_DATADIR,      "/etc/fonts",
    "/usr/share/fonts",      "/usr/local/share/fonts",
    "/usr/share/fontconfig", "/var/cache/fontconfig",
    "/usr/share/X11/fonts",  "/etc/localtime",
    "/usr/share/zoneinfo",   NULL,
};

int
main(int argc, char **argv)
{
    struct task task = {.pages = G_MAXINT, .dpi = 300};
    const struct ek_sandbox_rules rules = {.readable = readable};
    bool asked = argc == 2 && strcmp(argv[1], "--sandbox") == 0;
    if (!asked && !read_arguments(&task, argc, argv)) {
        fputs("usage: ekimu-pdf [--pages N] <PDF\n"
              "       ekimu-pdf --render PAGE [--dpi N] <PDF >PGM\n"
              "       ekimu-pdf --sandbox\n",
              stderr);
        return EK_HELPER_USAGE;
    }
    ek_sandbox_tell_memory();
    /* Kept open, for its tables cannot be read from within. */
    g_iconv_open("UTF-8", "UTF-16BE");
    const struct ek_sandbox stands = ek_sandbox_enter(&rules);
    if (asked) {
        ek_sandbox_tell(&stands);
        return EK_HELPER_DONE;
    }
    ek_pdf_said_begin();
    return do_task(&task) ? EK_HELPER_DONE : EXIT_FAILURE;
}
