/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/compare.h"

static bool
counts_as(ek_str contribution, enum ek_counted what)
{
    static const struct {
        const char *contribution;
        enum ek_counted what;
    } rows[] = {
        {"strong", EK_COUNT_STRONG},   {"review", EK_COUNT_REVIEW},
        {"carve60", EK_COUNT_CARVE},   {"carve61", EK_COUNT_CARVE},
        {"protect", EK_COUNT_PROTECT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].what == what &&
            ek_str_is(contribution, rows[i].contribution))
            return true;
    return false;
}

static size_t
count_evidence(const ek_result *r, enum ek_counted what)
{
    const ek_verdict *v = ek_result_verdict(r, "EX-1");
    size_t n = 0;
    for (size_t i = 0; v && i < v->findings.n; i++) {
        const struct ek_evidence *e = &v->findings.v[i];
        n += r->findings.v.v[e->finding].tier == EK_TIER_FINDING &&
             counts_as(e->contribution, what);
    }
    return n;
}

size_t
ek_compare_count(const ek_result *r, enum ek_counted what)
{
    if (what == EK_COUNT_PROVIDER)
        return ek_result_asked(r, "provider");
    if (what == EK_COUNT_REVIEWER)
        return ek_result_asked(r, "reviewer");
    if (what == EK_COUNT_USER)
        return ek_result_asked(r, "user");
    return count_evidence(r, what);
}
