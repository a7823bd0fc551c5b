/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/interval.h"

#include <stdlib.h>

/* The documents (or lines) of the tallies, each with its counts in their
 * order. */
struct draw {
    const ek_tallies *tallies;
    uint32_t min_support;
    size_t units, types;
    const struct ek_tally *counts; /* units * types */
    struct ek_tally *sum;          /* of the units drawn */
    double *f1;                    /* (types + macro, group A, micro) * draws */
    size_t *n;                     /* draws that gave a value */
    uint64_t state;
};

enum { MACRO, GROUP_A, MICRO, MEANS };

/* SplitMix64 (Steele, Lea, Flood 2014). */
static uint64_t
next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static void
add(struct ek_tally *sum, const struct ek_tally *more)
{
    sum->right += more->right;
    sum->wrong += more->wrong;
    sum->missed += more->missed;
}

static bool
is_empty(const struct ek_tally *t)
{
    return t->right + t->wrong + t->missed == 0;
}

static void
note(struct draw *d, size_t row, double value)
{
    d->f1[row * EK_INTERVAL_DRAWS + d->n[row]++] = value;
}

/* Over the types that count in the whole, whatever was drawn of them. */
static void
note_mean(struct draw *d, bool group_a)
{
    double sum = 0;
    size_t n = 0;
    for (size_t t = 0; t < d->types; t++) {
        if (is_empty(&d->sum[t]) ||
            !ek_evaluate_counts(&d->tallies->v.v[t], d->min_support, group_a))
            continue;
        sum += ek_evaluate_rates(&d->sum[t]).f1;
        n++;
    }
    if (n)
        note(d, d->types + (group_a ? GROUP_A : MACRO), sum / (double)n);
}

static void
draw_once(struct draw *d)
{
    struct ek_tally all = {.label = EK_STR("")};
    for (size_t t = 0; t < d->types; t++)
        d->sum[t] = (struct ek_tally){.label = EK_STR("")};
    for (size_t i = 0; i < d->units; i++) {
        size_t unit = next(&d->state) % d->units;
        for (size_t t = 0; t < d->types; t++)
            add(&d->sum[t], &d->counts[unit * d->types + t]);
    }
    for (size_t t = 0; t < d->types; t++) {
        add(&all, &d->sum[t]);
        if (!is_empty(&d->sum[t]))
            note(d, t, ek_evaluate_rates(&d->sum[t]).f1);
    }
    note_mean(d, false);
    note_mean(d, true);
    if (!is_empty(&all))
        note(d, d->types + MICRO, ek_evaluate_rates(&all).f1);
}

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct ek_interval
interval_of(const struct draw *d, size_t row)
{
    double *values = d->f1 + row * EK_INTERVAL_DRAWS;
    size_t n = d->n[row];
    if (!n)
        return (struct ek_interval){0, 0};
    qsort(values, n, sizeof *values, by_value);
    return (struct ek_interval){values[n * 25 / 1000],
                                values[(n * 975 - 1) / 1000]};
}

static bool
is_asked(const struct draw *d, const ek_evaluation *e, uint32_t document)
{
    return d->tallies->lang == EK_LANG_NONE ||
           e->langs.v[document] == d->tallies->lang;
}

static void
add_count(const struct draw *d, struct ek_tally *unit,
          const struct ek_count *count)
{
    for (size_t t = 0; t < d->types; t++)
        if (ek_str_eq(d->tallies->v.v[t].label, count->tally.label))
            add(&unit[t], &count->tally);
}

/* A document without counts is a unit, too. */
static void
take_units(struct draw *d, const ek_evaluation *e)
{
    bool lines = d->tallies->documents < EK_INTERVAL_DOCUMENTS;
    size_t most = lines ? e->counts.n : e->langs.n;
    struct ek_tally *counts =
        ek_arena_alloc(e->arena, most * d->types * sizeof *counts);
    size_t at = 0;
    for (uint32_t i = 0; i < e->langs.n; i++) {
        size_t first = d->units;
        for (uint32_t line = 0;
             at < e->counts.n && e->counts.v[at].document == i; at++) {
            const struct ek_count *count = &e->counts.v[at];
            if (!is_asked(d, e, i))
                continue;
            if (lines && count->line != line)
                line = count->line, d->units++;
            add_count(d, &counts[(lines ? d->units - 1 : first) * d->types],
                      count);
        }
        if (!lines && is_asked(d, e, i))
            d->units++;
    }
    d->counts = counts;
}

void
ek_evaluate_intervals(ek_intervals *out, const ek_evaluation *e,
                      const ek_tallies *tallies, uint32_t min_support)
{
    struct draw d = {.tallies = tallies,
                     .min_support = min_support,
                     .types = tallies->v.n,
                     .state = 1};
    size_t rows = d.types + MEANS;
    d.sum = ek_arena_alloc(e->arena, d.types * sizeof *d.sum);
    d.n = ek_arena_alloc(e->arena, rows * sizeof *d.n);
    d.f1 = ek_arena_alloc(e->arena, rows * EK_INTERVAL_DRAWS * sizeof *d.f1);
    take_units(&d, e);
    for (int i = 0; i < EK_INTERVAL_DRAWS && d.units; i++)
        draw_once(&d);
    *out = (ek_intervals){0};
    for (size_t t = 0; t < d.types; t++)
        EK_PUSH(e->arena, out->types, interval_of(&d, t));
    out->macro = interval_of(&d, d.types + MACRO);
    out->group_a = interval_of(&d, d.types + GROUP_A);
    out->micro = interval_of(&d, d.types + MICRO);
}
