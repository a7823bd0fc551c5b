/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/tables.h"

#include "base/written.h"
#include "ekimu_app.h"

static const ek_str nothing = {"", 0};

size_t
ek_figures_of(struct ek_figures tables[EK_LANGS], const ek_evaluation *e,
              uint32_t min_support)
{
    size_t n = 1;
    ek_evaluate_tally(&tables[0].tallies, e, EK_LANG_NONE);
    for (ek_lang lang = EK_LANG_JA; lang < EK_LANG_OTHER; lang++) {
        ek_evaluate_tally(&tables[n].tallies, e, lang);
        n += tables[n].tallies.documents > 0;
    }
    if (n == 2)
        n = 1;
    for (size_t i = 0; i < n; i++)
        ek_evaluate_intervals(&tables[i].intervals, e, &tables[i].tallies,
                              min_support);
    return n;
}

static void
add_rows(ek_buf *out, const ek_evaluation *e)
{
    for (size_t i = 0; i < e->differences.n; i++) {
        const struct ek_difference *d = &e->differences.v[i];
        ek_str name = ek_width_visible(out->arena, d->name);
        ek_str label = ek_width_visible(out->arena, d->label);
        ek_str text = ek_width_visible(out->arena, d->text);
        ek_buf_printf(out, "%s\t%.*s:%u\t%.*s\t%.*s\n",
                      d->missed ? "missed" : "wrong", EK_ARG(name), d->line,
                      EK_ARG(label), EK_ARG(text));
    }
}

static void
add_line(ek_buf *out, ek_str title, struct ek_rates r, struct ek_interval i,
         const char *rest)
{
    ek_buf_printf(out, "%-24.*s %9.3f %7.3f %6.3f %4.2f-%4.2f %s\n",
                  EK_ARG(title), r.precision, r.recall, r.f1, i.low, i.high,
                  rest);
}

static void
add_type(ek_buf *out, const struct ek_tally *t, struct ek_interval interval)
{
    ek_str rest = ek_arena_printf(out->arena, "%8u %6.3f", t->right + t->missed,
                                  ek_evaluate_recall_hinted(t));
    add_line(out, t->label, ek_evaluate_rates(t), interval, rest.p);
}

static void
add_mean(ek_buf *out, const struct ek_figures *table, uint32_t min_support,
         bool group_a)
{
    struct ek_rates mean;
    size_t types =
        ek_evaluate_macro(&table->tallies, min_support, group_a, &mean);
    if (!types)
        return;
    add_line(out, group_a ? EK_STR("macro group A") : EK_STR("macro all types"),
             mean, group_a ? table->intervals.group_a : table->intervals.macro,
             ek_arena_printf(out->arena, "%8zu types", types).p);
}

static void
add_table(ek_buf *out, const struct ek_figures *table, uint32_t min_support)
{
    ek_buf_printf(out, "%-24s %9s %7s %6s %9s %8s %6s\n", "clause type",
                  "precision", "recall", "F1", "95 %", "support", "+clues");
    for (size_t i = 0; i < table->tallies.v.n; i++)
        add_type(out, &table->tallies.v.v[i], table->intervals.types.v[i]);
    struct ek_tally sum = ek_evaluate_sum(&table->tallies);
    add_mean(out, table, min_support, false);
    add_mean(out, table, min_support, true);
    add_line(
        out, EK_STR("micro all types"), ek_evaluate_rates(&sum),
        table->intervals.micro,
        ek_arena_printf(out->arena, "%8u labels", sum.right + sum.missed).p);
}

static const struct ek_tally *
tally_named(const ek_tallies *tallies, ek_str label)
{
    static const struct ek_tally none;
    for (size_t i = 0; i < tallies->v.n; i++)
        if (ek_str_eq(tallies->v.v[i].label, label))
            return &tallies->v.v[i];
    return &none;
}

static void
add_confusion(ek_buf *out, const ek_evaluation *e, const ek_tallies *tallies,
              ek_str gold, ek_str found)
{
    const struct ek_tally *t = tally_named(tallies, gold);
    uint32_t n = ek_evaluate_confused(e, gold, found);
    if (t->right + t->missed)
        ek_buf_printf(out, "%-24.*s %-26.*s %5u %5u %5u\n", EK_ARG(gold),
                      EK_ARG(found), t->right, n, t->missed - n);
}

static void
add_confusions(ek_buf *out, const ek_evaluation *e, const ek_tallies *tallies)
{
    ek_str one, other;
    ek_buf_printf(out, "%-24s %-26s %5s %5s %5s\n", "label", "taken for",
                  "right", "taken", "other");
    for (size_t i = 0; ek_evaluate_neighbours(i, &one, &other); i++) {
        add_confusion(out, e, tallies, one, other);
        add_confusion(out, e, tallies, other, one);
    }
}

static void
add_overlap(ek_buf *out, const ek_evaluation *e, ek_lang lang)
{
    ek_message_add(out, EK_M_overlap, lang,
                   ek_written_count(out->arena, e->overlapping),
                   ek_written_count(out->arena, e->placed));
    ek_buf_putc(out, '\n');
}

void
ek_tables_term(ek_buf *out, const ek_evaluation *e,
               const struct ek_table_options *o)
{
    struct ek_figures tables[EK_LANGS];
    size_t n = ek_figures_of(tables, e, o->min_support);
    for (size_t i = 0; i < e->without.n; i++) {
        ek_message_add(out, EK_M_without, o->lang,
                       ek_width_visible(out->arena, e->without.v[i]), nothing);
        ek_buf_putc(out, '\n');
    }
    if (o->rows)
        add_rows(out, e);
    for (size_t i = 0; i < n; i++) {
        if (n > 1)
            ek_buf_printf(out, "%s== %s\n", i ? "\n" : "",
                          i ? ek_lang_word(tables[i].tallies.lang) : "all");
        add_table(out, &tables[i], o->min_support);
    }
    ek_buf_putc(out, '\n');
    add_confusions(out, e, &tables[0].tallies);
    add_overlap(out, e, o->lang);
}

static void
add_tsv(ek_buf *out, const struct ek_figures *table)
{
    for (size_t i = 0; i < table->tallies.v.n; i++) {
        const struct ek_tally *t = &table->tallies.v.v[i];
        struct ek_interval interval = table->intervals.types.v[i];
        struct ek_rates r = ek_evaluate_rates(t);
        ek_buf_printf(
            out, "%s\t%.*s\t%u\t%u\t%u\t%u\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\n",
            table->tallies.lang == EK_LANG_NONE
                ? "all"
                : ek_lang_word(table->tallies.lang),
            EK_ARG(t->label), t->right, t->wrong, t->missed, t->hinted,
            r.precision, r.recall, r.f1, interval.low, interval.high);
    }
}

void
ek_tables_tsv(ek_buf *out, const ek_evaluation *e,
              const struct ek_table_options *o)
{
    struct ek_figures tables[EK_LANGS];
    size_t n = ek_figures_of(tables, e, o->min_support);
    ek_buf_puts(out, "lang\ttype\tright\twrong\tmissed\thinted\tprecision\t"
                     "recall\tf1\tlow\thigh\n");
    for (size_t i = 0; i < n; i++)
        add_tsv(out, &tables[i]);
    if (o->rows)
        add_rows(out, e);
}
