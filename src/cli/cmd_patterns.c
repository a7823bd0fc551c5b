/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/written.h"
#include "cli/authors.h"
#include "cli/output.h"
#include "cli/packs.h"
#include "cli/run.h"
#include "ekimu_app.h"

static const ek_str nothing = {"", 0};

enum { ID_CELLS = 26, TITLE_CELLS = 40, ACTIONS = 4 };

static ek_str
number(const struct ek_run *run, size_t n)
{
    return ek_written_count(run->arena, n);
}

static void
list_clause(ek_buf *out, const struct ek_run *run, const ek_pack *pack,
            uint32_t i)
{
    const ek_clause *clause = &pack->clauses.v[i];
    uint32_t first;
    ek_buf_printf(out, "%c  ", clause->group ? clause->group : ' ');
    ek_width_pad(out, clause->id, ID_CELLS);
    ek_buf_puts(out, "  ");
    ek_width_pad(out, ek_label_in(&clause->title, run->opt.lang), TITLE_CELLS);
    ek_buf_puts(out, "  ");
    ek_message_add(out, EK_M_n_rules, run->opt.lang,
                   number(run, ek_pack_rules(pack, i, &first)), nothing);
    ek_buf_puts(out, ", ");
    ek_message_add(out, EK_M_n_examples, run->opt.lang,
                   number(run, clause->examples.n), nothing);
    ek_buf_putc(out, '\n');
}

static void
name_pack(ek_buf *out, const struct ek_run *run, const ek_pack *pack)
{
    ek_buf_printf(out, "%.*s %.*s ", EK_ARG(pack->id), EK_ARG(pack->version));
    ek_message_add(out, EK_M_as_of, run->opt.lang,
                   ek_str_slice(pack->fingerprint, 0, 8),
                   ek_written_date(run->arena, pack->as_of, run->opt.lang));
    ek_buf_putc(out, '\n');
}

static void
list(struct ek_run *run, ek_buf *out)
{
    ek_pack *pack;
    if (!ek_packs_load(&pack, run, nothing))
        return;
    name_pack(out, run, pack);
    if (run->opt.given[EK_O_unused])
        ek_authors_unused(run, out, pack);
    for (uint32_t i = 0; i < pack->clauses.n && !run->opt.given[EK_O_unused];
         i++)
        list_clause(out, run, pack, i);
}

static void
check(struct ek_run *run, ek_buf *out)
{
    ek_pack *pack;
    ek_matcher *matcher;
    size_t errors = 0, warnings = 0;
    if (!ek_packs_load(&pack, run, nothing) ||
        !ek_packs_matcher(&matcher, pack, run))
        return;
    ek_pack_check(pack, &run->diag);
    ek_match_probe(pack, &run->diag);
    for (size_t i = 0; i < run->diag.lines.n; i++) {
        ek_level level = ek_diag_level(run->diag.lines.v[i].code);
        errors += level == EK_ERROR;
        warnings += level == EK_WARNING;
    }
    ek_run_say_diag(run);
    if (errors)
        run->troubles |= EK_TROUBLE_RULES;
    name_pack(out, run, pack);
    ek_message_add(out, EK_M_checked, run->opt.lang, number(run, errors),
                   number(run, warnings));
    ek_buf_putc(out, '\n');
}

/* A file as its pack names it: without the folder of the pack. */
static ek_str
within_pack(const ek_pack *pack, ek_str file)
{
    for (size_t i = 0; i < pack->files.n; i++) {
        ek_str own = pack->files.v[i];
        if (ek_str_ends(file, own) &&
            (file.n == own.n || file.p[file.n - own.n - 1] == '/'))
            return own;
    }
    return nothing;
}

static void
test_file(struct ek_run *run, ek_buf *out, const ek_pack *pack,
          ek_matcher *matcher, ek_str named)
{
    ek_str file = named.n ? within_pack(pack, named) : nothing;
    if (named.n && !file.n) {
        ek_run_misuse(run, EK_M_unknown_id, named, nothing);
        return;
    }
    struct ek_self_rows rows;
    unsigned failures = ek_selftest(&rows, pack, matcher, file, &run->diag);
    if (failures)
        run->troubles |= EK_TROUBLE_RULES;
    ek_run_say_diag(run);
    if (!named.n)
        ek_authors_matrix(out, pack, &rows);
    ek_buf_printf(out, "%.*s: ", EK_ARG(named.n ? named : pack->id));
    ek_message_add(out, EK_M_tested, run->opt.lang, number(run, failures),
                   nothing);
    ek_buf_putc(out, '\n');
}

static void
test(struct ek_run *run, ek_buf *out)
{
    ek_pack *pack;
    ek_matcher *matcher;
    size_t n = run->opt.operands.n;
    ek_str first = n > 1 ? run->opt.operands.v[1] : nothing;
    if (!ek_packs_load(&pack, run, first) ||
        !ek_packs_matcher(&matcher, pack, run))
        return;
    if (n == 1)
        test_file(run, out, pack, matcher, nothing);
    for (size_t i = 1; i < n; i++)
        test_file(run, out, pack, matcher, run->opt.operands.v[i]);
}

void
ek_cmd_patterns(struct ek_run *run)
{
    static const struct {
        const char *name;
        void (*act)(struct ek_run *, ek_buf *);
    } actions[ACTIONS] = {{"list", list},
                          {"check", check},
                          {"test", test},
                          {"profile", ek_authors_profile}};
    struct ek_output output;
    ek_buf out = ek_buf_on(run->arena);
    ek_str asked = run->opt.operands.n ? run->opt.operands.v[0] : nothing;
    size_t i = 0;
    while (i < ACTIONS && !ek_str_is(asked, actions[i].name))
        i++;
    if (i == ACTIONS) {
        ek_run_misuse(run, EK_M_no_action, nothing, nothing);
        return;
    }
    if (!ek_output_open(&output, run))
        return;
    actions[i].act(run, &out);
    ek_output_write(&output, &out);
    ek_output_close(&output);
}
