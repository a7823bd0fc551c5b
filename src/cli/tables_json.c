/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/tables.h"

#include "ekimu_app.h"

#include <jansson.h>

static json_t *
rates_of(struct ek_rates r, struct ek_interval interval)
{
    return json_pack("{s:f, s:f, s:f, s:[f, f]}", "precision", r.precision,
                     "recall", r.recall, "f1", r.f1, "f1_95", interval.low,
                     interval.high);
}

static json_t *
tally_of(const struct ek_tally *t, struct ek_interval interval)
{
    json_t *o =
        json_pack("{s:s%, s:i, s:i, s:i, s:i, s:f}", "type", t->label.p,
                  t->label.n, "right", (int)t->right, "wrong", (int)t->wrong,
                  "missed", (int)t->missed, "hinted", (int)t->hinted,
                  "recall_with_clues", ek_evaluate_recall_hinted(t));
    json_object_update_new(o, rates_of(ek_evaluate_rates(t), interval));
    return o;
}

static json_t *
mean_of(const struct ek_figures *table, uint32_t min_support, bool group_a)
{
    struct ek_rates mean;
    size_t types =
        ek_evaluate_macro(&table->tallies, min_support, group_a, &mean);
    json_t *o = json_pack("{s:I}", "types", (json_int_t)types);
    json_object_update_new(o, rates_of(mean, group_a ? table->intervals.group_a
                                                     : table->intervals.macro));
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
confusions_of(const ek_evaluation *e)
{
    json_t *all = json_array();
    for (size_t i = 0; i < e->confusions.n; i++) {
        const struct ek_confusion *c = &e->confusions.v[i];
        json_array_append_new(all,
                              json_pack("{s:s%, s:s%, s:i}", "label", c->gold.p,
                                        c->gold.n, "taken_for", c->found.p,
                                        c->found.n, "n", (int)c->n));
    }
    return all;
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

static void
set_table(json_t *o, const struct ek_figures *table, uint32_t min_support)
{
    struct ek_tally sum = ek_evaluate_sum(&table->tallies);
    json_t *types = json_array();
    sum.label = EK_STR("all");
    for (size_t i = 0; i < table->tallies.v.n; i++)
        json_array_append_new(types, tally_of(&table->tallies.v.v[i],
                                              table->intervals.types.v[i]));
    json_object_set_new(o, "documents",
                        json_integer((json_int_t)table->tallies.documents));
    json_object_set_new(o, "types", types);
    json_object_set_new(o, "macro", mean_of(table, min_support, false));
    json_object_set_new(o, "group_a", mean_of(table, min_support, true));
    json_object_set_new(o, "micro", tally_of(&sum, table->intervals.micro));
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
    struct ek_figures tables[EK_LANGS];
    size_t n = ek_figures_of(tables, e, o->min_support);
    json_t *root = json_object(), *languages = json_object();
    json_object_set_new(root, "min_support", json_integer(o->min_support));
    set_table(root, &tables[0], o->min_support);
    for (size_t i = 1; i < n; i++) {
        json_t *language = json_object();
        set_table(language, &tables[i], o->min_support);
        json_object_set_new(languages, ek_lang_word(tables[i].tallies.lang),
                            language);
    }
    json_object_set_new(root, "languages", languages);
    json_object_set_new(root, "confusions", confusions_of(e));
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
