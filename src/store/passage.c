/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "store/passage.h"

#include "store/search.h"
#include "text/norm.h"

#include <stdlib.h>

struct finder {
    ek_arena *arena;
    const ek_document *document;
    const struct ek_store_words *words;
    const ek_norm *norm;
    size_t blocks;  /* begun so far */
    ek_str article; /* of the last heading among them */
    struct ek_passages *out;
};

bool
ek_passage_holds(ek_str line, const struct ek_store_words *words)
{
    for (size_t i = 0; i < words->v.n; i++)
        if (ek_str_find(line, words->v.v[i], 0) == line.n)
            return false;
    return true;
}

bool
ek_passage_any(ek_str text, const struct ek_store_words *words)
{
    /* The first word leads to the few lines that are looked at. */
    for (size_t at = 0; at < text.n;) {
        at = ek_str_find(text, words->v.v[0], at);
        if (at == text.n)
            return false;
        size_t begin = at;
        while (begin > 0 && text.p[begin - 1] != '\n')
            begin--;
        size_t end = ek_str_find(text, EK_STR("\n"), at);
        if (ek_passage_holds(ek_str_slice(text, begin, end), words))
            return true;
        at = end;
    }
    return false;
}

static int
by_begin(const void *a, const void *b)
{
    const ek_tspan *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

/* Those that touch become one. */
static size_t
joined(ek_tspan *marks, size_t n)
{
    size_t kept = 0;
    qsort(marks, n, sizeof *marks, by_begin);
    for (size_t i = 0; i < n; i++) {
        if (kept && marks[i].begin <= marks[kept - 1].end) {
            if (marks[i].end > marks[kept - 1].end)
                marks[kept - 1].end = marks[i].end;
        } else {
            marks[kept++] = marks[i];
        }
    }
    return kept;
}

static ek_tspan
place_of(const struct finder *f, size_t begin, size_t end)
{
    return ek_map_to_text(&f->norm->map,
                          (ek_nspan){(uint32_t)begin, (uint32_t)end});
}

static void
mark_words(struct finder *f, ek_passage *passage, size_t begin, ek_str line)
{
    for (size_t i = 0; i < f->words->v.n; i++) {
        ek_str word = f->words->v.v[i];
        for (size_t at = ek_str_find(line, word, 0); at < line.n;
             at = ek_str_find(line, word, at + word.n))
            EK_PUSH(f->arena, passage->marks,
                    place_of(f, begin + at, begin + at + word.n));
    }
    passage->marks.n = joined(passage->marks.v, passage->marks.n);
}

/* Blocks and passages come in the same order. */
static void
follow_blocks(struct finder *f, uint32_t to)
{
    const ek_document *d = f->document;
    for (; f->blocks < d->blocks.n && d->blocks.v[f->blocks].span.begin <= to;
         f->blocks++) {
        const struct ek_block *b = &d->blocks.v[f->blocks];
        if (b->kind == EK_BLOCK_HEADING && b->label.n)
            f->article = b->label;
    }
}

static void
take_line(struct finder *f, size_t begin, ek_str line)
{
    ek_str words = ek_str_trim(line);
    size_t from = begin + (size_t)(words.p - line.p);
    ek_passage passage = {.span = place_of(f, from, from + words.n)};
    struct ek_where where = ek_text_where(f->norm->text, passage.span);
    mark_words(f, &passage, begin, line);
    follow_blocks(f, passage.marks.v[0].begin);
    passage.line = where.line;
    passage.end_line = where.end_line;
    passage.article = f->article;
    if (f->blocks)
        passage.place = f->document->blocks.v[f->blocks - 1].place;
    EK_PUSH(f->arena, f->out->v, passage);
}

void
ek_store_passages(struct ek_passages *out, ek_arena *arena,
                  const ek_document *document,
                  const struct ek_store_words *words)
{
    ek_text text = {.bytes = document->text};
    ek_text_index(&text, arena);
    struct finder f = {.arena = arena,
                       .document = document,
                       .words = words,
                       .norm = ek_normalize(arena, &text),
                       .out = out};
    ek_str s = f.norm->bytes;
    *out = (struct ek_passages){{0}};
    for (size_t begin = 0, end; begin < s.n; begin = end + 1) {
        end = ek_str_find(s, EK_STR("\n"), begin);
        ek_str line = ek_str_slice(s, begin, end);
        if (ek_passage_holds(line, words))
            take_line(&f, begin, line);
    }
}
