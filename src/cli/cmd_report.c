/* SPDX-License-Identifier: Apache-2.0 */
/* Saved results in any format. The exit status is that of the scan that gave
 * them, so that a report of what was not read never ends well. */
#include "config.h"

#include "base/written.h"
#include "cli/packs.h"
#include "cli/reports.h"
#include "cli/saved.h"

#include <stdio.h>

static const ek_str nothing = {"", 0};

struct job {
    struct ek_run *run;
    ek_pack *pack;
    struct ek_reports reports;
    struct ek_saved saved;
    bool other_pack; /* said */
};

static void
compare_packs(struct job *job, const ek_result *r)
{
    struct ek_run *run = job->run;
    if (job->other_pack ||
        ek_str_eq(r->pack_fingerprint, job->pack->fingerprint))
        return;
    job->other_pack = true;
    if (!run->opt.given[EK_O_quiet])
        ek_run_say(run, EK_M_other_pack,
                   ek_arena_printf(run->arena, "%.*s %.*s", EK_ARG(r->pack_id),
                                   EK_ARG(r->pack_version)),
                   ek_arena_printf(run->arena, "%.*s %.*s",
                                   EK_ARG(job->pack->id),
                                   EK_ARG(job->pack->version)));
}

static void
take(void *self, ek_result *result)
{
    struct job *job = self;
    compare_packs(job, result);
    ek_run_count(job->run, result);
    ek_reports_take(&job->reports, result);
}

static void
say_summary(const struct ek_run *run, const struct ek_saved *saved)
{
    ek_buf line = ek_buf_on(run->arena);
    if (run->opt.given[EK_O_quiet] || (saved->done == 1 && !saved->failed))
        return;
    ek_message_add(&line, EK_M_rendered, run->opt.lang,
                   ek_written_count(run->arena, saved->done), nothing);
    if (saved->failed)
        ek_message_add(&line, EK_M_failed, run->opt.lang,
                       ek_written_count(run->arena, saved->failed), nothing);
    fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
}

void
ek_cmd_report(struct ek_run *run)
{
    struct job *job = ek_arena_alloc(run->arena, sizeof *job);
    *job = (struct job){.run = run,
                        .saved = {.run = run, .self = job, .take = take}};
    if (run->opt.operands.n == 0) {
        ek_run_misuse(run, EK_M_no_saved, nothing, nothing);
        return;
    }
    if (!ek_reports_ask(&job->reports, run) ||
        !ek_packs_load(&job->pack, run, nothing) ||
        !ek_reports_begin(&job->reports, job->pack, true))
        return;
    for (size_t i = 0;
         i < run->opt.operands.n && !ek_reports_are_lost(&job->reports); i++)
        ek_saved_each(&job->saved, run->opt.operands.v[i]);
    ek_reports_end(&job->reports);
    say_summary(run, &job->saved);
}
