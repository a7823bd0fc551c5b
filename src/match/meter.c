/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/meter.h"

#include "match/program.h"

#include <time.h>

struct ek_meter {
    ek_arena *arena;
    struct ek_runner *runner;
    EK_VEC(struct ek_program) programs; /* of the row with the same number */
    EK_VEC(struct ek_metered) rows;
};

static void
compile_each(ek_meter *meter, const ek_pack *pack)
{
    ek_diag diag = ek_diag_on(meter->arena);
    for (uint32_t i = 0; i < pack->patterns.n; i++) {
        const ek_pattern *pattern = &pack->patterns.v[i];
        struct ek_program program;
        if (ek_program_compile(&program, meter->arena, &pattern, 1, &diag) !=
            EK_OK)
            continue;
        ek_program_hasten(&program);
        EK_PUSH(meter->arena, meter->programs, program);
        EK_PUSH(meter->arena, meter->rows, ((struct ek_metered){.pattern = i}));
    }
}

ek_meter *
ek_meter_new(const ek_pack *pack)
{
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return NULL;
    if (setjmp(*ek_arena_catch(arena))) {
        ek_arena_free(arena);
        return NULL;
    }
    ek_meter *meter = ek_arena_alloc(arena, sizeof *meter);
    meter->arena = arena;
    meter->runner = ek_runner_new(arena);
    compile_each(meter, pack);
    return meter;
}

void
ek_meter_free(ek_meter *meter)
{
    if (meter)
        ek_arena_free(meter->arena);
}

double
ek_meter_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void
ek_meter_run(ek_meter *meter, const ek_norm *norm, bool ja, bool en)
{
    ek_arena *arena = ek_arena_new(0);
    if (!arena)
        return;
    ek_hits hits = {0};
    for (size_t i = 0; i < meter->programs.n; i++) {
        const struct ek_program *program = &meter->programs.v[i];
        if (!(program->lang == EK_LANG_JA ? ja : en))
            continue;
        double begin = ek_meter_now();
        hits.hits.n = 0;
        ek_program_run(program, meter->runner, &hits, arena, norm);
        meter->rows.v[i].seconds += ek_meter_now() - begin;
        meter->rows.v[i].hits += hits.hits.n;
    }
    ek_arena_free(arena);
}

const struct ek_metered *
ek_meter_rows(const ek_meter *meter, size_t *n)
{
    *n = meter->rows.n;
    return meter->rows.v;
}
