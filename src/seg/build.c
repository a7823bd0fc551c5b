/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/build.h"
#include "seg/script.h"
#include "seg/title.h"

ek_builder *
ek_build_new(ek_arena *arena, const ek_norm *norm)
{
    ek_builder *b = ek_arena_alloc(arena, sizeof *b);
    b->tree = ek_tree_on(arena, norm);
    b->paragraph = EK_SEG_NO;
    for (size_t d = 0; d <= EK_ITEM_DEEPEST; d++)
        b->leads[d].owner = EK_SEG_NO;
    ek_lines_split(&b->lines, arena, norm);
    return b;
}

uint32_t
ek_build_article(const ek_builder *b)
{
    return b->depth ? b->articles[b->depth - 1].seg : 0;
}

const ek_lead *
ek_build_lead(ek_builder *b, uint32_t depth)
{
    ek_lead *lead = &b->leads[depth];
    uint32_t owner = depth ? b->list.v[depth - 1].seg : b->paragraph;
    if (owner == EK_SEG_NO)
        *lead = (ek_lead){.owner = ek_build_article(b), .sentence = EK_SEG_NO};
    else
        ek_lead_find(lead, &b->tree, owner);
    return lead;
}

bool
ek_build_follows(const struct ek_count *count, const struct ek_mark *mark)
{
    if (count->sort != mark->sort || count->rank != mark->rank)
        return false;
    if (mark->sort == EK_MARK_DOTTED)
        return true;
    return mark->number == count->number + 1;
}

static struct ek_count
counted(const struct ek_line *line)
{
    const struct ek_mark *m = &line->mark;
    return (struct ek_count){m->sort, m->first, m->number, m->rank,
                             line->indent};
}

/* "2", "(a)", "第5条": the marker without a stop behind it. */
static ek_str
label_of(const ek_builder *b, const struct ek_mark *mark)
{
    ek_str bytes = b->tree.norm->bytes;
    ek_str s = ek_str_slice(bytes, mark->span.begin, mark->span.end);
    bool open = s.n && s.p[0] == '(';
    while (s.n > 1 && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ':' ||
                       (s.p[s.n - 1] == ')' && !open &&
                        ek_str_find(s, EK_STR("("), 0) == s.n)))
        s.n--;
    size_t n;
    while (s.n > 3 && ek_cp_at(s, s.n - 3, &n) == CP_IDEOGRAPHIC_COMMA)
        s.n -= 3;
    return s;
}

static void
add_words(ek_builder *b, uint32_t parent, ek_nspan words, uint32_t lead)
{
    if (words.begin >= words.end)
        return;
    bool labelled = b->tree.segs.v[parent].label.n > 0;
    uint32_t text = ek_title_run_in(b->tree.norm, words, labelled);
    if (text > words.begin && text < words.end) {
        ek_tree_heading(&b->tree, parent, (ek_nspan){words.begin, text},
                        words.begin);
        words.begin = text;
    }
    ek_tree_text(&b->tree, parent, words, false, lead);
}

static void
leave_paragraph(ek_builder *b)
{
    b->paragraph = EK_SEG_NO;
    b->list.n = 0;
}

static void
open_article(ek_builder *b, const struct ek_line *line,
             const struct ek_article *a)
{
    while (b->depth && b->articles[b->depth - 1].key >= a->key)
        b->depth--;
    uint32_t seg =
        ek_tree_add(&b->tree, EK_SEG_ARTICLE, ek_build_article(b),
                    (ek_nspan){line->span.begin, a->heading.end}, a->body);
    b->tree.segs.v[seg].level = b->depth;
    b->articles[b->depth].key = a->key;
    b->articles[b->depth].seg = seg;
    b->depth++;
    leave_paragraph(b);
    b->clause = (struct ek_count){.sort = EK_MARK_NONE};
    b->tree.main = b->tree.item = EK_SEG_NO;
}

bool
ek_build_heading(ek_builder *b)
{
    struct ek_line *line = &b->lines.v.v[b->i];
    struct ek_article a;
    uint32_t depth = b->list.n;
    struct ek_context context = {
        .lead = ek_build_lead(b, depth)->strong || ek_build_lead(b, 0)->strong,
        .continues = ek_list_continued(&b->list, &line->mark, line->indent) <
                     EK_ITEM_DEEPEST,
        .follows = ek_build_follows(&b->heading, &line->mark),
        .clause = ek_build_follows(&b->clause, &line->mark),
    };
    if (!ek_article_read(&a, b->tree.norm, &b->lines, b->i, &context))
        return false;
    bool second = b->captioned && line->mark.sort == EK_MARK_ARTICLE;
    if (!second)
        open_article(b, line, &a);
    uint32_t seg = ek_build_article(b);
    bool marked = line->mark.sort > EK_MARK_BULLETED;
    if (marked) {
        b->tree.segs.v[seg].label = label_of(b, &line->mark);
        b->heading = counted(line);
    }
    ek_tree_heading(&b->tree, seg, a.heading, a.body);
    ek_seg *heading = &b->tree.segs.v[b->tree.segs.n - 1];
    if (heading->body.end > line->words.end)
        heading->body.end = line->words.end;
    b->captioned = line->sort == EK_LINE_CAPTION;
    if (a.rest < line->words.end) {
        line->sort = EK_LINE_TEXT;
        line->span = line->words = (ek_nspan){a.rest, line->words.end};
        line->mark = ek_mark_read(b->tree.norm, line->words);
        b->i--;
    }
    return true;
}

