/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/text.h"

#include <string.h>

enum { MARK_EVERY = 1024 }; /* bytes */

static bool
begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

static uint32_t
characters_in(ek_str s)
{
    uint32_t count = 0;
    for (size_t i = 0; i < s.n; i++)
        count += begins_character(s.p[i]);
    return count;
}

static void
index_lines(ek_text *text, ek_arena *arena)
{
    const char *begin = text->bytes.p, *end = begin + text->bytes.n;
    EK_PUSH(arena, text->line_starts, 0);
    for (const char *p = begin; p < end; p++) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p)
            break;
        EK_PUSH(arena, text->line_starts, (uint32_t)(p + 1 - begin));
    }
}

static void
index_characters(ek_text *text, ek_arena *arena)
{
    uint32_t count = 0;
    for (size_t at = 0; at < text->bytes.n; at += MARK_EVERY) {
        EK_PUSH(arena, text->char_marks, count);
        count += characters_in(ek_str_slice(text->bytes, at, at + MARK_EVERY));
    }
}

void
ek_text_index(ek_text *text, ek_arena *arena)
{
    text->line_starts.n = text->char_marks.n = 0;
    if (!text->bytes.p)
        text->bytes = EK_STR("");
    index_lines(text, arena);
    index_characters(text, arena);
}

ek_str
ek_text_slice(const ek_text *text, ek_tspan span)
{
    return ek_str_slice(text->bytes, span.begin, span.end);
}

uint32_t
ek_text_chars(const ek_text *text, uint32_t offset)
{
    size_t mark = offset / MARK_EVERY;
    if (mark >= text->char_marks.n)
        mark = text->char_marks.n ? text->char_marks.n - 1 : 0;
    uint32_t before = text->char_marks.n ? text->char_marks.v[mark] : 0;
    return before +
           characters_in(ek_str_slice(text->bytes, mark * MARK_EVERY, offset));
}

static uint32_t
line_of(const ek_text *text, uint32_t offset)
{
    size_t low = 0, high = text->line_starts.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->line_starts.v[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? (uint32_t)low : 1;
}

static ek_place
place_of(const ek_text *text, uint32_t offset)
{
    size_t low = 0, high = text->anchors.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->anchors.v[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? text->anchors.v[low - 1].place : (ek_place){.page = 0};
}

struct ek_where
ek_text_where(const ek_text *text, ek_tspan span)
{
    uint32_t last = span.end > span.begin ? span.end - 1 : span.begin;
    uint32_t line = line_of(text, span.begin);
    uint32_t start = text->line_starts.n ? text->line_starts.v[line - 1] : 0;
    return (struct ek_where){
        .line = line,
        .end_line = line_of(text, last),
        .column =
            ek_text_chars(text, span.begin) - ek_text_chars(text, start) + 1,
        .place = place_of(text, span.begin),
    };
}
