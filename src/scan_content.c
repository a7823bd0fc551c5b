/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "scan_content.h"

struct writer {
    ek_arena *arena;
    ek_document *document;
    const ek_segs *segs;
    const ek_text *text;
    uint32_t at; /* all words before stand in a block */
};

static bool
is_mark(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '#' || c == '|' ||
           c == '-' || c == '>' || c == '*';
}

/* Without blanks at both ends, and of a heading without its mark. */
static ek_tspan
trimmed(const ek_text *text, ek_tspan span, bool heading)
{
    const char *p = text->bytes.p;
    while (span.begin < span.end &&
           (p[span.begin] == ' ' || p[span.begin] == '\n' ||
            (heading && p[span.begin] == '#')))
        span.begin++;
    while (span.end > span.begin &&
           (p[span.end - 1] == ' ' || p[span.end - 1] == '\n'))
        span.end--;
    return span;
}

static void
push(struct writer *w, struct ek_block block)
{
    block.span = trimmed(w->text, block.span, block.kind == EK_BLOCK_HEADING);
    if (block.span.begin == block.span.end)
        return;
    block.place = ek_text_where(w->text, block.span).place;
    EK_PUSH(w->arena, w->document->blocks, block);
}

/* What no segment has said stands there as a paragraph. */
static void
push_gap(struct writer *w, uint32_t end)
{
    ek_tspan gap = {w->at, end};
    uint32_t i = w->at;
    while (i < end && is_mark(w->text->bytes.p[i]))
        i++;
    if (i < end)
        push(w, (struct ek_block){.kind = EK_BLOCK_PARAGRAPH, .span = gap});
}

/* Its own words end where its first child that is a block begins. */
static uint32_t
own_end(const ek_segs *segs, uint32_t index)
{
    const ek_seg *seg = &segs->v[index];
    for (uint32_t i = index + 1; i < seg->next; i = segs->v[i].next)
        if (segs->v[i].kind != EK_SEG_SENTENCE)
            return segs->v[i].span.begin;
    return seg->span.end;
}

static struct ek_block
block_of(struct writer *w, uint32_t index, ek_block_kind kind)
{
    const ek_seg *seg = &w->segs->v[index];
    struct ek_block block = {.kind = kind, .level = seg->level};
    ek_nspan own = {seg->span.begin, own_end(w->segs, index)};
    block.span = ek_map_to_text(&w->segs->norm->map, own);
    if (kind == EK_BLOCK_HEADING) {
        block.level = w->segs->v[seg->parent].level;
        block.label = ek_seg_label(w->segs, index, w->arena);
    }
    if (block.span.begin < w->at)
        block.span.begin = w->at;
    return block;
}

static bool
is_block(ek_seg_kind kind, ek_block_kind *block)
{
    static const struct {
        ek_seg_kind seg;
        ek_block_kind block;
    } rows[] = {{EK_SEG_HEADING, EK_BLOCK_HEADING},
                {EK_SEG_PARAGRAPH, EK_BLOCK_PARAGRAPH},
                {EK_SEG_ITEM, EK_BLOCK_ITEM},
                {EK_SEG_ROW, EK_BLOCK_ROW}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].seg == kind) {
            *block = rows[i].block;
            return true;
        }
    return false;
}

void
ek_note_content(ek_result *result, const ek_segs *segs)
{
    struct writer w = {
        .arena = result->arena,
        .document = &result->documents.v[result->documents.n - 1],
        .segs = segs,
        .text = segs->norm->text,
    };
    w.document->text = w.text->bytes;
    for (uint32_t i = 0; i < segs->n; i++) {
        ek_block_kind kind;
        if (!is_block(segs->v[i].kind, &kind))
            continue;
        struct ek_block block = block_of(&w, i, kind);
        if (block.span.end <= w.at)
            continue;
        push_gap(&w, block.span.begin);
        push(&w, block);
        w.at = block.span.end;
    }
    push_gap(&w, (uint32_t)w.text->bytes.n);
}
