/* SPDX-License-Identifier: Apache-2.0 */
/* Lines are joined on evidence only. A document whose lines end at one right
 * margin, half of them in the middle of a sentence, is hard-wrapped as a
 * whole; in another document a block of lines can still be, and must then show
 * it line by line. Where there is no evidence every line stays. */
#include "config.h"

#include "text/wrap.h"

#include "text/fold.h"
#include "text/opener.h"
#include "text/sequence.h"

#include <string.h>

#define EK_WRAP(name, characters) static const char name[] = characters;
#include "text/wrap.def"
#undef EK_WRAP

enum {
    MOST_COLUMNS = 250, /* wider lines are not measured to their end */
    MOST_WORD = 40,
    LEAST_MARGIN = 36,
    MOST_MARGIN = 130,
    LEAST_LINES = 8, /* of a document that is judged as a whole */
    LEAST_BLOCK = 3,
};

struct line {
    uint32_t number;                    /* index in line_starts */
    uint32_t gap;                       /* blank lines before it */
    uint32_t indent, width, first_word; /* columns; width without indent */
    uint32_t first, last;               /* code points */
    uint32_t hyphened;                  /* letters before a hyphen at its end */
    ek_opening opens;
    bool single; /* see struct ek_opener */
    bool ends;   /* a sentence */
    bool alone;  /* nothing but a list marker */
    ek_str s;    /* without indentation and blanks at its end */
};

struct lines {
    struct line *v;
    size_t n;
};

struct margin {
    uint32_t columns; /* 0: not wrapped */
    uint32_t slack;   /* a full line may be shorter by this many columns */
    bool spaced;      /* a blank line between any two */
};

static ek_str
trim(ek_str s, uint32_t *indent)
{
    size_t n;
    *indent = 0;
    while (s.n) {
        uint32_t cp = ek_cp_at(s, 0, &n);
        if (!ek_cp_is_blank(cp) && !ek_fold_drops(cp))
            break;
        *indent += ek_cp_columns(cp);
        s = ek_str_slice(s, n, s.n);
    }
    while (s.n && ek_cp_is_blank(ek_cp_before(s, s.n))) {
        do
            s.n--;
        while (s.n && ((unsigned char)s.p[s.n] & 0xC0) == 0x80);
    }
    return s;
}

static void
measure_width(struct line *line)
{
    uint32_t width = 0;
    line->first_word = 0;
    for (size_t at = 0, n; at < line->s.n && width < MOST_COLUMNS; at += n) {
        uint32_t cp = ek_cp_at(line->s, at, &n);
        if (ek_cp_is_blank(cp) && !line->first_word)
            line->first_word = width;
        width += ek_cp_columns(cp);
    }
    line->width = width;
    if (!line->first_word || line->first_word > MOST_WORD)
        line->first_word = width < MOST_WORD ? width : MOST_WORD;
}

static bool
ends_sentence(ek_str s)
{
    for (int closers = 0; closers < 3 && s.n; closers++) {
        uint32_t cp = ek_cp_before(s, s.n);
        if (ek_cp_among(cp, sentence_end))
            return true;
        if (!ek_cp_among(cp, closer))
            return false;
        do
            s.n--;
        while (s.n && ((unsigned char)s.p[s.n] & 0xC0) == 0x80);
    }
    return false;
}

static bool
is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static uint32_t
letters_before_hyphen(ek_str s)
{
    uint32_t count = 0;
    if (!s.n || s.p[s.n - 1] != '-')
        return 0;
    while (count + 1 < s.n && is_letter(s.p[s.n - 2 - count]))
        count++;
    return count;
}

