/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/output.h"
#include "cli/run.h"
#include "cli/scanner.h"
#include "cli/tables.h"
#include "ekimu_app.h"

#include <errno.h>
#include <string.h>

static const ek_str nothing = {"", 0};

typedef void writer(ek_buf *, const ek_evaluation *,
                    const struct ek_table_options *);

static writer *
writer_of(struct ek_run *run)
{
    static const struct {
        const char *name;
        writer *write;
    } writers[] = {{"term", ek_tables_term},
                   {"json", ek_tables_json},
                   {"tsv", ek_tables_tsv}};
    ek_str format = run->opt.value[EK_O_format];
    if (!run->opt.given[EK_O_format])
        return ek_tables_term;
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (ek_str_is(format, writers[i].name))
            return writers[i].write;
    ek_run_misuse(run, EK_M_bad_value, format, EK_STR("--format"));
    return NULL;
}

static void
load_gold(struct ek_run *run, struct ek_golds *golds)
{
    for (size_t i = 0; i < run->opt.operands.n; i++)
        if (ek_gold_load(golds, run->arena, run->opt.operands.v[i],
                         &run->diag) != EK_OK)
            run->troubles |= EK_TROUBLE_UNREAD;
    if (ek_diag_worst(&run->diag) == EK_ERROR)
        run->troubles |= EK_TROUBLE_UNREAD;
    ek_run_say_diag(run);
}

static void
take_line(struct ek_run *run, ek_evaluation *e, ek_str line, size_t number)
{
    ek_result *result = NULL;
    const char *why = NULL;
    if (ek_str_trim(line).n == 0)
        return;
    if (ek_result_read(&result, line, &why) == EK_OK) {
        ek_evaluate_take(e, result);
        ek_result_free(result);
        return;
    }
    run->troubles |= EK_TROUBLE_UNREAD;
    ek_run_say(run, EK_M_bad_result,
               ek_arena_printf(run->arena, "%.*s:%zu",
                               EK_ARG(run->opt.value[EK_O_findings]), number),
               ek_str_of(why));
}

static void
take_output(struct ek_run *run, ek_evaluation *e)
{
    ek_str path = run->opt.value[EK_O_findings], all;
    if (!ek_gold_bytes(run->arena, path, &all)) {
        run->troubles |= EK_TROUBLE_UNREAD;
        ek_diag_say(&run->diag, EK_D_read_open, path, 0,
                    ek_str_of(strerror(errno)), nothing);
        ek_run_say_diag(run);
        return;
    }
    size_t number = 1;
    for (size_t at = 0; at < all.n; number++) {
        size_t end = ek_str_find(all, EK_STR("\n"), at);
        take_line(run, e, ek_str_slice(all, at, end), number);
        at = end + 1;
    }
}

static bool
scan_documents(struct ek_run *run, ek_evaluation *e,
               const struct ek_golds *golds)
{
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    if (!ek_scanner_open(scanner, run))
        return false;
    for (size_t i = 0; i < golds->v.n; i++) {
        if (golds->v.v[i].document.n == 0)
            continue;
        ek_result *result = ek_scanner_scan(scanner, golds->v.v[i].document);
        if (!result)
            continue;
        ek_evaluate_take(e, result);
        ek_result_free(result);
    }
    return true;
}

void
ek_cmd_evaluate(struct ek_run *run)
{
    struct ek_golds golds = {0};
    struct ek_output output;
    ek_evaluation evaluation = {.arena = run->arena};
    ek_buf out = ek_buf_on(run->arena);
    writer *write = writer_of(run);
    if (!write)
        return;
    if (run->opt.operands.n == 0) {
        ek_run_misuse(run, EK_M_no_gold, nothing, nothing);
        return;
    }
    if (!ek_output_open(&output, run))
        return;
    load_gold(run, &golds);
    if (run->opt.given[EK_O_findings])
        take_output(run, &evaluation);
    else if (!scan_documents(run, &evaluation, &golds))
        output.failed = true;
    if (!output.failed) {
        struct ek_table_options options = {run->opt.lang, run->opt.min_support,
                                           run->opt.given[EK_O_rows]};
        ek_evaluate_count(&evaluation, &golds);
        write(&out, &evaluation, &options);
        ek_output_write(&output, &out);
    }
    ek_output_close(&output);
}
