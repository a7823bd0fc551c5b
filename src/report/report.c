/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

static const struct ek_reporter *const reporters[] = {
    &ek_reporter_term,  &ek_reporter_json, &ek_reporter_ndjson,
    &ek_reporter_sarif, &ek_reporter_csv,  &ek_reporter_markdown,
    &ek_reporter_html,
#ifdef HAVE_XLSX
    &ek_reporter_xlsx,
#endif
};

const struct ek_reporter *
ek_reporter_find(ek_str name)
{
    for (size_t i = 0; i < sizeof reporters / sizeof *reporters; i++)
        if (ek_str_is(name, reporters[i]->name))
            return reporters[i];
    return NULL;
}
