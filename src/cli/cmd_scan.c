/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/written.h"
#include "cli/inputs.h"
#include "cli/keeper.h"
#include "cli/output.h"
#include "cli/reports.h"
#include "cli/run.h"
#include "cli/scanner.h"
#include "ekimu_app.h"

#include <stdio.h>

static const ek_str nothing = {"", 0};

struct job {
    struct ek_scanner scanner;
    struct ek_keeper keeper;
    struct ek_reports reports;
    struct ek_inputs inputs;
};

static bool
is_well_asked(struct ek_run *run)
{
    if (run->opt.operands.n == 0) {
        ek_run_misuse(run, EK_M_no_path, nothing, nothing);
        return false;
    }
    if (run->opt.given[EK_O_bundle] && !run->opt.value[EK_O_bundle].n) {
        ek_run_misuse(run, EK_M_bad_value, nothing, EK_STR("--bundle"));
        return false;
    }
    return ek_run_choice(run, EK_O_show, EK_STR("frames text"));
}

static void
report(void *self, ek_result *result)
{
    struct job *job = self;
    if (result)
        ek_reports_take(&job->reports, result);
}

static bool
report_all(struct job *job, struct ek_run *run)
{
    ek_str bundle = run->opt.value[EK_O_bundle];
    size_t n = job->inputs.paths.n;
    if (!ek_reports_expect(&job->reports, bundle.n ? 1 : n) ||
        !ek_reports_begin(&job->reports, job->scanner.pack,
                          run->opt.given[EK_O_with_text]))
        return false;
    if (ek_reports_need_text(&job->reports))
        job->scanner.options.read.keep_text = true;
    if (bundle.n && n)
        ek_keeper_bundle(&job->keeper, bundle, job->inputs.paths.v, n, report,
                         job);
    for (size_t i = 0;
         !bundle.n && i < n && !ek_reports_are_lost(&job->reports); i++)
        ek_keeper_each(&job->keeper, job->inputs.paths.v[i], report, job);
    ek_reports_end(&job->reports);
    return true;
}

static void
show_each(struct job *job, struct ek_run *run, struct ek_output *output,
          struct ek_show *show)
{
    ek_buf out = ek_buf_on(run->arena);
    for (size_t i = 0; i < job->inputs.paths.n; i++) {
        ek_scan_show(&out, show, job->inputs.paths.v[i], &run->diag);
        ek_run_say_diag(run);
        ek_output_write(output, &out);
    }
}

static bool
show_all(struct job *job, struct ek_run *run)
{
    bool text = ek_str_is(run->opt.value[EK_O_show], "text");
    struct ek_output output;
    struct ek_show show = {.matcher = job->scanner.matcher,
                           .pack = job->scanner.pack,
                           .options = &job->scanner.options,
                           .lang = run->opt.lang,
                           .text = text,
                           .headed = text && job->inputs.paths.n > 1};
    if (!ek_output_open(&output, run))
        return false;
    show_each(job, run, &output, &show);
    ek_output_close(&output);
    if (show.failed)
        run->troubles |= EK_TROUBLE_UNREAD;
    job->scanner.done = show.done;
    job->scanner.failed = show.failed;
    job->scanner.skipped = show.skipped;
    return true;
}

static void
say_summary(const struct job *job, const struct ek_run *run)
{
    unsigned done = job->scanner.done, failed = job->scanner.failed;
    size_t skipped = job->inputs.skipped + job->scanner.skipped;
    if (run->opt.given[EK_O_quiet] || (done == 1 && !failed && !skipped))
        return;
    const struct {
        enum ek_message message;
        size_t n;
    } parts[] = {
        {EK_M_scanned, done}, {EK_M_failed, failed}, {EK_M_skipped, skipped}};
    ek_buf line = ek_buf_on(run->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (i == 0 || parts[i].n)
            ek_message_add(&line, parts[i].message, run->opt.lang,
                           ek_written_count(run->arena, parts[i].n), nothing);
    fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
}

/* One name for one contract, and what has none of its own needs one to be
 * found again by. */
static bool
is_well_named(const struct job *job, struct ek_run *run)
{
    const struct ek_opt *opt = &run->opt;
    if (opt->given[EK_O_bundle])
        return true;
    if (opt->given[EK_O_name]) {
        if (job->inputs.paths.n <= 1)
            return true;
        ek_run_misuse(run, EK_M_one_name, nothing, nothing);
        return false;
    }
    for (size_t i = 0; opt->given[EK_O_store] && i < job->inputs.paths.n; i++)
        if (ek_str_is(job->inputs.paths.v[i], "-")) {
            ek_run_misuse(run, EK_M_needs, EK_STR("--store FILE -"),
                          EK_STR("--name"));
            return false;
        }
    return true;
}

void
ek_cmd_scan(struct ek_run *run)
{
    struct job *job = ek_arena_alloc(run->arena, sizeof *job);
    if (!is_well_asked(run) || !ek_reports_ask(&job->reports, run) ||
        !ek_scanner_open(&job->scanner, run))
        return;
    ek_inputs_gather(&job->inputs, run);
    if (!is_well_named(job, run) ||
        !ek_keeper_open(&job->keeper, &job->scanner))
        return;
    if (job->inputs.paths.n == 0)
        ek_run_say(run, EK_M_no_documents, nothing, nothing);
    if (!(run->opt.given[EK_O_show] ? show_all : report_all)(job, run))
        return;
    ek_scanner_close(&job->scanner);
    ek_keeper_close(&job->keeper);
    say_summary(job, run);
}