void
ek_build_row(ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    const ek_lead *lead = ek_build_lead(b, 0);
    uint32_t owner = lead->owner;
    if (line->sort == EK_LINE_RULED) {
        ek_nspan titles = {line->span.begin, line->words.end};
        ek_tree_heading(&b->tree, owner, titles, line->words.begin);
        return;
    }
    uint32_t seg =
        ek_tree_add(&b->tree, EK_SEG_ROW, owner, line->span, line->words.begin);
    b->tree.segs.v[seg].lead = lead->sentence;
    ek_tree_text(&b->tree, seg, line->words, true, EK_SEG_NO);
}

void
ek_build_paragraph(ek_builder *b, const struct ek_mark *mark)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    uint32_t body = mark ? mark->body : line->words.begin;
    leave_paragraph(b);
    b->paragraph = ek_tree_add(&b->tree, EK_SEG_PARAGRAPH, ek_build_article(b),
                               line->span, body);
    if (mark) {
        b->tree.segs.v[b->paragraph].label = label_of(b, mark);
        b->clause = b->running = counted(line);
    } else if (b->clause.sort == EK_MARK_NONE) {
        b->clause =
            (struct ek_count){EK_MARK_NUMBER_BLANK, 0, 1, 0, line->indent};
    }
    add_words(b, b->paragraph, (ek_nspan){body, line->words.end}, EK_SEG_NO);
}

bool
ek_build_item(ek_builder *b, struct ek_mark mark)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    ek_list_settle(&b->list, &mark);
    uint32_t depth = ek_list_place(&b->list, &mark, line->indent);
    const ek_lead *lead = ek_build_lead(b, depth);
    uint32_t seg =
        ek_tree_add(&b->tree, EK_SEG_ITEM, lead->owner, line->span, mark.body);
    b->tree.segs.v[seg].level = depth;
    b->tree.segs.v[seg].lead = lead->sentence;
    if (mark.sort != EK_MARK_BARE)
        b->tree.segs.v[seg].label = label_of(b, &mark);
    ek_list_put(&b->list, depth, &mark, line->indent, seg);
    add_words(b, seg, (ek_nspan){mark.body, line->words.end}, EK_SEG_NO);
    return true;
}

/* Adds the line to an open item and closes what is deeper. */
static bool
add_to_item(ek_builder *b, uint32_t depth)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    b->list.n = depth + 1;
    b->list.v[depth].explained = true;
    ek_tree_text(&b->tree, b->list.v[depth].seg, line->words, false, EK_SEG_NO);
    return true;
}

/* The next marked line, if only text stands between. */
static const struct ek_line *
next_marked(const ek_builder *b)
{
    enum { FARTHEST = 8 };
    for (size_t i = b->i + 1; i < b->lines.v.n && i <= b->i + FARTHEST; i++) {
        const struct ek_line *line = &b->lines.v.v[i];
        if (line->sort != EK_LINE_TEXT)
            return NULL;
        if (line->mark.sort != EK_MARK_NONE)
            return line;
    }
    return NULL;
}

static bool
closes_list(ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    if (b->list.n == 0 || b->paragraph == EK_SEG_NO ||
        ek_script_case(b->tree.norm, line->words.begin) != EK_CASE_LOWER)
        return false;
    uint32_t lead = ek_build_lead(b, 0)->sentence;
    b->list.n = 0;
    ek_tree_text(&b->tree, b->paragraph, line->words, false, lead);
    return true;
}

/* The text under the last of several items that are a title with text. */
static bool
explains_last(const ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    if (b->list.n == 0)
        return false;
    const struct ek_line *before = line - 1;
    ek_nspan title = {before->mark.body, before->words.end};
    if (title.begin >= title.end)
        return true;
    return b->list.v[b->list.n - 1].explained &&
           before->mark.sort == b->list.v[b->list.n - 1].sort &&
           ek_title_like(b->tree.norm, title) &&
           ek_title_sentence(b->tree.norm, line->words);
}

bool
ek_build_continues(ek_builder *b)
{
    const struct ek_line *line = &b->lines.v.v[b->i];
    for (uint32_t k = b->list.n; k-- > 0;)
        if (line->indent > b->list.v[k].indent + 1)
            return add_to_item(b, k);
    const struct ek_line *next = next_marked(b);
    uint32_t depth = EK_ITEM_DEEPEST;
    if (next && b->list.n)
        depth = ek_list_continued(&b->list, &next->mark, next->indent);
    if (depth < EK_ITEM_DEEPEST)
        return add_to_item(b, depth);
    if (explains_last(b))
        return add_to_item(b, b->list.n - 1);
    if (closes_list(b))
        return true;
    bool numbered = b->paragraph != EK_SEG_NO &&
                    b->tree.segs.v[b->paragraph].label.n && next &&
                    ek_build_follows(&b->clause, &next->mark) &&
                    next->mark.sort != EK_MARK_DOTTED;
    if (!numbered)
        return false;
    b->list.n = 0;
    ek_tree_text(&b->tree, b->paragraph, line->words, false, EK_SEG_NO);
    return true;
}
