/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/authors.h"

#include "base/written.h"
#include "cli/inputs.h"
#include "cli/scanner.h"

enum { ID_CELLS = 26, SLOWEST = 20, TEXT_CELLS = 44 };

static void
add_others(ek_buf *out, const ek_pack *pack, size_t clause,
           const struct ek_self_row *row)
{
    const char *before = "  ";
    for (size_t c = 0; c < pack->clauses.n; c++) {
        if (c == clause || !row->found[c])
            continue;
        ek_buf_printf(out, "%s%.*s %u", before, EK_ARG(pack->clauses.v[c].id),
                      row->found[c]);
        before = ", ";
    }
}

void
ek_authors_matrix(ek_buf *out, const ek_pack *pack,
                  const struct ek_self_rows *rows)
{
    ek_buf_printf(out, "%-26s %4s %6s %4s %6s %6s  %s\n", "clause type", "yes",
                  "missed", "no", "wrong", "known",
                  "other types in the yes examples");
    for (size_t c = 0; c < rows->v.n; c++) {
        const struct ek_self_row *row = &rows->v.v[c];
        ek_width_pad(out, pack->clauses.v[c].id, ID_CELLS);
        ek_buf_printf(out, " %4u %6u %4u %6u %6u", row->yes, row->missed,
                      row->no, row->wrong, row->known);
        add_others(out, pack, c, row);
        ek_buf_putc(out, '\n');
    }
}

/* The documents of the operands after the first, which names the action. */
static bool
profile_operands(ek_profile *profile, struct ek_run *run)
{
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct ek_inputs inputs = {0};
    if (!ek_scanner_open(scanner, run))
        return false;
    run->opt.operands.v++;
    run->opt.operands.n--;
    ek_inputs_gather(&inputs, run);
    if (ek_profile_run(profile, run->arena, scanner->pack, scanner->matcher,
                       inputs.paths.v, inputs.paths.n, &scanner->options,
                       &run->diag) != EK_OK)
        return false;
    if (ek_diag_worst(&run->diag) == EK_ERROR)
        run->troubles |= EK_TROUBLE_UNREAD;
    ek_run_say_diag(run);
    return true;
}

static void
add_profiled(ek_buf *out, const struct ek_profiled *row)
{
    ek_buf_printf(out, "%10.3f %9llu  ", row->seconds * 1000,
                  (unsigned long long)row->hits);
    ek_width_pad(out, row->name, ID_CELLS);
    ek_buf_putc(out, ' ');
    if (row->text.n)
        ek_width_pad(out, ek_width_visible(out->arena, row->text), TEXT_CELLS);
    ek_buf_printf(out, " %.*s:%u\n", EK_ARG(row->file), row->line);
}

static void
add_slowest(ek_buf *out, const struct ek_run *run, const char *title,
            const struct ek_profiled *rows, size_t n)
{
    size_t most = run->opt.given[EK_O_all] || n < SLOWEST ? n : SLOWEST;
    ek_buf_printf(out, "%s: ", title);
    ek_message_add(out, EK_M_profiled, run->opt.lang,
                   ek_written_count(run->arena, most),
                   ek_written_count(run->arena, n));
    ek_buf_printf(out, "\n%10s %9s\n", "ms", "hits");
    for (size_t i = 0; i < most; i++)
        add_profiled(out, &rows[i]);
}

void
ek_authors_profile(struct ek_run *run, ek_buf *out)
{
    ek_profile profile;
    if (!profile_operands(&profile, run))
        return;
    add_slowest(out, run, "patterns", profile.patterns.v, profile.patterns.n);
    add_slowest(out, run, "rules", profile.rules.v, profile.rules.n);
}

void
ek_authors_unused(struct ek_run *run, ek_buf *out, const ek_pack *pack)
{
    ek_profile profile;
    ek_bits unused = ek_check_unused(pack);
    for (uint32_t i = 0; i < pack->concepts.n; i++)
        if (ek_bits_has(&unused, i))
            ek_buf_printf(out, "concept %.*s\n",
                          EK_ARG(pack->concepts.v[i].id));
    if (run->opt.operands.n < 2 || !profile_operands(&profile, run))
        return;
    for (size_t i = 0; i < profile.patterns.n; i++) {
        const struct ek_profiled *row = &profile.patterns.v[i];
        if (row->hits)
            continue;
        ek_buf_printf(out, "pattern %.*s:%u: %.*s: ", EK_ARG(row->file),
                      row->line, EK_ARG(row->name));
        ek_buf_add(out, ek_width_visible(out->arena, row->text));
        ek_buf_putc(out, '\n');
    }
}
