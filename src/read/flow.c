/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/flow_block.h"

enum { LONGEST_NUMBER = 60 }; /* bytes */

typedef EK_VEC(struct ek_flow_block) blocks;

struct cell {
    size_t begin, end; /* of its blocks in those of the table */
    bool first;        /* of its row */
};

enum kind { MAIN, ASIDE, TABLE };

struct frame {
    enum kind kind;
    ek_buf words; /* of the open paragraph */
    blocks done;  /* ASIDE: its blocks; TABLE: those of its cells */
    size_t cell;  /* TABLE: where those of the open cell begin */
    EK_VEC(struct cell) cells;
    bool in_row;
};

struct ek_flow {
    ek_arena *arena;
    struct ek_light light;
    EK_VEC(struct frame) frames; /* the first is MAIN */
    blocks beside;               /* asides that wait for the end of a block */
    uint32_t paragraphs, notes;
};

static struct frame *
top_of(const ek_flow *flow)
{
    return &flow->frames.v[flow->frames.n - 1];
}

static void
push_frame(ek_flow *flow, enum kind kind)
{
    struct frame frame = {.kind = kind, .words = ek_buf_on(flow->arena)};
    EK_PUSH(flow->arena, flow->frames, frame);
}

ek_flow *
ek_flow_new(ek_text *text, ek_arena *arena)
{
    ek_flow *flow = ek_arena_alloc(arena, sizeof *flow);
    flow->arena = arena;
    flow->light = (struct ek_light){.text = text, .out = ek_buf_on(arena)};
    push_frame(flow, MAIN);
    return flow;
}

void
ek_flow_write(ek_flow *flow, ek_str words)
{
    ek_buf_add(&top_of(flow)->words, words);
}

void
ek_flow_line(ek_flow *flow)
{
    ek_buf_putc(&top_of(flow)->words, '\n');
}

bool
ek_flow_is_blank(const ek_flow *flow)
{
    return !ek_str_trim(ek_buf_str(&top_of(flow)->words)).n;
}

static void
emit_beside(ek_flow *flow)
{
    for (size_t i = 0; i < flow->beside.n; i++)
        ek_flow_emit(&flow->light, &flow->beside.v[i]);
    flow->beside.n = 0;
}

static void
add_block(ek_flow *flow, struct frame *frame, const struct ek_flow_block *b)
{
    if (frame->kind != MAIN) {
        EK_PUSH(flow->arena, frame->done, *b);
        return;
    }
    ek_flow_emit(&flow->light, b);
}

static ek_str
short_number(ek_str number)
{
    size_t n = number.n < LONGEST_NUMBER ? number.n : LONGEST_NUMBER;
    while (n > 0 && n < number.n && (number.p[n] & 0xC0) == 0x80)
        n--;
    return ek_str_slice(number, 0, n);
}

void
ek_flow_paragraph(ek_flow *flow, const struct ek_flow_shape *shape)
{
    struct frame *frame = top_of(flow);
    struct ek_flow_block b = {.words = ek_buf_str(&frame->words),
                              .shape = *shape,
                              .paragraph = shape->paragraph};
    flow->paragraphs++;
    if (!b.paragraph)
        b.paragraph = flow->paragraphs;
    b.shape.number = short_number(shape->number);
    frame->words = ek_buf_on(flow->arena);
    if (ek_str_trim(b.words).n || b.shape.number.n)
        add_block(flow, frame, &b);
    if (frame->kind == MAIN)
        emit_beside(flow);
}

static void
end_open_paragraph(ek_flow *flow)
{
    if (!ek_flow_is_blank(flow))
        ek_flow_paragraph(flow, &(struct ek_flow_shape){0});
    top_of(flow)->words.n = 0;
}

void
ek_flow_aside_begin(ek_flow *flow)
{
    push_frame(flow, ASIDE);
}

void
ek_flow_aside_end(ek_flow *flow)
{
    while (top_of(flow)->kind == TABLE)
        ek_flow_table_end(flow);
    if (top_of(flow)->kind != ASIDE)
        return;
    end_open_paragraph(flow);
    struct frame *frame = top_of(flow);
    for (size_t i = 0; i < frame->done.n; i++)
        EK_PUSH(flow->arena, flow->beside, frame->done.v[i]);
    flow->frames.n--;
}

uint32_t
ek_flow_note(ek_flow *flow)
{
    return ++flow->notes;
}

/* A table in the middle of a paragraph ends it. */
void
ek_flow_table_begin(ek_flow *flow)
{
    end_open_paragraph(flow);
    push_frame(flow, TABLE);
}

