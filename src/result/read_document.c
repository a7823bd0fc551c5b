/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/read_document.h"

#include "result/document_json.h"

enum { MOST_PERCENT = 100 };

static bool
read_languages(ek_document *d, const ek_result *r, struct ek_taken *from)
{
    static const char *const known[] = {"ja", "en", "other", "none"};
    const json_t *list;
    if (!ek_take_array(&list, from, "languages"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        ek_str word;
        if (!ek_take_string(&word, from->taker, json_array_get(list, i),
                            "languages"))
            return false;
        if (!ek_str_among(word, known, sizeof known / sizeof *known))
            return ek_take_fail(from->taker, "languages");
        EK_PUSH(r->arena, d->languages, word);
    }
    return true;
}

static bool
read_readable(ek_document *d, struct ek_taken *from)
{
    struct ek_taken readable;
    const json_t *notes;
    return ek_take_object(&readable, from, "readable") &&
           ek_take_word(&d->readable, &readable, "status",
                        EK_STR("full part none")) &&
           ek_take_array(&notes, &readable, "notes") &&
           ek_take_close(&readable, "readable");
}

static bool
read_unread(ek_extraction *e, struct ek_arena *arena, struct ek_taken *from)
{
    const json_t *list;
    if (!ek_take_array(&list, from, "unread"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_taken one;
        struct ek_unread unread = {{0}, {0}, {0}};
        if (!ek_take_open(&one, from->taker, json_array_get(list, i),
                          "unread") ||
            !ek_take_text(&unread.what, &one, "what") ||
            !ek_take_text(&unread.name, &one, "name") ||
            !ek_take_text(&unread.why, &one, "why") ||
            !ek_take_close(&one, "unread"))
            return false;
        if (!ek_extraction_is_what(unread.what) ||
            !ek_extraction_is_why(unread.why))
            return ek_take_fail(from->taker, "unread");
        EK_PUSH(arena, e->unread, unread);
    }
    return true;
}

static bool
read_apart(ek_extraction *e, struct ek_arena *arena, struct ek_taken *from)
{
    const json_t *list;
    if (!ek_take_array(&list, from, "apart"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_taken one;
        struct ek_apart apart = {{0}, 0};
        if (!ek_take_open(&one, from->taker, json_array_get(list, i),
                          "apart") ||
            !ek_take_text(&apart.what, &one, "what") ||
            !ek_take_number(&apart.count, &one, "count") ||
            !ek_take_close(&one, "apart"))
            return false;
        if (!ek_extraction_is_apart(apart.what))
            return ek_take_fail(from->taker, "apart");
        EK_PUSH(arena, e->apart, apart);
    }
    return true;
}

static bool
read_extraction(ek_extraction *e, const ek_result *r, struct ek_taken *from)
{
    struct ek_taken extraction;
    uint32_t coverage = 0;
    return ek_take_object(&extraction, from, "extraction") &&
           ek_take_text(&e->unit, &extraction, "unit") &&
           (!e->unit.n || ek_extraction_is_what(e->unit) ||
            ek_take_fail(from->taker, "unit")) &&
           ek_take_number(&e->units, &extraction, "units") &&
           ek_take_number(&e->read, &extraction, "read") &&
           ek_take_number(&e->ocr, &extraction, "ocr") &&
           (e->read <= e->units || ek_take_fail(from->taker, "read")) &&
           (e->ocr <= e->read || ek_take_fail(from->taker, "ocr")) &&
           ek_take_number(&coverage, &extraction, "coverage") &&
           (coverage == ek_extraction_coverage(e) ||
            ek_take_fail(from->taker, "coverage")) &&
           ek_take_number(&e->characters, &extraction, "characters") &&
           ek_take_number(&e->replaced, &extraction, "replaced") &&
           (e->replaced <= e->characters ||
            ek_take_fail(from->taker, "replaced")) &&
           read_unread(e, r->arena, &extraction) &&
           read_apart(e, r->arena, &extraction) &&
           ek_take_close(&extraction, "extraction");
}

bool
ek_document_read(ek_document *d, const ek_result *r, struct ek_taken *from)
{
    return ek_take_text(&d->path, from, "path") &&
           ek_take_text(&d->sha256, from, "sha256") &&
           ek_take_text(&d->format, from, "format") &&
           ek_take_text(&d->encoding, from, "encoding") &&
           ek_take_number(&d->encoding_confidence, from,
                          "encoding_confidence") &&
           (d->encoding_confidence <= MOST_PERCENT ||
            ek_take_fail(from->taker, "encoding_confidence")) &&
           ek_take_bool(&d->encoding_guessed, from, "encoding_guessed") &&
           ek_take_text(&d->title, from, "title") &&
           read_languages(d, r, from) && ek_take_text(&d->part, from, "part") &&
           read_readable(d, from) && read_extraction(&d->extraction, r, from) &&
           ek_take_text(&d->no_result, from, "no_result") &&
           ek_take_number(&d->bytes, from, "bytes") &&
           ek_take_number(&d->lines, from, "lines") &&
           ek_take_text(&d->kind, from, "kind") &&
           ek_take_text(&d->dated, from, "dated") &&
           ek_content_take(d, r->arena, from);
}

static bool
read_members(ek_result *r, struct ek_taken *bundle)
{
    const json_t *list;
    if (!ek_take_array(&list, bundle, "documents"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_taken one;
        ek_document document = {0};
        bool good = ek_take_open(&one, bundle->taker, json_array_get(list, i),
                                 "documents") &&
                    ek_document_read(&document, r, &one) &&
                    ek_take_close(&one, "documents");
        if (!good)
            return false;
        EK_PUSH(r->arena, r->documents, document);
    }
    return r->documents.n || ek_take_fail(bundle->taker, "documents");
}

bool
ek_bundle_read(ek_result *r, struct ek_taken *root)
{
    struct ek_taken bundle;
    return ek_take_object(&bundle, root, "bundle") &&
           ek_take_text(&r->bundle, &bundle, "name") &&
           (r->bundle.n || ek_take_fail(root->taker, "name")) &&
           ek_take_text(&r->no_result, &bundle, "no_result") &&
           read_members(r, &bundle) && ek_take_close(&bundle, "bundle");
}

static const json_t *
codes_of(const ek_result *r, const struct ek_taken *root, size_t document)
{
    const json_t *one = json_object_get(root->json, "document");
    if (r->bundle.n) {
        const json_t *bundle = json_object_get(root->json, "bundle");
        one = json_array_get(json_object_get(bundle, "documents"), document);
    }
    return json_object_get(json_object_get(one, "readable"), "notes");
}

static bool
codes_agree(const ek_result *r, struct ek_taken *root, uint32_t document)
{
    const json_t *codes = codes_of(r, root, document);
    size_t next = 0;
    for (size_t i = 0; i < r->notes.n; i++) {
        const struct ek_note *note = &r->notes.v[i];
        if (note->document != document || !ek_note_tells_reading(note))
            continue;
        ek_str code;
        if (!ek_take_string(&code, root->taker, json_array_get(codes, next++),
                            "notes"))
            return false;
        if (!ek_str_eq(code, note->code))
            return ek_take_fail(root->taker, "notes");
    }
    return json_array_size(codes) == next || ek_take_fail(root->taker, "notes");
}

bool
ek_documents_agree(const ek_result *r, struct ek_taken *root)
{
    for (uint32_t i = 0; i < r->documents.n; i++)
        if (!codes_agree(r, root, i))
            return false;
    return true;
}
