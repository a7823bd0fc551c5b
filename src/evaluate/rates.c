/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/evaluate.h"

#include <stdlib.h>

static double
share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

struct ek_rates
ek_evaluate_rates(const struct ek_tally *t)
{
    struct ek_rates r;
    r.precision = share(t->right, (double)t->right + t->wrong);
    r.recall = share(t->right, (double)t->right + t->missed);
    r.f1 = share(2 * r.precision * r.recall, r.precision + r.recall);
    return r;
}

double
ek_evaluate_recall_hinted(const struct ek_tally *t)
{
    return share((double)t->right + t->hinted, (double)t->right + t->missed);
}

static void
add(struct ek_tally *sum, const struct ek_tally *more)
{
    sum->right += more->right;
    sum->wrong += more->wrong;
    sum->missed += more->missed;
    sum->hinted += more->hinted;
}

struct ek_tally
ek_evaluate_sum(const ek_tallies *tallies)
{
    struct ek_tally sum = {.label = EK_STR("")};
    for (size_t i = 0; i < tallies->v.n; i++)
        add(&sum, &tallies->v.v[i]);
    return sum;
}

static struct ek_tally *
tally_of(ek_tallies *tallies, ek_arena *arena, ek_str label)
{
    for (size_t i = 0; i < tallies->v.n; i++)
        if (ek_str_eq(tallies->v.v[i].label, label))
            return &tallies->v.v[i];
    EK_PUSH(arena, tallies->v, ((struct ek_tally){.label = label}));
    return &tallies->v.v[tallies->v.n - 1];
}

static int
by_label(const void *a, const void *b)
{
    const struct ek_tally *x = a, *y = b;
    return ek_str_cmp(x->label, y->label);
}

void
ek_evaluate_tally(ek_tallies *tallies, const ek_evaluation *e, ek_lang lang)
{
    *tallies = (ek_tallies){.lang = lang};
    for (size_t i = 0; i < e->langs.n; i++)
        tallies->documents += lang == EK_LANG_NONE || e->langs.v[i] == lang;
    for (size_t i = 0; i < e->counts.n; i++) {
        const struct ek_count *count = &e->counts.v[i];
        if (lang == EK_LANG_NONE || e->langs.v[count->document] == lang)
            add(tally_of(tallies, e->arena, count->tally.label), &count->tally);
    }
    if (tallies->v.n)
        qsort(tallies->v.v, tallies->v.n, sizeof *tallies->v.v, by_label);
}

static bool
is_group_a(ek_str label)
{
    static const char *const labels[] = {
#define EK_GROUP_A(label) label,
#include "evaluate/group_a.def"
#undef EK_GROUP_A
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (ek_str_is(label, labels[i]))
            return true;
    return false;
}

bool
ek_evaluate_counts(const struct ek_tally *t, uint32_t min_support, bool group_a)
{
    return t->right + t->missed >= min_support && t->right + t->missed > 0 &&
           (!group_a || is_group_a(t->label));
}

size_t
ek_evaluate_macro(const ek_tallies *tallies, uint32_t min_support, bool group_a,
                  struct ek_rates *mean)
{
    struct ek_rates sum = {0, 0, 0};
    size_t n = 0;
    for (size_t i = 0; i < tallies->v.n; i++) {
        if (!ek_evaluate_counts(&tallies->v.v[i], min_support, group_a))
            continue;
        struct ek_rates r = ek_evaluate_rates(&tallies->v.v[i]);
        sum.precision += r.precision;
        sum.recall += r.recall;
        sum.f1 += r.f1;
        n++;
    }
    double whole = (double)n;
    *mean = (struct ek_rates){share(sum.precision, whole),
                              share(sum.recall, whole), share(sum.f1, whole)};
    return n;
}
