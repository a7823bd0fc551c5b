/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/diff_reports.h"

static const ek_str nothing = {"", 0};

static const struct {
    const char *name, *file; /* in a folder */
    void (*write)(ek_buf *out, const ek_changes *changes,
                  const struct ek_report_options *options);
} formats[EK_DIFF_FORMATS] = {
    {"term", "ekimu-diff.txt", ek_diff_term},
    {"html", "ekimu-diff.html", ek_diff_html},
    {"md", "ekimu-diff.md", ek_diff_markdown},
    {"json", "ekimu-diff.json", ek_diff_json},
};

static ek_str
names(const struct ek_run *run)
{
    ek_buf out = ek_buf_on(run->arena);
    for (size_t i = 0; i < EK_DIFF_FORMATS; i++)
        ek_buf_printf(&out, "%s%s", i ? ", " : "", formats[i].name);
    return ek_buf_str(&out);
}

static bool
add(struct ek_diff_reports *reports, ek_str name)
{
    unsigned format = 0;
    while (format < EK_DIFF_FORMATS && !ek_str_is(name, formats[format].name))
        format++;
    if (format == EK_DIFF_FORMATS) {
        ek_run_misuse(reports->run, EK_M_bad_format, name, names(reports->run));
        return false;
    }
    for (size_t i = 0; i < reports->n; i++)
        if (reports->v[i].format == format)
            return true;
    reports->v[reports->n++].format = format;
    return true;
}

bool
ek_diff_reports_ask(struct ek_diff_reports *reports, struct ek_run *run)
{
    *reports = (struct ek_diff_reports){.run = run};
    for (size_t i = 0; i < run->opt.formats.n; i++)
        if (!add(reports, run->opt.formats.v[i]))
            return false;
    if (!reports->n && !add(reports, EK_STR("term")))
        return false;
    if (reports->n > 1 && !run->opt.given[EK_O_output]) {
        ek_run_misuse(run, EK_M_no_folder, nothing, nothing);
        return false;
    }
    reports->in_folder =
        reports->n > 1 || ek_folder_is_named(run->opt.value[EK_O_output]);
    return ek_run_choice(run, EK_O_color, EK_STR("auto always never"));
}

static bool
open_output(struct ek_diff_reports *reports, struct ek_diff_report *report)
{
    struct ek_run *run = reports->run;
    if (!reports->in_folder)
        return ek_output_open(&report->output, run);
    return ek_output_open_file(
        &report->output, run,
        ek_folder_file(&reports->folder,
                       ek_str_of(formats[report->format].file)));
}

static void
give_up(struct ek_diff_reports *reports, size_t opened)
{
    for (size_t i = 0; i < opened; i++) {
        reports->v[i].output.failed = true;
        ek_output_close(&reports->v[i].output);
    }
}

bool
ek_diff_reports_begin(struct ek_diff_reports *reports)
{
    struct ek_run *run = reports->run;
    if (reports->in_folder &&
        !ek_folder_open(&reports->folder, run, run->opt.value[EK_O_output]))
        return false;
    for (size_t i = 0; i < reports->n; i++)
        if (!open_output(reports, &reports->v[i])) {
            give_up(reports, i);
            return false;
        }
    return true;
}

/* Where a version was not judged there is neither a change nor none. */
static void
count(struct ek_run *run, const ek_changes *changes)
{
    if (!ek_changes_comparable(changes))
        run->troubles |= EK_TROUBLE_UNREAD;
    else if (ek_changes_of_substance(changes))
        run->troubles |= EK_TROUBLE_FOUND;
}

void
ek_diff_reports_end(struct ek_diff_reports *reports, const ek_changes *changes)
{
    struct ek_run *run = reports->run;
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .colour = ek_run_colour(run),
                                        .width = ek_run_width(run),
                                        .all = run->opt.given[EK_O_all]};
    if (!changes) {
        give_up(reports, reports->n);
        return;
    }
    count(run, changes);
    for (size_t i = 0; i < reports->n; i++) {
        struct ek_diff_report *report = &reports->v[i];
        ek_buf out = ek_buf_on(run->arena);
        formats[report->format].write(&out, changes, &options);
        ek_output_write(&report->output, &out);
        ek_output_close(&report->output);
    }
}
