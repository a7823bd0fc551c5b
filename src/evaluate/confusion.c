/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/evaluate.h"

#include <stdlib.h>

static struct ek_confusion *
confusion_of(ek_evaluation *e, ek_str gold, ek_str found)
{
    for (size_t i = 0; i < e->confusions.n; i++)
        if (ek_str_eq(e->confusions.v[i].gold, gold) &&
            ek_str_eq(e->confusions.v[i].found, found))
            return &e->confusions.v[i];
    EK_PUSH(e->arena, e->confusions, ((struct ek_confusion){gold, found, 0}));
    return &e->confusions.v[e->confusions.n - 1];
}

static int
by_number(const void *a, const void *b)
{
    const struct ek_confusion *x = a, *y = b;
    int order = (x->n < y->n) - (x->n > y->n);
    if (!order)
        order = ek_str_cmp(x->gold, y->gold);
    return order ? order : ek_str_cmp(x->found, y->found);
}

/* The differences of a document stand together. */
static void
confuse_from(ek_evaluation *e, size_t begin, size_t end)
{
    const struct ek_difference *d = e->differences.v;
    for (size_t i = begin; i < end; i++)
        for (size_t k = begin; k < end && d[i].missed; k++)
            if (!d[k].missed && d[k].line == d[i].line)
                confusion_of(e, d[i].label, d[k].label)->n++;
}

void
ek_evaluate_confuse(ek_evaluation *e)
{
    for (size_t begin = 0, end; begin < e->differences.n; begin = end) {
        end = begin + 1;
        while (
            end < e->differences.n &&
            ek_str_eq(e->differences.v[end].name, e->differences.v[begin].name))
            end++;
        confuse_from(e, begin, end);
    }
    if (e->confusions.n)
        qsort(e->confusions.v, e->confusions.n, sizeof *e->confusions.v,
              by_number);
}

bool
ek_evaluate_neighbours(size_t i, ek_str *one, ek_str *other)
{
    static const struct {
        const char *one, *other;
    } pairs[] = {
#define EK_NEIGHBOURS(one, other) {one, other},
#include "evaluate/neighbours.def"
#undef EK_NEIGHBOURS
    };
    if (i >= sizeof pairs / sizeof *pairs)
        return false;
    *one = ek_str_of(pairs[i].one);
    *other = ek_str_of(pairs[i].other);
    return true;
}

uint32_t
ek_evaluate_confused(const ek_evaluation *e, ek_str gold, ek_str found)
{
    for (size_t i = 0; i < e->confusions.n; i++)
        if (ek_str_eq(e->confusions.v[i].gold, gold) &&
            ek_str_eq(e->confusions.v[i].found, found))
            return e->confusions.v[i].n;
    return 0;
}
