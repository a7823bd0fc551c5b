/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that the pack says under an id. */
#include "config.h"

#include "cli/output.h"
#include "cli/packs.h"
#include "cli/run.h"
#include "ekimu_app.h"

enum { TEXT_COLUMN = 18, MOST_WIDTH = 120 };

static const ek_str nothing = {"", 0};

struct answer {
    struct ek_run *run;
    const ek_pack *pack;
    struct ek_page page;
    unsigned found;
    bool numbers; /* numbers of 2013 were shown: a note is due */
};

static ek_str
say(struct answer *a, enum ek_message message, ek_str arg)
{
    ek_buf text = ek_buf_on(a->run->arena);
    ek_message_add(&text, message, a->run->opt.lang, arg, nothing);
    return ek_buf_str(&text);
}

static void
put_head(struct answer *a, ek_str id, ek_str kind, const ek_label *title)
{
    if (a->found++)
        ek_page_end(&a->page);
    ek_page_put(&a->page, EK_BOLD, ek_page_text(&a->page, id));
    if (kind.n)
        ek_page_to(&a->page, a->page.cells + 2);
    ek_page_put(&a->page, EK_DIM, kind);
    ek_page_end(&a->page);
    if (title)
        ek_page_wrap(&a->page, 0, EK_BOLD, ek_page_label(&a->page, title), 0);
}

static void
put_text(struct answer *a, const ek_label *text)
{
    ek_page_to(&a->page, 2);
    ek_page_wrap(&a->page, 2, EK_PLAIN, ek_page_label(&a->page, text), 0);
}

static void
put_field(struct answer *a, enum ek_message name, ek_str value)
{
    if (value.n == 0)
        return;
    ek_page_to(&a->page, 2);
    ek_page_put(&a->page, EK_DIM, ek_message_text(name, a->run->opt.lang));
    ek_page_to(&a->page, TEXT_COLUMN);
    ek_page_wrap(&a->page, TEXT_COLUMN, EK_PLAIN, ek_page_text(&a->page, value),
                 0);
}

static void
put_count(struct answer *a, enum ek_message name, size_t n)
{
    put_field(a, name, ek_page_number(&a->page, n));
}

static void
put_certainty(struct answer *a, ek_str word)
{
    ek_lang lang = a->run->opt.lang;
    if (ek_str_is(word, "text"))
        word = ek_message_text(EK_M_cert_text, lang);
    else if (ek_str_is(word, "summary"))
        word = ek_message_text(EK_M_cert_summary, lang);
    else if (ek_str_is(word, "inference"))
        word = ek_message_text(EK_M_cert_inference, lang);
    put_field(a, EK_M_f_certainty, word);
}

static void
explain_clause(struct answer *a, ek_str id)
{
    uint32_t i = ek_pack_clause(a->pack, id), first;
    if (i == UINT32_MAX)
        return;
    const ek_clause *clause = &a->pack->clauses.v[i];
    put_head(a, clause->id, say(a, EK_M_is_clause, nothing), &clause->title);
    put_text(a, &clause->about);
    put_field(a, EK_M_f_group, (ek_str){&clause->group, clause->group != 0});
    put_field(a, EK_M_f_protects, clause->protects);
    put_field(a, EK_M_f_provisions, clause->provisions);
    put_count(a, EK_M_f_rules, ek_pack_rules(a->pack, i, &first));
    put_count(a, EK_M_f_examples, clause->examples.n);
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
    put_head(a, concept->id, say(a, EK_M_is_concept, nothing), NULL);
    put_text(a, &concept->about);
    put_field(a, EK_M_f_means, values_of(a, &concept->value));
    put_field(a, EK_M_f_patterns,
              ek_arena_printf(a->run->arena, "ja %zu, en %zu",
                              counts[EK_LANG_JA], counts[EK_LANG_EN]));
}

static void
put_sources(struct answer *a, ek_str ids)
{
    for (ek_str id = ek_str_word(&ids); id.n; id = ek_str_word(&ids)) {
        ek_str text = id;
        for (size_t i = 0; i < a->pack->sources.n; i++)
            if (ek_str_eq(a->pack->sources.v[i].id, id))
                text =
                    ek_label_in(&a->pack->sources.v[i].text, a->run->opt.lang);
        put_field(a, EK_M_f_source, text);
    }
}

static void
put_changes(struct answer *a, ek_str provision)
{
    for (size_t i = 0; i < a->pack->changes.n; i++) {
        const ek_pack_change *change = &a->pack->changes.v[i];
        ek_str ids = change->provisions;
        for (ek_str id = ek_str_word(&ids); id.n; id = ek_str_word(&ids))
            if (ek_str_eq(id, provision))
                put_field(a, EK_M_f_changed,
                          ek_label_in(&change->text, a->run->opt.lang));
    }
}

