/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/article.h"
#include "seg/script.h"
#include "seg/title.h"

#include <string.h>

/* Ranks of headings, highest first. */
enum {
    KEY_UNIT = 10,    /* + 1 to 4: 編, 章, 節, 款 */
    KEY_ARTICLE = 20, /* 第5条, article 5 */
    KEY_NUMBER = 30,  /* + how many numbers: 1, 1.2, 1.2.3 */
    KEY_MARKED = 45,  /* A., (1), 一 */
    KEY_TITLE = 50,   /* bold, in 【】 */
    KEY_BARE = 55,
};

enum { DEEPEST_INDENT = 3 /* columns of a heading */, BRACKETED = 150 };

static ek_nspan
after_mark(const struct ek_line *line)
{
    return (ek_nspan){line->mark.body, line->words.end};
}

/* The end of a title in brackets at the beginning of a span, or its begin. */
static uint32_t
bracketed_end(const ek_norm *norm, ek_nspan span)
{
    const char *bytes = norm->bytes.p;
    unsigned depth = 0;
    for (uint32_t at = span.begin; at < span.end && at - span.begin < BRACKETED;
         at++) {
        if (bytes[at] == '(' || bytes[at] == '[')
            depth++;
        else if (bytes[at] == ')' || bytes[at] == ']')
            depth--;
        if (depth == 0)
            return at == span.begin ? at : at + 1;
    }
    return span.begin;
}

static bool
whole(struct ek_article *out, const struct ek_line *line, uint32_t key)
{
    out->key = key;
    out->heading = line->span;
    out->rest = line->span.end;
    bool marked =
        line->mark.sort != EK_MARK_NONE && line->mark.sort != EK_MARK_BULLETED;
    out->body = marked ? line->mark.body : line->words.begin;
    return true;
}

/* 第5条(見出し) 本文, 第5条 見出し, 第5条 本文。 */
static bool
read_article(struct ek_article *out, const ek_norm *norm,
             const struct ek_line *line)
{
    ek_nspan rest = after_mark(line);
    uint32_t key = line->mark.sort == EK_MARK_ARTICLE
                       ? KEY_ARTICLE
                       : KEY_UNIT + line->mark.rank;
    bool blank = ek_script_blank_after(norm, line->mark.span);
    if (line->mark.tight && !blank && ek_mark_refers(norm, rest))
        return false;
    uint32_t end = bracketed_end(norm, rest);
    whole(out, line, key);
    if (end > rest.begin) {
        out->rest = ek_script_skip(norm->bytes.p, end, line->span.end);
        out->heading.end = end;
        if (ek_title_like(norm, (ek_nspan){out->rest, rest.end}))
            return whole(out, line, key);
        return true;
    }
    if (rest.begin >= rest.end || ek_title_like(norm, rest))
        return true;
    out->heading.end = out->body = line->mark.span.end;
    out->rest = rest.begin;
    return line->mark.sort == EK_MARK_ARTICLE && (blank || !line->mark.tight);
}

static bool
is_sibling(const struct ek_line *a, const struct ek_line *b)
{
    return a->sort == b->sort && a->mark.sort == b->mark.sort &&
           a->mark.rank == b->mark.rank && a->indent == b->indent &&
           a->mark.number + 1 == b->mark.number;
}

static bool
has_sibling(const ek_lines *lines, size_t i)
{
    const struct ek_line *v = lines->v.v;
    return (i + 1 < lines->v.n && is_sibling(&v[i], &v[i + 1])) ||
           (i > 0 && is_sibling(&v[i - 1], &v[i]));
}

static uint32_t
number_key(const struct ek_mark *mark)
{
    static const struct {
        ek_mark_sort sort;
        uint32_t key;
    } keys[] = {
        {EK_MARK_NUMBER_DOT, KEY_NUMBER + 1},
        {EK_MARK_NUMBER_BLANK, KEY_NUMBER + 1},
        {EK_MARK_ROMAN_DOT, KEY_NUMBER + 1},
        {EK_MARK_DOTTED, KEY_NUMBER},
        {EK_MARK_LETTER_DOT, KEY_MARKED},
        {EK_MARK_KANJI, KEY_MARKED},
        {EK_MARK_NUMBER_BRACKET, KEY_MARKED},
        {EK_MARK_KANJI_BRACKET, KEY_MARKED},
        {EK_MARK_NUMBER_CLOSE, KEY_MARKED},
    };
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        if (keys[k].sort == mark->sort)
            return keys[k].key +
                   (mark->sort == EK_MARK_DOTTED ? mark->rank : 0);
    return 0;
}

