/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/explain.h"

static const ek_str nothing = {"", 0};

enum { MOST_EXAMPLES = 2 };

/* Some examples in the language of the output: hits, then near misses. */
static void
put_examples(struct answer *a, const ek_clause *clause)
{
    static const enum ek_message names[] = {EK_M_f_example, EK_M_f_no_example};
    for (int no = 0; no < 2; no++) {
        int put = 0;
        for (size_t i = 0; i < clause->examples.n && put < MOST_EXAMPLES; i++) {
            const struct ek_example *e = &clause->examples.v[i];
            if (e->lang != a->run->opt.lang ||
                e->expect != (no ? EK_EXPECT_NO : EK_EXPECT_YES))
                continue;
            ek_answer_field(a, names[no], ek_str_trim(e->text));
            put++;
        }
    }
    ek_answer_count(a, EK_M_f_examples, clause->examples.n);
}

static void
explain_clause(struct answer *a, ek_str id)
{
    uint32_t i = ek_pack_clause(a->pack, id), first;
    if (i == UINT32_MAX)
        return;
    const ek_clause *clause = &a->pack->clauses.v[i];
    ek_answer_head(a, clause->id, ek_answer_say(a, EK_M_is_clause, nothing),
                   &clause->title);
    ek_answer_text(a, &clause->about);
    ek_answer_field(a, EK_M_f_group,
                    (ek_str){&clause->group, clause->group != 0});
    ek_answer_field(a, EK_M_f_protects, clause->protects);
    ek_answer_field(a, EK_M_f_provisions, clause->provisions);
    ek_answer_count(a, EK_M_f_rules, ek_pack_rules(a->pack, i, &first));
    put_examples(a, clause);
    ek_answer_changes(a, clause->provisions);
}

static ek_str
values_of(struct answer *a, const ek_quals *quals)
{
    ek_buf out = ek_buf_on(a->run->arena);
    for (int q = 0; q < EK_QUALIFIERS; q++)
        for (unsigned i = 0; ek_qualifier_word((ek_qualifier)q, i).n; i++)
            if (quals->bits[q] >> i & 1)
                ek_buf_printf(&out, "%s%s=%.*s", out.n ? " " : "",
                              ek_qualifier_name((ek_qualifier)q),
                              EK_ARG(ek_qualifier_word((ek_qualifier)q, i)));
    return ek_buf_str(&out);
}

static void
explain_concept(struct answer *a, ek_str id)
{
    uint32_t i = ek_pack_concept(a->pack, id);
    if (i == UINT32_MAX)
        return;
    const ek_concept *concept = &a->pack->concepts.v[i];
    size_t counts[EK_LANGS] = {0};
    for (size_t p = 0; p < a->pack->patterns.n; p++)
        if (a->pack->patterns.v[p].concept_index == i)
            counts[a->pack->patterns.v[p].lang]++;
    ek_answer_head(a, concept->id, ek_answer_say(a, EK_M_is_concept, nothing),
                   NULL);
    ek_answer_text(a, &concept->about);
    ek_answer_field(a, EK_M_f_means, values_of(a, &concept->value));
    ek_answer_field(a, EK_M_f_patterns,
                    ek_arena_printf(a->run->arena, "ja %zu, en %zu",
                                    counts[EK_LANG_JA], counts[EK_LANG_EN]));
}

/* The sources of the provisions that a row names, each once. */
static void
put_row_sources(struct answer *a, ek_str provisions)
{
    ek_buf ids = ek_buf_on(a->run->arena);
    for (ek_str p = ek_str_word(&provisions); p.n;
         p = ek_str_word(&provisions)) {
        const ek_provision *provision = ek_pack_provision(a->pack, p);
        ek_str rest = provision ? provision->source : nothing;
        for (ek_str s = ek_str_word(&rest); s.n; s = ek_str_word(&rest))
            if (!ids.n || !ek_words_have(ek_buf_str(&ids), s))
                ek_buf_printf(&ids, " %.*s", EK_ARG(s));
    }
    ek_answer_sources(a, ek_arena_copy(a->run->arena, ek_buf_str(&ids)));
}

static ek_str
kind_of_row(struct answer *a, const struct ek_table *table)
{
    if (ek_str_is(table->id, "statuses"))
        return ek_answer_say(a, EK_M_is_outcome, nothing);
    if (ek_str_is(table->id, "no-result"))
        return ek_answer_say(a, EK_M_is_reason, nothing);
    return ek_answer_say(a, EK_M_is_row, table->id);
}

