/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of a table: of each only the cells that were asked for. */
#include "config.h"

#include "read/book_part.h"

#include <string.h>

struct reading {
    struct ek_book *book;
    struct ek_book_table *table;
    const char *const *columns;
    size_t n;
    uint32_t first, last;    /* rows */
    uint32_t row, column;    /* now */
    struct ek_book_row kept; /* cells: NULL while the row has none */
    ek_xml_stream *stream;
    ek_buf skipped;
    bool good;
};

static void
find_columns(struct reading *r, const char *front)
{
    ek_arena *arena = r->book->arena;
    r->table->columns =
        ek_arena_alloc(arena, (r->n + 1) * sizeof *r->table->columns);
    for (size_t i = 0; i < r->n; i++) {
        struct ek_book_range range;
        ek_str name = ek_arena_printf(arena, "%s%s", front, r->columns[i]);
        if (!ek_book_range_of(&range, r->book, name))
            continue;
        if (!r->table->sheet.n) {
            r->table->sheet = range.sheet;
            r->first = range.first;
        }
        if (!ek_str_eq(range.sheet, r->table->sheet))
            continue;
        r->table->columns[i] = range.column;
        r->first = range.first < r->first ? range.first : r->first;
        r->last = range.last > r->last ? range.last : r->last;
    }
}

static struct ek_book_cell *
cell_at(struct reading *r)
{
    size_t i = 0;
    while (i < r->n && r->table->columns[i] != r->column)
        i++;
    if (i == r->n || r->row < r->first || r->row > r->last)
        return NULL;
    if (!r->kept.cells)
        r->kept.cells =
            ek_arena_alloc(r->book->arena, r->n * sizeof *r->kept.cells);
    return &r->kept.cells[i];
}

static ek_str
shared(const struct reading *r, ek_str index)
{
    size_t at = 0;
    bool good = index.n > 0;
    for (size_t i = 0; good && i < index.n; i++) {
        good = index.p[i] >= '0' && index.p[i] <= '9' && at < UINT32_MAX;
        at = at * 10 + (size_t)(index.p[i] - '0');
    }
    return good && at < r->book->strings.n ? r->book->strings.v[at]
                                           : EK_STR("");
}

static void
keep_cell(const struct reading *r, struct ek_book_cell *cell, ek_str type,
          ek_str value)
{
    cell->text = ek_str_is(type, "s") ? shared(r, ek_str_trim(value)) : value;
    if (!cell->text.n)
        return;
    if (ek_str_is(type, "e"))
        cell->kind = EK_CELL_ERROR;
    else if (!type.n || ek_str_is(type, "n"))
        cell->kind = EK_CELL_NUMBER;
    else
        cell->kind = EK_CELL_TEXT;
}

static void
read_value(struct reading *r, ek_buf *value)
{
    const xmlNode *node = NULL;
    while (r->good) {
        enum ek_xml_event event = ek_xml_stream_next(r->stream, &node);
        ek_str name = event == EK_XML_ENTER ? ek_xml_name(node) : EK_STR("");
        r->skipped.n = 0;
        if (event == EK_XML_LEAVE)
            return;
        if (event != EK_XML_ENTER)
            r->good = event > EK_XML_BAD;
        else if (ek_str_is(name, "is"))
            r->good = ek_book_string(value, r->stream);
        else
            r->good = ek_book_plain(ek_str_is(name, "v") ? value : &r->skipped,
                                    r->stream);
    }
}

static void
read_cell(struct reading *r, const xmlNode *node)
{
    ek_arena *arena = r->book->arena;
    uint32_t column, row;
    bool told = ek_book_address_of(ek_xml_attr(node, "r"), &column, &row);
    r->column = told ? column : r->column + 1;
    struct ek_book_cell *cell = cell_at(r);
    r->skipped.n = 0;
    if (!cell) {
        r->good = ek_book_plain(&r->skipped, r->stream);
        return;
    }
    ek_str type = ek_arena_copy(arena, ek_xml_attr(node, "t"));
    ek_buf value = ek_buf_on(arena);
    read_value(r, &value);
    if (r->good)
        keep_cell(r, cell, type, ek_buf_str(&value));
}

static bool
is_empty(const struct reading *r)
{
    size_t i = 0;
    while (r->kept.cells && i < r->n && r->kept.cells[i].kind == EK_CELL_EMPTY)
        i++;
    return !r->kept.cells || i == r->n;
}

static void
end_row(struct reading *r, const xmlNode *node)
{
    (void)node;
    r->kept.row = r->row;
    if (!is_empty(r))
        EK_PUSH(r->book->arena, r->table->rows, r->kept);
    r->kept = (struct ek_book_row){0};
}

static void
begin_row(struct reading *r, const xmlNode *node)
{
    uint32_t row = 0;
    ek_str number = ek_xml_attr(node, "r");
    for (size_t i = 0; i < number.n && row <= EK_BOOK_ROWS; i++)
        row = row * 10 + (uint32_t)(number.p[i] - '0');
    r->row = number.n && row <= EK_BOOK_ROWS ? row : r->row + 1;
    r->column = 0;
}

static void
read_rows(struct reading *r)
{
    const xmlNode *node = NULL;
    enum ek_xml_event event = EK_XML_TEXT;
    while (r->good && event != EK_XML_END) {
        event = ek_xml_stream_next(r->stream, &node);
        bool tag = event == EK_XML_ENTER || event == EK_XML_LEAVE;
        ek_str name = tag ? ek_xml_name(node) : EK_STR("");
        r->good = event != EK_XML_BAD;
        if (ek_str_is(name, "row"))
            (event == EK_XML_ENTER ? begin_row : end_row)(r, node);
        else if (event == EK_XML_ENTER && ek_str_is(name, "c"))
            read_cell(r, node);
    }
}

static ek_str
part_of(const ek_book *book, ek_str sheet)
{
    for (size_t i = 0; i < book->sheets.n; i++)
        if (ek_str_eq(book->sheets.v[i].name, sheet))
            return book->sheets.v[i].part;
    return EK_STR("");
}

ek_status
ek_book_read(struct ek_book_table *out, ek_book *book, const char *front,
             const char *const *columns, size_t n, ek_diag *diag)
{
    struct reading r = {.book = book,
                        .table = out,
                        .columns = columns,
                        .n = n,
                        .skipped = ek_buf_on(book->arena),
                        .good = true};
    memset(out, 0, sizeof *out);
    find_columns(&r, front);
    if (!out->sheet.n)
        return EK_OK;
    ek_str part = part_of(book, out->sheet);
    ek_status status = ek_book_part(&r.stream, book, part, diag);
    if (status)
        return status;
    read_rows(&r);
    ek_xml_stream_close(r.stream);
    return r.good ? EK_OK : ek_book_damaged(book, part, diag);
}
