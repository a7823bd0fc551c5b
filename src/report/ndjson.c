/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    (void)arena, (void)out, (void)options;
    return NULL;
}

static void
document(void *state, ek_buf *out, const ek_result *result)
{
    (void)state;
    ek_result_write(out, result);
    ek_buf_putc(out, '\n');
}

static void
end(void *state, ek_buf *out)
{
    (void)state, (void)out;
}

const struct ek_reporter ek_reporter_ndjson = {
    .name = "ndjson", .begin = begin, .document = document, .end = end};
