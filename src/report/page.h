/* SPDX-License-Identifier: Apache-2.0 */
/* A terminal page: runs of styled text, counted in cells. Whatever comes from
 * a result goes through ek_page_text or ek_page_label first, so that no text
 * of a document reaches the terminal as a command. */
#ifndef EK_REPORT_PAGE_H
#define EK_REPORT_PAGE_H

#include "report/reviewed.h"
#include "report/report.h"
#include "report/width.h"

enum ek_style {
    EK_PLAIN,
    EK_BOLD,
    EK_DIM,
    EK_RED, /* bold */
    EK_YELLOW,
    EK_MAGENTA,
    EK_CYAN,
    EK_BLUE,
};

enum { EK_PAGE_MARGIN = 2 }; /* cells kept free on the right */

struct ek_page {
    ek_arena *arena; /* scratch of one document */
    ek_buf *out;
    struct ek_report_options options;
    unsigned cells; /* used on the line so far */
    /* About the result at hand; NULL: nothing was decided. */
    const struct ek_reviewed *reviewed;
};

/* A page with a scratch arena of its own, which the caller frees; where there
 * is no memory for one, arena unwinds. */
struct ek_page ek_page_open(ek_arena *arena, ek_buf *out,
                            const struct ek_report_options *options);

struct ek_mark {
    ek_str letters; /* two ASCII letters */
    enum ek_style style;
};

/* The mark of an outcome or a contribution; "--" when it is unknown. */
struct ek_mark ek_mark_of(ek_str word);

void ek_page_put(struct ek_page *page, enum ek_style style, ek_str s);
void ek_page_to(struct ek_page *page, unsigned column); /* with blanks */
/* Puts s so that it ends at the right margin, on the next line where this one
 * has no room, and ends the line. */
void ek_page_right(struct ek_page *page, enum ek_style style, ek_str s);
void ek_page_end(struct ek_page *page);
/* Bold, on lines of its own. */
void ek_page_heading(struct ek_page *page, enum ek_word word);
/* Wrapped text from the present column on, its further lines at indent; the
 * last line is not ended. */
void ek_page_flow(struct ek_page *page, unsigned indent, enum ek_style style,
                  ek_str s);
/* Wrapped text from the present column on, its further lines at indent; at
 * most so many lines (0 = all), a cut shown by "...". Ends the line. */
void ek_page_wrap(struct ek_page *page, unsigned indent, enum ek_style style,
                  ek_str s, unsigned most_lines);
/* A phrase of the catalogue on the scratch arena; arguments may be empty. */
ek_str ek_page_say(struct ek_page *page, enum ek_word word, ek_str arg1,
                   ek_str arg2);
/* A count, as the language writes it. */
ek_str ek_page_number(struct ek_page *page, size_t n);
/* A number that names something: of a page, a line, a finding. */
ek_str ek_page_ordinal(struct ek_page *page, size_t n);
/* A date of the result ("2026-11-30"), as the language writes it. */
ek_str ek_page_date(struct ek_page *page, ek_str iso);
/* A string of the result, safe to put. */
ek_str ek_page_text(const struct ek_page *page, ek_str s);
/* A label in the language of the output, safe to put. */
ek_str ek_page_label(const struct ek_page *page, const ek_label *label);

#endif
