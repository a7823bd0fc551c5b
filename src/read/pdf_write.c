/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/light.h"
#include "read/pdf_layout.h"

#include "text/opener.h"

#include <math.h>
#include <string.h>

struct writer {
    struct ek_light light;
    ek_pdf_doc *doc;
    ek_pdf_blocks body, notes;
    size_t *note_of; /* for each block of the body its first note, from 1 */
    size_t *last_note;
    size_t *next; /* for each note the next of the same block, from 1 */
    struct ek_pdf_indents indents;
};

static void
stand_at(struct writer *w, const struct ek_pdf_line *line)
{
    w->light.place = (ek_place){
        .page = w->doc->pages.v[line->page].number,
        .page_line = line->number,
        .confidence = line->percent,
    };
}

static bool
belongs(const struct ek_pdf_line *line, bool note)
{
    return (line->sort == EK_PDF_NOTE) == note;
}

static void
write_words(struct writer *w, const struct ek_pdf_block *block, bool note)
{
    const struct ek_pdf_line *last = NULL;
    size_t drop = 0;
    for (size_t i = block->begin; i < block->end; i++) {
        const struct ek_pdf_line *line = &w->doc->lines.v[i];
        unsigned blanks = 0;
        if (!belongs(line, note))
            continue;
        if (last) {
            blanks = ek_pdf_joint(w->doc, last->text, line->text, &drop);
            ek_light_write(&w->light,
                           ek_str_slice(last->text, 0, last->text.n - drop));
            if (blanks)
                ek_light_write(&w->light, EK_STR(" "));
        }
        stand_at(w, line);
        last = line;
    }
    if (last)
        ek_light_write(&w->light, last->text);
}

static void
write_row(struct writer *w, const struct ek_pdf_line *line)
{
    stand_at(w, line);
    ek_light_row_begin(&w->light);
    for (size_t i = 0; i < line->cells.n; i++) {
        ek_light_cell(&w->light);
        ek_light_write(&w->light, line->cells.v[i]);
    }
    ek_light_row_end(&w->light);
}

static bool
is_centered(const struct ek_pdf_line *line)
{
    float before = line->box.x0 - line->left;
    float after = line->right - line->box.x1;
    return before > 2 * line->size && fabsf(before - after) < line->size;
}

static unsigned
indent_of(struct writer *w, const struct ek_pdf_block *block)
{
    const struct ek_pdf_line *line = &w->doc->lines.v[block->begin];
    float left = block->count > 1 ? block->left : line->box.x0;
    if (ek_opener_of(line->text).kind)
        return ek_pdf_indent_item(&w->indents, line,
                                  line->hang > 0 ? line->hang : left);
    return is_centered(line) ? 0 : ek_pdf_indent_text(&w->indents, line, left);
}

static void
write_note(struct writer *w, const struct ek_pdf_block *block)
{
    ek_light_break(&w->light, 2);
    w->light.indent = 0;
    write_words(w, block, true);
    ek_light_break(&w->light, 2);
}

static void
write_block(struct writer *w, size_t i)
{
    const struct ek_pdf_block *block = &w->body.v[i];
    const struct ek_pdf_line *line = &w->doc->lines.v[block->begin];
    ek_light_break(&w->light, block->before == EK_PDF_NEW_LINE ? 1 : 2);
    if (line->sort == EK_PDF_ROW) {
        w->light.indent = 0;
        write_row(w, line);
    } else if (block->heading) {
        w->light.indent = 0;
        ek_pdf_indent_reset(&w->indents);
        ek_light_heading_begin(&w->light, block->heading);
        write_words(w, block, false);
        ek_light_heading_end(&w->light);
        ek_light_break(&w->light, 2);
    } else {
        w->light.indent = indent_of(w, block);
        write_words(w, block, false);
    }
    for (size_t n = w->note_of[i]; n; n = w->next[n - 1])
        write_note(w, &w->notes.v[n - 1]);
}

/* Of the page's lines the last one that bears the mark; else the page's last
 * line. */
static size_t
line_with_mark(const ek_pdf_doc *doc, size_t note)
{
    const struct ek_pdf_line *v = doc->lines.v;
    size_t best = SIZE_MAX, last = SIZE_MAX;
    for (size_t i = note; i-- > 0 && v[i].page == v[note].page;) {
        if (v[i].sort == EK_PDF_NOTE)
            continue;
        last = last == SIZE_MAX ? i : last;
        if (ek_str_find(v[i].text, v[note].mark, 0) < v[i].text.n) {
            best = i;
            break;
        }
    }
    return best == SIZE_MAX ? last : best;
}

static void
add_note(struct writer *w, size_t block, size_t note)
{
    if (!w->note_of[block])
        w->note_of[block] = note + 1;
    else
        w->next[w->last_note[block] - 1] = note + 1;
    w->last_note[block] = note + 1;
}

static size_t
block_with(const ek_pdf_blocks *blocks, size_t line)
{
    size_t low = 0, high = blocks->n;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (blocks->v[middle].begin <= line)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void
place_notes(struct writer *w)
{
    ek_arena *arena = w->doc->arena;
    w->note_of = ek_arena_alloc(arena, (w->body.n + 1) * sizeof *w->note_of);
    w->last_note = ek_arena_alloc(arena, (w->body.n + 1) * sizeof *w->next);
    w->next = ek_arena_alloc(arena, (w->notes.n + 1) * sizeof *w->next);
    for (size_t i = 0; i < w->notes.n && w->body.n; i++) {
        size_t line = line_with_mark(w->doc, w->notes.v[i].begin);
        size_t at = line == SIZE_MAX ? w->notes.v[i].begin : line;
        add_note(w, block_with(&w->body, at), i);
    }
}

void
ek_pdf_write(ek_text *out, ek_pdf_doc *doc)
{
    struct writer w = {.doc = doc};
    w.light.text = out;
    w.light.out = ek_buf_on(doc->arena);
    ek_pdf_blocks_of(&w.body, doc, false);
    ek_pdf_blocks_of(&w.notes, doc, true);
    ek_pdf_mark_headings(&w.body, doc);
    place_notes(&w);
    for (size_t i = 0; i < w.body.n; i++)
        write_block(&w, i);
    ek_light_finish(&w.light);
}