static struct line
measured(ek_str s, uint32_t number, uint32_t gap)
{
    struct line line = {.number = number, .gap = gap};
    size_t n;
    line.s = trim(s, &line.indent);
    if (!line.s.n)
        return line;
    measure_width(&line);
    line.first = ek_cp_at(line.s, 0, &n);
    line.last = ek_cp_before(line.s, line.s.n);
    line.ends = ends_sentence(line.s);
    line.hyphened = letters_before_hyphen(line.s);
    struct ek_opener opener = ek_opener_of(line.s);
    line.opens = opener.kind;
    line.single = opener.single;
    line.alone = opener.kind == EK_OPENS_BLOCK && !opener.single &&
                 !opener.heading && opener.end == line.s.n;
    return line;
}

static struct lines
measure_lines(ek_arena *arena, const ek_text *text)
{
    EK_VEC(struct line) lines = {0};
    struct ek_sequence sequence = {0, 0};
    uint32_t gap = 0;
    for (size_t i = 0; i < text->line_starts.n; i++) {
        size_t end = i + 1 < text->line_starts.n
                         ? text->line_starts.v[i + 1] - 1u
                         : text->bytes.n;
        ek_str s = ek_str_slice(text->bytes, text->line_starts.v[i], end);
        struct line line = measured(s, (uint32_t)i, gap);
        gap = line.s.n ? 0 : gap + 1;
        if (line.opens == EK_OPENS_MAYBE &&
            ek_sequence_goes_on(&sequence, line.s))
            line.opens = EK_OPENS_BLOCK;
        if (line.s.n)
            EK_PUSH(arena, lines, line);
    }
    return (struct lines){lines.v, lines.n};
}

static bool
meets_japanese(const struct line *line, const struct line *next)
{
    return ek_cp_is_japanese(line->last) || ek_cp_is_japanese(next->first);
}

/* Whether the line reaches the margin, so that the next word or character
 * would not have fitted. */
static bool
is_full(const struct line *line, const struct line *next, uint32_t carried,
        struct margin margin)
{
    uint32_t width = carried + line->indent + line->width;
    if (width > margin.columns + margin.slack)
        return false;
    if (meets_japanese(line, next))
        return width + margin.slack >= margin.columns;
    return width * 2 > margin.columns &&
           width + next->first_word + margin.slack / 2 >= margin.columns;
}

static bool
begins_small(const struct line *line)
{
    return line->first >= 'a' && line->first <= 'z';
}

static bool
runs_on(const struct line *line, const struct line *next)
{
    return !line->ends && next->opens != EK_OPENS_BLOCK && !line->single &&
           (meets_japanese(line, next) || begins_small(next));
}

static uint32_t
usual_longest(const struct lines *lines)
{
    uint32_t counts[MOST_COLUMNS * 2] = {0}, columns = MOST_COLUMNS * 2;
    size_t above = 0, n = 0;
    for (size_t i = 0; i < lines->n; i++) {
        const struct line *line = &lines->v[i];
        uint32_t width = line->indent + line->width;
        counts[width < columns ? width : columns - 1] += !line->single;
        n += !line->single;
    }
    while (columns && above * 33 <= n)
        above += counts[--columns];
    return columns;
}

static struct margin
document_margin(const struct lines *lines)
{
    struct margin margin = {usual_longest(lines), 0, false};
    size_t full = 0, amid = 0, spaced = 0;
    margin.slack = margin.columns / 6;
    for (size_t i = 0; i + 1 < lines->n; i++) {
        const struct line *line = &lines->v[i];
        if (line[1].gap > 1 || !is_full(line, line + 1, 0, margin))
            continue;
        full++;
        amid += runs_on(line, line + 1);
        spaced += runs_on(line, line + 1) && line[1].gap;
    }
    margin.spaced = spaced * 2 > amid;
    bool wrapped = lines->n >= LEAST_LINES && margin.columns >= LEAST_MARGIN &&
                   margin.columns <= MOST_MARGIN && full * 4 >= lines->n &&
                   amid * 2 >= full;
    return wrapped ? margin : (struct margin){0};
}

