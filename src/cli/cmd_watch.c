/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/day.h"
#include "cli/folder.h"
#include "cli/output.h"
#include "cli/timelines.h"

static const ek_str nothing = {"", 0};

static const struct {
    const struct ek_timeline_reporter *reporter;
    const char *file; /* in a folder */
} formats[] = {
    {&ek_timeline_term, "ekimu-watch.txt"},
    {&ek_timeline_json, "ekimu-watch.json"},
    {&ek_timeline_atom, "ekimu-watch.atom"},
    {&ek_timeline_html, "index.html"},
};

enum { FORMATS = sizeof formats / sizeof *formats };

struct report {
    const struct ek_timeline_reporter *reporter;
    struct ek_timeline_options options;
    struct ek_output output;
    ek_buf out;
    void *state;
};

struct reports {
    struct ek_run *run;
    struct report v[FORMATS];
    size_t n;
    bool in_folder;
    struct ek_folder folder;
};

static ek_str
names(const struct ek_run *run)
{
    ek_buf out = ek_buf_on(run->arena);
    for (size_t i = 0; i < FORMATS; i++)
        ek_buf_printf(&out, "%s%s", i ? ", " : "", formats[i].reporter->name);
    return ek_buf_str(&out);
}

static const char *
file_of(const struct report *report)
{
    size_t i = 0;
    while (formats[i].reporter != report->reporter)
        i++;
    return formats[i].file;
}

static bool
add(struct reports *reports, ek_str name)
{
    size_t i = 0;
    while (i < FORMATS && !ek_str_is(name, formats[i].reporter->name))
        i++;
    if (i == FORMATS) {
        ek_run_misuse(reports->run, EK_M_bad_format, name, names(reports->run));
        return false;
    }
    for (size_t k = 0; k < reports->n; k++)
        if (reports->v[k].reporter == formats[i].reporter)
            return true;
    reports->v[reports->n++].reporter = formats[i].reporter;
    return true;
}

static bool
ask_formats(struct reports *reports)
{
    struct ek_run *run = reports->run;
    bool folder = false;
    reports->in_folder = ek_folder_is_named(run->opt.value[EK_O_output]);
    for (size_t i = 0; i < run->opt.formats.n; i++)
        if (!add(reports, run->opt.formats.v[i]))
            return false;
    if (!reports->n &&
        !add(reports, reports->in_folder ? EK_STR("html") : EK_STR("term")))
        return false;
    for (size_t i = 0; i < reports->n; i++)
        folder |= reports->v[i].reporter->needs_folder;
    if ((folder || reports->n > 1) && !run->opt.given[EK_O_output]) {
        ek_run_misuse(run, EK_M_no_folder, nothing, nothing);
        return false;
    }
    reports->in_folder |= folder || reports->n > 1;
    return true;
}

static bool
ask(struct ek_run *run)
{
    ek_str since = run->opt.value[EK_O_since];
    if (run->opt.operands.n != 1) {
        ek_run_misuse(run, EK_M_no_source, nothing, nothing);
        return false;
    }
    if (!run->opt.value[EK_O_store].n) {
        ek_run_misuse(run, EK_M_needs, EK_STR("watch"), EK_STR("--store"));
        return false;
    }
    if (run->opt.given[EK_O_since] && !ek_is_day(since)) {
        ek_run_misuse(run, EK_M_bad_value, since, EK_STR("--since"));
        return false;
    }
    return ek_run_choice(run, EK_O_color, EK_STR("auto always never"));
}

static struct ek_timeline_options
options_of(struct reports *reports, const ek_pack *pack)
{
    const struct ek_run *run = reports->run;
    return (struct ek_timeline_options){
        .base = {.lang = run->opt.lang,
                 .colour = ek_run_colour(run),
                 .width = ek_run_width(run),
                 .all = run->opt.given[EK_O_all],
                 .folder = reports->in_folder ? &reports->folder.face : NULL},
        .since = run->opt.value[EK_O_since],
        .engine = EK_STR(PACKAGE_VERSION),
        .pack_id = pack->id,
        .pack_version = pack->version,
        .note = pack->note_2013,
        .disclaimer = pack->disclaimer};
}

static bool
open_output(struct reports *reports, struct report *report)
{
    if (!reports->in_folder)
        return ek_output_open(&report->output, reports->run);
    return ek_output_open_file(
        &report->output, reports->run,
        ek_folder_file(&reports->folder, ek_str_of(file_of(report))));
}

static void
give_up(struct reports *reports, size_t opened)
{
    for (size_t i = 0; i < opened; i++) {
        reports->v[i].output.failed = true;
        ek_output_close(&reports->v[i].output);
    }
}

static bool
begin(struct reports *reports, const ek_pack *pack)
{
    struct ek_run *run = reports->run;
    if (reports->in_folder &&
        !ek_folder_open(&reports->folder, run, run->opt.value[EK_O_output]))
        return false;
    for (size_t i = 0; i < reports->n; i++) {
        struct report *r = &reports->v[i];
        if (!open_output(reports, r)) {
            give_up(reports, i);
            return false;
        }
        r->out = ek_buf_on(run->arena);
        r->options = options_of(reports, pack);
        r->state = r->reporter->begin(run->arena, &r->out, &r->options);
    }
    return true;
}

static void
take(void *self, const ek_timeline *timeline)
{
    struct reports *reports = self;
    for (size_t i = 0; i < reports->n; i++) {
        struct report *r = &reports->v[i];
        r->reporter->service(r->state, &r->out, timeline);
        ek_output_write(&r->output, &r->out);
    }
}

static void
end(struct reports *reports)
{
    for (size_t i = 0; i < reports->n; i++) {
        struct report *r = &reports->v[i];
        r->reporter->end(r->state, &r->out);
        ek_output_write(&r->output, &r->out);
        if (reports->in_folder && reports->folder.failed)
            r->output.failed = true;
        ek_output_close(&r->output);
    }
}

static void
watch(struct reports *reports, struct ek_scanner *scanner, ek_str source)
{
    struct ek_run *run = reports->run;
    struct ek_watcher watcher;
    size_t found = 0;
    if (!ek_watcher_open(&watcher, scanner, source))
        return;
    ek_watcher_walk(&watcher, source);
    if (begin(reports, scanner->pack)) {
        ek_timelines_each(&watcher, take, reports, &found);
        end(reports);
    }
    if (found)
        run->troubles |= EK_TROUBLE_FOUND;
    ek_watcher_close(&watcher);
}

void
ek_cmd_watch(struct ek_run *run)
{
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct reports *reports = ek_arena_alloc(run->arena, sizeof *reports);
    reports->run = run;
    if (!ask(run) || !ask_formats(reports) || !ek_scanner_open(scanner, run))
        return;
    watch(reports, scanner, run->opt.operands.v[0]);
    ek_scanner_close(scanner);
}
