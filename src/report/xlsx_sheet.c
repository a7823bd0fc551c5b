/* SPDX-License-Identifier: Apache-2.0 */
/* A sheet: its headings, its rows, and what makes it a table to work in. */
#include "config.h"

#include "base/day.h"
#include "report/xlsx.h"

#include <string.h>

enum {
    A3 = 8,
    A4 = 9,
    MOST_LINES = 25, /* 409 points are the most that a row can have */
    MOST_NAME = 64,
    MOST_FOOTER = 100
};

static const double line_points = 14, row_points = 3;

static const ek_str nothing = {"", 0};

struct ek_xlsx_place
ek_xlsx_place_of(const struct ek_xlsx_sheet *sheet, size_t record)
{
    size_t room = sheet->most - sheet->head - 1;
    return (struct ek_xlsx_place){(unsigned)(record / room),
                                  sheet->head + 1 + (lxw_row_t)(record % room)};
}

ek_str
ek_xlsx_part_name(const struct ek_xlsx_sheet *sheet, ek_arena *arena,
                  unsigned part)
{
    ek_lang lang = sheet->book->options.lang;
    ek_str name = ek_catalogue_text(sheet->name, lang);
    if (part == 0)
        return name;
    return ek_arena_printf(arena, "%.*s (%u)", EK_ARG(name), part + 1);
}

static ek_str
heading_of(const struct ek_xlsx_sheet *sheet, ek_arena *arena,
           const struct ek_xlsx_column *column)
{
    ek_lang lang = sheet->book->options.lang;
    if (!column->item)
        return ek_catalogue_text(column->head, lang);
    ek_str item = ek_str_of(column->item), few = ek_catalogue_short(item, lang);
    return ek_arena_printf(arena, "%.*s\n%.*s", EK_ARG(item), EK_ARG(few));
}

static void
set_columns(const struct ek_xlsx_sheet *sheet)
{
    for (size_t i = 0; i < sheet->n; i++) {
        const struct ek_xlsx_column *column = &sheet->columns[i];
        bool hidden =
            column->hidden || (column->reviewed && !sheet->book->reviewed);
        lxw_row_col_options options = {.hidden = hidden};
        enum ek_xlsx_style style =
            column->date ? EK_XS_input_date : EK_XS_input;
        worksheet_set_column_opt(
            sheet->sheet, (lxw_col_t)i, (lxw_col_t)i, column->width,
            column->input ? sheet->book->formats[style] : NULL, &options);
    }
}

static void
set_height(const struct ek_xlsx_sheet *sheet, lxw_row_t row, unsigned lines)
{
    if (lines > MOST_LINES)
        lines = MOST_LINES;
    worksheet_set_row(sheet->sheet, row, lines * line_points + row_points,
                      NULL);
}

void
ek_xlsx_put_headings(struct ek_xlsx_sheet *sheet)
{
    ek_arena *arena = sheet->book->arena;
    unsigned most = 1;
    for (size_t i = 0; i < sheet->n; i++) {
        const struct ek_xlsx_column *column = &sheet->columns[i];
        ek_str heading =
            ek_xlsx_letters(sheet->book, heading_of(sheet, arena, column));
        unsigned lines = ek_xlsx_lines(heading, column->width);
        most = lines > most ? lines : most;
        worksheet_write_string(
            sheet->sheet, sheet->head, (lxw_col_t)i, heading.p,
            sheet->book
                ->formats[column->input ? EK_XS_head_input : EK_XS_head]);
    }
    set_height(sheet, sheet->head, most);
}

static void
set_page(const struct ek_xlsx_sheet *sheet)
{
    lxw_worksheet *page = sheet->sheet;
    worksheet_set_landscape(page);
    worksheet_set_paper(page, sheet->wide ? A3 : A4);
    worksheet_set_margins(page, 0.4, 0.4, 0.5, 0.6);
    worksheet_fit_to_pages(page, sheet->across, 0);
    if (sheet->across > 1)
        worksheet_repeat_columns(page, 0, (lxw_col_t)(sheet->frozen - 1));
    worksheet_repeat_rows(page, sheet->head, sheet->head);
    worksheet_freeze_panes(page, sheet->head + 1, (lxw_col_t)sheet->frozen);
}

/* Opens the next part. */
static void
open_part(struct ek_xlsx_sheet *sheet, ek_arena *arena, unsigned part)
{
    ek_str name =
        ek_xlsx_letters(sheet->book, ek_xlsx_part_name(sheet, arena, part));
    sheet->sheet = workbook_add_worksheet(sheet->book->workbook, name.p);
    if (!sheet->sheet)
        ek_arena_alloc(sheet->book->arena, SIZE_MAX); /* unwinds */
    sheet->links = 0;
    set_columns(sheet);
    set_page(sheet);
}

