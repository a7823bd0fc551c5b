/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/history.h"

struct ek_history_causes
ek_history_causes_of(const struct ek_history_news *news)
{
    struct ek_history_causes causes = {.n = 0};
    const struct {
        bool holds;
        ek_str word;
    } rows[] = {{news->text, EK_STR("text")},
                {news->rules, EK_STR("rules")},
                {news->engine, EK_STR("engine")},
                {news->facts, EK_STR("facts")}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].holds)
            causes.words[causes.n++] = rows[i].word;
    return causes;
}

size_t
ek_history_versions(const ek_history *history)
{
    size_t n = 0;
    for (size_t i = 0; i < history->documents.n; i++) {
        const struct ek_history_document *d = &history->documents.v[i];
        for (size_t k = 0; k < d->scans.n; k++)
            n += k == 0 || d->scans.v[k].version != d->scans.v[k - 1].version;
    }
    return n;
}

struct ek_history_outcome
ek_history_outcome_of(const struct ek_history_result *result, ek_str item)
{
    for (size_t i = 0; i < result->outcomes.n; i++)
        if (ek_str_eq(result->outcomes.v[i].item, item))
            return result->outcomes.v[i];
    return (struct ek_history_outcome){item, EK_STR(""), EK_STR("")};
}