static struct margin
block_margin(const struct line *v, size_t n)
{
    struct margin margin = {0};
    size_t amid = 0;
    for (size_t i = 0; i < n; i++)
        if (v[i].indent + v[i].width > margin.columns)
            margin.columns = v[i].indent + v[i].width;
    margin.slack = 4;
    for (size_t i = 0; i + 1 < n; i++) {
        if (!is_full(&v[i], &v[i + 1], 0, margin))
            return (struct margin){0};
        amid += runs_on(&v[i], &v[i + 1]);
    }
    bool wrapped = n >= LEAST_BLOCK && margin.columns >= LEAST_MARGIN &&
                   margin.columns <= MOST_MARGIN && amid * 3 >= (n - 1) * 2;
    return wrapped ? margin : (struct margin){0};
}

static ek_break
joint(const struct line *line, const struct line *next)
{
    char word[MOST_WORD];
    if (line->alone)
        return EK_BREAK_BLANK;
    if (meets_japanese(line, next) || line->last == CP_SOFT_HYPHEN)
        return EK_BREAK_DROP;
    if (!line->hyphened || line->hyphened >= MOST_WORD || !begins_small(next))
        return EK_BREAK_BLANK;
    const char *p = line->s.p + line->s.n - 1 - line->hyphened;
    for (uint32_t i = 0; i < line->hyphened; i++)
        word[i] = (char)(p[i] | 0x20);
    return ek_fold_keeps_hyphen((ek_str){word, line->hyphened})
               ? EK_BREAK_DROP
               : EK_BREAK_HYPHEN;
}

static ek_break
break_after(const struct line *line, const struct line *next, uint32_t carried,
            struct margin margin)
{
    bool full = is_full(line, next, carried, margin);
    bool sure =
        margin.spaced || meets_japanese(line, next) || begins_small(next);
    if (line->single || next->opens == EK_OPENS_BLOCK || next->gap > 1)
        return EK_BREAK_KEEP;
    if (line->alone)
        return joint(line, next);
    if (next->gap == 0 && ek_cp_among(next->first, never_first))
        return joint(line, next);
    if (full && !line->ends && (next->gap == 0 || sure))
        return joint(line, next);
    if (full && next->gap == 0 && next->opens == EK_OPENS_NOTHING &&
        next->indent <= line->indent)
        return joint(line, next);
    return EK_BREAK_KEEP;
}

static void
decide(unsigned char *breaks, const struct line *v, size_t n,
       struct margin margin)
{
    uint32_t carried = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        ek_break how = break_after(&v[i], &v[i + 1], carried, margin);
        breaks[v[i].number] = (unsigned char)how;
        uint32_t width = carried + v[i].indent + v[i].width;
        bool torn = how != EK_BREAK_KEEP && !v[i].alone &&
                    ek_cp_among(v[i + 1].first, never_first) &&
                    width + v[i + 1].width <= margin.columns + margin.slack;
        carried = torn ? width : 0;
    }
}

static size_t
block_length(const struct lines *lines, size_t begin)
{
    size_t end = begin + 1;
    while (end < lines->n && lines->v[end].gap == 0 &&
           lines->v[end].opens != EK_OPENS_BLOCK && !lines->v[end - 1].single)
        end++;
    return end - begin;
}

const unsigned char *
ek_wrap_breaks(ek_arena *arena, const ek_text *text)
{
    unsigned char *breaks = ek_arena_alloc(arena, text->line_starts.n);
    struct lines lines = measure_lines(arena, text);
    struct margin margin = document_margin(&lines);
    if (margin.columns) {
        decide(breaks, lines.v, lines.n, margin);
        return breaks;
    }
    for (size_t i = 0, n; i < lines.n; i += n) {
        n = block_length(&lines, i);
        margin = block_margin(&lines.v[i], n);
        if (margin.columns)
            decide(breaks, &lines.v[i], n, margin);
    }
    return breaks;
}
