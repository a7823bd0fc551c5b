/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/chosen.h"

#include "cli/candidate.h"
#include "cli/saved.h"
#include "cli/version.h"

#include <unistd.h>

static const ek_str nothing = {"", 0};

struct choice {
    struct ek_run *run;
    ek_result *result;
    size_t n;
};

/* The only one, or the one of that name. */
static void
choose(void *self, ek_result *result)
{
    struct choice *c = self;
    bool named =
        c->run->opt.given[EK_O_name] &&
        ek_str_eq(ek_result_name(result), c->run->opt.value[EK_O_name]);
    if (c->n++ == 0 || named) {
        ek_result_free(c->result);
        c->result = result;
        if (named)
            c->n = 1;
    } else {
        ek_result_free(result);
    }
}

static bool
choose_saved(ek_result **out, struct ek_run *run, ek_str path)
{
    struct choice c = {.run = run};
    struct ek_saved saved = {.run = run, .self = &c, .take = choose};
    ek_saved_each(&saved, path);
    if (c.n == 1) {
        *out = c.result;
        return true;
    }
    ek_result_free(c.result);
    ek_run_misuse(run, c.n ? EK_M_decide_which : EK_M_no_saved_in, path,
                  nothing);
    return false;
}

static bool
exists(const struct ek_run *run, ek_str path)
{
    return access(ek_arena_copy(run->arena, path).p, F_OK) == 0;
}

/* NAME or NAME@VERSION; its name in decisions is that of the store. */
static bool
choose_stored(ek_result **out, struct ek_run *run, ek_str operand)
{
    ek_store *store;
    struct ek_store_scan scan;
    *out = NULL;
    if (!ek_version_open(run, &store))
        return false;
    if (ek_version_find(run, store, operand, &scan))
        *out = ek_version_result(run, store, &scan);
    ek_store_close(store);
    if (*out && !run->opt.given[EK_O_name]) {
        run->opt.given[EK_O_name] = true;
        run->opt.value[EK_O_name] = ek_arena_copy(run->arena, scan.key.name);
    }
    return *out != NULL;
}

bool
ek_chosen_contract(ek_result **out, struct ek_run *run, ek_str operand)
{
    struct ek_scanner *scanner;
    bool several = ek_str_find(operand, EK_STR("="), 0) < operand.n;
    if (run->opt.given[EK_O_store] && !several && !exists(run, operand))
        return choose_stored(out, run, operand);
    if (ek_str_ends(operand, EK_STR(".ndjson")) ||
        ek_str_ends(operand, EK_STR(".json")))
        return choose_saved(out, run, operand);
    scanner = ek_arena_alloc(run->arena, sizeof *scanner);
    if (!ek_scanner_open(scanner, run))
        return false;
    *out = ek_candidate_scan(scanner, operand);
    ek_scanner_close(scanner);
    return *out != NULL;
}
