/* SPDX-License-Identifier: Apache-2.0 */
/* The summary begins with figures that are known at the end only, and its rows
 * are known one by one: until then they wait in a file without a name. */
#include "config.h"

#include "report/xlsx.h"

struct ek_xlsx_spool {
    struct ek_xlsx *book;
    FILE *file; /* NULL: there was none to be had */
    size_t rows;
};

static void
let_go(void *spool)
{
    struct ek_xlsx_spool *s = spool;
    if (s->file)
        fclose(s->file);
    s->file = NULL;
}

struct ek_xlsx_spool *
ek_xlsx_spool_open(struct ek_xlsx *book)
{
    struct ek_xlsx_spool *s = ek_arena_alloc(book->arena, sizeof *s);
    s->book = book;
    s->file = ek_xlsx_temporary(book);
    ek_arena_defer(book->arena, let_go, s);
    return s;
}

void
ek_xlsx_spool_add(struct ek_xlsx_spool *s, const struct ek_xlsx_row *row)
{
    size_t n = s->book->summary.n;
    s->rows++;
    if (!s->file)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct ek_xlsx_cell *cell = &row->cells[i];
        fwrite(cell, sizeof *cell, 1, s->file);
        fwrite(cell->text.p ? cell->text.p : "", 1, cell->text.n, s->file);
    }
}

static bool
read_row(struct ek_xlsx_spool *s, struct ek_xlsx_row *row, ek_arena *arena)
{
    for (size_t i = 0; i < s->book->summary.n; i++) {
        struct ek_xlsx_cell *cell = &row->cells[i];
        if (fread(cell, sizeof *cell, 1, s->file) != 1)
            return false;
        char *text = ek_arena_alloc(arena, cell->text.n + 1);
        if (fread(text, 1, cell->text.n, s->file) != cell->text.n)
            return false;
        cell->text.p = text;
    }
    return true;
}

bool
ek_xlsx_spool_put(struct ek_xlsx_spool *s, struct ek_xlsx_sheet *sheet)
{
    if (!s->file || fflush(s->file) || ferror(s->file))
        return false;
    rewind(s->file);
    for (size_t i = 0; i < s->rows; i++) {
        ek_arena *arena = ek_arena_new(0);
        struct ek_xlsx_row row;
        bool good = arena && read_row(s, &row, arena);
        if (good)
            ek_xlsx_put(sheet, &row);
        ek_arena_free(arena);
        if (!good)
            return false;
    }
    return true;
}
