/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "evaluate/evaluate.h"

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

struct ek_tally
ek_evaluate_sum(const ek_evaluation *e)
{
    struct ek_tally sum = {.label = EK_STR("")};
    for (size_t i = 0; i < e->tallies.n; i++) {
        sum.right += e->tallies.v[i].right;
        sum.wrong += e->tallies.v[i].wrong;
        sum.missed += e->tallies.v[i].missed;
    }
    return sum;
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

size_t
ek_evaluate_macro(const ek_evaluation *e, uint32_t min_support, bool group_a,
                  struct ek_rates *mean)
{
    struct ek_rates sum = {0, 0, 0};
    size_t n = 0;
    for (size_t i = 0; i < e->tallies.n; i++) {
        const struct ek_tally *t = &e->tallies.v[i];
        if (t->right + t->missed < min_support ||
            (group_a && !is_group_a(t->label)))
            continue;
        struct ek_rates r = ek_evaluate_rates(t);
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
