/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/page.h"

#include "base/written.h"

static const struct {
    const char *word, *letters;
    enum ek_style style;
} marks[] = {
#define EK_MARK(word, letters, style) {word, letters, style},
#include "report/mark.def"
#undef EK_MARK
};

struct ek_page
ek_page_open(ek_arena *arena, ek_buf *out,
             const struct ek_report_options *options)
{
    struct ek_page page = {ek_arena_new(0), out, *options, 0, NULL};
    if (!page.arena)
        ek_arena_alloc(arena, SIZE_MAX); /* unwinds */
    return page;
}

struct ek_mark
ek_mark_of(ek_str word)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ek_str_is(word, marks[i].word))
            return (struct ek_mark){ek_str_of(marks[i].letters),
                                    marks[i].style};
    return (struct ek_mark){EK_STR("--"), EK_PLAIN};
}

static const char *
code_of(enum ek_style style)
{
    static const char *const codes[] = {"",   "1",  "2",  "1;31",
                                        "33", "35", "36", "34"};
    return codes[style];
}

void
ek_page_put(struct ek_page *page, enum ek_style style, ek_str s)
{
    if (s.n == 0)
        return;
    bool coloured = page->options.colour && style != EK_PLAIN;
    if (coloured)
        ek_buf_printf(page->out, "\033[%sm", code_of(style));
    ek_buf_add(page->out, s);
    if (coloured)
        ek_buf_puts(page->out, "\033[0m");
    page->cells += ek_width(s);
}

void
ek_page_to(struct ek_page *page, unsigned column)
{
    for (; page->cells < column; page->cells++)
        ek_buf_putc(page->out, ' ');
}

void
ek_page_right(struct ek_page *page, enum ek_style style, ek_str s)
{
    unsigned taken = ek_width(s) + EK_PAGE_MARGIN;
    if (s.n) {
        if (page->cells + 1 + ek_width(s) > page->options.width)
            ek_page_end(page);
        ek_page_to(page, page->cells + 1);
        if (taken < page->options.width)
            ek_page_to(page, page->options.width - taken);
    }
    ek_page_put(page, style, s);
    ek_page_end(page);
}

void
ek_page_end(struct ek_page *page)
{
    while (page->out->n && page->out->p[page->out->n - 1] == ' ')
        page->out->n--;
    ek_buf_putc(page->out, '\n');
    page->cells = 0;
}

void
ek_page_heading(struct ek_page *page, enum ek_word word)
{
    ek_page_end(page);
    ek_page_wrap(page, EK_PAGE_MARGIN, EK_BOLD,
                 ek_catalogue_text(word, page->options.lang), 0);
}

static void
put_cut(struct ek_page *page, enum ek_style style, ek_str line, unsigned cells)
{
    ek_str mark = EK_STR("...");
    ek_page_put(page, style, ek_width_fit(line, cells - (unsigned)mark.n));
    ek_page_put(page, style, mark);
    ek_page_end(page);
}

/* Cells from here to the margin; too few are left alone. */
static unsigned
room(struct ek_page *page, unsigned indent)
{
    enum { LEAST = 8 };
    unsigned right = page->options.width - EK_PAGE_MARGIN;
    if (page->cells > indent && page->cells + LEAST > right) {
        ek_page_end(page);
        ek_page_to(page, indent);
    }
    return right > page->cells + LEAST ? right - page->cells : LEAST;
}

void
ek_page_flow(struct ek_page *page, unsigned indent, enum ek_style style,
             ek_str s)
{
    ek_str rest = ek_str_trim(s), line;
    while (rest.n) {
        ek_width_wrap(&rest, room(page, indent), &line);
        ek_page_put(page, style, line);
        rest = ek_str_trim(rest);
        if (!rest.n)
            break;
        ek_page_end(page);
        ek_page_to(page, indent);
    }
}

void
ek_page_wrap(struct ek_page *page, unsigned indent, enum ek_style style,
             ek_str s, unsigned most_lines)
{
    ek_str rest = ek_str_trim(s), line;
    for (unsigned n = 1; rest.n; n++) {
        unsigned cells = room(page, indent);
        if (!ek_width_wrap(&rest, cells, &line))
            break;
        if (n == most_lines && ek_str_trim(rest).n) {
            put_cut(page, style, line, cells);
            return;
        }
        ek_page_put(page, style, line);
        ek_page_end(page);
        if (ek_str_trim(rest).n)
            ek_page_to(page, indent);
    }
    if (page->cells)
        ek_page_end(page);
}

ek_str
ek_page_say(struct ek_page *page, enum ek_word word, ek_str arg1, ek_str arg2)
{
    return ek_catalogue_say(page->arena, word, page->options.lang, arg1, arg2);
}

ek_str
ek_page_number(struct ek_page *page, size_t n)
{
    return ek_written_count(page->arena, n);
}

ek_str
ek_page_ordinal(struct ek_page *page, size_t n)
{
    return ek_arena_printf(page->arena, "%zu", n);
}

ek_str
ek_page_date(struct ek_page *page, ek_str iso)
{
    return ek_written_date(page->arena, ek_page_text(page, iso),
                           page->options.lang);
}

ek_str
ek_page_text(const struct ek_page *page, ek_str s)
{
    return ek_width_visible(page->arena, s);
}

ek_str
ek_page_label(const struct ek_page *page, const ek_label *label)
{
    return ek_page_text(page, ek_label_in(label, page->options.lang));
}
