/* SPDX-License-Identifier: Apache-2.0 */
/* One line of JSON back to a result. The line may come from a worker that was
 * taken over by a hostile document, so nothing in it is believed unchecked. */
#include "config.h"

#include "result/result.h"

#include "result/read_finding.h"
#include "result/take.h"

enum { SCHEMA = 1, MOST_PERCENT = 100 };

static bool
is_one_of(ek_str word, ek_str words)
{
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        if (ek_str_eq(w, word))
            return true;
    return false;
}

static bool
take_word(ek_str *out, struct ek_taken *from, const char *key, ek_str words)
{
    return ek_take_text(out, from, key) &&
           (is_one_of(*out, words) || ek_take_fail(from->taker, key));
}

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
read_languages(ek_result *r, struct ek_taken *document)
{
    const json_t *list;
    if (!ek_take_array(&list, document, "languages"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        ek_str word;
        if (!ek_take_string(&word, document->taker, json_array_get(list, i),
                            "languages"))
            return false;
        if (!is_one_of(word, EK_STR("ja en other none")))
            return ek_take_fail(document->taker, "languages");
        EK_PUSH(r->arena, r->languages, word);
    }
    return true;
}

static bool
read_readable(ek_result *r, struct ek_taken *document, const json_t **notes)
{
    struct ek_taken readable;
    return ek_take_object(&readable, document, "readable") &&
           take_word(&r->readable, &readable, "status",
                     EK_STR("full part none")) &&
           ek_take_array(notes, &readable, "notes") &&
           ek_take_close(&readable, "readable");
}

static bool
read_document(ek_result *r, struct ek_taken *root, const json_t **notes)
{
    struct ek_taken d;
    return ek_take_object(&d, root, "document") &&
           ek_take_text(&r->path, &d, "path") &&
           ek_take_text(&r->sha256, &d, "sha256") &&
           ek_take_text(&r->format, &d, "format") &&
           ek_take_text(&r->encoding, &d, "encoding") &&
           ek_take_number(&r->encoding_confidence, &d, "encoding_confidence") &&
           (r->encoding_confidence <= MOST_PERCENT ||
            ek_take_fail(d.taker, "encoding_confidence")) &&
           ek_take_bool(&r->encoding_guessed, &d, "encoding_guessed") &&
           ek_take_text(&r->title, &d, "title") && read_languages(r, &d) &&
           read_readable(r, &d, notes) &&
           ek_take_text(&r->no_result, &d, "no_result") &&
           ek_take_number(&r->bytes, &d, "bytes") &&
           ek_take_number(&r->lines, &d, "lines") &&
           ek_take_close(&d, "document");
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
    bool good = ek_finding_read(&finding, from);
    EK_PUSH(r->arena, r->findings.v, finding);
    return good;
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

/* Each provision is one word: the list is kept as words between blanks. */
static bool
read_provisions(ek_verdict *v, struct ek_taken *from, const ek_result *r)
{
    const json_t *list;
    if (!ek_take_array(&list, from, "provisions"))
        return false;
    ek_buf words = ek_buf_on(r->arena);
    for (size_t i = 0; i < json_array_size(list); i++) {
        ek_str id;
        if (!ek_take_string(&id, from->taker, json_array_get(list, i),
                            "provisions"))
            return false;
        ek_str rest = id;
        if (!ek_str_eq(ek_str_word(&rest), id) || id.n == 0)
            return ek_take_fail(from->taker, "provisions");
        ek_buf_puts(&words, i ? " " : "");
        ek_buf_add(&words, id);
    }
    v->provisions = ek_buf_str(&words);
    return true;
}

static bool
read_verdict(ek_result *r, struct ek_taken *from)
{
    ek_verdict v = {0};
    bool good = ek_take_text(&v.item, from, "item") &&
                ek_take_label(&v.title, from, "title") &&
                ek_take_text(&v.status, from, "status") &&
                ek_take_label(&v.label, from, "label") &&
                ek_take_text(&v.row, from, "row") &&
                ek_take_text(&v.certainty, from, "certainty") &&
                read_provisions(&v, from, r) &&
                ek_take_label(&v.reason, from, "reason") &&
                read_evidences(&v, from, r) && read_ids(&v, from, r);
    EK_PUSH(r->arena, r->verdicts, v);
    return good;
}

static bool
read_question(ek_result *r, struct ek_taken *from)
{
    struct ek_asked asked = {0};
    bool good =
        ek_take_text(&asked.id, from, "id") &&
        take_word(&asked.to, from, "to", EK_STR("reviewer user provider")) &&
        ek_take_label(&asked.text, from, "text") &&
        ek_take_label(&asked.pro, from, "pro") &&
        ek_take_label(&asked.contra, from, "contra");
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
read_note(ek_result *r, struct ek_taken *from)
{
    struct ek_note note = {0};
    bool good =
        ek_take_text(&note.code, from, "code") &&
        take_word(&note.level, from, "level", EK_STR("note warning error")) &&
        ek_take_number(&note.line, from, "line") &&
        ek_take_label(&note.text, from, "text");
    EK_PUSH(r->arena, r->notes, note);
    return good;
}

/* readable.notes repeats the codes of the diagnostics about reading. */
static bool
notes_agree(const ek_result *r, struct ek_taken *root, const json_t *codes)
{
    size_t next = 0;
    for (size_t i = 0; i < r->notes.n; i++) {
        if (!ek_note_tells_reading(&r->notes.v[i]))
            continue;
        ek_str code;
        if (!ek_take_string(&code, root->taker, json_array_get(codes, next++),
                            "notes"))
            return false;
        if (!ek_str_eq(code, r->notes.v[i].code))
            return ek_take_fail(root->taker, "notes");
    }
    return json_array_size(codes) == next || ek_take_fail(root->taker, "notes");
}

static bool
read_root(ek_result *r, struct ek_taken *root)
{
    uint32_t schema = 0;
    const json_t *codes = NULL;
    return ek_take_text(&r->engine, root, "ekimu") &&
           ek_take_number(&schema, root, "schema") &&
           (schema == SCHEMA || ek_take_fail(root->taker, "schema")) &&
           read_pack(r, root) && read_document(r, root, &codes) &&
           read_list(r, root, "facts", read_answer) &&
           read_list(r, root, "findings", read_finding) &&
           read_list(r, root, "verdicts", read_verdict) &&
           read_list(r, root, "questions", read_question) &&
           read_list(r, root, "overlays", read_overlay) &&
           read_list(r, root, "diagnostics", read_note) &&
           notes_agree(r, root, codes) &&
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
