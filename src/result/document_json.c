/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/document_json.h"

void
ek_place_give(ek_arena *arena, json_t *o, const ek_place *place)
{
    const struct {
        const char *key;
        uint32_t n;
    } numbers[] = {{"page", place->page},
                   {"page_line", place->page_line},
                   {"paragraph", place->paragraph},
                   {"confidence", place->confidence}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].n)
            ek_give_number(arena, o, numbers[i].key, numbers[i].n);
    if (place->number.n)
        ek_give_text(arena, o, "number", place->number);
    if (place->id.n)
        ek_give_text(arena, o, "id", place->id);
}

static void
put_readable(ek_arena *arena, json_t *document, const ek_result *r, uint32_t i)
{
    json_t *readable = ek_give_object(arena, document, "readable");
    ek_give_text(arena, readable, "status", r->documents.v[i].readable);
    json_t *codes = ek_give_list(arena, readable, "notes");
    for (size_t n = 0; n < r->notes.n; n++)
        if (r->notes.v[n].document == i &&
            ek_note_tells_reading(&r->notes.v[n]))
            ek_give_string(arena, codes, r->notes.v[n].code);
}

static void
put_extraction(ek_arena *arena, json_t *document, const ek_extraction *e)
{
    json_t *o = ek_give_object(arena, document, "extraction");
    ek_give_text(arena, o, "unit", e->unit);
    ek_give_number(arena, o, "units", e->units);
    ek_give_number(arena, o, "read", e->read);
    ek_give_number(arena, o, "ocr", e->ocr);
    ek_give_number(arena, o, "coverage", ek_extraction_coverage(e));
    ek_give_number(arena, o, "characters", e->characters);
    ek_give_number(arena, o, "replaced", e->replaced);
    json_t *unread = ek_give_list(arena, o, "unread");
    for (size_t i = 0; i < e->unread.n; i++) {
        json_t *one = ek_give_item(arena, unread);
        ek_give_text(arena, one, "what", e->unread.v[i].what);
        ek_give_text(arena, one, "name", e->unread.v[i].name);
        ek_give_text(arena, one, "why", e->unread.v[i].why);
    }
    json_t *apart = ek_give_list(arena, o, "apart");
    for (size_t i = 0; i < e->apart.n; i++) {
        json_t *one = ek_give_item(arena, apart);
        ek_give_text(arena, one, "what", e->apart.v[i].what);
        ek_give_number(arena, one, "count", e->apart.v[i].count);
    }
}

static void
put_block(ek_arena *arena, json_t *list, const struct ek_block *block)
{
    json_t *o = ek_give_item(arena, list);
    ek_give_text(arena, o, "kind", ek_str_of(ek_block_word(block->kind)));
    ek_give_number(arena, o, "level", block->level);
    ek_give_pair(arena, o, "span", block->span.begin, block->span.end);
    ek_give_text(arena, o, "label", block->label);
    ek_place_give(arena, ek_give_object(arena, o, "place"), &block->place);
}

static void
put_content(ek_arena *arena, json_t *document, const ek_document *d)
{
    json_t *content = ek_give_object(arena, document, "content");
    ek_give_text(arena, content, "text", d->text);
    json_t *blocks = ek_give_list(arena, content, "blocks");
    for (size_t i = 0; i < d->blocks.n; i++)
        put_block(arena, blocks, &d->blocks.v[i]);
}

void
ek_document_give(ek_arena *arena, json_t *o, const ek_result *r, uint32_t i,
                 bool content)
{
    const ek_document *d = &r->documents.v[i];
    ek_give_text(arena, o, "path", d->path);
    ek_give_text(arena, o, "sha256", d->sha256);
    ek_give_text(arena, o, "format", d->format);
    ek_give_text(arena, o, "encoding", d->encoding);
    ek_give_number(arena, o, "encoding_confidence", d->encoding_confidence);
    ek_give_bool(arena, o, "encoding_guessed", d->encoding_guessed);
    ek_give_text(arena, o, "title", d->title);
    json_t *languages = ek_give_list(arena, o, "languages");
    for (size_t n = 0; n < d->languages.n; n++)
        ek_give_string(arena, languages, d->languages.v[n]);
    ek_give_text(arena, o, "part", d->part);
    put_readable(arena, o, r, i);
    put_extraction(arena, o, &d->extraction);
    ek_give_text(arena, o, "no_result", d->no_result);
    ek_give_number(arena, o, "bytes", d->bytes);
    ek_give_number(arena, o, "lines", d->lines);
    ek_give_text(arena, o, "kind", d->kind);
    ek_give_text(arena, o, "dated", d->dated);
    if (content && d->text.n)
        put_content(arena, o, d);
}
