/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/candidate.h"
#include "cli/output.h"
#include "cli/scanner.h"
#include "ekimu_app.h"

static const ek_str nothing = {"", 0};

typedef EK_VEC(ek_result *) results;

static void
scan_all(results *out, struct ek_scanner *s)
{
    struct ek_run *run = s->run;
    for (size_t i = 0; i < run->opt.operands.n; i++) {
        ek_result *result = ek_candidate_scan(s, run->opt.operands.v[i]);
        if (result)
            EK_PUSH(run->arena, *out, result);
    }
    ek_scanner_close(s);
}

static void
write_all(const struct ek_run *run, ek_buf *out, const results *all)
{
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .colour = ek_run_colour(run),
                                        .width = ek_run_width(run)};
    if (ek_str_is(run->opt.value[EK_O_format], "json"))
        ek_compare_json(out, all->v, all->n);
    else
        ek_compare_term(out, all->v, all->n, &options);
}

void
ek_cmd_compare(struct ek_run *run)
{
    ek_str format = run->opt.value[EK_O_format];
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct ek_output output;
    ek_buf out = ek_buf_on(run->arena);
    results all = {0};
    if (run->opt.operands.n < 2) {
        ek_run_misuse(run, EK_M_no_candidate, nothing, nothing);
        return;
    }
    if (format.n && !ek_str_is(format, "term") && !ek_str_is(format, "json")) {
        ek_run_misuse(run, EK_M_bad_value, format, EK_STR("--format"));
        return;
    }
    if (!ek_scanner_open(scanner, run) || !ek_output_open(&output, run))
        return;
    scan_all(&all, scanner);
    write_all(run, &out, &all);
    ek_output_write(&output, &out);
    ek_output_close(&output);
    for (size_t i = 0; i < all.n; i++)
        ek_result_free(all.v[i]);
}
