/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/reports.h"

#include "cli/fail_on.h"

struct ek_one_report {
    const struct ek_reporter *reporter;
    struct ek_report_options options;
    struct ek_output output;
    bool paged, alone; /* a page a contract; of one contract only */
    size_t taken;
    void *state;
    ek_buf out;
};

static const ek_str nothing = {"", 0};

static bool
is_stdout_enough(const struct ek_reports *reports)
{
    struct ek_run *run = reports->run;
    if (run->opt.given[EK_O_output])
        return true;
    if (reports->formats.v.n > 1) {
        ek_run_misuse(run, EK_M_no_folder, nothing, nothing);
        return false;
    }
    const struct ek_reporter *reporter = reports->formats.v.v[0].reporter;
    if (reporter->trouble)
        ek_run_misuse(run, EK_M_no_stdout, ek_str_of(reporter->name), nothing);
    return !reporter->trouble;
}

bool
ek_reports_ask(struct ek_reports *reports, struct ek_run *run)
{
    *reports = (struct ek_reports){.run = run};
    if (!ek_formats_ask(&reports->formats, run) || !is_stdout_enough(reports) ||
        !ek_run_choice(run, EK_O_color, EK_STR("auto always never")) ||
        !ek_fail_on_asked(run))
        return false;
    reports->in_folder = reports->formats.v.n > 1 ||
                         ek_folder_is_named(run->opt.value[EK_O_output]);
    return true;
}

bool
ek_reports_need_text(const struct ek_reports *reports)
{
    for (size_t i = 0; i < reports->formats.v.n; i++)
        if (reports->formats.v.v[i].reporter->needs_text)
            return true;
    return false;
}

static bool
is_alone(const struct ek_reports *reports, const struct ek_format *format)
{
    return format->paged && !reports->in_folder;
}

bool
ek_reports_expect(struct ek_reports *reports, size_t contracts)
{
    const struct ek_format *first = &reports->formats.v.v[0];
    if (contracts <= 1 || !is_alone(reports, first))
        return true;
    ek_run_misuse(reports->run, EK_M_one_page, ek_str_of(first->reporter->name),
                  nothing);
    return false;
}

static struct ek_report_options
options_of(struct ek_reports *reports, const ek_pack *pack, bool text)
{
    const struct ek_run *run = reports->run;
    struct ek_report_options options = {
        .lang = run->opt.lang,
        .colour = ek_run_colour(run),
        .width = ek_run_width(run),
        .terminal = ek_run_on_terminal(run),
        .all = run->opt.given[EK_O_all],
        .summary = run->opt.given[EK_O_summary],
        .text = text,
        .name = run->opt.value[EK_O_name],
        .decided = run->opt.given[EK_O_decisions] || run->opt.given[EK_O_store],
        .folder = reports->in_folder ? &reports->folder.face : NULL};
    for (size_t i = 0; i < pack->clauses.n; i++) {
        const ek_clause *clause = &pack->clauses.v[i];
        struct ek_report_rule rule = {clause->id, clause->group, clause->title,
                                      clause->about, clause->provisions};
        EK_PUSH(run->arena, options.rules, rule);
    }
    for (size_t i = 0; i < pack->facts.n; i++) {
        struct ek_report_fact fact = {pack->facts.v[i].id,
                                      pack->facts.v[i].title};
        EK_PUSH(run->arena, options.facts, fact);
    }
    return options;
}

static bool
open_output(struct ek_reports *reports, struct ek_one_report *report,
            const char *file)
{
    struct ek_run *run = reports->run;
    ek_str path = reports->in_folder
                      ? ek_folder_file(&reports->folder, ek_str_of(file))
                      : run->opt.value[EK_O_output];
    if (!report->reporter->trouble)
        return path.n ? ek_output_open_file(&report->output, run, path)
                      : ek_output_open(&report->output, run);
    if (!ek_output_reserve(&report->output, run, path))
        return false;
    report->options.file = report->output.temporary;
    return true;
}

static bool
add(struct ek_reports *reports, const struct ek_format *format,
    const struct ek_report_options *options)
{
    ek_arena *arena = reports->run->arena;
    struct ek_one_report report = {.reporter = format->reporter,
                                   .options = *options,
                                   .paged = format->paged,
                                   .alone = is_alone(reports, format),
                                   .out = ek_buf_on(arena)};
    bool good = open_output(reports, &report, format->file);
    EK_PUSH(arena, reports->v, report);
    return good;
}

/* What was opened before one could not be. */
static void
give_up(struct ek_reports *reports)
{
    for (size_t i = 0; i < reports->v.n; i++) {
        struct ek_output *output = &reports->v.v[i].output;
        output->failed = true;
        ek_output_close(output);
    }
}

bool
ek_reports_begin(struct ek_reports *reports, const ek_pack *pack, bool text)
{
    struct ek_run *run = reports->run;
    struct ek_report_options options = options_of(reports, pack, text);
    if (!ek_ledgers_read(&reports->ledgers, run))
        return false;
    if (reports->in_folder &&
        !ek_folder_open(&reports->folder, run, run->opt.value[EK_O_output]))
        return false;
    for (size_t i = 0; i < reports->formats.v.n; i++)
        if (!add(reports, &reports->formats.v.v[i], &options)) {
            give_up(reports);
            return false;
        }
    for (size_t i = 0; i < reports->v.n; i++) {
        struct ek_one_report *one = &reports->v.v[i];
        one->state = one->reporter->begin(run->arena, &one->out, &one->options);
    }
    return true;
}

static void
give(struct ek_run *run, struct ek_one_report *one, const ek_result *result)
{
    one->taken++;
    if (one->alone && one->taken > 1) {
        if (one->taken == 2)
            ek_run_misuse(run, EK_M_one_page, ek_str_of(one->reporter->name),
                          nothing);
        return;
    }
    one->reporter->document(one->state, &one->out, result);
    ek_output_write(&one->output, &one->out);
}

void
ek_reports_take(struct ek_reports *reports, ek_result *result)
{
    ek_ledgers_apply(&reports->ledgers, result);
    ek_fail_on_judge(reports->run, result);
    for (size_t i = 0; i < reports->v.n; i++)
        give(reports->run, &reports->v.v[i], result);
    ek_result_free(result);
}

bool
ek_reports_are_lost(const struct ek_reports *reports)
{
    for (size_t i = 0; i < reports->v.n; i++) {
        const struct ek_one_report *one = &reports->v.v[i];
        if (!one->output.failed && !(one->paged && reports->folder.failed))
            return false;
    }
    return true;
}

/* Whether it is no report as it stands: the page of no contract, or the index
 * of pages of which one is missing. */
static bool
is_void(const struct ek_reports *reports, const struct ek_one_report *one)
{
    return (one->alone && !one->taken) ||
           (one->paged && reports->folder.failed);
}

static void
end(struct ek_reports *reports, struct ek_one_report *one)
{
    struct ek_output *output = &one->output;
    one->reporter->end(one->state, &one->out);
    ek_output_write(output, &one->out);
    if (one->reporter->trouble) {
        ek_str trouble = one->reporter->trouble(one->state);
        if (trouble.n)
            ek_output_fail(output, trouble);
    }
    if (is_void(reports, one))
        output->failed = true;
    ek_output_close(output);
}

void
ek_reports_end(struct ek_reports *reports)
{
    for (size_t i = 0; i < reports->v.n; i++)
        end(reports, &reports->v.v[i]);
    ek_ledgers_end(&reports->ledgers);
}
