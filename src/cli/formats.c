/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/formats.h"

static const struct row {
    const char *name, *file;
    bool paged;
} rows[] = {
#define EK_REPORT_FORMAT(name, file, paged) {name, file, paged},
#include "cli/format.def"
#undef EK_REPORT_FORMAT
};

enum { ROWS = sizeof rows / sizeof *rows };

static ek_str
names(const struct ek_run *run)
{
    ek_buf out = ek_buf_on(run->arena);
    for (size_t i = 0; i < ROWS; i++)
        if (ek_reporter_find(ek_str_of(rows[i].name)))
            ek_buf_printf(&out, "%s%s", out.n ? ", " : "", rows[i].name);
    return ek_buf_str(&out);
}

static bool
add(struct ek_formats *formats, struct ek_run *run, ek_str name)
{
    size_t i = 0;
    while (i < ROWS && !ek_str_is(name, rows[i].name))
        i++;
    if (i == ROWS) {
        ek_run_misuse(run, EK_M_bad_format, name, names(run));
        return false;
    }
    struct ek_format format = {ek_reporter_find(name), rows[i].file,
                               rows[i].paged};
    if (!format.reporter) {
        ek_run_misuse(run, EK_M_not_built, name, names(run));
        return false;
    }
    for (size_t f = 0; f < formats->v.n; f++)
        if (formats->v.v[f].reporter == format.reporter)
            return true;
    EK_PUSH(run->arena, formats->v, format);
    return true;
}

static bool
add_questions(struct ek_formats *formats, struct ek_run *run)
{
    const struct ek_format format = {&ek_reporter_questions,
                                     "ekimu-questions.txt", false};
    for (size_t i = 0; i < run->opt.formats.n; i++)
        if (!ek_str_is(run->opt.formats.v[i], "term")) {
            ek_run_misuse(run, EK_M_no_together, EK_STR("--questions"),
                          EK_STR("--format"));
            return false;
        }
    EK_PUSH(run->arena, formats->v, format);
    return true;
}

bool
ek_formats_ask(struct ek_formats *formats, struct ek_run *run)
{
    *formats = (struct ek_formats){{0}};
    if (run->opt.given[EK_O_questions])
        return add_questions(formats, run);
    for (size_t i = 0; i < run->opt.formats.n; i++)
        if (!add(formats, run, run->opt.formats.v[i]))
            return false;
    return formats->v.n || add(formats, run, EK_STR("term"));
}
