/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/scanner.h"
#include "ekimu_app.h"

#include <stdio.h>

static const ek_str nothing = {"", 0};

/* Gravest first. */
static const char *const statuses[] = {"indicated", "needs-review",
                                       "needs-user-fact", "not-addressed"};

enum { STATUSES = sizeof statuses / sizeof *statuses };

struct job {
    struct ek_scanner scanner;
    struct ek_output output;
    const struct ek_reporter *reporter;
    void *reporting; /* its state */
    struct ek_inputs inputs;
    size_t fail_on; /* index in statuses; STATUSES = never */
    ek_buf out;
};

static size_t
rank_of(ek_str status)
{
    size_t i = 0;
    while (i < STATUSES && !ek_str_is(status, statuses[i]))
        i++;
    return i;
}

static bool
is_choice(struct ek_run *run, enum ek_option option, ek_str words)
{
    ek_str value = run->opt.value[option];
    if (!run->opt.given[option])
        return true;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, value))
            return true;
    ek_run_misuse(
        run, EK_M_bad_value, value,
        ek_arena_printf(run->arena, "--%s", ek_option_rows[option].name));
    return false;
}

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
    if (run->opt.given[EK_O_questions] && run->opt.given[EK_O_format] &&
        !ek_str_is(run->opt.value[EK_O_format], "term")) {
        ek_run_misuse(run, EK_M_no_together, EK_STR("--questions"),
                      EK_STR("--format"));
        return false;
    }
    return is_choice(run, EK_O_format,
                     EK_STR("term json ndjson sarif csv md html")) &&
           is_choice(run, EK_O_color, EK_STR("auto always never")) &&
           is_choice(run, EK_O_show, EK_STR("frames text")) &&
           is_choice(run, EK_O_fail_on,
                     EK_STR("indicated needs-review needs-user-fact "
                            "not-addressed"));
}

static void
judge(struct job *job, struct ek_run *run, const ek_result *r)
{
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (ek_str_starts(v->item, EK_STR("EX-")) &&
            rank_of(v->status) < STATUSES && rank_of(v->status) <= job->fail_on)
            run->troubles |= EK_TROUBLE_FOUND;
    }
}

static struct ek_report_options
report_options(const struct ek_run *run, const ek_pack *pack)
{
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .colour = ek_run_colour(run),
                                        .width = ek_run_width(run),
                                        .all = run->opt.given[EK_O_all],
                                        .summary =
                                            run->opt.given[EK_O_summary]};
    for (size_t i = 0; i < pack->clauses.n; i++) {
        const ek_clause *clause = &pack->clauses.v[i];
        struct ek_report_rule rule = {clause->id, clause->group, clause->title,
                                      clause->about, clause->provisions};
        EK_PUSH(run->arena, options.rules, rule);
    }
    return options;
}

static void
report(void *self, ek_result *result)
{
    struct job *job = self;
    struct ek_run *run = job->scanner.run;
    if (!result)
        return;
    if (run->opt.given[EK_O_fail_on])
        judge(job, run, result);
    job->reporter->document(job->reporting, &job->out, result);
    ek_result_free(result);
    ek_output_write(&job->output, &job->out);
}

static void
report_all(struct job *job, struct ek_run *run)
{
    struct ek_report_options options = report_options(run, job->scanner.pack);
    ek_str bundle = run->opt.value[EK_O_bundle];
    size_t n = job->inputs.paths.n;
    job->reporting = job->reporter->begin(run->arena, &job->out, &options);
    if (bundle.n && n)
        report(job, ek_scanner_scan_bundle(&job->scanner, bundle,
                                           job->inputs.paths.v, n));
    for (size_t i = 0; !bundle.n && i < n; i++)
        ek_scanner_each(&job->scanner, job->inputs.paths.v[i], report, job);
    job->reporter->end(job->reporting, &job->out);
    ek_output_write(&job->output, &job->out);
}

static void
show_all(struct job *job, struct ek_run *run)
{
    bool text = ek_str_is(run->opt.value[EK_O_show], "text");
    struct ek_show show = {.matcher = job->scanner.matcher,
                           .pack = job->scanner.pack,
                           .options = &job->scanner.options,
                           .lang = run->opt.lang,
                           .text = text,
                           .headed = text && job->inputs.paths.n > 1};
    for (size_t i = 0; i < job->inputs.paths.n; i++) {
        ek_scan_show(&job->out, &show, job->inputs.paths.v[i], &run->diag);
        ek_run_say_diag(run);
        ek_output_write(&job->output, &job->out);
    }
    if (show.failed)
        run->troubles |= EK_TROUBLE_UNREAD;
    job->scanner.done = show.done;
    job->scanner.failed = show.failed;
    job->scanner.skipped = show.skipped;
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
                           ek_arena_printf(run->arena, "%zu", parts[i].n),
                           nothing);
    fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
}

void
ek_cmd_scan(struct ek_run *run)
{
    struct job *job = ek_arena_alloc(run->arena, sizeof *job);
    if (!is_well_asked(run))
        return;
    ek_str format = run->opt.value[EK_O_format];
    job->reporter = run->opt.given[EK_O_questions]
                        ? &ek_reporter_questions
                        : ek_reporter_find(format.n ? format : EK_STR("term"));
    job->fail_on = rank_of(run->opt.value[EK_O_fail_on]);
    job->out = ek_buf_on(run->arena);
    if (!ek_scanner_open(&job->scanner, run) ||
        !ek_output_open(&job->output, run))
        return;
    ek_inputs_gather(&job->inputs, run);
    if (job->inputs.paths.n == 0)
        ek_run_say(run, EK_M_no_documents, nothing, nothing);
    if (run->opt.given[EK_O_show])
        show_all(job, run);
    else
        report_all(job, run);
    ek_output_close(&job->output);
    ek_scanner_close(&job->scanner);
    say_summary(job, run);
}
