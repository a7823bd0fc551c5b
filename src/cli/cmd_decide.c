/* SPDX-License-Identifier: Apache-2.0 */
/* What a reviewer decides, and how what was decided stands. */
#include "config.h"

#include "base/day.h"
#include "base/written.h"
#include "cli/book_decisions.h"
#include "cli/chosen.h"
#include "cli/ledgers.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/targets.h"
#include "cli/today.h"

#include <stdio.h>
#include <stdlib.h>

static const ek_str nothing = {"", 0};

static bool
refuse(struct ek_run *run, enum ek_message message, ek_str arg1, ek_str arg2)
{
    ek_run_misuse(run, message, arg1, arg2);
    return false;
}

static bool
is_well_asked(struct ek_run *run)
{
    const struct ek_opt *opt = &run->opt;
    bool exchange = opt->given[EK_O_import] || opt->given[EK_O_export];
    if (opt->given[EK_O_store] == opt->given[EK_O_decisions])
        return refuse(run, EK_M_decide_where, nothing, nothing);
    if (opt->operands.n == 0 && !exchange)
        return refuse(run, EK_M_decide_what, nothing, nothing);
    if (opt->operands.n > 1 && exchange)
        return refuse(run, EK_M_decide_apart, nothing, nothing);
    return true;
}

static ek_str
author_of(const struct ek_run *run)
{
    return run->opt.given[EK_O_author] ? run->opt.value[EK_O_author]
                                       : ek_str_of(getenv("EKIMU_AUTHOR"));
}

/* Who, when and why, for every id the same. */
static bool
fill_in(struct ek_run *run, ek_decision *d)
{
    const struct ek_opt *opt = &run->opt;
    d->author = author_of(run);
    d->reason = opt->value[EK_O_reason];
    d->date = opt->given[EK_O_date] ? opt->value[EK_O_date] : ek_today(run);
    d->expires = opt->value[EK_O_expires];
    if (!ek_decided_of(opt->value[EK_O_state], &d->state))
        return refuse(run, EK_M_decide_state, opt->value[EK_O_state], nothing);
    if (!d->reason.n)
        return refuse(run, EK_M_decide_reason, nothing, nothing);
    if (!d->author.n)
        return refuse(run, EK_M_decide_author, nothing, nothing);
    if (!ek_is_day(d->date))
        return refuse(run, EK_M_decide_day, d->date, EK_STR("--date"));
    if (d->expires.n &&
        (!ek_is_day(d->expires) || ek_str_cmp(d->expires, d->date) < 0))
        return refuse(run, EK_M_decide_day, d->expires, EK_STR("--expires"));
    return true;
}

static bool
add_target(struct ek_run *run, ek_ledger *more, const ek_result *r,
           const ek_decision *said, ek_str id)
{
    ek_decision d;
    if (!ek_target_of(run, r, id, &d))
        return false;
    if (said->state == EK_DECIDED_OPEN && !d.replaces.n)
        return refuse(run, EK_M_decide_not_yet, id, nothing);
    d.contract = said->contract;
    d.state = said->state;
    d.author = said->author;
    d.reason = said->reason;
    d.date = said->date;
    d.expires = said->expires;
    ek_decision_seal(run->arena, &d);
    ek_ledger_add(more, &d);
    return true;
}

static void
say_kept(const struct ek_run *run, size_t n)
{
    if (!run->opt.given[EK_O_quiet])
        ek_run_say(run, n == 1 ? EK_M_decide_kept_one : EK_M_decide_kept,
                   ek_written_count(run->arena, n), nothing);
}

static void
decide(struct ek_run *run, const ek_result *r)
{
    ek_decision said = {.contract = ek_contract_name(run, r)};
    ek_ledger more = {.arena = run->arena};
    if (!fill_in(run, &said))
        return;
    for (size_t i = 1; i < run->opt.operands.n; i++)
        if (!add_target(run, &more, r, &said, run->opt.operands.v[i]))
            return;
    ek_ledger_close(&more); /* what was named twice is there once */
    if (ek_ledgers_keep(run, &more))
        say_kept(run, more.v.n);
}