static bool
next_is_deeper(const ek_lines *lines, size_t i)
{
    return i + 1 < lines->v.n &&
           lines->v.v[i + 1].indent > lines->v.v[i].indent;
}

/* "1. Title": short, and not one of a run of numbered lines. */
static bool
read_numbered(struct ek_article *out, const ek_norm *norm,
              const ek_lines *lines, size_t i, const struct ek_context *context)
{
    const struct ek_line *line = &lines->v.v[i];
    const struct ek_mark *mark = &line->mark;
    uint32_t key = number_key(mark);
    if (!key || line->indent > DEEPEST_INDENT || has_sibling(lines, i) ||
        !ek_title_like(norm, after_mark(line)))
        return false;
    if (context->continues && !context->follows)
        return false;
    if (context->lead && (key == KEY_MARKED || next_is_deeper(lines, i)))
        return false;
    if (mark->sort == EK_MARK_NUMBER_BLANK && mark->number != 1 &&
        !context->follows)
        return false;
    bool latin =
        mark->sort == EK_MARK_LETTER_DOT || mark->sort == EK_MARK_ROMAN_DOT;
    if (latin && ek_script_case(norm, mark->span.begin) == EK_CASE_LOWER)
        return false;
    return whole(out, line, key);
}

/* A short line without any mark before a line of text. */
static bool
read_bare(struct ek_article *out, const ek_norm *norm, const ek_lines *lines,
          size_t i, const struct ek_context *context)
{
    const struct ek_line *line = &lines->v.v[i];
    if (line->indent > DEEPEST_INDENT || i + 1 >= lines->v.n ||
        !ek_title_bare(norm, line->words))
        return false;
    const struct ek_line *next = &lines->v.v[i + 1];
    bool heading = next->sort == EK_LINE_HASHES ||
                   next->mark.sort == EK_MARK_ARTICLE ||
                   next->mark.sort == EK_MARK_UNIT;
    bool text =
        next->sort == EK_LINE_TEXT && (next->mark.sort != EK_MARK_NONE ||
                                       ek_title_sentence(norm, next->words));
    bool table = next->sort == EK_LINE_RULED;
    if (context->lead && !(next->sort == EK_LINE_TEXT &&
                           next->mark.sort == EK_MARK_NONE && text))
        return false;
    return (heading || text || table) && whole(out, line, KEY_BARE);
}

static bool
read_latin(struct ek_article *out, const ek_norm *norm, const ek_lines *lines,
           size_t i)
{
    const struct ek_line *line = &lines->v.v[i];
    ek_nspan title = after_mark(line);
    return (title.begin >= title.end || ek_title_like(norm, title)) &&
           ek_script_case(norm, line->span.begin) == EK_CASE_UPPER &&
           !has_sibling(lines, i) && whole(out, line, KEY_ARTICLE);
}

static bool
read_marked(struct ek_article *out, const ek_norm *norm, const ek_lines *lines,
            size_t i, const struct ek_context *context)
{
    const struct ek_line *line = &lines->v.v[i];
    if (line->mark.sort == EK_MARK_ARTICLE || line->mark.sort == EK_MARK_UNIT)
        return read_article(out, norm, line);
    if (line->mark.sort == EK_MARK_LATIN)
        return read_latin(out, norm, lines, i);
    if (line->mark.sort == EK_MARK_NONE)
        return read_bare(out, norm, lines, i, context);
    return read_numbered(out, norm, lines, i, context);
}

bool
ek_article_read(struct ek_article *out, const ek_norm *norm,
                const ek_lines *lines, size_t i,
                const struct ek_context *context)
{
    const struct ek_line *line = &lines->v.v[i];
    const struct ek_line *next = i + 1 < lines->v.n ? line + 1 : NULL;
    bool unit =
        line->mark.sort == EK_MARK_ARTICLE || line->mark.sort == EK_MARK_UNIT;
    switch (line->sort) {
    case EK_LINE_HASHES:
        return whole(out, line, line->hashes);
    case EK_LINE_TITLE:
        if (unit)
            return read_article(out, norm, line);
        return ek_title_like(norm, line->words) && whole(out, line, KEY_TITLE);
    case EK_LINE_CAPTION:
        return next && next->mark.sort == EK_MARK_ARTICLE &&
               whole(out, line, KEY_ARTICLE);
    case EK_LINE_TEXT:
        return read_marked(out, norm, lines, i, context);
    case EK_LINE_ROW:
    case EK_LINE_RULED:
    case EK_LINE_SEPARATOR:
        break;
    }
    return false;
}
