/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/candidate.h"
#include "cli/diff_reports.h"

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

void
ek_cmd_diff(struct ek_run *run)
{
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct ek_diff_reports reports;
    struct versions v = {NULL, NULL};
    if (run->opt.operands.n != 2) {
        ek_run_misuse(run, EK_M_no_versions, nothing, nothing);
        return;
    }
    if (!ek_diff_reports_ask(&reports, run) || !ek_scanner_open(scanner, run) ||
        !ek_diff_reports_begin(&reports))
        return;
    scanner->options.read.keep_text = true;
    ek_diff_reports_end(
        &reports, scan_versions(&v, scanner) ? compare(&v, scanner) : NULL);
    ek_scanner_close(scanner);
    free_versions(&v);
}
