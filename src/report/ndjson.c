/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

struct state {
    bool text;
};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    (void)out;
    struct state *state = ek_arena_alloc(arena, sizeof *state);
    state->text = options->text;
    return state;
}

static void
document(void *state, ek_buf *out, const ek_result *result)
{
    const struct state *s = state;
    (s->text ? ek_result_write : ek_result_write_short)(out, result);
    ek_buf_putc(out, '\n');
}

static void
end(void *state, ek_buf *out)
{
    (void)state, (void)out;
}

const struct ek_reporter ek_reporter_ndjson = {
    .name = "ndjson", .begin = begin, .document = document, .end = end};
