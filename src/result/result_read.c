/* SPDX-License-Identifier: Apache-2.0 */
/* One line of JSON back to a result. The line may come from a worker that was
 * taken over by a hostile document, so nothing in it is believed unchecked. */
#include "config.h"

#include "result/result.h"

#include "result/decision_json.h"
#include "result/read_document.h"
#include "result/read_finding.h"
#include "result/take.h"

enum { SCHEMA = 1 };

static bool
read_pack(ek_result *r, struct ek_taken *root)
{
    struct ek_taken pack;
    return ek_take_object(&pack, root, "pack") &&
           ek_take_text(&r->pack_id, &pack, "id") &&
           ek_take_text(&r->pack_version, &pack, "version") &&
           ek_take_text(&r->pack_as_of, &pack, "as_of") &&
           ek_take_text(&r->pack_fingerprint, &pack, "fingerprint") &&
           ek_take_close(&pack, "pack");
}

static bool
read_what(ek_result *r, struct ek_taken *root)
{
    struct ek_taken one;
    ek_document document = {0};
    if (ek_take_has(root, "bundle"))
        return ek_bundle_read(r, root);
    bool good = ek_take_object(&one, root, "document") &&
                ek_document_read(&document, r, &one) &&
                ek_take_close(&one, "document");
    EK_PUSH(r->arena, r->documents, document);
    r->no_result = document.no_result;
    return good;
}

/* Reads each object of a list. */
static bool
read_list(ek_result *r, struct ek_taken *root, const char *key,
          bool (*read_one)(ek_result *, struct ek_taken *))
{
    const json_t *list;
    if (!ek_take_array(&list, root, key))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_taken one;
        if (!ek_take_open(&one, root->taker, json_array_get(list, i), key) ||
            !read_one(r, &one) || !ek_take_close(&one, key))
            return false;
    }
    return true;
}

static bool
read_answer(ek_result *r, struct ek_taken *from)
{
    struct ek_answer answer = {0};
    bool good = ek_take_text(&answer.fact, from, "fact") &&
                ek_take_text(&answer.value, from, "value") &&
                ek_take_bool(&answer.given, from, "given");
    EK_PUSH(r->arena, r->facts, answer);
    return good;
}

static bool
read_finding(ek_result *r, struct ek_taken *from)
{
    ek_finding finding = {0};
    bool good = ek_finding_read(&finding, from, r->bundle.n > 0) &&
                (finding.document < r->documents.n ||
                 ek_take_fail(from->taker, "finding names no document"));
    EK_PUSH(r->arena, r->findings.v, finding);
    return good;
}

static bool
read_said_word(ek_result *r, struct ek_taken *from)
{
    struct ek_said word = {0};
    bool good =
        ek_take_text(&word.word, from, "concept") &&
        ek_take_label(&word.about, from, "about") &&
        ek_take_number(&word.count, from, "count") &&
        (!r->bundle.n || ek_take_number(&word.document, from, "document")) &&
        (word.document < r->documents.n ||
         ek_take_fail(from->taker, "mention names no document")) &&
        ek_take_number(&word.line, from, "line") &&
        ek_take_text(&word.quote, from, "quote");
    EK_PUSH(r->arena, r->said, word);
    return good;
}

static bool
read_said(ek_result *r, struct ek_taken *root)
{
    struct ek_taken said;
    return ek_take_object(&said, root, "said") &&
           ek_take_number(&r->said_bytes, &said, "bytes") &&
           read_list(r, &said, "words", read_said_word) &&
           ek_take_close(&said, "said");
}

static bool
read_evidence(struct ek_evidence *e, struct ek_taken *from, const ek_result *r)
{
    return ek_take_number(&e->finding, from, "i") &&
           (e->finding < r->findings.v.n ||
            ek_take_fail(from->taker, "evidence names no finding")) &&
           ek_take_text(&e->row, from, "row") &&
           ek_take_text(&e->contribution, from, "contribution") &&
           ek_take_text(&e->level, from, "level") &&
           ek_take_label(&e->reason, from, "reason") &&
           ek_take_close(from, "findings");
}

