/* SPDX-License-Identifier: Apache-2.0 */
/* The guideline and the Q&A: advice and checks, apart from the exceptions. */
#include "config.h"

#include "report/term.h"

enum {
    ITEM_COLUMN = 2,
    MARK_COLUMN = 9,
    LINE_COLUMN = 33,
    GAP = 2,
    NARROW = 60
};

static const ek_str nothing = {"", 0};

typedef EK_VEC(const ek_verdict *) verdicts;

enum place { LEFT, RIGHT, BELOW, ELSEWHERE };

static enum place
place_of(const ek_verdict *v)
{
    if (ek_str_starts(v->item, EK_STR("EX-")) || ek_str_is(v->item, "SERVICE"))
        return ELSEWHERE;
    if (ek_str_starts(v->item, EK_STR("QA")))
        return RIGHT;
    return ek_str_starts(v->item, EK_STR("G")) ? LEFT : BELOW;
}

static verdicts
verdicts_at(struct ek_page *page, const ek_result *r, enum place place)
{
    verdicts list = {0};
    for (size_t i = 0; i < r->verdicts.n; i++)
        if (place_of(&r->verdicts.v[i]) == place)
            EK_PUSH(page->arena, list, &r->verdicts.v[i]);
    return list;
}

/* A function goes by its name in words. */
static ek_str
name_of(struct ek_page *page, const ek_verdict *v)
{
    return place_of(v) == BELOW ? ek_page_label(page, &v->title)
                                : ek_term_item(page, v->item);
}

static unsigned
item_width(struct ek_page *page, const verdicts *list)
{
    unsigned most = MARK_COLUMN - ITEM_COLUMN - 1;
    for (size_t i = 0; i < list->n; i++) {
        unsigned cells = ek_width(name_of(page, list->v[i]));
        most = cells > most ? cells : most;
    }
    return most;
}

/* Cells that a column of verdicts takes, heading included. */
static unsigned
column_width(struct ek_page *page, const verdicts *list, ek_str heading)
{
    unsigned most = ek_width(heading);
    unsigned before = ITEM_COLUMN + item_width(page, list) + 4;
    for (size_t i = 0; i < list->n; i++) {
        unsigned cells =
            before + ek_width(ek_page_label(page, &list->v[i]->label));
        most = cells > most ? cells : most;
    }
    return most;
}

static void
put_check(struct ek_page *page, const verdicts *list, size_t i, unsigned column)
{
    if (i >= list->n)
        return;
    const ek_verdict *v = list->v[i];
    struct ek_mark mark = ek_mark_of(v->status);
    ek_page_to(page, column);
    ek_page_put(page, EK_PLAIN, name_of(page, v));
    ek_page_to(page, column + item_width(page, list) + 1);
    ek_page_put(page, mark.style, mark.letters);
    ek_page_to(page, page->cells + 1);
    ek_page_flow(page, page->cells, mark.style, ek_page_label(page, &v->label));
}

static void
put_columns(struct ek_page *page, const verdicts *left, const verdicts *right,
            const ek_str heads[2], unsigned column)
{
    ek_page_end(page);
    ek_page_put(page, EK_BOLD, heads[0]);
    ek_page_to(page, column);
    ek_page_put(page, EK_BOLD, heads[1]);
    ek_page_end(page);
    size_t n = left->n > right->n ? left->n : right->n;
    for (size_t i = 0; i < n; i++) {
        put_check(page, left, i, ITEM_COLUMN);
        put_check(page, right, i, column);
        ek_page_end(page);
    }
}

/* The row with --all; a function that a change dates says so always. */
static ek_str
margin_of(struct ek_page *page, const ek_verdict *v)
{
    ek_str changes = ek_page_text(page, v->changes), dated = nothing;
    if (place_of(v) == BELOW && changes.n)
        dated = ek_page_say(page, EK_W_dated, changes, nothing);
    if (!page->options.all)
        return dated;
    ek_buf out = ek_buf_on(page->arena);
    ek_buf_printf(&out, "%.*s%s%.*s", EK_ARG(dated), dated.n ? "  " : "",
                  EK_ARG(ek_page_text(page, v->row)));
    return ek_buf_str(&out);
}

