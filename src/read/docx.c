/* SPDX-License-Identifier: Apache-2.0 */
/* DOCX: what a reader of the document sees in Word, in the light notation. */
#include "config.h"

#include "read/docx.h"

#include <stdint.h>

#include "read/sniff.h"

static bool
recognizes_docx(ek_str bytes)
{
    const char *kind = ek_sniff_zip(bytes);
    return kind && ek_str_is(ek_str_of(kind), "Word (DOCX)");
}

/* Numbers the paragraphs in the order of the document, but those of a fallback
 * only where it has no choice beside it. */
static void
number_paragraphs(xmlNode *body)
{
    uintptr_t number = 0;
    for (xmlNode *n = body->children; n;) {
        ek_docx_tag tag = ek_docx_tag_of(n);
        bool other = tag == EK_DOCX_FALLBACK && n->prev;
        if (tag == EK_DOCX_PARAGRAPH)
            n->_private = (void *)++number;
        if (!other && n->type == XML_ELEMENT_NODE && n->children) {
            n = n->children;
            continue;
        }
        while (n != body && !n->next)
            n = n->parent;
        n = n == body ? NULL : n->next;
    }
}

static xmlNode *
body_of(xmlDoc *doc)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    const xmlNode *body = ek_docx_child(root, "body");
    for (xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if (n == body)
            return n;
    return NULL;
}

xmlDoc *
ek_docx_part(ek_docx *d, const struct ek_docx_rel *rel)
{
    if (!rel->outside)
        return ek_office_part(&d->office, rel->target);
    d->office.text->extraction.units++;
    ek_office_unread(&d->office, "part", rel->target, "refused");
    return NULL;
}

xmlDoc *
ek_docx_part_typed(ek_docx *d, const char *type)
{
    size_t at = 0;
    const struct ek_docx_rel *rel = ek_docx_rel_typed(&d->rels, type, &at);
    return rel ? ek_docx_part(d, rel) : NULL;
}

static void
prepare(ek_docx *d, ek_str main)
{
    ek_arena *arena = d->office.arena;
    d->rels = ek_docx_rels_of(&d->office, main);
    d->styles = ek_docx_styles_of(arena, ek_docx_part_typed(d, "styles"));
    d->lists =
        ek_docx_lists_of(arena, ek_docx_part_typed(d, "numbering"), d->styles);
    d->command = ek_buf_on(arena);
    d->flow = ek_flow_new(d->office.text, arena);
    struct ek_docx_open outermost = {.paragraph = NULL};
    EK_PUSH(arena, d->open, outermost);
}

static ek_status
read_document(ek_docx *d)
{
    xmlDoc *doc = NULL;
    ek_str main = ek_docx_main(&d->office);
    ek_status status = ek_office_main(&doc, &d->office, main);
    if (status)
        return status;
    xmlNode *body = body_of(doc);
    if (!body) {
        ek_diag_say(d->office.diag, EK_D_read_unsupported, d->office.path, 0,
                    EK_STR("Office Open XML"), EK_STR(""));
        return EK_EUNSUPPORTED;
    }
    prepare(d, main);
    ek_docx_notes_read(d, xmlDocGetRootElement(doc));
    number_paragraphs(body);
    ek_docx_walk(d, body);
    ek_flow_finish(d->flow);
    ek_docx_count_apart(d);
    return EK_OK;
}

static ek_status
read_docx(ek_text *out, ek_arena *arena, const ek_source *source,
          const struct ek_read_options *options, ek_diag *diag)
{
    enum { SURE = 100 };
    ek_docx *d = ek_arena_alloc(arena, sizeof *d);
    d->office = (struct ek_office){
        .arena = arena, .path = source->path, .text = out, .diag = diag};
    d->tracked = options->tracked;
    ek_status status =
        ek_zip_open(&d->office.zip, arena, source, options, diag);
    if (!status)
        status = read_document(d);
    out->encoding = "UTF-8";
    out->encoding_confidence = SURE;
    bool part = out->extraction.read < out->extraction.units;
    out->readable = part ? EK_READ_PART : EK_READ_FULL;
    return status;
}

const struct ek_reader ek_reader_docx = {"docx", "docx docm dotx dotm",
                                         recognizes_docx, read_docx};
