/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/term_row.h"

enum {
    READ_CELLS = 9,
    FOUND_CELLS = 6,
    ASK_CELLS = 5,
    DECIDED_CELLS = 9,
    AGAIN_CELLS = 7,
    GAP = 2,
    INDENT = 4,
    LEAST_TITLE = 12,
    NARROW = 72 /* the exceptions only */
};

static const struct column {
    const char *item, *head;
    unsigned cells, shift; /* of the mark below its heading */
} columns[EK_ROW_COLUMNS] = {
    {"EX-1", "1", 3, 0},    {"EX-2", "2", 3, 0},   {"EX-3", "3", 3, 0},
    {"G1-1", "G1-1", 5, 1}, {"G1-2", "-2", 3, 0},  {"G1-3", "-3", 4, 0},
    {"QA60", "Q60", 4, 0},  {"QA61", "Q61", 3, 0},
};

ek_str
ek_row_item(size_t column)
{
    return ek_str_of(columns[column].item);
}

static bool
is_narrow(const struct ek_page *page)
{
    return page->options.width < NARROW;
}

static size_t
shown(const struct ek_page *page)
{
    return is_narrow(page) ? EK_ROW_EXCEPTIONS : EK_ROW_COLUMNS;
}

/* Right-aligned in so many cells. */
static void
put_right(struct ek_page *page, enum ek_style style, ek_str s, unsigned cells)
{
    unsigned need = ek_width(s);
    ek_page_to(page, page->cells + (need < cells ? cells - need : 1));
    ek_page_put(page, style, s);
}

static void
put_cell(struct ek_page *page, enum ek_style style, ek_str s, unsigned cells)
{
    unsigned column = page->cells + cells;
    ek_page_put(page, style, s);
    ek_page_to(page, column);
}

void
ek_row_head(struct ek_page *page, bool reviewed)
{
    ek_lang lang = page->options.lang;
    for (size_t i = 0; i < shown(page); i++)
        put_cell(page, EK_BOLD, ek_str_of(columns[i].head), columns[i].cells);
    if (!is_narrow(page)) {
        put_right(page, EK_BOLD, ek_catalogue_text(EK_W_col_found, lang),
                  FOUND_CELLS);
        put_right(page, EK_BOLD, ek_catalogue_text(EK_W_col_ask, lang),
                  ASK_CELLS);
    }
    if (reviewed) {
        put_right(page, EK_BOLD, ek_catalogue_text(EK_W_dc_col_decided, lang),
                  DECIDED_CELLS);
        put_right(page, EK_BOLD, ek_catalogue_text(EK_W_dc_col_again, lang),
                  AGAIN_CELLS);
    }
    if (reviewed || !is_narrow(page))
        ek_page_to(page, page->cells + GAP);
    put_cell(page, EK_BOLD, ek_catalogue_text(EK_W_col_read, lang), READ_CELLS);
    ek_page_put(page, EK_BOLD, ek_catalogue_text(EK_W_col_document, lang));
    ek_page_end(page);
}

static void
put_counts(struct ek_page *page, const struct ek_row *row)
{
    if (!is_narrow(page)) {
        put_right(page, EK_PLAIN,
                  row->judged ? ek_page_number(page, row->found) : EK_STR("-"),
                  FOUND_CELLS);
        put_right(page, EK_PLAIN, ek_page_number(page, row->asked), ASK_CELLS);
    }
    if (row->reviewed) {
        put_right(page, EK_PLAIN, ek_page_number(page, row->decided),
                  DECIDED_CELLS);
        put_right(page, row->again ? EK_BOLD : EK_PLAIN,
                  ek_page_number(page, row->again), AGAIN_CELLS);
    }
    if (row->reviewed || !is_narrow(page))
        ek_page_to(page, page->cells + GAP);
}

static void
put_outcomes(struct ek_page *page, const struct ek_row *row)
{
    for (size_t i = 0; i < shown(page); i++) {
        unsigned column = page->cells + columns[i].cells;
        ek_page_to(page, page->cells + columns[i].shift);
        ek_page_put(page, row->marks[i].style, row->marks[i].letters);
        ek_page_to(page, column);
    }
}

/* Cells left on the line, or all that are needed. */
static unsigned
room(const struct ek_page *page, ek_str s)
{
    unsigned need = ek_width(s), width = page->options.width;
    if (!page->options.terminal)
        return need;
    return width > page->cells ? width - page->cells : 0;
}

/* The end of a path tells more than its beginning. */
static void
put_name(struct ek_page *page, ek_str name)
{
    unsigned cells = room(page, name);
    ek_str mark = EK_STR("...");
    if (ek_width(name) > cells) {
        unsigned taken = (unsigned)mark.n < cells ? (unsigned)mark.n : cells;
        ek_page_put(page, EK_PLAIN, mark);
        name = ek_width_fit_end(name, cells - taken);
    }
    ek_page_put(page, EK_PLAIN, name);
}

static void
put_title(struct ek_page *page, const struct ek_row *row)
{
    ek_str mark = EK_STR("...");
    unsigned need = ek_width(row->title);
    unsigned cells = room(page, row->title);
    if (page->options.terminal)
        cells = cells > GAP ? cells - GAP : 0;
    if (!need || (need > cells && cells < LEAST_TITLE))
        return;
    ek_page_to(page, page->cells + GAP);
    if (need <= cells) {
        ek_page_put(page, EK_DIM, row->title);
        return;
    }
    cells -= (unsigned)mark.n;
    ek_page_put(page, EK_DIM, ek_width_fit(row->title, cells));
    ek_page_put(page, EK_DIM, mark);
}

/* Never cut: where it does not fit a terminal, it takes lines of its own. */
static void
put_missed(struct ek_page *page, ek_str missed)
{
    if (page->options.terminal && ek_width(missed) + GAP > room(page, missed)) {
        ek_page_end(page);
        ek_page_to(page, INDENT);
        ek_page_wrap(page, INDENT, EK_DIM, missed, 0);
        return;
    }
    ek_page_to(page, page->cells + GAP);
    ek_page_put(page, EK_DIM, missed);
    ek_page_end(page);
}

void
ek_row_write(struct ek_page *page, const struct ek_row *row)
{
    put_outcomes(page, row);
    put_counts(page, row);
    put_cell(page, EK_PLAIN, ek_catalogue_text(row->read, page->options.lang),
             READ_CELLS);
    put_name(page, row->name);
    if (row->missed.n) {
        put_missed(page, row->missed);
        return;
    }
    put_title(page, row);
    ek_page_end(page);
}
