/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/line.h"
#include "seg/script.h"

#include <string.h>

enum { MOST_HASHES = 6, LONGEST_TITLE = 240 /* bytes */ };

static ek_nspan
trimmed(const char *bytes, ek_nspan span)
{
    while (span.begin < span.end && bytes[span.begin] == ' ')
        span.begin++;
    while (span.end > span.begin && bytes[span.end - 1] == ' ')
        span.end--;
    return span;
}

/* Past "> " of quoted text; counts what it passes as indentation. */
static void
skip_quote_marks(const char *bytes, struct ek_line *line)
{
    uint32_t begin = line->span.begin, at = begin;
    while (at < line->span.end && bytes[at] == '>')
        at = ek_script_skip(bytes, at + 1, line->span.end);
    line->span.begin = at;
}

static bool
consists_of(const char *bytes, ek_nspan span, const char *characters)
{
    for (uint32_t at = span.begin; at < span.end; at++)
        if (!strchr(characters, bytes[at]))
            return false;
    return true;
}

static bool
is_separator(const char *bytes, ek_nspan span)
{
    uint32_t n = span.end - span.begin;
    const char *p = bytes + span.begin;
    if (n == 0 || ek_script_at(p, bytes + span.end, "```") ||
        ek_script_at(p, bytes + span.end, "~~~"))
        return true;
    if (*p == '|')
        return consists_of(bytes, span, "|-: +");
    return (n >= 3 || *p == '|' || *p == '_') &&
           consists_of(bytes, span, "-=_* .~+#");
}

static bool
wrapped_in(const char *bytes, ek_nspan span, const char *open,
           const char *close, ek_nspan *inner)
{
    size_t a = strlen(open), b = strlen(close), n = span.end - span.begin;
    if (n <= a + b || n > LONGEST_TITLE ||
        !ek_script_at(bytes + span.begin, bytes + span.end, open) ||
        memcmp(bytes + span.end - b, close, b) != 0)
        return false;
    *inner = trimmed(
        bytes, (ek_nspan){span.begin + (uint32_t)a, span.end - (uint32_t)b});
    ek_str in = {bytes + inner->begin, inner->end - inner->begin};
    return in.n && ek_str_find(in, ek_str_of(open), 0) == in.n &&
           ek_str_find(in, ek_str_of(close), 0) == in.n;
}

static bool
is_wrapped_title(const char *bytes, struct ek_line *line)
{
    static const char *const pairs[][2] = {
#define EK_MARK_WRAP(open, close) {open, close},
#include "seg/marker.def"
#undef EK_MARK_WRAP
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (wrapped_in(bytes, line->span, pairs[i][0], pairs[i][1],
                       &line->words))
            return strncmp(bytes + line->words.begin, "http", 4) != 0 &&
                   bytes[line->words.begin] != '!';
    return false;
}

static void
read_hashes(const char *bytes, struct ek_line *line)
{
    uint32_t at = line->span.begin, end = line->span.end;
    while (at < end && bytes[at] == '#')
        at++;
    line->hashes = at - line->span.begin;
    bool blank = at < end && bytes[at] == ' ';
    if (!blank || line->hashes > MOST_HASHES) {
        line->hashes = 0;
        return;
    }
    while (end > at && (bytes[end - 1] == '#' || bytes[end - 1] == ' '))
        end--;
    line->sort = EK_LINE_HASHES;
    line->words = trimmed(bytes, (ek_nspan){at, end});
    ek_nspan inner;
    if (wrapped_in(bytes, line->words, "**", "**", &inner))
        line->words = inner;
    if (line->words.begin >= line->words.end)
        line->sort = EK_LINE_SEPARATOR;
}

static void
read_row(const char *bytes, struct ek_line *line)
{
    ek_nspan in = line->span;
    if (!memchr(bytes + in.begin + 1, '|', in.end - in.begin - 1))
        return;
    in.begin++;
    if (bytes[in.end - 1] == '|')
        in.end--;
    in = trimmed(bytes, in);
    line->sort = in.begin < in.end ? EK_LINE_ROW : EK_LINE_SEPARATOR;
    line->words = in;
}

static void
classify(const ek_norm *norm, struct ek_line *line)
{
    const char *bytes = norm->bytes.p;
    skip_quote_marks(bytes, line);
    line->words = line->span;
    if (is_separator(bytes, line->span))
        line->sort = EK_LINE_SEPARATOR;
    else if (bytes[line->span.begin] == '#')
        read_hashes(bytes, line);
    else if (bytes[line->span.begin] == '|')
        read_row(bytes, line);
    else if (is_wrapped_title(bytes, line))
        line->sort = EK_LINE_TITLE;
    if (line->sort != EK_LINE_SEPARATOR && line->sort != EK_LINE_ROW)
        line->mark = ek_mark_read(norm, line->words);
    ek_nspan inner;
    if (line->sort == EK_LINE_TEXT && line->mark.sort == EK_MARK_NONE &&
        wrapped_in(bytes, line->span, "(", ")", &inner))
        line->sort = EK_LINE_CAPTION;
}

/* What only the next line shows: column titles and underlined headings. */
static void
look_back(ek_lines *lines, const char *bytes)
{
    size_t n = lines->v.n;
    if (n < 2 || lines->v.v[n - 1].sort != EK_LINE_SEPARATOR)
        return;
    struct ek_line *last = &lines->v.v[n - 1], *before = last - 1;
    ek_nspan span = last->span;
    if (span.begin == span.end)
        return;
    if (before->sort == EK_LINE_ROW && bytes[span.begin] == '|')
        before->sort = EK_LINE_RULED;
    bool title = before->sort == EK_LINE_TEXT &&
                 before->words.end - before->words.begin < LONGEST_TITLE;
    if (title && consists_of(bytes, span, "=")) {
        before->sort = EK_LINE_HASHES;
        before->hashes = 1;
    }
}

void
ek_lines_split(ek_lines *out, ek_arena *arena, const ek_norm *norm)
{
    const char *bytes = norm->bytes.p;
    uint32_t end = (uint32_t)norm->bytes.n;
    for (uint32_t at = 0; at < end;) {
        const char *stop = memchr(bytes + at, '\n', end - at);
        uint32_t next = stop ? (uint32_t)(stop - bytes) : end;
        struct ek_line line = {.sort = EK_LINE_TEXT};
        line.span = trimmed(bytes, (ek_nspan){at, next});
        line.indent = line.span.begin - at;
        at = next + 1;
        if (line.span.begin == line.span.end)
            continue;
        classify(norm, &line);
        EK_PUSH(arena, out->v, line);
        look_back(out, bytes);
    }
}
