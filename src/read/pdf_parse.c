/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include <string.h>

enum { MOST_FIELDS = 9, MOST_DIGITS = 7 };

struct fields {
    ek_str v[MOST_FIELDS];
    size_t n;
};

/* The last field keeps its tabs. */
static struct fields
split(ek_str line)
{
    struct fields fields = {.n = 0};
    size_t begin = 0;
    while (fields.n + 1 < MOST_FIELDS) {
        size_t end = ek_str_find(line, EK_STR("\t"), begin);
        fields.v[fields.n++] = ek_str_slice(line, begin, end);
        begin = end + 1;
        if (end >= line.n)
            return fields;
    }
    fields.v[fields.n++] = ek_str_slice(line, begin, line.n);
    return fields;
}

/* Decimal with a point in any locale; what is no number, or no length on
 * paper, is 0. */
static float
number_of(ek_str s)
{
    bool minus = s.n && s.p[0] == '-';
    float value = 0, unit = 1;
    size_t i = minus, digits = 0;
    for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, digits++)
        value = value * 10 + (float)(s.p[i] - '0');
    if (digits > MOST_DIGITS)
        return 0;
    if (i < s.n && s.p[i] == '.')
        for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
            value += (float)(s.p[i] - '0') * (unit /= 10);
    return minus ? -value : value;
}

static uint32_t
count_of(ek_str s)
{
    float value = number_of(s);
    return value > 0 ? (uint32_t)value : 0;
}

static struct ek_pdf_box
box_of(const ek_str *v)
{
    float x0 = number_of(v[0]), y0 = number_of(v[1]);
    float x1 = number_of(v[2]), y1 = number_of(v[3]);
    return (struct ek_pdf_box){x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1,
                               x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0};
}

static void
add_page(ek_pdf_doc *doc, const struct fields *fields)
{
    struct ek_pdf_page page = {.number = count_of(fields->v[1]),
                               .width = number_of(fields->v[2]),
                               .height = number_of(fields->v[3])};
    if (fields->n > 4)
        page.label = fields->v[4];
    EK_PUSH(doc->arena, doc->pages, page);
}

static void
add_word(ek_pdf_doc *doc, struct ek_pdf_page *page, const struct fields *fields)
{
    struct ek_pdf_word word = {
        .box = box_of(&fields->v[1]),
        .size = number_of(fields->v[5]),
        .flags = count_of(fields->v[6]),
        .confidence = count_of(fields->v[7]),
        .text = ek_pdf_clean(doc->arena, fields->v[8]),
    };
    if (word.size <= 0)
        word.size = ek_pdf_height(&word.box);
    if (word.text.n && word.size > 0)
        EK_PUSH(doc->arena, page->words, word);
}

static void
take_page_line(ek_pdf_doc *doc, const struct fields *fields)
{
    if (!doc->pages.n)
        return;
    struct ek_pdf_page *page = &doc->pages.v[doc->pages.n - 1];
    if (ek_str_is(fields->v[0], "word") && fields->n == MOST_FIELDS) {
        add_word(doc, page, fields);
    } else if (ek_str_is(fields->v[0], "image") && fields->n >= 5) {
        EK_PUSH(doc->arena, page->images, box_of(&fields->v[1]));
    } else if (ek_str_is(fields->v[0], "fonts") && fields->n >= 3) {
        page->fonts = count_of(fields->v[1]);
        page->unmapped = count_of(fields->v[2]);
    } else if (ek_str_is(fields->v[0], "ink") && fields->n >= 2) {
        page->ink = count_of(fields->v[1]);
    } else if (ek_str_is(fields->v[0], "lost") && fields->n >= 2) {
        page->lost = count_of(fields->v[1]);
    } else if (ek_str_is(fields->v[0], "flawed")) {
        page->flawed = true;
    }
}

static void
take_line(ek_pdf_doc *doc, ek_str line)
{
    struct fields fields = split(line);
    if (ek_str_is(fields.v[0], "end"))
        doc->whole = true;
    else if (ek_str_is(fields.v[0], "trouble") && fields.n >= 2)
        doc->trouble = fields.v[1];
    else if (ek_str_is(fields.v[0], "pages") && fields.n >= 2)
        doc->total = count_of(fields.v[1]);
    else if (ek_str_is(fields.v[0], "page") && fields.n >= 4)
        add_page(doc, &fields);
    else if (ek_str_is(fields.v[0], "repaired"))
        doc->repaired = true;
    else if (ek_str_is(fields.v[0], "comments") && fields.n >= 2)
        doc->comments += count_of(fields.v[1]);
    else if (ek_str_is(fields.v[0], "attachment") && fields.n >= 2)
        EK_PUSH(doc->arena, doc->attachments, fields.v[1]);
    else
        take_page_line(doc, &fields);
}

bool
ek_pdf_parse(ek_pdf_doc *doc, ek_str lines)
{
    ek_str magic = EK_STR("ekimu-pdf\t1\n");
    if (!ek_str_starts(lines, magic))
        return false;
    for (size_t at = magic.n; at < lines.n;) {
        size_t end = ek_str_find(lines, EK_STR("\n"), at);
        take_line(doc, ek_str_slice(lines, at, end));
        at = end + 1;
    }
    return true;
}