static void
list(struct ek_run *run, const ek_result *r)
{
    struct ek_output output;
    ek_buf out = ek_buf_on(run->arena);
    struct ek_report_options options = {.lang = run->opt.lang,
                                        .colour = ek_run_colour(run),
                                        .width = ek_run_width(run),
                                        .all = run->opt.given[EK_O_all]};
    if (!ek_output_open(&output, run))
        return;
    ek_decide_list(run->arena, &out, &options, r, ek_contract_name(run, r));
    ek_output_write(&output, &out);
    ek_output_close(&output);
}

static void
on_contract(struct ek_run *run)
{
    struct ek_ledgers ledgers;
    ek_result *result = NULL;
    if (!ek_ledgers_read(&ledgers, run) ||
        !ek_chosen_contract(&result, run, run->opt.operands.v[0]))
        return;
    ek_ledgers_apply(&ledgers, result);
    if (run->opt.operands.n > 1 && result->no_result.n)
        ek_run_say(run, EK_M_decide_unread, ek_contract_name(run, result),
                   nothing);
    else if (run->opt.operands.n > 1)
        decide(run, result);
    else
        list(run, result);
    ek_result_free(result);
}

/* Of the one contract, where one is named, else of all. */
static void export(struct ek_run *run)
{
    struct ek_ledgers ledgers;
    ek_ledger some = {.arena = run->arena};
    if (!ek_ledgers_read(&ledgers, run))
        return;
    for (size_t i = 0; i < ledgers.ledger.v.n; i++) {
        const ek_decision *d = &ledgers.ledger.v.v[i];
        if (run->opt.operands.n == 0 ||
            ek_str_eq(d->contract, run->opt.operands.v[0]))
            ek_ledger_add(&some, d);
    }
    if (ek_ledgers_keep_in(run, &some, run->opt.value[EK_O_export]))
        say_kept(run, some.v.n);
}

static void
say_book(const struct ek_run *run, const struct ek_book_told *told)
{
    ek_buf line = ek_buf_on(run->arena);
    ek_lang lang = run->opt.lang;
    if (run->opt.given[EK_O_quiet])
        return;
    ek_message_add(&line, EK_M_book_read, lang,
                   ek_written_count(run->arena, told->decisions),
                   ek_written_count(run->arena, told->made));
    if (told->withdrawn)
        ek_message_add(&line, EK_M_book_withdrawn, lang,
                       ek_written_count(run->arena, told->withdrawn), nothing);
    if (told->refused)
        ek_message_add(&line, EK_M_book_refused, lang,
                       ek_written_count(run->arena, told->refused), nothing);
    fprintf(stderr, "%.*s\n", EK_ARG(ek_buf_str(&line)));
}

static void
import_book(struct ek_run *run)
{
    const struct ek_opt *opt = &run->opt;
    struct ek_ledgers known;
    ek_ledger more = {.arena = run->arena};
    struct ek_book_told told;
    struct ek_book_defaults defaults = {
        .author = author_of(run),
        .reason = opt->value[EK_O_reason],
        .date = opt->given[EK_O_date] ? opt->value[EK_O_date] : ek_today(run)};
    if (!ek_ledgers_read(&known, run) ||
        !ek_book_decisions(&more, &told, run, opt->value[EK_O_import],
                           &known.ledger, &defaults))
        return;
    ek_ledger_close(&more);
    if (ek_ledgers_keep(run, &more))
        say_book(run, &told);
}

static void
import(struct ek_run *run)
{
    struct ek_ledgers from = {.run = run, .ledger = {.arena = run->arena}};
    if (ek_is_book(run->opt.value[EK_O_import])) {
        import_book(run);
        return;
    }
    if (!ek_ledgers_add_file(&from, run->opt.value[EK_O_import], false))
        return;
    ek_ledger_close(&from.ledger);
    if (ek_ledgers_keep(run, &from.ledger))
        say_kept(run, from.ledger.v.n);
}

void
ek_cmd_decide(struct ek_run *run)
{
    if (!is_well_asked(run))
        return;
    if (run->opt.given[EK_O_import])
        import(run);
    if (run->opt.given[EK_O_export])
        export(run);
    if (!run->opt.given[EK_O_import] && !run->opt.given[EK_O_export])
        on_contract(run);
}
