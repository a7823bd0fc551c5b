/* SPDX-License-Identifier: Apache-2.0 */
/* An array of the ndjson objects, laid out for people: the same characters
 * plus blanks and line breaks between them. */
#include "config.h"

#include "report/report.h"

struct state {
    bool text;
    size_t documents;
    ek_buf line; /* the compact form, reused */
};

static void *
begin(ek_arena *arena, ek_buf *out, const struct ek_report_options *options)
{
    struct state *state = ek_arena_alloc(arena, sizeof *state);
    state->text = options->text;
    state->line = ek_buf_on(arena);
    ek_buf_putc(out, '[');
    return state;
}

static void
break_line(ek_buf *out, unsigned depth)
{
    ek_buf_putc(out, '\n');
    while (depth-- > 0)
        ek_buf_puts(out, "  ");
}

/* Offset after the string that begins at s.p[i]. */
static size_t
end_of_string(ek_str s, size_t i)
{
    for (i++; i < s.n && s.p[i] != '"'; i++)
        if (s.p[i] == '\\')
            i++;
    return i + 1;
}

static bool
opens(char c)
{
    return c == '{' || c == '[';
}

static bool
closes(char c)
{
    return c == '}' || c == ']';
}

/* Whether the line breaks between two neighbours of the compact form. */
static bool
breaks_between(char before, char after)
{
    if (opens(before))
        return !closes(after);
    return before == ',' || closes(after);
}

static void
lay_out(ek_buf *out, ek_str s, unsigned depth)
{
    for (size_t i = 0, next; i < s.n; i = next) {
        char c = s.p[i];
        next = c == '"' ? end_of_string(s, i) : i + 1;
        depth += opens(c);
        ek_buf_add(out, ek_str_slice(s, i, next));
        if (c == ':')
            ek_buf_putc(out, ' ');
        if (next == s.n)
            break;
        depth -= closes(s.p[next]);
        if (breaks_between(s.p[next - 1], s.p[next]))
            break_line(out, depth);
    }
}

static void
document(void *state, ek_buf *out, const ek_result *result)
{
    struct state *s = state;
    s->line.n = 0;
    (s->text ? ek_result_write : ek_result_write_short)(&s->line, result);
    ek_buf_puts(out, s->documents++ ? ",\n  " : "\n  ");
    lay_out(out, ek_buf_str(&s->line), 1);
}

static void
end(void *state, ek_buf *out)
{
    struct state *s = state;
    ek_buf_puts(out, s->documents ? "\n]\n" : "]\n");
}

const struct ek_reporter ek_reporter_json = {
    .name = "json", .begin = begin, .document = document, .end = end};
