/* SPDX-License-Identifier: Apache-2.0 */
/* Blocks of one version as lines, with what was deleted from it or inserted
 * into it, and with the words that a finding stands on. */
#include "config.h"

#include "report/html_diff.h"
#include "report/html_plan.h"

#include <stdlib.h>

enum {
    DEEPEST = 3,
    /* bytes of a stretch that is the same: longer ones are cut to their ends */
    LONG_SAME = 600,
    KEPT_SAME = 180,
    LONG_EDIT = 6000,
    KEPT_EDIT = 2400
};

/* Spans of a block, in order and without overlap. */
struct spans {
    EK_VEC(ek_tspan) v;
    size_t next;
};

struct cell {
    struct ek_html_diff *d;
    struct ek_html *h;
    const struct ek_html_diff_cell *asked;
    ek_str text; /* of the document */
    struct spans edits, marks;
};

static void
add_span(struct cell *c, struct spans *spans, ek_tspan span, ek_tspan block)
{
    if (span.begin < block.begin)
        span.begin = block.begin;
    if (span.end > block.end)
        span.end = block.end;
    if (span.begin < span.end)
        EK_PUSH(c->h->page.arena, spans->v, span);
}

static void
take_edits(struct cell *c, uint32_t document, ek_tspan block)
{
    c->edits = (struct spans){{0}, 0};
    if (c->asked->clause == EK_NOT_THERE)
        return;
    const struct ek_clause_change *clause =
        &c->d->changes->clauses.v[c->asked->clause];
    ek_piece_kind kind =
        c->asked->side == EK_EARLIER ? EK_PIECE_DELETED : EK_PIECE_INSERTED;
    for (size_t i = 0; i < clause->pieces.n; i++) {
        const struct ek_piece *piece = &clause->pieces.v[i];
        if (piece->kind == kind && piece->document == document)
            add_span(c, &c->edits, piece->span, block);
    }
}

