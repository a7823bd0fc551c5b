/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/flow_block.h"

#include "text/cp.h"

enum {
    LONGEST_HEADING = 200, /* bytes */
    LONGEST_RUN_IN = 80,   /* of a heading with a stop in it */
    DEEPEST_HEADING = 6,
    CP_FULLWIDTH_BRACKET = 0xFF08,
    CP_FIRST_CIRCLED = 0x2460,
    CP_LAST_CIRCLED = 0x24FF,
};

static bool
counts_items(ek_str number)
{
    size_t n = 0;
    uint32_t cp = number.n ? ek_cp_at(number, 0, &n) : 0;
    return cp == '(' || cp == CP_FULLWIDTH_BRACKET ||
           (cp >= CP_FIRST_CIRCLED && cp <= CP_LAST_CIRCLED) ||
           ek_cp_is_katakana(cp);
}

/* Clauses that are set as headings are no headings: sentences (U+3002), and
 * words that lead a list in (U+3001 and U+FF1A at the end). */
static bool
reads_as_heading(ek_str number, ek_str words)
{
    static const char *const ends[] = {
        ".", ";", ",", ":", "\xE3\x80\x81", "\xEF\xBC\x9A"};
    static const char *const stops[] = {"\xE3\x80\x82"};
    static const char *const run_in[] = {". "};
    words = ek_str_trim(words);
    return words.n <= LONGEST_HEADING && !counts_items(number) &&
           !ek_str_ends_any(words, ends, sizeof ends / sizeof *ends) &&
           !ek_str_holds_any(words, stops, 1) &&
           (words.n <= LONGEST_RUN_IN || !ek_str_holds_any(words, run_in, 1));
}

static void
write_lines(struct ek_light *w, ek_str words)
{
    for (size_t at = 0; at <= words.n;) {
        size_t end = ek_str_find(words, EK_STR("\n"), at);
        ek_light_write(w, ek_str_slice(words, at, end));
        if (end < words.n)
            ek_light_br(w);
        at = end + 1;
    }
}

static void
write_number(struct ek_light *w, const struct ek_flow_shape *shape)
{
    if (!shape->number.n)
        return;
    ek_light_write(w, shape->number);
    if (!shape->tight)
        ek_light_write(w, EK_STR(" "));
}

/* The number is a part of the words: a marker would give way to one that the
 * words bring, and both are shown here. */
static void
emit_paragraph(struct ek_light *w, const struct ek_flow_block *b)
{
    unsigned heading =
        reads_as_heading(b->shape.number, b->words) ? b->shape.heading : 0;
    ek_light_break(w, 2);
    if (heading)
        ek_light_heading_begin(w, heading < DEEPEST_HEADING ? heading
                                                            : DEEPEST_HEADING);
    else if (b->shape.level)
        w->indent = 2 * (b->shape.level - 1);
    if (b->shape.bullet && !heading)
        ek_light_mark(w, "- ");
    write_number(w, &b->shape);
    write_lines(w, b->words);
    if (heading)
        ek_light_heading_end(w);
    w->indent = 0;
    ek_light_break(w, 2);
}

static void
emit_row(struct ek_light *w, const struct ek_flow_block *b)
{
    ek_light_row_begin(w);
    for (size_t i = 0; i < b->cells.n; i++) {
        ek_light_cell(w);
        write_lines(w, b->cells.v[i]);
    }
    ek_light_row_end(w);
}

void
ek_flow_emit(struct ek_light *w, const struct ek_flow_block *b)
{
    w->place = (ek_place){.paragraph = b->paragraph, .number = b->shape.number};
    if (b->row)
        emit_row(w, b);
    else
        emit_paragraph(w, b);
}
