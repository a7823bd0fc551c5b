/* SPDX-License-Identifier: Apache-2.0 */
/* ekimu-pdf [--pages N]: a PDF from standard input to the words of its pages
 * (read/pdf_page.h). A program of its own, for poppler's licence and crashes
 * stay here. */
#include "config.h"

#include "helper/lines.h"
#include "helper/pdf_words.h"
#include "helper/stdin.h"

#include <poppler.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
write_images(PopplerPage *page)
{
    GList *images = poppler_page_get_image_mapping(page);
    for (const GList *i = images; i; i = i->next) {
        const PopplerRectangle *r = &((PopplerImageMapping *)i->data)->area;
        struct ek_pdf_box box = {
            (float)MIN(r->x1, r->x2), (float)MIN(r->y1, r->y2),
            (float)MAX(r->x1, r->x2), (float)MAX(r->y1, r->y2)};
        ek_lines_image(&box);
    }
    poppler_page_free_image_mapping(images);
}

static void
write_page(PopplerDocument *document, int index)
{
    PopplerPage *page = poppler_document_get_page(document, index);
    double width, height;
    if (!page)
        return;
    poppler_page_get_size(page, &width, &height);
    g_autofree char *label = poppler_page_get_label(page);
    ek_lines_page((unsigned)index + 1, width, height, label ? label : "");
    write_images(page);
    ek_lines_fonts(0, 0);
    ek_pdf_words(page);
    g_object_unref(page);
}

static void
write_document(PopplerDocument *document, int most)
{
    int pages = poppler_document_get_n_pages(document);
    ek_lines_pages((size_t)MAX(pages, 0));
    for (int i = 0; i < pages && i < most; i++)
        write_page(document, i);
}

static PopplerDocument *
open_document(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = ek_stdin_bytes();
    PopplerDocument *document =
        poppler_document_new_from_bytes(bytes, NULL, &error);
    if (!document)
        ek_lines_trouble(
            g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                ? "encrypted"
                : "damaged");
    return document;
}

static int
usage(void)
{
    fputs("usage: ekimu-pdf [--pages N] <PDF\n", stderr);
    return EK_HELPER_USAGE;
}

int
main(int argc, char **argv)
{
    int most = G_MAXINT;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--pages") != 0 || i + 1 == argc)
            return usage();
        most = atoi(argv[++i]);
    }
    ek_lines_begin();
    PopplerDocument *document = open_document();
    if (document)
        write_document(document, most);
    g_clear_object(&document);
    return ek_lines_end() ? EK_HELPER_DONE : EXIT_FAILURE;
}
