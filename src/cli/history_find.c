/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/history_find.h"

#include "cli/history_take.h"

static const struct ek_found_reporter *const reporters[] = {
    &ek_found_term, &ek_found_json, &ek_found_csv, &ek_found_markdown};

bool
ek_history_find_ask(struct ek_run *run, ek_search *search,
                    const struct ek_found_reporter **reporter)
{
    ek_str words = run->opt.value[EK_O_grep];
    ek_str format = run->opt.value[EK_O_format];
    *search = (ek_search){0};
    *reporter = &ek_found_term;
    for (size_t i = 0; i < sizeof reporters / sizeof *reporters; i++)
        if (ek_str_is(format, reporters[i]->name))
            *reporter = reporters[i];
    if (ek_store_words(&search->words, run->arena, words))
        return true;
    ek_run_misuse(run, EK_M_bad_value, words, EK_STR("--grep"));
    return false;
}

struct finder {
    struct ek_run *run;
    struct ek_output *output;
    const struct ek_found_reporter *reporter;
    struct ek_found_state state;
    const struct ek_store_scan *scan; /* that is looked at */
    ek_buf out;
};

static void
take(void *self, const struct ek_store_found *found)
{
    struct finder *f = self;
    const struct ek_store_scan *scan = f->scan;
    const struct ek_found_in in = {
        .name = scan->key.name,
        .date = scan->fields.date,
        .stored = scan->stored,
        .version = scan->version,
        .document = &found->result->documents.v[found->document],
        .several = scan->results > 1 || found->result->documents.n > 1,
        .passages = found->passages,
        .n = found->n,
    };
    f->reporter->document(&f->state, &in);
    f->state.taken++;
    ek_output_write(f->output, &f->out);
}

/* The last scan of a version tells what was read of it; without --all, of the
 * last version of a document. */
static bool
is_last(const struct ek_run *run, const struct ek_store_scans *scans, size_t i)
{
    const struct ek_store_scan *scan = &scans->v.v[i], *next = scan + 1;
    if (i + 1 == scans->v.n || !ek_str_eq(scan->key.name, next->key.name))
        return true;
    return run->opt.given[EK_O_all] && scan->version != next->version;
}

static ek_status
look(struct finder *f, ek_search *search, const struct ek_store_scans *scans)
{
    ek_str since = f->run->opt.value[EK_O_since];
    ek_status status = ek_search_begin(search, f->run->arena);
    for (size_t i = 0; i < scans->v.n && status == EK_OK; i++) {
        f->scan = &scans->v.v[i];
        if (is_last(f->run, scans, i) && ek_history_is_since(f->scan, since))
            status = ek_search_scan(search, f->scan->id);
    }
    return status;
}

void
ek_history_find(struct ek_run *run, ek_search *search,
                const struct ek_found_reporter *reporter,
                const struct ek_store_scans *scans, struct ek_output *output)
{
    struct finder f = {.run = run,
                       .output = output,
                       .reporter = reporter,
                       .out = ek_buf_on(run->arena)};
    f.state = (struct ek_found_state){
        .arena = run->arena,
        .out = &f.out,
        .options = {.lang = run->opt.lang, .width = ek_run_width(run)},
        .asked = {search->words.v.v, search->words.v.n,
                  run->opt.given[EK_O_all]}};
    f.state.options.colour = ek_run_colour(run);
    search->self = &f;
    search->take = take;
    reporter->begin(&f.state);
    ek_run_works(run, look(&f, search, scans));
    const struct ek_found_sums sums = {search->documents, search->silent,
                                       search->found, search->passages};
    reporter->end(&f.state, &sums);
    ek_output_write(output, &f.out);
}