void
ek_flow_cell_end(ek_flow *flow)
{
    struct frame *frame = top_of(flow);
    if (frame->kind != TABLE)
        return;
    end_open_paragraph(flow);
    struct cell cell = {frame->cell, frame->done.n, !frame->in_row};
    EK_PUSH(flow->arena, frame->cells, cell);
    frame->in_row = true;
    frame->cell = frame->done.n;
}

void
ek_flow_row_end(ek_flow *flow)
{
    struct frame *frame = top_of(flow);
    if (frame->kind != TABLE)
        return;
    if (frame->done.n > frame->cell || !ek_flow_is_blank(flow))
        ek_flow_cell_end(flow);
    frame->in_row = false;
}

static bool
is_structure(const struct ek_flow_block *b)
{
    bool numbered = b->shape.number.n && ek_str_trim(b->words).n;
    return b->row || b->shape.heading || b->shape.bullet || numbered;
}

/* Whether a table only places blocks, so that its rows are no rows of data:
 * the rule of html_visible.c. */
static bool
only_places(const struct frame *table)
{
    size_t cells = 0, most = 0;
    for (size_t i = 0; i < table->done.n; i++)
        if (is_structure(&table->done.v[i]))
            return true;
    for (size_t i = 0; i < table->cells.n; i++) {
        cells = table->cells.v[i].first ? 1 : cells + 1;
        most = cells > most ? cells : most;
    }
    return most < 2;
}

static ek_str
words_of(ek_arena *arena, const struct frame *table, const struct cell *cell)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = cell->begin; i < cell->end; i++) {
        if (i > cell->begin)
            ek_buf_putc(&out, ' ');
        ek_buf_add(&out, table->done.v[i].shape.number);
        ek_buf_add(&out, table->done.v[i].words);
    }
    return ek_buf_str(&out);
}

static void
add_row(ek_flow *flow, struct frame *to, const struct frame *table,
        size_t first, size_t end)
{
    struct ek_flow_block row = {.row = true};
    for (size_t i = first; i < end; i++) {
        const struct cell *cell = &table->cells.v[i];
        ek_str words = words_of(flow->arena, table, cell);
        EK_PUSH(flow->arena, row.cells, words);
        if (!row.paragraph && cell->end > cell->begin)
            row.paragraph = table->done.v[cell->begin].paragraph;
    }
    if (row.paragraph)
        add_block(flow, to, &row);
}

static void
add_rows(ek_flow *flow, struct frame *to, const struct frame *table)
{
    for (size_t i = 0, end; i < table->cells.n; i = end) {
        for (end = i + 1; end < table->cells.n; end++)
            if (table->cells.v[end].first)
                break;
        add_row(flow, to, table, i, end);
    }
}

static void
add_flat(ek_flow *flow, struct frame *to, const struct frame *table)
{
    for (size_t i = 0; i < table->done.n; i++)
        add_block(flow, to, &table->done.v[i]);
}

void
ek_flow_table_end(ek_flow *flow)
{
    if (top_of(flow)->kind != TABLE)
        return;
    ek_flow_row_end(flow);
    struct frame table = *top_of(flow);
    flow->frames.n--;
    struct frame *to = top_of(flow);
    if (to->kind == MAIN)
        ek_light_break(&flow->light, 2);
    if (only_places(&table))
        add_flat(flow, to, &table);
    else
        add_rows(flow, to, &table);
    if (to->kind == MAIN) {
        ek_light_break(&flow->light, 2);
        emit_beside(flow);
    }
}

size_t
ek_flow_tables(const ek_flow *flow)
{
    size_t n = 0;
    while (n < flow->frames.n &&
           flow->frames.v[flow->frames.n - 1 - n].kind == TABLE)
        n++;
    return n;
}

void
ek_flow_nest(ek_flow *flow, size_t n)
{
    size_t tables = ek_flow_tables(flow);
    if (tables == n)
        return;
    ek_buf words = top_of(flow)->words;
    top_of(flow)->words = ek_buf_on(flow->arena);
    for (; tables < n; tables++)
        ek_flow_table_begin(flow);
    for (; tables > n; tables--)
        ek_flow_table_end(flow);
    top_of(flow)->words = words;
}

void
ek_flow_finish(ek_flow *flow)
{
    while (flow->frames.n > 1) {
        if (top_of(flow)->kind == TABLE)
            ek_flow_table_end(flow);
        else
            ek_flow_aside_end(flow);
    }
    end_open_paragraph(flow);
    emit_beside(flow);
    ek_light_finish(&flow->light);
}
