/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/explain.h"

static const ek_str nothing = {"", 0};

static void
put_standards(struct answer *a, ek_str provision)
{
    for (size_t i = 0; i < a->pack->references.n; i++) {
        const ek_reference *r = &a->pack->references.v[i];
        if (!ek_str_is(r->kind, "standard") || !r->provisions.n ||
            !ek_words_have(r->provisions, provision))
            continue;
        ek_answer_field(
            a, EK_M_f_standard,
            ek_arena_printf(a->run->arena, "%.*s (%.*s)",
                            EK_ARG(ek_label_in(&r->title, a->run->opt.lang)),
                            EK_ARG(r->id)));
    }
}

static void
put_provision(struct answer *a, const ek_provision *p)
{
    ek_answer_head(a, p->id, ek_answer_say(a, EK_M_is_provision, nothing),
                   &p->title);
    ek_answer_text(a, &p->text);
    ek_answer_field(a, EK_M_f_number, p->number);
    if (p->number.n) {
        a->numbers = true;
        ek_answer_field(a, EK_M_f_current,
                        p->current_ref.n ? p->current_ref
                                         : ek_message_text(EK_M_not_verified,
                                                           a->run->opt.lang));
    }
    ek_answer_sources(a, p->source);
    ek_answer_certainty(a, p->certainty);
    ek_answer_changes(a, p->ref.n
                             ? ek_arena_printf(a->run->arena, "%.*s %.*s",
                                               EK_ARG(p->id), EK_ARG(p->ref))
                             : p->id);
    put_standards(a, p->id);
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
explain_change(struct answer *a, ek_str id)
{
    for (size_t i = 0; i < a->pack->changes.n; i++) {
        const ek_pack_change *change = &a->pack->changes.v[i];
        if (!ek_str_eq(change->id, id) && !ek_str_is(id, "changes"))
            continue;
        ek_answer_head(a, change->id,
                       ek_answer_say(a, EK_M_is_change,
                                     ek_page_date(&a->page, a->pack->as_of)),
                       NULL);
        ek_answer_text(a, &change->text);
        ek_answer_field(a, EK_M_f_provisions, change->provisions);
        ek_answer_field(a, EK_M_f_also, change->also);
        ek_answer_sources(a, change->source);
        ek_answer_certainty(a, change->certainty);
    }
}

static void
explain_source(struct answer *a, ek_str id)
{
    for (size_t i = 0; i < a->pack->sources.n; i++) {
        const ek_pack_source *source = &a->pack->sources.v[i];
        if (!ek_str_eq(source->id, id))
            continue;
        ek_answer_head(a, id, ek_answer_say(a, EK_M_is_source, nothing), NULL);
        ek_answer_text(a, &source->text);
    }
}

static void
put_reference(struct answer *a, const ek_reference *r)
{
    ek_lang lang = a->run->opt.lang;
    bool regime = ek_str_is(r->kind, "regime");
    ek_answer_head(
        a, r->id,
        ek_answer_say(a, regime ? EK_M_is_regime : EK_M_is_standard, nothing),
        &r->title);
    if (r->text.en.n)
        ek_answer_text(a, &r->text);
    ek_answer_field(a, EK_M_f_storage, ek_label_in(&r->storage, lang));
    ek_answer_field(a, EK_M_f_keys, ek_label_in(&r->keys, lang));
    ek_answer_field(a, EK_M_f_saas, ek_label_in(&r->saas, lang));
    ek_answer_field(a, EK_M_f_provisions, r->provisions);
    ek_answer_sources(a, r->source);
    ek_answer_certainty(a, r->certainty);
}

static void
explain_reference(struct answer *a, ek_str id)
{
    for (size_t i = 0; i < a->pack->references.n; i++) {
        const ek_reference *r = &a->pack->references.v[i];
        bool all = ek_str_is(id, "regimes")     ? ek_str_is(r->kind, "regime")
                   : ek_str_is(id, "standards") ? ek_str_is(r->kind, "standard")
                                                : false;
        if (all || ek_str_eq(r->id, id))
            put_reference(a, r);
    }
}

void
ek_explain_law(struct answer *a, ek_str id)
{
    explain_provision(a, id);
    explain_change(a, id);
    explain_source(a, id);
    explain_reference(a, id);
}