static void
put_row(struct answer *a, const struct ek_table *table, const ek_row *row)
{
    ek_answer_head(a, row->id, kind_of_row(a, table),
                   row->label.en.n ? &row->label : NULL);
    ek_answer_text(a, &row->reason);
    ek_answer_field(a, EK_M_f_gives, row->gives);
    ek_answer_field(a, EK_M_f_asks, row->asks);
    ek_answer_field(a, EK_M_f_provisions, row->provisions);
    put_row_sources(a, row->provisions);
    ek_answer_certainty(a, row->certainty);
    ek_answer_changes(a, ek_arena_printf(a->run->arena, "%.*s %.*s",
                                         EK_ARG(row->id),
                                         EK_ARG(row->provisions)));
}

static void
put_table(struct answer *a, const struct ek_table *table)
{
    ek_answer_head(a, table->id, ek_answer_say(a, EK_M_is_table, nothing),
                   &table->title);
    for (size_t i = 0; i < table->rows.n; i++) {
        const ek_row *row = &table->rows.v[i];
        ek_page_to(&a->page, 2);
        ek_page_put(&a->page, EK_PLAIN, ek_page_text(&a->page, row->id));
        ek_page_to(&a->page, a->page.cells + 2);
        ek_page_to(&a->page, 12);
        ek_page_put(&a->page, EK_DIM, ek_page_text(&a->page, row->gives));
        ek_page_to(&a->page, a->page.cells + 2);
        ek_page_to(&a->page, 28);
        ek_page_wrap(&a->page, 28, EK_PLAIN,
                     ek_page_label(&a->page, &row->reason), 0);
    }
    ek_answer_changes(a, table->id);
}

static void
explain_tables(struct answer *a, ek_str id)
{
    for (size_t i = 0; i < a->pack->tables.n; i++) {
        const struct ek_table *table = &a->pack->tables.v[i];
        if (ek_str_eq(id, table->id))
            put_table(a, table);
        const ek_row *row = ek_table_row(table, id);
        if (row)
            put_row(a, table, row);
    }
}

static void
explain_question(struct answer *a, ek_str id)
{
    const ek_question *q = ek_pack_question(a->pack, id);
    if (!q || ek_pack_fact(a->pack, id))
        return;
    enum ek_message to =
        ek_str_is(q->to, "provider") ? EK_M_to_provider : EK_M_to_reviewer;
    ek_answer_head(a, q->id, ek_answer_say(a, to, nothing), NULL);
    ek_answer_text(a, &q->text);
    ek_answer_field(a, EK_M_f_pro, ek_label_in(&q->pro, a->run->opt.lang));
    ek_answer_field(a, EK_M_f_contra,
                    ek_label_in(&q->contra, a->run->opt.lang));
    ek_answer_changes(a, q->id);
}

/* The rows that look at the fact. */
static ek_str
items_of(struct answer *a, ek_str fact)
{
    ek_buf out = ek_buf_on(a->run->arena);
    for (size_t i = 0; i < a->pack->tables.n; i++)
        for (size_t r = 0; r < a->pack->tables.v[i].rows.n; r++) {
            const ek_row *row = &a->pack->tables.v[i].rows.v[r];
            if (ek_row_tests_fact(row, fact))
                ek_buf_printf(&out, "%s%.*s", out.n ? " " : "",
                              EK_ARG(row->id));
        }
    return ek_buf_str(&out);
}

static void
explain_fact(struct answer *a, ek_str id)
{
    const ek_fact *f = ek_pack_fact(a->pack, id);
    if (!f)
        return;
    ek_answer_head(a, f->id, ek_answer_say(a, EK_M_is_fact, nothing),
                   &f->title);
    const ek_question *question = ek_pack_question(a->pack, id);
    if (question)
        ek_answer_text(a, &question->text);
    ek_answer_field(a, EK_M_f_values, f->values.n ? f->values : f->known);
    if (f->list)
        ek_answer_field(a, EK_M_f_values,
                        ek_message_text(EK_M_facts_list, a->run->opt.lang));
    ek_answer_field(a, EK_M_f_fallback, f->fallback);
    ek_answer_field(a, EK_M_f_items, items_of(a, f->id));
    ek_answer_changes(a, f->id);
}

void
ek_explain_pack(struct answer *a, ek_str id)
{
    explain_clause(a, id);
    explain_concept(a, id);
    explain_tables(a, id);
    explain_question(a, id);
    explain_fact(a, id);
}
