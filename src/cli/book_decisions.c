/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/book_row.h"

#include <stdio.h>
#include <stdlib.h>

static const struct sheet {
    const char *id;
    const char *columns[EK_BOOK_CELLS];
    size_t needed; /* columns from the first on */
} sheets[] = {
    {"findings",
     {"state", "reviewer", "reason", "date", "expires", "decision", "earlier",
      "contract", "fingerprint", "wording", "clause", "rule", "quote", "alike",
      "about"},
     EK_BOOK_CELLS},
    {"verdicts",
     {"state", "reviewer", "reason", "date", "expires", "decision", "earlier",
      "contract", "fingerprint", "wording", "item", "row", "status", "", ""},
     EK_BOOK_ALIKE},
    {"checklist",
     {"state", "reviewer", "reason", "date", "expires", "decision", "earlier",
      "contract", "fingerprint", "wording", "item", "row", "status", "", ""},
     EK_BOOK_ALIKE},
};

static const ek_str nothing = {"", 0};

static void
gather(struct ek_import *im, const ek_ledger *ledger)
{
    for (size_t i = 0; ledger && i < ledger->v.n; i++)
        im->by_id[im->n++] = &ledger->v.v[i];
}

static void
index_known(struct ek_import *im, const ek_ledger *exported)
{
    size_t n = exported->v.n + (im->known ? im->known->v.n : 0);
    im->by_id = ek_arena_alloc(im->run->arena, (n + 1) * sizeof *im->by_id);
    gather(im, im->known);
    gather(im, exported);
    qsort(im->by_id, im->n, sizeof *im->by_id, ek_book_compare_ids);
}

static void
index_things(struct ek_import *im)
{
    size_t n = im->known ? im->known->v.n : 0;
    im->by_thing =
        ek_arena_alloc(im->run->arena, (n + 1) * sizeof *im->by_thing);
    for (size_t i = 0; i < n; i++)
        if (!im->known->replaced[i])
            im->by_thing[im->things++] = &im->known->v.v[i];
    qsort(im->by_thing, im->things, sizeof *im->by_thing,
          ek_book_compare_things);
}

static bool
read_table(struct ek_import *im, struct ek_book_table *table, const char *id,
           unsigned part, const char *const *columns, size_t n)
{
    char front[32];
    snprintf(front, sizeof front, part ? "ekimu_%s%u_" : "ekimu_%s_", id,
             part + 1);
    if (ek_book_read(table, im->book, front, columns, n, &im->run->diag)) {
        ek_run_say_diag(im->run);
        im->run->troubles |= EK_TROUBLE_UNREAD;
        return false;
    }
    im->tables += table->sheet.n > 0;
    return table->sheet.n > 0;
}

/* Whether nothing is missing without which no row can be understood. */
static bool
has_columns(struct ek_import *im, const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->needed; i++) {
        if (im->table->columns[i])
            continue;
        ek_run_say(im->run, EK_M_book_column,
                   ek_arena_printf(im->run->arena, "%.*s: %.*s",
                                   EK_ARG(im->path), EK_ARG(im->table->sheet)),
                   ek_arena_printf(im->run->arena, "ekimu_%s_%s", sheet->id,
                                   sheet->columns[i]));
        im->run->troubles |= EK_TROUBLE_UNREAD;
        return false;
    }
    return true;
}

static void
read_sheet(struct ek_import *im, const struct sheet *sheet)
{
    struct ek_book_table table;
    for (unsigned part = 0;
         read_table(im, &table, sheet->id, part, sheet->columns, EK_BOOK_CELLS);
         part++) {
        im->table = &table;
        if (!has_columns(im, sheet))
            continue;
        for (size_t i = 0; i < table.rows.n; i++) {
            im->row = &table.rows.v[i];
            ek_book_take_row(im);
        }
    }
}

/* The decisions that were exported, each with its line. */
static void
read_records(struct ek_import *im, ek_ledger *exported)
{
    static const char *const columns[] = {"record"};
    struct ek_book_table table;
    for (unsigned part = 0;
         read_table(im, &table, "decisions", part, columns, 1); part++) {
        im->table = &table;
        for (size_t i = 0; i < table.rows.n; i++) {
            im->row = &table.rows.v[i];
            if (ek_ledger_read(exported, ek_book_where(im, 0),
                               im->row->cells[0].text, &im->run->diag)) {
                im->run->troubles |= EK_TROUBLE_UNREAD;
                im->told->refused++;
            }
            ek_run_say_diag(im->run);
        }
    }
    for (size_t i = 0; i < exported->v.n; i++)
        ek_ledger_add(im->out, &exported->v.v[i]);
}

bool
ek_is_book(ek_str path)
{
    static const char *const marks[] = {"PK\x03\x04", "PK\x05\x06",
                                        "\xD0\xCF\x11\xE0"};
    char front[8] = "";
    FILE *file = ek_str_is(path, "-") ? NULL : fopen(path.p, "rb");
    size_t n = file ? fread(front, 1, sizeof front, file) : 0;
    if (file)
        fclose(file);
    return ek_str_starts_any((ek_str){front, n}, marks,
                             sizeof marks / sizeof *marks) > 0;
}

static bool
open_book(struct ek_import *im)
{
    struct ek_read_options options = {.limits = ek_limits_default()};
    struct ek_run *run = im->run;
    ek_source source;
    bool good =
        !ek_source_open(&source, run->arena, im->path, &options.limits,
                        &run->diag) &&
        !ek_book_open(&im->book, run->arena, &source, &options, &run->diag);
    ek_run_say_diag(run);
    if (!good)
        run->troubles |= EK_TROUBLE_UNREAD;
    return good;
}

bool
ek_book_decisions(ek_ledger *out, struct ek_book_told *told, struct ek_run *run,
                  ek_str path, const ek_ledger *known,
                  const struct ek_book_defaults *defaults)
{
    struct ek_import im = {.run = run,
                           .path = path,
                           .out = out,
                           .known = known,
                           .defaults = defaults,
                           .told = told};
    ek_ledger exported = {.arena = run->arena};
    *told = (struct ek_book_told){0};
    if (!open_book(&im))
        return false;
    read_records(&im, &exported);
    index_known(&im, &exported);
    index_things(&im);
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        read_sheet(&im, &sheets[i]);
    if (im.tables)
        return true;
    ek_run_say(run, EK_M_book_none, path, nothing);
    run->troubles |= EK_TROUBLE_UNREAD;
    return false;
}
