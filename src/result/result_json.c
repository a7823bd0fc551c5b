/* SPDX-License-Identifier: Apache-2.0 */
/* The result as one line of JSON. Keys stand in the order of
 * docs/ekimu-result.schema.json; result_read.c is the way back. */
#include "config.h"

#include "result/result.h"

#include <jansson.h>
#include <utf8proc.h>

#include "result/take.h"

enum { SCHEMA = 1, CP_REPLACEMENT = 0xFFFD };

/* jansson has no memory left: unwind as if the arena had none. */
static void
unwind(ek_arena *arena)
{
    ek_arena_alloc(arena, SIZE_MAX);
}

static ek_str
repaired(ek_arena *arena, ek_str s)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < s.n;) {
        utf8proc_int32_t cp;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
                                              (utf8proc_ssize_t)(s.n - i), &cp);
        ek_buf_cp(&out, n > 0 ? (uint32_t)cp : CP_REPLACEMENT);
        i += n > 0 ? (size_t)n : 1;
    }
    return ek_buf_str(&out);
}

static json_t *
text(ek_arena *arena, ek_str s)
{
    json_t *json = json_stringn(s.p ? s.p : "", s.n);
    if (!json) {
        ek_str fixed = repaired(arena, s);
        json = json_stringn(fixed.p, fixed.n);
    }
    return json;
}

static void
put(ek_arena *arena, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(object, key, value))
        unwind(arena);
}

static void
push(ek_arena *arena, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value))
        unwind(arena);
}

/* An object inside another, already attached so that it cannot leak. */
static json_t *
open_in(ek_arena *arena, json_t *object, const char *key)
{
    json_t *inner = json_object();
    put(arena, object, key, inner);
    return inner;
}

static json_t *
open_at(ek_arena *arena, json_t *array)
{
    json_t *inner = json_object();
    push(arena, array, inner);
    return inner;
}

static json_t *
list_in(ek_arena *arena, json_t *object, const char *key)
{
    json_t *inner = json_array();
    put(arena, object, key, inner);
    return inner;
}

static void
put_text(ek_arena *arena, json_t *object, const char *key, ek_str s)
{
    put(arena, object, key, text(arena, s));
}

static void
put_number(ek_arena *arena, json_t *object, const char *key, uint32_t n)
{
    put(arena, object, key, json_integer(n));
}

static void
put_label(ek_arena *arena, json_t *object, const char *key, const ek_label *l)
{
    json_t *inner = open_in(arena, object, key);
    put_text(arena, inner, "ja", l->ja);
    put_text(arena, inner, "en", l->en);
}

static void
put_pair(ek_arena *arena, json_t *object, const char *key, uint32_t a,
         uint32_t b)
{
    json_t *pair = list_in(arena, object, key);
    push(arena, pair, json_integer(a));
    push(arena, pair, json_integer(b));
}

static void
put_words(ek_arena *arena, json_t *object, const char *key, ek_str words)
{
    json_t *list = list_in(arena, object, key);
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words))
        push(arena, list, text(arena, w));
}

static void
put_pack(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *pack = open_in(arena, root, "pack");
    put_text(arena, pack, "id", r->pack_id);
    put_text(arena, pack, "version", r->pack_version);
    put_text(arena, pack, "as_of", r->pack_as_of);
    put_text(arena, pack, "fingerprint", r->pack_fingerprint);
}

static void
put_readable(ek_arena *arena, json_t *document, const ek_result *r)
{
    json_t *readable = open_in(arena, document, "readable");
    put_text(arena, readable, "status", r->readable);
    json_t *codes = list_in(arena, readable, "notes");
    for (size_t i = 0; i < r->notes.n; i++)
        if (ek_note_tells_reading(&r->notes.v[i]))
            push(arena, codes, text(arena, r->notes.v[i].code));
}

static void
put_document(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *d = open_in(arena, root, "document");
    put_text(arena, d, "path", r->path);
    put_text(arena, d, "sha256", r->sha256);
    put_text(arena, d, "format", r->format);
    put_text(arena, d, "encoding", r->encoding);
    put_number(arena, d, "encoding_confidence", r->encoding_confidence);
    put(arena, d, "encoding_guessed", json_boolean(r->encoding_guessed));
    put_text(arena, d, "title", r->title);
    json_t *languages = list_in(arena, d, "languages");
    for (size_t i = 0; i < r->languages.n; i++)
        push(arena, languages, text(arena, r->languages.v[i]));
    put_readable(arena, d, r);
    put_text(arena, d, "no_result", r->no_result);
    put_number(arena, d, "bytes", r->bytes);
    put_number(arena, d, "lines", r->lines);
}

