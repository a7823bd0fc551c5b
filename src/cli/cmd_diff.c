/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/candidate.h"
#include "cli/diff_reports.h"
#include "cli/version.h"

static const ek_str nothing = {"", 0};

struct versions {
    ek_result *before, *after;
};

static void
free_versions(struct versions *v)
{
    ek_result_free(v->before);
    ek_result_free(v->after);
    *v = (struct versions){NULL, NULL};
}

static bool
scan_versions(struct versions *v, struct ek_scanner *scanner)
{
    const ek_str *operands = scanner->run->opt.operands.v;
    v->before = ek_candidate_scan(scanner, operands[0]);
    v->after = ek_candidate_scan(scanner, operands[1]);
    return v->before && v->after;
}

static bool
is_running(const ek_result *r)
{
    for (size_t i = 0; i < r->facts.n; i++)
        if (ek_str_is(r->facts.v[i].fact, "U18"))
            return ek_str_starts(r->facts.v[i].value, EK_STR("running"));
    return false;
}

/* A change of the terms of a contract that runs is a fact that the later
 * version is judged with. */
static const ek_changes *
compare(struct versions *v, struct ek_scanner *scanner)
{
    struct ek_run *run = scanner->run;
    ek_changes *changes = ek_diff(run->arena, v->before, v->after);
    if (!ek_changes_widen_access(changes) || !is_running(v->after))
        return changes;
    ek_facts_signal(&scanner->facts, run->arena, EK_STR("terms-changed"));
    ek_result_free(v->after);
    v->after = ek_candidate_scan(scanner, run->opt.operands.v[1]);
    return v->after ? ek_diff(run->arena, v->before, v->after) : NULL;
}

static void
diff_files(struct ek_run *run, struct ek_diff_reports *reports)
{
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct versions v = {NULL, NULL};
    if (!ek_scanner_open(scanner, run) || !ek_diff_reports_begin(reports))
        return;
    scanner->options.read.keep_text = true;
    ek_diff_reports_end(
        reports, scan_versions(&v, scanner) ? compare(&v, scanner) : NULL);
    ek_scanner_close(scanner);
    free_versions(&v);
}

/* One name stands for its last two versions. */
static bool
recall_versions(struct versions *v, struct ek_run *run, ek_store *store)
{
    const ek_str *operands = run->opt.operands.v;
    struct ek_store_scan before, after;
    size_t n = run->opt.operands.n;
    if (!ek_version_find(run, store, operands[n - 1], &after) ||
        !(n == 2 ? ek_version_find(run, store, operands[0], &before)
                 : ek_version_before(run, store, &after, &before)))
        return false;
    v->before = ek_version_result(run, store, &before);
    v->after = v->before ? ek_version_result(run, store, &after) : NULL;
    return v->after != NULL;
}

/* As they were judged when they were stored. */
static void
diff_stored(struct ek_run *run, struct ek_diff_reports *reports)
{
    struct versions v = {NULL, NULL};
    const ek_changes *changes = NULL;
    ek_store *store = NULL;
    if (!ek_version_open(run, &store))
        return;
    if (recall_versions(&v, run, store) && ek_diff_reports_begin(reports)) {
        changes = ek_diff(run->arena, v.before, v.after);
        if (ek_changes_widen_access(changes) && is_running(v.after))
            ek_run_say(run, EK_M_not_judged_again, nothing, nothing);
        ek_diff_reports_end(reports, changes);
    }
    ek_store_close(store);
    free_versions(&v);
}

/* What was stored is not judged anew. */
static bool
is_well_asked(struct ek_run *run)
{
    static const enum ek_option judging[] = {EK_O_fact, EK_O_profile};
    for (size_t i = 0; i < sizeof judging / sizeof *judging; i++)
        if (run->opt.given[EK_O_store] && run->opt.given[judging[i]]) {
            ek_run_misuse(run, EK_M_no_together, EK_STR("--store"),
                          ek_arena_printf(run->arena, "--%s",
                                          ek_option_rows[judging[i]].name));
            return false;
        }
    return true;
}

void
ek_cmd_diff(struct ek_run *run)
{
    struct ek_diff_reports reports;
    bool stored = run->opt.given[EK_O_store];
    size_t n = run->opt.operands.n;
    if (n != 2 && !(stored && n == 1)) {
        ek_run_misuse(run, EK_M_no_versions, nothing, nothing);
        return;
    }
    if (!is_well_asked(run) || !ek_diff_reports_ask(&reports, run))
        return;
    if (stored)
        diff_stored(run, &reports);
    else
        diff_files(run, &reports);
}