static ek_str
asked_by(struct ek_page *page, const ek_verdict *v)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < v->questions.n; i++)
        ek_buf_printf(&out, "%s%.*s", i ? " " : "",
                      EK_ARG(ek_page_text(page, v->questions.v[i])));
    return ek_buf_str(&out);
}

static void
put_list(struct ek_page *page, const verdicts *list, ek_str heading)
{
    if (list->n == 0)
        return;
    ek_page_end(page);
    ek_page_wrap(page, EK_PAGE_MARGIN, EK_BOLD, heading, 0);
    for (size_t i = 0; i < list->n; i++) {
        const ek_verdict *v = list->v[i];
        put_check(page, list, i, ITEM_COLUMN);
        ek_page_right(page, EK_DIM, margin_of(page, v));
        if (!page->options.all)
            continue;
        unsigned indent = ITEM_COLUMN + item_width(page, list) + 4;
        ek_page_to(page, indent);
        ek_page_wrap(page, indent, EK_PLAIN, ek_page_label(page, &v->reason),
                     0);
        if (v->questions.n == 0)
            continue;
        ek_page_to(page, indent);
        ek_page_wrap(page, indent, EK_DIM, asked_by(page, v), 0);
    }
}

/* "Q&A55: security level" without the item's name. */
ek_str
ek_term_line_title(struct ek_page *page, const ek_verdict *v)
{
    ek_str title = ek_page_label(page, &v->title);
    ek_str mark = EK_STR(": ");
    size_t colon = ek_str_find(title, mark, 0);
    return colon < title.n ? ek_str_slice(title, colon + mark.n, title.n)
                           : title;
}

void
ek_term_checklist(struct ek_page *page, const ek_result *r)
{
    if (r->checklist.n == 0)
        return;
    ek_page_end(page);
    ek_page_wrap(page, EK_PAGE_MARGIN, EK_BOLD,
                 ek_page_say(page, EK_W_checklist,
                             ek_page_label(page, &r->note_2013), nothing),
                 0);
    bool narrow = page->options.width < NARROW;
    unsigned column = narrow ? ITEM_COLUMN + 3 : LINE_COLUMN;
    for (size_t i = 0; i < r->checklist.n; i++) {
        const ek_verdict *v = &r->checklist.v[i];
        struct ek_mark mark = ek_mark_of(v->status);
        ek_page_to(page, ITEM_COLUMN);
        ek_page_put(page, mark.style, mark.letters);
        ek_page_to(page, ITEM_COLUMN + 3);
        ek_page_put(page, mark.style, ek_page_label(page, &v->label));
        if (narrow)
            ek_page_end(page);
        else
            ek_page_to(page, page->cells + 1);
        ek_page_to(page, column);
        ek_page_wrap(page, column, EK_PLAIN, ek_term_line_title(page, v), 0);
        if (v->questions.n == 0)
            continue;
        ek_page_to(page, column);
        ek_page_wrap(page, column, EK_DIM, asked_by(page, v), 0);
    }
}

void
ek_term_checks(struct ek_page *page, const ek_result *r)
{
    verdicts left = verdicts_at(page, r, LEFT);
    verdicts right = verdicts_at(page, r, RIGHT);
    verdicts below = verdicts_at(page, r, BELOW);
    unsigned width = page->options.width;
    ek_lang lang = page->options.lang;
    ek_str heads[] = {ek_catalogue_text(EK_W_guideline, lang),
                      ek_page_say(page, EK_W_qa,
                                  ek_page_label(page, &r->note_2013), nothing)};
    unsigned a = column_width(page, &left, heads[0]) + GAP;
    unsigned b = column_width(page, &right, heads[1]);
    unsigned usual = width * 5 / 8 + 1;
    bool beside = left.n && right.n && !page->options.all && a + b <= width;
    if (beside) {
        put_columns(page, &left, &right, heads,
                    a <= usual && usual + b <= width ? usual : a);
    } else {
        put_list(page, &left, heads[0]);
        put_list(page, &right, heads[1]);
    }
    put_list(page, &below,
             ek_page_say(page, EK_W_others, ek_page_label(page, &r->note_2013),
                         nothing));
    ek_term_checklist(page, r);
}