static void
put_facts(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = list_in(arena, root, "facts");
    for (size_t i = 0; i < r->facts.n; i++) {
        const struct ek_answer *answer = &r->facts.v[i];
        json_t *o = open_at(arena, list);
        put_text(arena, o, "fact", answer->fact);
        put_text(arena, o, "value", answer->value);
        put(arena, o, "given", json_boolean(answer->given));
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
        list = list_in(arena, frame, ek_qualifier_name(q));
    for (unsigned i = 0; i < 32; i++) {
        if (!(bits >> i & 1))
            continue;
        json_t *word = text(arena, ek_qualifier_word(q, i));
        if (list)
            push(arena, list, word);
        else
            put(arena, frame, ek_qualifier_name(q), word);
    }
}

static void
put_frame(ek_arena *arena, json_t *object, const ek_quals *quals)
{
    json_t *frame = open_in(arena, object, "frame");
    for (int q = 0; q < EK_QUALIFIERS; q++)
        if (quals->bits[q])
            put_qualifier(arena, frame, (ek_qualifier)q, quals->bits[q]);
}

static void
put_place(ek_arena *arena, json_t *object, const ek_finding *f)
{
    json_t *place = open_in(arena, object, "place");
    if (f->page)
        put_number(arena, place, "page", f->page);
    put_number(arena, place, "line", f->line);
    put_number(arena, place, "end_line", f->end_line);
    put_number(arena, place, "column", f->column);
    put_text(arena, place, "article", f->article);
    json_t *span = open_in(arena, object, "span");
    put_pair(arena, span, "byte", f->span.begin, f->span.end);
    put_pair(arena, span, "char", f->chars[0], f->chars[1]);
    put_text(arena, object, "quote", f->quote);
}

static void
put_finding(ek_arena *arena, json_t *list, const ek_finding *f)
{
    json_t *o = open_at(arena, list);
    put_text(arena, o, "clause", f->clause);
    put_text(arena, o, "rule", f->rule);
    put_text(arena, o, "group", (ek_str){&f->group, f->group != 0});
    put_label(arena, o, "title", &f->title);
    put_text(arena, o, "kind", ek_str_of(ek_finding_kind_word(f->kind)));
    put_text(arena, o, "tier", ek_str_of(ek_tier_word(f->tier)));
    put_text(arena, o, "lang", ek_str_of(ek_lang_word(f->lang)));
    if (f->kind == EK_PRESENT)
        put_place(arena, o, f);
    else
        put_text(arena, o, "reason", f->reason);
    put_frame(arena, o, &f->quals);
    put_text(arena, o, "fingerprint", f->fingerprint);
}

static void
put_findings(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = list_in(arena, root, "findings");
    for (size_t i = 0; i < r->findings.v.n; i++)
        put_finding(arena, list, &r->findings.v.v[i]);
}

static void
put_evidence(ek_arena *arena, json_t *verdict, const ek_verdict *v)
{
    json_t *list = list_in(arena, verdict, "findings");
    for (size_t i = 0; i < v->findings.n; i++) {
        const struct ek_evidence *e = &v->findings.v[i];
        json_t *o = open_at(arena, list);
        put_number(arena, o, "i", e->finding);
        put_text(arena, o, "row", e->row);
        put_text(arena, o, "contribution", e->contribution);
        put_text(arena, o, "level", e->level);
        put_label(arena, o, "reason", &e->reason);
    }
}

static void
put_verdicts(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = list_in(arena, root, "verdicts");
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        json_t *o = open_at(arena, list);
        put_text(arena, o, "item", v->item);
        put_label(arena, o, "title", &v->title);
        put_text(arena, o, "status", v->status);
        put_label(arena, o, "label", &v->label);
        put_text(arena, o, "row", v->row);
        put_text(arena, o, "certainty", v->certainty);
        put_words(arena, o, "provisions", v->provisions);
        put_label(arena, o, "reason", &v->reason);
        put_evidence(arena, o, v);
        json_t *questions = list_in(arena, o, "questions");
        for (size_t q = 0; q < v->questions.n; q++)
            push(arena, questions, text(arena, v->questions.v[q]));
    }
}

static void
put_questions(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = list_in(arena, root, "questions");
    for (size_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        json_t *o = open_at(arena, list);
        put_text(arena, o, "id", asked->id);
        put_text(arena, o, "to", asked->to);
        put_label(arena, o, "text", &asked->text);
        put_label(arena, o, "pro", &asked->pro);
        put_label(arena, o, "contra", &asked->contra);
    }
}

static void
put_overlays(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = list_in(arena, root, "overlays");
    for (size_t i = 0; i < r->overlays.n; i++) {
        json_t *o = open_at(arena, list);
        put_text(arena, o, "id", r->overlays.v[i].id);
        put_label(arena, o, "text", &r->overlays.v[i].text);
    }
}

static void
put_diagnostics(ek_arena *arena, json_t *root, const ek_result *r)
{
    json_t *list = list_in(arena, root, "diagnostics");
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        json_t *o = open_at(arena, list);
        put_text(arena, o, "code", note->code);
        put_text(arena, o, "level", note->level);
        put_number(arena, o, "line", note->line);
        put_label(arena, o, "text", &note->text);
    }
}

static int
add_to_buf(const char *bytes, size_t n, void *buf)
{
    ek_buf_add(buf, (ek_str){bytes, n});
    return 0;
}

void
ek_result_write(ek_buf *out, const ek_result *r)
{
    ek_arena *arena = out->arena;
    struct ek_json_holder *holder = ek_json_hold(arena);
    json_t *root = holder->json = json_object();
    put_text(arena, root, "ekimu", r->engine);
    put_number(arena, root, "schema", SCHEMA);
    put_pack(arena, root, r);
    put_document(arena, root, r);
    put_facts(arena, root, r);
    put_findings(arena, root, r);
    put_verdicts(arena, root, r);
    put_questions(arena, root, r);
    put_overlays(arena, root, r);
    put_diagnostics(arena, root, r);
    put_label(arena, root, "note_2013", &r->note_2013);
    put_label(arena, root, "disclaimer", &r->disclaimer);
    if (json_dump_callback(root, add_to_buf, out,
                           JSON_COMPACT | JSON_PRESERVE_ORDER))
        unwind(arena);
    ek_json_let_go(holder);
}
