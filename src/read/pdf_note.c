/* SPDX-License-Identifier: Apache-2.0 */
/* Footnotes: at the foot of a column, in smaller type, from a line on that
 * begins with a mark which the text above bears. */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"

enum { MOST_NOTES = 200 }; /* of one page */

static const float SMALLER = 0.93f;
static const char marks[] = "*\xE2\x80\xA0\xE2\x80\xA1\xC2\xA7"
                            "\xEF\xBC\x8A\xE2\x80\xBB";
static const char superscripts[] = "\xE2\x81\xB0\xC2\xB9\xC2\xB2\xC2\xB3"
                                   "\xE2\x81\xB4\xE2\x81\xB5\xE2\x81\xB6"
                                   "\xE2\x81\xB7\xE2\x81\xB8\xE2\x81\xB9";

static int
superscript_value(uint32_t cp)
{
    ek_str s = EK_STR(superscripts);
    int value = 0;
    for (size_t i = 0, n; i < s.n; i += n, value++)
        if (ek_cp_at(s, i, &n) == cp)
            return value;
    return -1;
}

void
ek_pdf_write_raised(ek_buf *out, ek_str digits)
{
    ek_str s = EK_STR(superscripts);
    for (size_t i = 0; i < digits.n; i++) {
        size_t at = 0, n = 0;
        for (int value = digits.p[i] - '0'; value >= 0; value--, at += n)
            (void)ek_cp_at(s, at, &n);
        ek_buf_add(out, ek_str_slice(s, at - n, at));
    }
}

static size_t
digits_end(ek_str s, size_t at)
{
    while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
        at++;
    return at;
}

static size_t
raised_end(ek_str s)
{
    size_t i = 0, n;
    while (i < s.n && superscript_value(ek_cp_at(s, i, &n)) >= 0)
        i += n;
    return i;
}

struct mark {
    size_t end; /* bytes at the beginning of the line; 0: none */
    ek_str shown, in_text;
};

static struct mark
number_mark(ek_arena *arena, ek_str line, size_t begin, size_t end)
{
    ek_buf raised = ek_buf_on(arena);
    ek_str digits = ek_str_slice(line, begin, end);
    ek_pdf_write_raised(&raised, digits);
    return (struct mark){end, digits, ek_buf_str(&raised)};
}

static struct mark
raised_mark(ek_arena *arena, ek_str line, size_t end)
{
    ek_buf digits = ek_buf_on(arena);
    for (size_t i = 0, n; i < end; i += n)
        ek_buf_putc(&digits,
                    (char)('0' + superscript_value(ek_cp_at(line, i, &n))));
    return (struct mark){end, ek_buf_str(&digits), ek_str_slice(line, 0, end)};
}

/* "1 text", "[1] text", "*) text", and the same with a raised number. */
static struct mark
mark_of(ek_arena *arena, ek_str line)
{
    size_t end = raised_end(line), n, open = line.n && line.p[0] == '[';
    if (end)
        return raised_mark(arena, line, end);
    end = digits_end(line, open);
    if (end > open && end < open + 4 && end < line.n &&
        (open ? line.p[end] == ']' : line.p[end] == ' ')) {
        struct mark mark = number_mark(arena, line, open, end);
        mark.end += open;
        return mark;
    }
    for (end = 0; end < line.n && ek_cp_among(ek_cp_at(line, end, &n), marks);)
        end += n;
    ek_str words = ek_str_slice(line, 0, end);
    return (struct mark){end, words, words};
}

static bool
text_bears(const ek_pdf_doc *doc, size_t begin, size_t end, ek_str mark)
{
    for (size_t i = begin; i < end; i++)
        if (ek_str_find(doc->lines.v[i].text, mark, 0) < doc->lines.v[i].text.n)
            return true;
    return false;
}

static bool
is_small(const ek_pdf_doc *doc, const struct ek_pdf_line *line)
{
    return line->sort == EK_PDF_BODY && line->size < SMALLER * doc->size;
}

static void
mark_zone(ek_pdf_doc *doc, size_t page, size_t begin, size_t end)
{
    bool within = false;
    size_t asked = 0;
    for (size_t i = begin; i < end; i++) {
        struct ek_pdf_line *line = &doc->lines.v[i];
        struct mark mark = mark_of(doc->arena, line->text);
        if (mark.end && asked++ < MOST_NOTES &&
            text_bears(doc, page, begin, mark.in_text)) {
            within = line->marked = true;
            line->mark = mark.in_text;
            line->text =
                ek_arena_printf(doc->arena, "[%.*s] %.*s", EK_ARG(mark.shown),
                                EK_ARG(ek_str_trim(ek_str_slice(
                                    line->text, mark.end, line->text.n))));
        }
        if (within)
            line->sort = EK_PDF_NOTE;
    }
}

void
ek_pdf_mark_notes(ek_pdf_doc *doc)
{
    const struct ek_pdf_line *v = doc->lines.v;
    size_t page = 0;
    for (size_t i = 0, end; i < doc->lines.n; i = end) {
        for (end = i; end < doc->lines.n && v[end].page == v[i].page &&
                      v[end].column == v[i].column;)
            end++;
        if (v[i].page != v[page].page)
            page = i;
        size_t begin = end;
        while (begin > i && is_small(doc, &v[begin - 1]))
            begin--;
        mark_zone(doc, page, begin, end);
    }
}
