/* SPDX-License-Identifier: Apache-2.0 */
/* The result as one line of JSON. Keys stand in the order of
 * docs/ekimu-result.schema.json; result_read.c is the way back. */
#include "config.h"

#include "result/result.h"

#include "result/decision_json.h"
#include "result/document_json.h"
#include "result/give.h"
#include "result/take.h"

enum { SCHEMA = 1 };

static void
put_pack(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *pack = ek_give_object(arena, root, "pack");
    ek_give_text(arena, pack, "id", r->pack_id);
    ek_give_text(arena, pack, "version", r->pack_version);
    ek_give_text(arena, pack, "as_of", r->pack_as_of);
    ek_give_text(arena, pack, "fingerprint", r->pack_fingerprint);
}

static void
put_bundle(ek_arena *arena, json_t *root, const ek_result *r, bool content)
{
    json_t *bundle = ek_give_object(arena, root, "bundle");
    ek_give_text(arena, bundle, "name", r->bundle);
    ek_give_text(arena, bundle, "no_result", r->no_result);
    json_t *list = ek_give_list(arena, bundle, "documents");
    for (uint32_t i = 0; i < r->documents.n; i++)
        ek_document_give(arena, ek_give_item(arena, list), r, i, content);
}

static void
put_what(ek_arena *arena, json_t *root, const ek_result *r, bool content)
{
    if (r->bundle.n)
        put_bundle(arena, root, r, content);
    else
        ek_document_give(arena, ek_give_object(arena, root, "document"), r, 0,
                         content);
}

static void
put_facts(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = ek_give_list(arena, root, "facts");
    for (size_t i = 0; i < r->facts.n; i++) {
        const struct ek_answer *answer = &r->facts.v[i];
        json_t *o = ek_give_item(arena, list);
        ek_give_text(arena, o, "fact", answer->fact);
        ek_give_text(arena, o, "value", answer->value);
        ek_give_bool(arena, o, "given", answer->given);
    }
}

static bool
is_single(uint32_t bits)
{
    return (bits & (bits - 1)) == 0;
}

static void
put_qualifier(ek_arena *arena, json_t *frame, ek_qualifier q, uint32_t bits)
{
    json_t *list = NULL;
    if (ek_qualifier_many(q) || !is_single(bits))
        list = ek_give_list(arena, frame, ek_qualifier_name(q));
    for (unsigned i = 0; i < 32; i++) {
        if (!(bits >> i & 1))
            continue;
        if (list)
            ek_give_string(arena, list, ek_qualifier_word(q, i));
        else
            ek_give_text(arena, frame, ek_qualifier_name(q),
                         ek_qualifier_word(q, i));
    }
}

static void
put_frame(ek_arena *arena, json_t *object, const ek_quals *quals)
{
    json_t *frame = ek_give_object(arena, object, "frame");
    for (int q = 0; q < EK_QUALIFIERS; q++)
        if (quals->bits[q])
            put_qualifier(arena, frame, (ek_qualifier)q, quals->bits[q]);
}

static void
put_place(ek_arena *arena, json_t *object, const ek_finding *f)
{
    json_t *place = ek_give_object(arena, object, "place");
    ek_place_give(arena, place, &f->place);
    ek_give_number(arena, place, "line", f->line);
    ek_give_number(arena, place, "end_line", f->end_line);
    ek_give_number(arena, place, "column", f->column);
    ek_give_text(arena, place, "article", f->article);
    json_t *span = ek_give_object(arena, object, "span");
    ek_give_pair(arena, span, "byte", f->span.begin, f->span.end);
    ek_give_pair(arena, span, "char", f->chars[0], f->chars[1]);
    ek_give_text(arena, object, "quote", f->quote);
}

static void
put_finding(ek_arena *arena, json_t *o, const ek_finding *f, bool bundle)
{
    ek_give_text(arena, o, "clause", f->clause);
    ek_give_text(arena, o, "rule", f->rule);
    ek_give_text(arena, o, "group", (ek_str){&f->group, f->group != 0});
    ek_give_label(arena, o, "title", &f->title);
    ek_give_text(arena, o, "kind", ek_str_of(ek_finding_kind_word(f->kind)));
    ek_give_text(arena, o, "tier", ek_str_of(ek_tier_word(f->tier)));
    ek_give_text(arena, o, "lang", ek_str_of(ek_lang_word(f->lang)));
    if (bundle && f->kind != EK_ABSENT)
        ek_give_number(arena, o, "document", f->document);
    if (f->kind == EK_PRESENT)
        put_place(arena, o, f);
    else
        ek_give_text(arena, o, "reason", f->reason);
    put_frame(arena, o, &f->quals);
    ek_give_text(arena, o, "fingerprint", f->fingerprint);
    ek_give_text(arena, o, "wording", f->wording);
}

static void
put_findings(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = ek_give_list(arena, root, "findings");
    for (size_t i = 0; i < r->findings.v.n; i++)
        put_finding(arena, ek_give_item(arena, list), &r->findings.v.v[i],
                    r->bundle.n > 0);
}

static void
put_said(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *said = ek_give_object(arena, root, "said");
    ek_give_number(arena, said, "bytes", r->said_bytes);
    json_t *list = ek_give_list(arena, said, "words");
    for (size_t i = 0; i < r->said.n; i++) {
        const struct ek_said *word = &r->said.v[i];
        json_t *o = ek_give_item(arena, list);
        ek_give_text(arena, o, "concept", word->word);
        ek_give_label(arena, o, "about", &word->about);
        ek_give_number(arena, o, "count", word->count);
        if (r->bundle.n)
            ek_give_number(arena, o, "document", word->document);
        ek_give_number(arena, o, "line", word->line);
        ek_give_text(arena, o, "quote", word->quote);
    }
}

