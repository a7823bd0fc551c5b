/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of contents read like clauses ("Deletion of data 12") and say nothing
 * of their own: lines that end in the number of a page, behind dots or in a
 * cell, several in a row and never falling. */
#include "config.h"

#include "read/pdf_layout.h"

#include <string.h>

enum { LEAST_LINES = 4, LEAST_DOTS = 4, MOST_DIGITS = 4 };

/* The number at the end of a line behind dots, or alone in a last cell; 0:
 * there is none. */
static uint32_t
number_at_end(ek_str s, bool alone)
{
    uint32_t value = 0, unit = 1;
    size_t n = s.n, dots = 0;
    for (; n && s.p[n - 1] >= '0' && s.p[n - 1] <= '9'; n--, unit *= 10) {
        if (s.n - n >= MOST_DIGITS)
            return 0;
        value += unit * (uint32_t)(s.p[n - 1] - '0');
    }
    if (alone)
        return n == 0 ? value : 0;
    for (; n && strchr(". \xE2\x80\xA6\xB7", s.p[n - 1]); n--)
        dots += s.p[n - 1] != ' ';
    return dots >= LEAST_DOTS && n ? value : 0;
}

static uint32_t
page_told(const struct ek_pdf_line *line)
{
    if (line->sort == EK_PDF_ROW)
        return line->cells.n > 1
                   ? number_at_end(line->cells.v[line->cells.n - 1], true)
                   : 0;
    return number_at_end(line->text, false);
}

static size_t
contents_end(const ek_pdf_doc *doc, size_t begin)
{
    uint32_t last = 0;
    size_t i = begin;
    for (; i < doc->lines.n; i++) {
        uint32_t page = page_told(&doc->lines.v[i]);
        if (page == 0 || page < last || page > doc->pages.n + LEAST_LINES)
            break;
        last = page;
    }
    return last > page_told(&doc->lines.v[begin]) ? i : begin;
}

void
ek_pdf_drop_contents(ek_pdf_doc *doc)
{
    size_t kept = 0;
    for (size_t i = 0, end; i < doc->lines.n; i = end) {
        end = page_told(&doc->lines.v[i]) ? contents_end(doc, i) : i;
        if (end < i + LEAST_LINES) {
            end = end > i ? end : i + 1;
            memmove(&doc->lines.v[kept], &doc->lines.v[i],
                    (end - i) * sizeof *doc->lines.v);
            kept += end - i;
        } else {
            doc->contents += (uint32_t)(end - i);
        }
    }
    doc->lines.n = kept;
}
