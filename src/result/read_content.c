/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "result/document_json.h"

/* A key that may be missing and then is 0 or empty. */
static bool
read_count(uint32_t *n, struct ek_taken *place, const char *key)
{
    if (!ek_take_has(place, key))
        return true;
    return (ek_take_number(n, place, key) && *n > 0) ||
           ek_take_fail(place->taker, key);
}

static bool
read_name(ek_str *name, struct ek_taken *place, const char *key)
{
    if (!ek_take_has(place, key))
        return true;
    return (ek_take_text(name, place, key) && name->n > 0) ||
           ek_take_fail(place->taker, key);
}

bool
ek_place_take(ek_place *out, struct ek_taken *place)
{
    return read_count(&out->page, place, "page") &&
           read_count(&out->page_line, place, "page_line") &&
           read_count(&out->paragraph, place, "paragraph") &&
           read_count(&out->confidence, place, "confidence") &&
           read_name(&out->number, place, "number") &&
           read_name(&out->id, place, "id");
}

static bool
read_kind(struct ek_block *block, struct ek_taken *from)
{
    ek_str word;
    if (!ek_take_text(&word, from, "kind"))
        return false;
    for (int k = EK_BLOCK_HEADING; k <= EK_BLOCK_ROW; k++) {
        block->kind = (ek_block_kind)k;
        if (ek_str_is(word, ek_block_word(block->kind)))
            return true;
    }
    return ek_take_fail(from->taker, "kind");
}

/* In order, without overlap, within the text. */
static bool
read_span(struct ek_block *block, const ek_document *d, struct ek_taken *from)
{
    uint32_t span[2] = {0, 0};
    uint32_t least = d->blocks.n ? d->blocks.v[d->blocks.n - 1].span.end : 0;
    if (!ek_take_pair(span, from, "span"))
        return false;
    block->span = (ek_tspan){span[0], span[1]};
    return (span[0] >= least && span[1] <= d->text.n) ||
           ek_take_fail(from->taker, "span");
}

static bool
read_block(struct ek_block *block, const ek_document *d, struct ek_taken *from)
{
    struct ek_taken place;
    return read_kind(block, from) &&
           ek_take_number(&block->level, from, "level") &&
           read_span(block, d, from) &&
           ek_take_text(&block->label, from, "label") &&
           ek_take_object(&place, from, "place") &&
           ek_place_take(&block->place, &place) &&
           ek_take_close(&place, "place") && ek_take_close(from, "blocks");
}

bool
ek_content_take(ek_document *d, ek_arena *arena, struct ek_taken *from)
{
    struct ek_taken content;
    const json_t *list;
    if (!ek_take_has(from, "content"))
        return true;
    if (!ek_take_object(&content, from, "content") ||
        !ek_take_text(&d->text, &content, "text") ||
        !ek_take_array(&list, &content, "blocks"))
        return false;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct ek_taken one;
        struct ek_block block = {.level = 0};
        if (!ek_take_open(&one, from->taker, json_array_get(list, i),
                          "blocks") ||
            !read_block(&block, d, &one))
            return false;
        EK_PUSH(arena, d->blocks, block);
    }
    return (d->text.n || ek_take_fail(from->taker, "content")) &&
           ek_take_close(&content, "content");
}
