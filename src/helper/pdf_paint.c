/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "helper/pdf_paint.h"

#include "helper/lines.h"

#include <cairo.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const double POINTS_PER_INCH = 72, SMALL = 36, MOST_SIDE = 8000;

/* The caller destroys it; NULL when it cannot be painted. */
static cairo_surface_t *
paint(PopplerPage *page, double dots_per_inch)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    double scale = dots_per_inch / POINTS_PER_INCH;
    double most = MAX(width, height) * scale;
    if (!(width > 0 && height > 0))
        return NULL;
    if (most > MOST_SIDE)
        scale *= MOST_SIDE / most;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, MAX((int)(width * scale), 1),
        MAX((int)(height * scale), 1));
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    poppler_page_render(page, cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return surface;
    if (cairo_surface_status(surface) == CAIRO_STATUS_NO_MEMORY)
        exit(EK_HELPER_MEMORY);
    cairo_surface_destroy(surface);
    return NULL;
}

/* By the weights that the eye gives to the colours, out of 256. */
static unsigned
gray_at(const unsigned char *row, int x)
{
    uint32_t pixel = ((const uint32_t *)(const void *)row)[x];
    return ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 +
            (pixel & 255) * 29) >>
           8;
}

unsigned
ek_pdf_ink(PopplerPage *page)
{
    enum { WHITE = 224 };
    cairo_surface_t *surface = paint(page, SMALL);
    if (!surface)
        return 0;
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    const unsigned char *row = cairo_image_surface_get_data(surface);
    uint64_t dark = 0, all = (uint64_t)width * (uint64_t)height;
    for (int y = 0; y < height; y++, row += stride)
        for (int x = 0; x < width; x++)
            dark += gray_at(row, x) < WHITE;
    cairo_surface_destroy(surface);
    return (unsigned)((dark * 100 + all / 2) / all);
}

bool
ek_pdf_write_gray(PopplerPage *page, double dots_per_inch)
{
    cairo_surface_t *surface = paint(page, dots_per_inch);
    if (!surface)
        return false;
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    const unsigned char *row = cairo_image_surface_get_data(surface);
    printf("P5\n%d %d\n255\n", width, height);
    for (int y = 0; y < height; y++, row += stride)
        for (int x = 0; x < width; x++)
            putchar((int)gray_at(row, x));
    cairo_surface_destroy(surface);
    return fflush(stdout) == 0 && !ferror(stdout);
}