static int
by_begin(const void *a, const void *b)
{
    const ek_tspan *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

static void
join_overlaps(struct spans *spans)
{
    size_t kept = 0;
    if (spans->v.n)
        qsort(spans->v.v, spans->v.n, sizeof *spans->v.v, by_begin);
    for (size_t i = 0; i < spans->v.n; i++) {
        ek_tspan span = spans->v.v[i];
        if (kept && span.begin <= spans->v.v[kept - 1].end) {
            if (span.end > spans->v.v[kept - 1].end)
                spans->v.v[kept - 1].end = span.end;
        } else {
            spans->v.v[kept++] = span;
        }
    }
    spans->v.n = kept;
}

static void
take_marks(struct cell *c, uint32_t document, ek_tspan block)
{
    const struct ek_diff_entry *entry = c->asked->entry;
    const ek_findings *all = &c->d->version[c->asked->side].result->findings;
    c->marks = (struct spans){{0}, 0};
    for (size_t i = 0; entry && i < entry->statements.n; i++) {
        const struct ek_statement_change *s =
            &c->d->changes->statements.v[entry->statements.v[i]];
        uint32_t finding = c->asked->side == EK_EARLIER ? s->before : s->after;
        if (finding == EK_NOT_THERE)
            continue;
        const ek_finding *f = &all->v.v[finding];
        if (f->kind == EK_PRESENT && f->document == document)
            add_span(c, &c->marks, f->span, block);
    }
    join_overlaps(&c->marks);
}

/* Whether at is inside a span; *cut: where that changes next. */
static bool
is_inside(struct spans *spans, uint32_t at, uint32_t *cut)
{
    while (spans->next < spans->v.n && spans->v.v[spans->next].end <= at)
        spans->next++;
    if (spans->next == spans->v.n)
        return false;
    ek_tspan span = spans->v.v[spans->next];
    bool inside = span.begin <= at;
    uint32_t change = inside ? span.end : span.begin;
    if (change < *cut)
        *cut = change;
    return inside;
}

static uint32_t
letter_at(ek_str text, uint32_t at)
{
    while (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80)
        at++;
    return at;
}

static void
put_cut(struct cell *c, ek_tspan span, uint32_t keep, bool first, bool last)
{
    if (!first)
        ek_html_put_words(c->h, c->text, span.begin,
                          letter_at(c->text, span.begin + keep));
    ek_html_raw(c->h, "<span class=\"el\">\xE2\x80\xA6</span>");
    if (!last)
        ek_html_put_words(c->h, c->text, letter_at(c->text, span.end - keep),
                          span.end);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* The blanks at the end of an edit are not shown as one. */
static uint32_t
end_of_words(const struct cell *c, ek_tspan run)
{
    uint32_t end = run.end;
    while (end > run.begin && is_blank(c->text.p[end - 1]))
        end--;
    return end;
}

/* A run of one kind within the block. */
static void
put_run(struct cell *c, ek_tspan run, ek_tspan block, bool edit, bool mark)
{
    static const char *const tags[] = {"del", "ins"};
    const char *tag = tags[c->asked->side];
    uint32_t n = run.end - run.begin;
    uint32_t end = edit ? end_of_words(c, run) : run.end;
    if (edit && end < run.end) {
        ek_tspan words = {run.begin, end}, blanks = {end, run.end};
        if (words.begin < words.end)
            put_run(c, words, block, true, mark);
        put_run(c, blanks, block, false, mark);
        return;
    }
    if (edit)
        ek_buf_printf(c->h->page.out, "<%s>", tag);
    if (mark)
        ek_html_raw(c->h, "<mark>");
    if (c->asked->brief && !edit && !mark && n > LONG_SAME)
        put_cut(c, run, KEPT_SAME, run.begin == block.begin,
                run.end == block.end);
    else if (c->asked->brief && n > LONG_EDIT)
        put_cut(c, run, KEPT_EDIT, false, false);
    else
        ek_html_put_words(c->h, c->text, run.begin, run.end);
    if (mark)
        ek_html_raw(c->h, "</mark>");
    if (edit)
        ek_buf_printf(c->h->page.out, "</%s>", tag);
}

static void
put_runs(struct cell *c, ek_tspan piece, ek_tspan block)
{
    for (uint32_t at = piece.begin; at < piece.end;) {
        uint32_t cut = piece.end;
        bool edit = is_inside(&c->edits, at, &cut);
        bool mark = is_inside(&c->marks, at, &cut);
        put_run(c, (ek_tspan){at, cut}, block, edit, mark);
        at = cut;
    }
}

static void
put_line(struct cell *c, uint32_t document, const struct ek_block *block)
{
    struct ek_html *h = c->h;
    bool heading =
        block->kind == EK_BLOCK_HEADING && !ek_html_is_row(c->text, block);
    const char *tag = heading && c->asked->heads ? "h3" : "p";
    uint32_t level = block->level < DEEPEST ? block->level : DEEPEST;
    for (uint32_t at = block->span.begin, end; at < block->span.end; at = end) {
        end = c->asked->brief ? block->span.end
                              : ek_html_piece_end(c->text, at, block->span.end);
        ek_buf_printf(h->page.out, "<%s", tag);
        if (heading)
            ek_html_raw(h, " class=\"hd\"");
        else if (block->kind == EK_BLOCK_ITEM)
            ek_buf_printf(h->page.out, " class=\"i%u\"", level);
        ek_html_block_lang(h, document, block);
        ek_html_raw(h, ">");
        put_runs(c, (ek_tspan){at, end}, block->span);
        ek_buf_printf(h->page.out, "</%s>", tag);
    }
}

static void
put_title(struct ek_html *h, const ek_document *d)
{
    ek_html_raw(h, "<p class=\"dt\">");
    ek_html_text(h, d->title.n ? d->title : ek_str_file_name(d->path));
    ek_html_raw(h, "</p>");
}

void
ek_html_diff_cell(struct ek_html_diff *d, const struct ek_html_diff_cell *asked)
{
    const struct ek_diff_version *v = &d->version[asked->side];
    struct cell c = {.d = d, .h = v->h, .asked = asked};
    for (size_t i = 0; i < asked->n; i++) {
        struct ek_place_in place = asked->places[i];
        const ek_document *document = &v->result->documents.v[place.document];
        const struct ek_block *block = &document->blocks.v[place.block];
        c.text = document->text;
        take_edits(&c, place.document, block->span);
        take_marks(&c, place.document, block->span);
        if (!place.block && v->result->documents.n > 1 && !asked->brief)
            put_title(v->h, document);
        put_line(&c, place.document, block);
    }
}

void
ek_html_diff_to_text(struct ek_html_diff *d, uint32_t row, enum ek_word word)
{
    if (row == EK_NOT_THERE)
        return;
    ek_buf_printf(d->h->page.out, "<a href=\"#t%u\">", row + 1);
    ek_html_word(d->h, word);
    ek_html_raw(d->h, "</a>");
}