void
ek_xlsx_sheet_open(struct ek_xlsx_sheet *sheet, struct ek_xlsx *book)
{
    sheet->book = book;
    if (!sheet->most)
        sheet->most = EK_XLSX_ROWS;
    if (!sheet->across)
        sheet->across = 1;
    open_part(sheet, book->arena, 0);
    if (sheet->head == 0)
        ek_xlsx_put_headings(sheet);
}

static void
put_link(struct ek_xlsx_sheet *sheet, lxw_row_t row, lxw_col_t column,
         const struct ek_xlsx_cell *cell)
{
    ek_buf *out = &sheet->book->scratch;
    struct ek_xlsx_place place = ek_xlsx_place_of(cell->to, cell->record);
    ek_lang lang = sheet->book->options.lang;
    if (sheet->links == EK_XLSX_LINKS)
        return;
    sheet->links++;
    out->n = 0;
    ek_buf_puts(out, "internal:'");
    ek_buf_add(out, ek_catalogue_text(cell->to->name, lang));
    if (place.part)
        ek_buf_printf(out, " (%u)", place.part + 1);
    ek_buf_printf(out, "'!A%u", place.row + 1);
    ek_buf_putc(out, '\0');
    worksheet_write_url(sheet->sheet, row, column, out->p,
                        sheet->book->formats[cell->style]);
}

/* "2026-12-01" */
static bool
is_day(lxw_datetime *day, ek_str s)
{
    enum { FIRST_YEAR = 1901 };
    return ek_is_day(s) &&
           sscanf(s.p, "%4d-%2d-%2d", &day->year, &day->month, &day->day) ==
               3 &&
           day->year >= FIRST_YEAR;
}

/* A link's cell is overwritten by what it shows. */
static unsigned
put_cell(struct ek_xlsx_sheet *sheet, lxw_row_t row, size_t column,
         const struct ek_xlsx_cell *cell)
{
    lxw_format *format = sheet->book->formats[cell->style];
    if (cell->to)
        put_link(sheet, row, (lxw_col_t)column, cell);
    if (cell->number) {
        worksheet_write_number(sheet->sheet, row, (lxw_col_t)column,
                               (double)cell->value, format);
        return 1;
    }
    if (!cell->text.n) {
        if (!sheet->columns[column].input)
            worksheet_write_blank(sheet->sheet, row, (lxw_col_t)column, format);
        return 1;
    }
    ek_str letters = ek_xlsx_letters(sheet->book, cell->text);
    lxw_datetime day = {0};
    if (sheet->columns[column].date && is_day(&day, letters)) {
        worksheet_write_datetime(sheet->sheet, row, (lxw_col_t)column, &day,
                                 format);
        return 1;
    }
    worksheet_write_string(sheet->sheet, row, (lxw_col_t)column, letters.p,
                           format);
    const struct ek_xlsx_column *of = &sheet->columns[column];
    return of->hidden || (of->reviewed && !sheet->book->reviewed)
               ? 1
               : ek_xlsx_lines(letters, ek_xlsx_cells(cell->style, of->width));
}

void
ek_xlsx_put(struct ek_xlsx_sheet *sheet, const struct ek_xlsx_row *row)
{
    struct ek_xlsx_place place = ek_xlsx_place_of(sheet, sheet->records);
    unsigned most = 1;
    if (sheet->records && place.row == sheet->head + 1) {
        ek_xlsx_sheet_close(sheet);
        open_part(sheet, sheet->book->arena, place.part);
        ek_xlsx_put_headings(sheet);
    }
    for (size_t i = 0; i < sheet->n; i++) {
        unsigned lines = put_cell(sheet, place.row, i, &row->cells[i]);
        most = lines > most ? lines : most;
    }
    set_height(sheet, place.row, most);
    sheet->records++;
}