static void
put_provision(struct answer *a, const ek_provision *p)
{
    put_head(a, p->id, say(a, EK_M_is_provision, nothing), &p->title);
    put_text(a, &p->text);
    put_field(a, EK_M_f_number, p->number);
    if (p->number.n) {
        a->numbers = true;
        put_field(a, EK_M_f_current,
                  p->current_ref.n
                      ? p->current_ref
                      : ek_message_text(EK_M_not_verified, a->run->opt.lang));
    }
    put_sources(a, p->source);
    put_certainty(a, p->certainty);
    put_changes(a, p->id);
}

static void
explain_provision(struct answer *a, ek_str id)
{
    for (size_t i = 0; i < a->pack->provisions.n; i++) {
        const ek_provision *p = &a->pack->provisions.v[i];
        if (ek_str_eq(id, p->id) || (p->ref.n && ek_str_eq(id, p->ref)) ||
            (p->number.n && ek_str_eq(id, p->number)))
            put_provision(a, p);
    }
}

static void
put_row(struct answer *a, const struct ek_table *table, const ek_row *row)
{
    put_head(a, row->id, say(a, EK_M_is_row, table->id),
             row->label.en.n ? &row->label : NULL);
    put_text(a, &row->reason);
    put_field(a, EK_M_f_gives, row->gives);
    put_field(a, EK_M_f_asks, row->asks);
    put_field(a, EK_M_f_provisions, row->provisions);
    put_certainty(a, row->certainty);
}

static void
put_table(struct answer *a, const struct ek_table *table)
{
    put_head(a, table->id, say(a, EK_M_is_table, nothing), &table->title);
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
    if (!q)
        return;
    enum ek_message to = EK_M_to_reviewer;
    if (ek_str_is(q->to, "user"))
        to = EK_M_to_user;
    else if (ek_str_is(q->to, "provider"))
        to = EK_M_to_provider;
    put_head(a, q->id, say(a, to, nothing), NULL);
    put_text(a, &q->text);
    put_field(a, EK_M_f_pro, ek_label_in(&q->pro, a->run->opt.lang));
    put_field(a, EK_M_f_contra, ek_label_in(&q->contra, a->run->opt.lang));
}

static void
explain_fact(struct answer *a, ek_str id)
{
    const ek_fact *f = ek_pack_fact(a->pack, id);
    if (!f)
        return;
    put_head(a, f->id, say(a, EK_M_is_fact, nothing), &f->title);
    put_field(a, EK_M_f_values,
              f->values.n ? f->values
                          : ek_message_text(EK_M_f_free, a->run->opt.lang));
    put_field(a, EK_M_f_fallback, f->fallback);
}

static void
explain(struct answer *a, ek_str id)
{
    unsigned before = a->found;
    if (ek_str_is(id, "disclaimer")) {
        put_head(a, id, nothing, NULL);
        put_text(a, &a->pack->disclaimer);
        return;
    }
    explain_clause(a, id);
    explain_concept(a, id);
    explain_provision(a, id);
    explain_tables(a, id);
    explain_question(a, id);
    explain_fact(a, id);
    if (a->found == before)
        ek_run_misuse(a->run, EK_M_unknown_id, id, nothing);
}

/* The numbers of the Q&A are those of the pack's time: said once. */
static void
put_foot(struct answer *a)
{
    if (!a->numbers)
        return;
    ek_page_end(&a->page);
    ek_page_put(&a->page, EK_DIM, EK_STR("Q&A: "));
    ek_page_wrap(&a->page, 5, EK_DIM,
                 ek_page_label(&a->page, &a->pack->note_2013), 0);
}

void
ek_cmd_explain(struct ek_run *run)
{
    ek_pack *pack;
    struct ek_output output;
    if (run->opt.operands.n == 0) {
        ek_run_misuse(run, EK_M_no_id, nothing, nothing);
        return;
    }
    if (!ek_packs_load(&pack, run, nothing) || !ek_output_open(&output, run))
        return;
    ek_buf out = ek_buf_on(run->arena);
    struct answer a = {.run = run, .pack = pack};
    unsigned width = ek_run_width(run);
    a.page = (struct ek_page){.arena = run->arena, .out = &out};
    a.page.options.lang = run->opt.lang;
    a.page.options.width = width > MOST_WIDTH ? MOST_WIDTH : width;
    for (size_t i = 0; i < run->opt.operands.n; i++)
        explain(&a, run->opt.operands.v[i]);
    put_foot(&a);
    ek_output_write(&output, &out);
    ek_output_close(&output);
}