static void
put_evidence(ek_arena *arena, json_t *verdict, const ek_verdict *v)
{
    json_t *list = ek_give_list(arena, verdict, "findings");
    for (size_t i = 0; i < v->findings.n; i++) {
        const struct ek_evidence *e = &v->findings.v[i];
        json_t *o = ek_give_item(arena, list);
        ek_give_number(arena, o, "i", e->finding);
        ek_give_text(arena, o, "row", e->row);
        ek_give_text(arena, o, "contribution", e->contribution);
        ek_give_text(arena, o, "level", e->level);
        ek_give_label(arena, o, "reason", &e->reason);
    }
}

static void
put_verdict(ek_arena *arena, json_t *o, const ek_verdict *v)
{
    ek_give_text(arena, o, "item", v->item);
    ek_give_label(arena, o, "title", &v->title);
    ek_give_text(arena, o, "status", v->status);
    ek_give_label(arena, o, "label", &v->label);
    ek_give_text(arena, o, "row", v->row);
    ek_give_text(arena, o, "certainty", v->certainty);
    ek_give_words(arena, o, "provisions", v->provisions);
    ek_give_words(arena, o, "changes", v->changes);
    ek_give_label(arena, o, "reason", &v->reason);
    put_evidence(arena, o, v);
    json_t *questions = ek_give_list(arena, o, "questions");
    for (size_t q = 0; q < v->questions.n; q++)
        ek_give_string(arena, questions, v->questions.v[q]);
}

static void
put_verdicts(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = ek_give_list(arena, root, "verdicts");
    for (size_t i = 0; i < r->verdicts.n; i++)
        put_verdict(arena, ek_give_item(arena, list), &r->verdicts.v[i]);
    list = ek_give_list(arena, root, "checklist");
    for (size_t i = 0; i < r->checklist.n; i++)
        put_verdict(arena, ek_give_item(arena, list), &r->checklist.v[i]);
}

static void
put_question(ek_arena *arena, json_t *o, const struct ek_asked *asked)
{
    ek_give_text(arena, o, "id", asked->id);
    ek_give_text(arena, o, "to", asked->to);
    ek_give_label(arena, o, "text", &asked->text);
    ek_give_label(arena, o, "pro", &asked->pro);
    ek_give_label(arena, o, "contra", &asked->contra);
    ek_give_words(arena, o, "values", asked->values);
    ek_give_label(arena, o, "ready", &asked->ready);
    json_t *list = ek_give_list(arena, o, "findings");
    for (size_t i = 0; i < asked->findings.n; i++)
        ek_give_integer(arena, list, asked->findings.v[i]);
}

static void
put_questions(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = ek_give_list(arena, root, "questions");
    for (size_t i = 0; i < r->questions.n; i++)
        put_question(arena, ek_give_item(arena, list), &r->questions.v[i]);
}

static void
put_remark(ek_arena *arena, json_t *list, ek_str id, const ek_label *text)
{
    json_t *o = ek_give_item(arena, list);
    ek_give_text(arena, o, "id", id);
    ek_give_label(arena, o, "text", text);
}

static void
put_remarks(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = ek_give_list(arena, root, "overlays");
    for (size_t i = 0; i < r->overlays.n; i++)
        put_remark(arena, list, r->overlays.v[i].id, &r->overlays.v[i].text);
    list = ek_give_list(arena, root, "changes");
    for (size_t i = 0; i < r->changes.n; i++)
        put_remark(arena, list, r->changes.v[i].id, &r->changes.v[i].text);
}

static void
put_diagnostics(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = ek_give_list(arena, root, "diagnostics");
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        json_t *o = ek_give_item(arena, list);
        ek_give_text(arena, o, "code", note->code);
        ek_give_text(arena, o, "level", note->level);
        if (r->bundle.n)
            ek_give_number(arena, o, "document", note->document);
        ek_give_number(arena, o, "line", note->line);
        ek_give_label(arena, o, "text", &note->text);
    }
}

static void
write_with(ek_buf *out, const ek_result *r, bool content)
{
    ek_arena *arena = out->arena;
    struct ek_json_holder *holder = ek_json_hold(arena);
    json_t *root = holder->json = json_object();
    ek_give_text(arena, root, "ekimu", r->engine);
    ek_give_number(arena, root, "schema", SCHEMA);
    put_pack(arena, root, r);
    put_what(arena, root, r, content);
    put_facts(arena, root, r);
    put_findings(arena, root, r);
    put_said(arena, root, r);
    put_verdicts(arena, root, r);
    put_questions(arena, root, r);
    put_remarks(arena, root, r);
    put_diagnostics(arena, root, r);
    ek_reviews_give(arena, root, r);
    ek_give_label(arena, root, "note_2013", &r->note_2013);
    ek_give_label(arena, root, "disclaimer", &r->disclaimer);
    ek_give_out(out, root);
    ek_json_let_go(holder);
}

void
ek_result_write(ek_buf *out, const ek_result *r)
{
    write_with(out, r, true);
}

void
ek_result_write_short(ek_buf *out, const ek_result *r)
{
    write_with(out, r, false);
}
