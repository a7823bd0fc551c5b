/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/tables.h"

#include "ekimu_app.h"

#include <jansson.h>

static const ek_str nothing = {"", 0};

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
add_line(ek_buf *out, ek_str title, struct ek_rates r, size_t support,
         const char *unit)
{
    ek_buf_printf(out, "%-26.*s %9.3f %7.3f %7.3f %8zu%s\n", EK_ARG(title),
                  r.precision, r.recall, r.f1, support, unit);
}

static void
add_mean(ek_buf *out, const ek_evaluation *e, uint32_t min_support,
         bool group_a)
{
    struct ek_rates mean;
    size_t types = ek_evaluate_macro(e, min_support, group_a, &mean);
    if (types)
        add_line(out,
                 group_a ? EK_STR("macro group A") : EK_STR("macro all types"),
                 mean, types, " types");
}

static void
add_overlap(ek_buf *out, const ek_evaluation *e, ek_lang lang)
{
    ek_message_add(out, EK_M_overlap, lang,
                   ek_arena_printf(out->arena, "%u", e->overlapping),
                   ek_arena_printf(out->arena, "%u", e->placed));
    ek_buf_putc(out, '\n');
}

void
ek_tables_term(ek_buf *out, const ek_evaluation *e,
               const struct ek_table_options *o)
{
    for (size_t i = 0; i < e->without.n; i++) {
        ek_message_add(out, EK_M_without, o->lang,
                       ek_width_visible(out->arena, e->without.v[i]), nothing);
        ek_buf_putc(out, '\n');
    }
    if (o->rows)
        add_rows(out, e);
    ek_buf_printf(out, "%-26s %9s %7s %7s %8s\n", "clause type", "precision",
                  "recall", "F1", "support");
    for (size_t i = 0; i < e->tallies.n; i++) {
        const struct ek_tally *t = &e->tallies.v[i];
        add_line(out, t->label, ek_evaluate_rates(t), t->right + t->missed, "");
    }
    struct ek_tally sum = ek_evaluate_sum(e);
    add_mean(out, e, o->min_support, false);
    add_mean(out, e, o->min_support, true);
    add_line(out, EK_STR("micro all types"), ek_evaluate_rates(&sum),
             sum.right + sum.missed, " labels");
    add_overlap(out, e, o->lang);
}

void
ek_tables_tsv(ek_buf *out, const ek_evaluation *e,
              const struct ek_table_options *o)
{
    ek_buf_puts(out, "type\tright\twrong\tmissed\tprecision\trecall\tf1\n");
    for (size_t i = 0; i < e->tallies.n; i++) {
        const struct ek_tally *t = &e->tallies.v[i];
        struct ek_rates r = ek_evaluate_rates(t);
        ek_buf_printf(out, "%.*s\t%u\t%u\t%u\t%.3f\t%.3f\t%.3f\n",
                      EK_ARG(t->label), t->right, t->wrong, t->missed,
                      r.precision, r.recall, r.f1);
    }
    if (o->rows)
        add_rows(out, e);
}

static json_t *
rates_of(struct ek_rates r)
{
    return json_pack("{s:f, s:f, s:f}", "precision", r.precision, "recall",
                     r.recall, "f1", r.f1);
}

static json_t *
tally_of(const struct ek_tally *t)
{
    json_t *o = json_pack("{s:s%, s:i, s:i, s:i}", "type", t->label.p,
                          t->label.n, "right", (int)t->right, "wrong",
                          (int)t->wrong, "missed", (int)t->missed);
    json_object_update_new(o, rates_of(ek_evaluate_rates(t)));
    return o;
}

static json_t *
mean_of(const ek_evaluation *e, uint32_t min_support, bool group_a)
{
    struct ek_rates mean;
    size_t types = ek_evaluate_macro(e, min_support, group_a, &mean);
    json_t *o = json_pack("{s:I}", "types", (json_int_t)types);
    json_object_update_new(o, rates_of(mean));
    return o;
}

static json_t *
rows_of(const ek_evaluation *e)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < e->differences.n; i++) {
        const struct ek_difference *d = &e->differences.v[i];
        json_array_append_new(
            rows,
            json_pack("{s:s, s:s%, s:i, s:s%, s:s%}", "what",
                      d->missed ? "missed" : "wrong", "document", d->name.p,
                      d->name.n, "line", (int)d->line, "type", d->label.p,
                      d->label.n, "text", d->text.p, d->text.n));
    }
    return rows;
}

static json_t *
names_of(const ek_evaluation *e)
{
    json_t *names = json_array();
    for (size_t i = 0; i < e->without.n; i++)
        json_array_append_new(
            names, json_stringn(e->without.v[i].p, e->without.v[i].n));
    return names;
}

static json_t *
types_of(const ek_evaluation *e)
{
    json_t *types = json_array();
    for (size_t i = 0; i < e->tallies.n; i++)
        json_array_append_new(types, tally_of(&e->tallies.v[i]));
    return types;
}

static int
add_to_buf(const char *bytes, size_t n, void *buf)
{
    ek_buf_add(buf, (ek_str){bytes, n});
    return 0;
}

void
ek_tables_json(ek_buf *out, const ek_evaluation *e,
               const struct ek_table_options *o)
{
    struct ek_tally sum = ek_evaluate_sum(e);
    sum.label = EK_STR("all");
    json_t *root = json_object();
    json_object_set_new(root, "types", types_of(e));
    json_object_set_new(root, "min_support", json_integer(o->min_support));
    json_object_set_new(root, "macro", mean_of(e, o->min_support, false));
    json_object_set_new(root, "group_a", mean_of(e, o->min_support, true));
    json_object_set_new(root, "micro", tally_of(&sum));
    json_object_set_new(root, "without_output", names_of(e));
    json_object_set_new(root, "placed", json_integer(e->placed));
    json_object_set_new(root, "overlapping", json_integer(e->overlapping));
    if (o->rows)
        json_object_set_new(root, "rows", rows_of(e));
    json_dump_callback(root, add_to_buf, out,
                       JSON_INDENT(2) | JSON_REAL_PRECISION(6));
    json_decref(root);
    ek_buf_putc(out, '\n');
}