static bool
read_evidences(ek_verdict *v, struct ek_taken *from, const ek_result *r)
{
    const json_t *list;
    if (!ek_take_array(&list, from, "findings"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_evidence evidence = {0};
        struct ek_taken one;
        if (!ek_take_open(&one, from->taker, json_array_get(list, i),
                          "findings") ||
            !read_evidence(&evidence, &one, r))
            return false;
        EK_PUSH(r->arena, v->findings, evidence);
    }
    return true;
}

static bool
read_ids(ek_verdict *v, struct ek_taken *from, const ek_result *r)
{
    const json_t *list;
    if (!ek_take_array(&list, from, "questions"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        ek_str id;
        if (!ek_take_string(&id, from->taker, json_array_get(list, i),
                            "questions"))
            return false;
        EK_PUSH(r->arena, v->questions, id);
    }
    return true;
}

/* Each is one word: the list is kept as words between blanks. */
static bool
read_words(ek_str *out, struct ek_taken *from, const char *key)
{
    const json_t *list;
    if (!ek_take_array(&list, from, key))
        return false;
    ek_buf words = ek_buf_on(from->taker->arena);
    for (size_t i = 0; i < json_array_size(list); i++) {
        ek_str id;
        if (!ek_take_string(&id, from->taker, json_array_get(list, i), key))
            return false;
        ek_str rest = id;
        if (!ek_str_eq(ek_str_word(&rest), id) || id.n == 0)
            return ek_take_fail(from->taker, key);
        ek_buf_puts(&words, i ? " " : "");
        ek_buf_add(&words, id);
    }
    *out = ek_buf_str(&words);
    return true;
}

static bool
read_judged(ek_verdict *v, struct ek_taken *from, const ek_result *r)
{
    return ek_take_text(&v->item, from, "item") &&
           ek_take_label(&v->title, from, "title") &&
           ek_take_text(&v->status, from, "status") &&
           ek_take_label(&v->label, from, "label") &&
           ek_take_text(&v->row, from, "row") &&
           ek_take_text(&v->certainty, from, "certainty") &&
           read_words(&v->provisions, from, "provisions") &&
           read_words(&v->changes, from, "changes") &&
           ek_take_label(&v->reason, from, "reason") &&
           read_evidences(v, from, r) && read_ids(v, from, r);
}

static bool
read_verdict(ek_result *r, struct ek_taken *from)
{
    ek_verdict v = {0};
    bool good = read_judged(&v, from, r);
    EK_PUSH(r->arena, r->verdicts, v);
    return good;
}

static bool
read_part(ek_result *r, struct ek_taken *from)
{
    ek_verdict v = {0};
    bool good = read_judged(&v, from, r);
    EK_PUSH(r->arena, r->checklist, v);
    return good;
}

static bool
read_about(struct ek_asked *asked, struct ek_taken *from, const ek_result *r)
{
    const json_t *list;
    if (!ek_take_array(&list, from, "findings"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *n = json_array_get(list, i);
        if (!json_is_integer(n) || json_integer_value(n) < 0 ||
            (size_t)json_integer_value(n) >= r->findings.v.n)
            return ek_take_fail(from->taker, "question names no finding");
        EK_PUSH(r->arena, asked->findings, (uint32_t)json_integer_value(n));
    }
    return true;
}

static bool
read_question(ek_result *r, struct ek_taken *from)
{
    struct ek_asked asked = {0};
    bool good =
        ek_take_text(&asked.id, from, "id") &&
        ek_take_word(&asked.to, from, "to", EK_STR("reviewer user provider")) &&
        ek_take_label(&asked.text, from, "text") &&
        ek_take_label(&asked.pro, from, "pro") &&
        ek_take_label(&asked.contra, from, "contra") &&
        read_words(&asked.values, from, "values") &&
        ek_take_label(&asked.ready, from, "ready") &&
        read_about(&asked, from, r);
    EK_PUSH(r->arena, r->questions, asked);
    return good;
}

static bool
read_overlay(ek_result *r, struct ek_taken *from)
{
    struct ek_overlay overlay = {0};
    bool good = ek_take_text(&overlay.id, from, "id") &&
                ek_take_label(&overlay.text, from, "text");
    EK_PUSH(r->arena, r->overlays, overlay);
    return good;
}

static bool
read_change(ek_result *r, struct ek_taken *from)
{
    struct ek_dated change = {0};
    bool good = ek_take_text(&change.id, from, "id") &&
                ek_take_label(&change.text, from, "text");
    EK_PUSH(r->arena, r->changes, change);
    return good;
}

static bool
read_note(ek_result *r, struct ek_taken *from)
{
    struct ek_note note = {0};
    bool good =
        ek_take_text(&note.code, from, "code") &&
        ek_take_word(&note.level, from, "level",
                     EK_STR("note warning error")) &&
        (!r->bundle.n || ek_take_number(&note.document, from, "document")) &&
        (note.document < r->documents.n ||
         ek_take_fail(from->taker, "diagnostic names no document")) &&
        ek_take_number(&note.line, from, "line") &&
        ek_take_label(&note.text, from, "text");
    EK_PUSH(r->arena, r->notes, note);
    return good;
}

static bool
read_root(ek_result *r, struct ek_taken *root)
{
    uint32_t schema = 0;
    return ek_take_text(&r->engine, root, "ekimu") &&
           ek_take_number(&schema, root, "schema") &&
           (schema == SCHEMA || ek_take_fail(root->taker, "schema")) &&
           read_pack(r, root) && read_what(r, root) &&
           read_list(r, root, "facts", read_answer) &&
           read_list(r, root, "findings", read_finding) && read_said(r, root) &&
           read_list(r, root, "verdicts", read_verdict) &&
           read_list(r, root, "checklist", read_part) &&
           read_list(r, root, "questions", read_question) &&
           read_list(r, root, "overlays", read_overlay) &&
           read_list(r, root, "changes", read_change) &&
           read_list(r, root, "diagnostics", read_note) &&
           ek_documents_agree(r, root) && ek_reviews_take(r, root) &&
           ek_take_label(&r->note_2013, root, "note_2013") &&
           ek_take_label(&r->disclaimer, root, "disclaimer") &&
           ek_take_close(root, "unknown key");
}

static const char *
read_text(ek_result *r, ek_str json)
{
    struct ek_json_holder *holder = ek_json_hold(r->arena);
    holder->json = json_loadb(json.p ? json.p : "", json.n,
                              JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
    if (!holder->json)
        return "not JSON";
    struct ek_taker taker = {.arena = r->arena};
    struct ek_taken root;
    if (ek_take_open(&root, &taker, holder->json, "not an object"))
        read_root(r, &root);
    ek_json_let_go(holder);
    return taker.why;
}

ek_status
ek_result_read(ek_result **out, ek_str json, const char **why)
{
    ek_result *result = ek_result_new(0);
    if (!result)
        return EK_ENOMEM;
    if (setjmp(*ek_arena_catch(result->arena))) {
        ek_result_free(result);
        return EK_ENOMEM;
    }
    const char *wrong = read_text(result, json);
    if (why)
        *why = wrong;
    if (wrong) {
        ek_result_free(result);
        return EK_EFORMAT;
    }
    *out = result;
    return EK_OK;
}