/* The part's name in quotes, as a reference takes it. */
static void
name_range(const struct ek_xlsx_sheet *sheet, size_t column, unsigned part,
           lxw_row_t last)
{
    char name[MOST_NAME];
    ek_buf *out = &sheet->book->scratch;
    char letters[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(letters, (lxw_col_t)column, 1);
    ek_str of = ek_xlsx_part_name(sheet, sheet->book->arena, part);
    snprintf(name, sizeof name, "ekimu_%s", sheet->id);
    if (part)
        snprintf(name + strlen(name), sizeof name - strlen(name), "%u",
                 part + 1);
    snprintf(name + strlen(name), sizeof name - strlen(name), "_%s",
             sheet->columns[column].name);
    out->n = 0;
    ek_buf_puts(out, "='");
    ek_buf_add(out, of);
    ek_buf_printf(out, "'!%s$%u:%s$%u", letters, sheet->head + 2, letters,
                  last + 1);
    ek_buf_putc(out, '\0');
    workbook_define_name(sheet->book->workbook, name, out->p);
}

static void
put_drop_down(const struct ek_xlsx_sheet *sheet, size_t column, lxw_row_t last)
{
    ek_lang lang = sheet->book->options.lang;
    const char *words[EK_XLSX_STATES + 1] = {0};
    for (size_t i = 0; i < EK_XLSX_STATES; i++)
        words[i] =
            ek_arena_copy(
                sheet->book->arena,
                ek_catalogue_text(ek_reviewed_label((ek_decided)(i + 1)), lang))
                .p;
    lxw_data_validation list = {.validate = LXW_VALIDATION_TYPE_LIST,
                                .error_type = LXW_VALIDATION_ERROR_TYPE_STOP};
    char *copies[EK_XLSX_STATES + 1];
    memcpy(copies, words, sizeof copies);
    list.value_list = copies;
    worksheet_data_validation_range(sheet->sheet, sheet->head + 1,
                                    (lxw_col_t)column, last, (lxw_col_t)column,
                                    &list);
}

/* An ampersand begins a code in it. */
static void
set_footer(const struct ek_xlsx_sheet *sheet)
{
    struct ek_xlsx *book = sheet->book;
    ek_buf *out = &book->scratch;
    ek_str about = ek_xlsx_front(book->about, MOST_FOOTER);
    out->n = 0;
    ek_buf_puts(out, "&L&8");
    for (size_t i = 0; i < about.n; i++) {
        ek_buf_puts(out, about.p[i] == '&' ? "&" : "");
        ek_buf_putc(out, about.p[i]);
    }
    ek_buf_puts(out, "&C&8&A&R&8&P / &N");
    ek_buf_putc(out, '\0');
    worksheet_set_footer(sheet->sheet, out->p);
}

void
ek_xlsx_sheet_close(struct ek_xlsx_sheet *sheet)
{
    lxw_row_t last = sheet->head + 1;
    struct ek_xlsx_place place = {0};
    if (sheet->records) {
        place = ek_xlsx_place_of(sheet, sheet->records - 1);
        last = place.row;
    }
    for (size_t i = 0; i < sheet->n; i++) {
        const char *name = sheet->columns[i].name;
        if (name)
            name_range(sheet, i, place.part, last);
        if (name && strcmp(name, "state") == 0)
            put_drop_down(sheet, i, last);
    }
    set_columns(sheet); /* some come into view by what was written */
    worksheet_autofilter(sheet->sheet, sheet->head, 0, last,
                         (lxw_col_t)(sheet->n - 1));
    worksheet_ignore_errors(sheet->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                            "A1:AJ1048576");
    if (sheet->printed)
        worksheet_print_area(sheet->sheet, 0, 0, last,
                             (lxw_col_t)(sheet->printed - 1));
    set_footer(sheet);
}

void
ek_xlsx_text(struct ek_xlsx_row *row, size_t column, enum ek_xlsx_style style,
             ek_str s)
{
    row->cells[column] = (struct ek_xlsx_cell){.style = style, .text = s};
}

void
ek_xlsx_number(struct ek_xlsx_row *row, size_t column, size_t value)
{
    row->cells[column] = (struct ek_xlsx_cell){
        .style = EK_XS_number, .number = true, .value = value, .text = nothing};
}

void
ek_xlsx_ordinal(struct ek_xlsx_row *row, size_t column, size_t value)
{
    ek_xlsx_number(row, column, value);
    row->cells[column].style = EK_XS_ordinal;
}

void
ek_xlsx_link(struct ek_xlsx_row *row, size_t column,
             const struct ek_xlsx_sheet *to, size_t record)
{
    struct ek_xlsx_cell *cell = &row->cells[column];
    cell->to = to;
    cell->record = record;
    if (cell->style == EK_XS_text)
        cell->style = EK_XS_link;
    else if (cell->style == EK_XS_number)
        cell->style = EK_XS_number_link;
    else if (cell->style == EK_XS_ordinal)
        cell->style = EK_XS_ordinal_link;
}
