/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/ledgers.h"

#include "base/written.h"
#include "cli/today.h"

#include <sys/stat.h>

static const ek_str nothing = {"", 0};

/* No file, or one without a byte: no decision yet. */
static bool
is_empty(const struct ek_run *run, ek_str path, bool absent)
{
    struct stat s;
    if (stat(ek_arena_copy(run->arena, path).p, &s) != 0)
        return absent;
    return S_ISREG(s.st_mode) && s.st_size == 0;
}

static bool
add_text(struct ek_ledgers *l, ek_str path, ek_str text)
{
    struct ek_run *run = l->run;
    ek_str mark = EK_STR("\xEF\xBB\xBF");
    if (ek_str_starts(text, mark))
        text = ek_str_slice(text, mark.n, text.n);
    if (ek_ledger_read(&l->ledger, path, text, &run->diag) != EK_OK)
        run->troubles |= EK_TROUBLE_UNREAD;
    ek_run_say_diag(run);
    return true;
}

bool
ek_ledgers_add_file(struct ek_ledgers *l, ek_str path, bool absent)
{
    struct ek_run *run = l->run;
    const struct ek_limits limits = ek_limits_default();
    ek_source source;
    if (is_empty(run, path, absent))
        return true;
    ek_status status =
        ek_source_open(&source, run->arena, path, &limits, &run->diag);
    return ek_run_works(run, status) && add_text(l, path, source.bytes);
}

bool
ek_ledgers_add_store(struct ek_ledgers *l, ek_store *store)
{
    struct ek_run *run = l->run;
    ek_buf lines = ek_buf_on(run->arena);
    ek_status status = ek_store_decisions(store, run->arena, nothing, &lines);
    return ek_run_works(run, status) &&
           add_text(l, run->opt.value[EK_O_store], ek_buf_str(&lines));
}

static bool
read_store(struct ek_ledgers *l, bool new)
{
    struct ek_run *run = l->run;
    ek_store *store = NULL;
    if (is_empty(run, run->opt.value[EK_O_store], new))
        return true;
    if (!ek_run_works(run, ek_store_open(&store, run->opt.value[EK_O_store],
                                         EK_STORE_READ, &run->diag)))
        return false;
    bool good = ek_ledgers_add_store(l, store);
    ek_store_close(store);
    return good;
}

bool
ek_ledgers_read(struct ek_ledgers *l, struct ek_run *run)
{
    const struct ek_opt *opt = &run->opt;
    *l = (struct ek_ledgers){.run = run,
                             .ledger = {.arena = run->arena},
                             .given = opt->given[EK_O_decisions] ||
                                      opt->given[EK_O_store]};
    if (!l->given)
        return true;
    bool new = run->command->bit == EK_C_DECIDE; /* may be the first */
    l->today = ek_today(run);
    if ((opt->given[EK_O_decisions] &&
         !ek_ledgers_add_file(l, opt->value[EK_O_decisions], new)) ||
        (opt->given[EK_O_store] && !read_store(l, new)))
        return false;
    ek_ledger_close(&l->ledger);
    l->met = ek_arena_alloc(run->arena, l->ledger.standing.v.n + 1);
    return true;
}

ek_str
ek_contract_name(const struct ek_run *run, const ek_result *result)
{
    ek_str name = run->opt.given[EK_O_name] ? run->opt.value[EK_O_name]
                                            : ek_result_name(result);
    while (ek_str_starts(name, EK_STR("./")) && name.n > 2)
        name = ek_str_slice(name, 2, name.n);
    return name;
}

void
ek_ledgers_apply(struct ek_ledgers *l, ek_result *result)
{
    struct ek_run *run = l->run;
    if (!l->given)
        return;
    ek_str name = ek_contract_name(run, result);
    size_t first, n = ek_index_find(&l->ledger.standing, name, &first);
    for (size_t i = first; i < first + n; i++)
        l->met[i] = true;
    if (ek_decisions_apply(result, &l->ledger, name, l->today) != EK_OK) {
        ek_run_say(run, EK_M_no_memory, nothing, nothing);
        run->troubles |= EK_TROUBLE_LIMIT;
    }
    if (n && result->no_result.n && !run->opt.given[EK_O_quiet])
        ek_run_say(run, EK_M_decisions_unread, ek_written_count(run->arena, n),
                   name);
}

void
ek_ledgers_end(const struct ek_ledgers *l)
{
    const struct ek_run *run = l->run;
    size_t unmet = 0;
    for (size_t i = 0; l->given && i < l->ledger.standing.v.n; i++)
        unmet += !l->met[i];
    if (unmet && run->opt.given[EK_O_decisions] && !run->opt.given[EK_O_quiet])
        ek_run_say(run, EK_M_decisions_unmet,
                   ek_written_count(run->arena, unmet), nothing);
}
