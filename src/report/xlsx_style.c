/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/xlsx.h"

#include <string.h>

static const struct {
    double size;
    const char *face;
    lxw_color_t ink;
    int64_t ground;
    uint8_t border;
} styles[] = {
#define EK_STYLE(name, size, face, ink, ground, border)                        \
    {size, face, ink, ground, border},
#include "report/xlsx_style.def"
#undef EK_STYLE
};

static const struct {
    const char *word, *shape;
    enum ek_xlsx_style style;
} shapes[] = {
#define EK_SHAPE(word, shape, style) {word, shape, style},
#include "report/xlsx_mark.def"
#undef EK_SHAPE
};

enum {
    SHAPES = sizeof shapes / sizeof *shapes,
    LINE_COLOUR = 0x8a8f8e,
    HATCHING = 0xdedad2
};

static void
set_face(lxw_format *format, const char *face)
{
    format_set_align(format, strchr(face, 'm') ? LXW_ALIGN_VERTICAL_CENTER
                                               : LXW_ALIGN_VERTICAL_TOP);
    if (strchr(face, 'b'))
        format_set_bold(format);
    if (strchr(face, 'w'))
        format_set_text_wrap(format);
    if (strchr(face, 'u'))
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (strchr(face, 'r'))
        format_set_align(format, LXW_ALIGN_RIGHT);
    if (strchr(face, 'r'))
        format_set_indent(format, 1);
    if (strchr(face, 'd'))
        format_set_num_format(format, "yyyy-mm-dd");
    if (strchr(face, 'c'))
        format_set_align(format, LXW_ALIGN_CENTER);
}

static void
set_ground(lxw_format *format, int64_t ground, bool hatched)
{
    if (ground < 0)
        return;
    if (hatched) {
        format_set_pattern(format, LXW_PATTERN_LIGHT_UP);
        format_set_fg_color(format, (lxw_color_t)ground);
    } else {
        format_set_bg_color(format, (lxw_color_t)ground);
    }
}

void
ek_xlsx_styles(struct ek_xlsx *book)
{
    bool japanese = book->options.lang == EK_LANG_JA;
    for (size_t i = 0; i < EK_XLSX_STYLES; i++) {
        lxw_format *format = workbook_add_format(book->workbook);
        book->formats[i] = format;
        format_set_font_name(format, japanese ? "BIZ UDPGothic" : "Calibri");
        format_set_font_size(format, styles[i].size);
        format_set_font_color(format, styles[i].ink);
        set_face(format, styles[i].face);
        set_ground(format, styles[i].ground, strchr(styles[i].face, 'h'));
        format_set_border(format, styles[i].border);
        format_set_border_color(format, LINE_COLOUR);
    }
}

/* A digit of the standard font is 7 pixels wide at 11 points, a character of
 * Japanese as wide as it is high: half of that is a cell. */
unsigned
ek_xlsx_cells(enum ek_xlsx_style style, unsigned width)
{
    static const double cell_pixels = 96.0 / 72 / 2, digit_pixels = 7;
    return (unsigned)(width * digit_pixels /
                      (cell_pixels * styles[style].size));
}

static size_t
shape_of(ek_str word)
{
    size_t i = 0;
    while (i < SHAPES && !ek_str_is(word, shapes[i].word))
        i++;
    return i;
}

enum ek_xlsx_style
ek_xlsx_style_of(ek_str status)
{
    size_t i = shape_of(status);
    return i < SHAPES ? shapes[i].style : EK_XS_strong_text;
}

ek_str
ek_xlsx_outcome(struct ek_page *page, ek_str status, ek_str label)
{
    size_t i = shape_of(status);
    if (i == SHAPES || !*shapes[i].shape)
        return label;
    return ek_arena_printf(page->arena, "%s %.*s", shapes[i].shape,
                           EK_ARG(label));
}
