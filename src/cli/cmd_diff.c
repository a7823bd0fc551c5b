/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/candidate.h"
#include "cli/output.h"
#include "ekimu_app.h"

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

/* New wording on access in the terms of a contract that runs: row B7 asks
 * whether that is something that "became known" (exception 2). */
static bool
raises_b7(const ek_changes *changes)
{
    for (size_t i = 0; i < changes->statements.n; i++) {
        const struct ek_statement_change *s = &changes->statements.v[i];
        if (s->shift == EK_SHIFT_STRONGER &&
            (ek_str_is(s->contribution_after, "strong") ||
             ek_str_is(s->contribution_after, "review")))
            return true;
    }
    return false;
}

static bool
is_running(struct ek_scanner *scanner, const ek_result *r)
{
    (void)r;
    return ek_str_starts(
        ek_facts_get(&scanner->answers, scanner->pack, EK_STR("U18"), NULL),
        EK_STR("running"));
}

static const ek_changes *
compare(struct versions *v, struct ek_scanner *scanner)
{
    struct ek_run *run = scanner->run;
    ek_changes *changes = ek_diff(run->arena, v->before, v->after);
    if (!raises_b7(changes) || !is_running(scanner, v->after))
        return changes;
    ek_facts_signal(&scanner->facts, run->arena, EK_STR("terms-changed"));
    ek_result_free(v->after);
    v->after = ek_candidate_scan(scanner, run->opt.operands.v[1]);
    return v->after ? ek_diff(run->arena, v->before, v->after) : NULL;
}

static void
write_changes(struct ek_run *run, ek_buf *out, const ek_changes *changes)
{
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .colour = ek_run_colour(run),
                                        .width = ek_run_width(run),
                                        .all = run->opt.given[EK_O_all]};
    if (ek_str_is(run->opt.value[EK_O_format], "json"))
        ek_diff_json(out, changes);
    else
        ek_diff_term(out, changes, &options);
}

static bool
is_well_asked(struct ek_run *run)
{
    ek_str format = run->opt.value[EK_O_format];
    if (run->opt.operands.n != 2) {
        ek_run_misuse(run, EK_M_no_versions, nothing, nothing);
        return false;
    }
    if (format.n && !ek_str_is(format, "term") && !ek_str_is(format, "json")) {
        ek_run_misuse(run, EK_M_bad_value, format, EK_STR("--format"));
        return false;
    }
    return true;
}

static void
report(struct ek_run *run, struct ek_output *output, struct ek_scanner *scanner)
{
    struct versions v = {NULL, NULL};
    ek_buf out = ek_buf_on(run->arena);
    const ek_changes *changes =
        scan_versions(&v, scanner) ? compare(&v, scanner) : NULL;
    if (changes) {
        write_changes(run, &out, changes);
        if (ek_changes_of_substance(changes))
            run->troubles |= EK_TROUBLE_FOUND;
    }
    ek_output_write(output, &out);
    free_versions(&v);
}

void
ek_cmd_diff(struct ek_run *run)
{
    struct ek_scanner *scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    struct ek_output output;
    if (!is_well_asked(run) || !ek_scanner_open(scanner, run) ||
        !ek_output_open(&output, run))
        return;
    scanner->options.read.keep_text = true;
    report(run, &output, scanner);
    ek_scanner_close(scanner);
    ek_output_close(&output);
}
