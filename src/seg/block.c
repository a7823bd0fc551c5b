/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/build.h"
#include "seg/script.h"
#include "seg/title.h"

enum { LONGEST_BARE = 400 /* bytes of an item without a marker */ };

/* Sorts of markers that number paragraphs as well as items. */
static bool
may_be_clause(const struct ek_mark *mark)
{
    return mark->sort == EK_MARK_NUMBER_DOT ||
           mark->sort == EK_MARK_NUMBER_BLANK ||
           mark->sort == EK_MARK_NUMBER_CLOSE || mark->sort == EK_MARK_DOTTED;
}

/* Whether a marker is one: "30 days" and 第5条に基づき begin with none. */
static bool
is_trusted(ek_builder *b, const struct ek_line *line)
{
    const struct ek_mark *mark = &line->mark;
    ek_nspan rest = {mark->body, line->words.end};
    if (mark->sort == EK_MARK_CLAUSE || mark->sort == EK_MARK_POINT)
        return !mark->tight || !ek_mark_refers(b->tree.norm, rest);
    if (mark->sort > EK_MARK_POINT)
        return false;
    if (mark->sort != EK_MARK_NUMBER_BLANK)
        return true;
    return ek_build_follows(&b->clause, mark) ||
           ek_build_follows(&b->running, mark) ||
           ek_list_continued(&b->list, mark, line->indent) < EK_ITEM_DEEPEST ||
           (mark->number == 1 &&
            (b->clause.sort == EK_MARK_NONE || ek_build_lead(b, 0)->strong));
}

/* A dotted number that is led in by the open paragraph: 3.1 after "3. We will:"
 * or after an unnumbered "We will:". */
static bool
goes_deeper(const ek_builder *b, const struct ek_line *line)
{
    const struct ek_mark *mark = &line->mark;
    if (b->clause.sort == EK_MARK_DOTTED)
        return b->clause.first == mark->first && b->clause.rank < mark->rank;
    if (b->clause.sort == EK_MARK_NUMBER_DOT)
        return b->clause.number == mark->first;
    return mark->number == 1;
}

static bool
is_item(ek_builder *b, const struct ek_line *line)
{
    const struct ek_mark *mark = &line->mark;
    if (!may_be_clause(mark))
        return true;
    bool strong =
        ek_build_lead(b, 0)->strong || ek_build_lead(b, b->list.n)->strong;
    if (ek_list_continued(&b->list, mark, line->indent) < EK_ITEM_DEEPEST)
        return true;
    if (mark->sort == EK_MARK_DOTTED)
        return goes_deeper(b, line) && strong;
    if (ek_build_follows(&b->clause, mark) &&
        line->indent <= b->clause.indent + 1)
        return false;
    if (b->list.n && line->indent > b->list.v[b->list.n - 1].indent + 1)
        return true;
    return mark->number == 1 && strong;
}

static bool
take_marked(ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    struct ek_mark mark = line->mark;
    if (mark.sort == EK_MARK_NONE || !is_trusted(b, line))
        return false;
    if (mark.sort != EK_MARK_CLAUSE && is_item(b, line))
        return ek_build_item(b, mark);
    ek_build_paragraph(b, &mark);
    return true;
}

static bool
runs_on(const ek_builder *b)
{
    uint32_t n = b->list.n;
    return n && b->list.v[n - 1].sort == EK_MARK_BARE;
}

/* A line without a marker that a lead-in before it makes an item. */
static bool
take_bare_item(ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    const ek_norm *norm = b->tree.norm;
    const ek_lead *lead = ek_build_lead(b, b->list.n);
    bool led = lead->strong && lead->last && lead->sentence != EK_SEG_NO;
    if ((!led && !runs_on(b)) ||
        line->words.end - line->words.begin > LONGEST_BARE)
        return false;
    bool lower = ek_script_case(norm, line->words.begin) == EK_CASE_LOWER;
    bool member = ek_lead_member(norm, line->words);
    if (!lower && !member && ek_title_sentence(norm, line->words))
        return false;
    struct ek_mark mark = {.sort = EK_MARK_BARE, .body = line->words.begin};
    mark.span = (ek_nspan){line->words.begin, line->words.begin};
    return ek_build_item(b, mark);
}

/* An open list of bare items that a lower-case line goes on with. */
static bool
take_text(ek_builder *b)
{
    return take_marked(b) || (runs_on(b) && take_bare_item(b)) ||
           ek_build_continues(b) || take_bare_item(b);
}

void
ek_build_line(ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    switch (line->sort) {
    case EK_LINE_SEPARATOR:
        if (line->span.begin < line->span.end &&
            b->tree.norm->bytes.p[line->span.begin] != '|') {
            b->list.n = 0;
            b->paragraph = EK_SEG_NO;
        }
        break;
    case EK_LINE_ROW:
    case EK_LINE_RULED:
        ek_build_row(b);
        break;
    case EK_LINE_HASHES:
    case EK_LINE_TITLE:
    case EK_LINE_CAPTION:
    case EK_LINE_TEXT:
        if (!ek_build_heading(b) && !take_text(b))
            ek_build_paragraph(b, NULL);
        break;
    }
    b->i++;
}
