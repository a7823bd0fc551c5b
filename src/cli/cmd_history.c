/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/day.h"
#include "cli/history_find.h"
#include "cli/history_take.h"
#include "cli/version.h"

typedef void write_history(ek_arena *arena, ek_buf *out,
                           const ek_history *history,
                           const struct ek_report_options *options);

static const struct {
    const char *name;
    write_history *write;
} formats[] = {{"term", ek_history_term},
               {"json", ek_history_json},
               {"csv", ek_history_csv},
               {"md", ek_history_markdown}};

static write_history *
writer_of(ek_str format)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (ek_str_is(format, formats[i].name))
            return formats[i].write;
    return formats[0].write;
}

/* A day, a time of it behind a T, and perhaps Z. */
static bool
is_since(ek_str s)
{
    enum { DAY = 10, LONGEST = 20 };
    if (!ek_is_day(ek_str_slice(s, 0, DAY)) || s.n > LONGEST)
        return false;
    for (size_t i = DAY; i < s.n; i++) {
        char c = s.p[i];
        bool digit = c >= '0' && c <= '9';
        if (i == DAY ? c != 'T'
                     : !digit && c != ':' && !(c == 'Z' && i + 1 == s.n))
            return false;
    }
    return s.n == DAY || s.n > DAY + 2;
}

static bool
is_well_asked(struct ek_run *run)
{
    ek_str since = run->opt.value[EK_O_since];
    if (!ek_run_choice(run, EK_O_format, EK_STR("term json csv md")) ||
        !ek_run_choice(run, EK_O_color, EK_STR("auto always never")))
        return false;
    if (run->opt.given[EK_O_since] && !is_since(since)) {
        ek_run_misuse(run, EK_M_bad_value, since, EK_STR("--since"));
        return false;
    }
    return true;
}

static void
tell(struct ek_run *run, ek_store *store, const struct ek_store_scans *scans,
     struct ek_output *output)
{
    ek_history history = {.since = run->opt.value[EK_O_since],
                          .versions = run->opt.operands.n > 0};
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .width = ek_run_width(run),
                                        .colour = ek_run_colour(run),
                                        .terminal = ek_run_on_terminal(run)};
    ek_buf out = ek_buf_on(run->arena);
    if (!ek_history_take(run, store, scans, &history))
        return;
    writer_of(run->opt.value[EK_O_format])(run->arena, &out, &history,
                                           &options);
    ek_output_write(output, &out);
}

static void
answer(struct ek_run *run, ek_store *store)
{
    ek_search search;
    const struct ek_found_reporter *reporter;
    struct ek_store_scans scans;
    struct ek_output output;
    bool grep = run->opt.given[EK_O_grep];
    if ((grep && !ek_history_find_ask(run, &search, &reporter)) ||
        !ek_history_named(run, store, &scans) ||
        (run->opt.operands.n && !scans.v.n) || !ek_output_open(&output, run))
        return;
    if (grep) {
        search.store = store;
        ek_history_find(run, &search, reporter, &scans, &output);
    } else {
        tell(run, store, &scans, &output);
    }
    ek_output_close(&output);
}

void
ek_cmd_history(struct ek_run *run)
{
    ek_store *store = NULL;
    if (!is_well_asked(run) || !ek_version_open(run, &store))
        return;
    answer(run, store);
    ek_store_close(store);
}
