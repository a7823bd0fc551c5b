/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/compare.h"
#include "result/give.h"
#include "result/take.h"

enum { SCHEMA = 1 };

static void
put_documents(ek_arena *arena, json_t *o, const ek_result *r)
{
    json_t *list = ek_give_list(arena, o, "documents");
    for (size_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        json_t *one = ek_give_item(arena, list);
        ek_give_text(arena, one, "path", d->path);
        ek_give_text(arena, one, "sha256", d->sha256);
        ek_give_text(arena, one, "title", d->title);
        ek_give_text(arena, one, "readable", d->readable);
        ek_give_number(arena, one, "coverage",
                       ek_extraction_coverage(&d->extraction));
        ek_give_text(arena, one, "no_result", d->no_result);
    }
}

static void
put_verdict(ek_arena *arena, json_t *one, const ek_verdict *v)
{
    ek_give_text(arena, one, "item", v->item);
    ek_give_text(arena, one, "status", v->status);
    ek_give_label(arena, one, "label", &v->label);
    ek_give_text(arena, one, "row", v->row);
    ek_give_label(arena, one, "reason", &v->reason);
}

static void
put_verdicts(ek_arena *arena, json_t *o, const ek_result *r)
{
    json_t *list = ek_give_list(arena, o, "verdicts");
    for (size_t i = 0; i < r->verdicts.n; i++)
        put_verdict(arena, ek_give_item(arena, list), &r->verdicts.v[i]);
    list = ek_give_list(arena, o, "checklist");
    for (size_t i = 0; i < r->checklist.n; i++)
        put_verdict(arena, ek_give_item(arena, list), &r->checklist.v[i]);
}

static void
put_evidence(ek_arena *arena, json_t *o, const ek_result *r)
{
    static const char *const names[] = {"strong", "review", "carve_out",
                                        "protective"};
    json_t *evidence = ek_give_object(arena, o, "evidence");
    for (int i = EK_COUNT_STRONG; i <= EK_COUNT_PROTECT; i++)
        ek_give_number(arena, evidence, names[i],
                       (uint32_t)ek_compare_count(r, (enum ek_counted)i));
}

static void
put_questions(ek_arena *arena, json_t *o, const ek_result *r)
{
    static const char *const to[] = {"provider", "reviewer", "user"};
    json_t *questions = ek_give_object(arena, o, "questions");
    for (size_t t = 0; t < sizeof to / sizeof *to; t++) {
        json_t *list = ek_give_list(arena, questions, to[t]);
        for (size_t i = 0; i < r->questions.n; i++)
            if (ek_str_is(r->questions.v[i].to, to[t]))
                ek_give_string(arena, list, r->questions.v[i].id);
    }
}

static void
put_candidate(ek_arena *arena, json_t *o, const ek_result *r)
{
    ek_give_text(arena, o, "name", ek_result_name(r));
    ek_give_text(arena, o, "no_result", r->no_result);
    put_documents(arena, o, r);
    put_verdicts(arena, o, r);
    put_evidence(arena, o, r);
    put_questions(arena, o, r);
}

static void
put_head(ek_arena *arena, json_t *root, const ek_result *r)
{
    ek_give_text(arena, root, "ekimu", r->engine);
    ek_give_number(arena, root, "schema", SCHEMA);
    json_t *pack = ek_give_object(arena, root, "pack");
    ek_give_text(arena, pack, "id", r->pack_id);
    ek_give_text(arena, pack, "version", r->pack_version);
    ek_give_text(arena, pack, "as_of", r->pack_as_of);
    ek_give_text(arena, pack, "fingerprint", r->pack_fingerprint);
}

void
ek_compare_json(ek_buf *out, ek_result *const *results, size_t n)
{
    ek_arena *arena = out->arena;
    if (n == 0)
        return;
    struct ek_json_holder *holder = ek_json_hold(arena);
    json_t *root = holder->json = json_object();
    put_head(arena, root, results[0]);
    json_t *list = ek_give_list(arena, root, "candidates");
    for (size_t i = 0; i < n; i++)
        put_candidate(arena, ek_give_item(arena, list), results[i]);
    ek_give_label(arena, root, "note_2013", &results[0]->note_2013);
    ek_give_label(arena, root, "disclaimer", &results[0]->disclaimer);
    ek_give_out(out, root);
    ek_json_let_go(holder);
    ek_buf_putc(out, '\n');
}
