/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/scanner.h"

#include "cli/packs.h"

static const ek_str nothing = {"", 0};

static bool
set_encoding(struct ek_scanner *s)
{
    ek_str name = s->run->opt.value[EK_O_encoding];
    if (!s->run->opt.given[EK_O_encoding])
        return true;
    s->options.encoding = ek_decode_of(name);
    if (s->options.encoding != EK_ENC_UNKNOWN)
        return true;
    ek_run_misuse(s->run, EK_M_bad_value, name, EK_STR("--encoding"));
    return false;
}

static bool
set_facts(struct ek_scanner *s)
{
    struct ek_run *run = s->run;
    bool good = true;
    for (size_t i = 0; i < run->opt.facts.n; i++)
        good &= ek_facts_set(&s->facts, run->arena, s->pack,
                             run->opt.facts.v[i], &run->diag) == EK_OK;
    ek_run_say_diag(run);
    if (!good)
        run->troubles |= EK_TROUBLE_USAGE;
    return good;
}

bool
ek_scanner_open(struct ek_scanner *s, struct ek_run *run)
{
    *s = (struct ek_scanner){.run = run};
    s->options.limits = ek_limits_default();
    if (!set_encoding(s) || !ek_packs_load(&s->pack, run, nothing) ||
        !set_facts(s) || !ek_packs_matcher(&s->matcher, s->pack, run))
        return false;
    s->options.facts = &s->facts;
    return true;
}

static ek_result *
take(struct ek_scanner *s, ek_status status, ek_result *result)
{
    if (status != EK_OK) {
        s->failed++;
        s->run->troubles |= EK_TROUBLE_UNREAD | EK_TROUBLE_LIMIT;
        ek_run_say(s->run, EK_M_no_memory, nothing, nothing);
        return NULL;
    }
    for (size_t i = 0; i < result->documents.n; i++)
        s->failed += ek_run_is_unread(&result->documents.v[i]);
    ek_run_take(s->run, result);
    return result;
}

ek_result *
ek_scanner_scan(struct ek_scanner *s, ek_str path)
{
    ek_result *result = NULL;
    s->done++;
    ek_status status = ek_scan(&result, s->matcher, s->pack, path, &s->options);
    return take(s, status, result);
}

ek_result *
ek_scanner_scan_bundle(struct ek_scanner *s, ek_str name, const ek_str *paths,
                       size_t n)
{
    ek_result *result = NULL;
    s->done += (unsigned)n;
    ek_status status = ek_scan_bundle(&result, s->matcher, s->pack, name, paths,
                                      n, &s->options);
    return take(s, status, result);
}
