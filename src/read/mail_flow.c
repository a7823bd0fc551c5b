/* SPDX-License-Identifier: Apache-2.0 */
/* RFC 3676: a line that ends with a blank goes on in the next one of the same
 * depth of quotes. */
#include "config.h"

#include "read/mail_part.h"

struct line {
    ek_str text;
    size_t quotes;
};

static struct line
next_line(ek_str *rest)
{
    struct line line = {.text = ek_str_line(rest)};
    while (line.quotes < line.text.n && line.text.p[line.quotes] == '>')
        line.quotes++;
    line.text = ek_str_slice(line.text, line.quotes, line.text.n);
    if (ek_str_starts(line.text, EK_STR(" ")))
        line.text = ek_str_slice(line.text, 1, line.text.n);
    return line;
}

static bool
goes_on(const struct line *line)
{
    return ek_str_ends(line->text, EK_STR(" ")) &&
           !ek_str_is(line->text, "-- ");
}

ek_str
ek_mail_unflow(ek_arena *arena, ek_str bytes, bool delete_blank)
{
    ek_buf out = ek_buf_on(arena);
    struct line before = {.quotes = SIZE_MAX};
    while (bytes.n) {
        struct line line = next_line(&bytes);
        bool joined = goes_on(&before) && before.quotes == line.quotes;
        if (out.n && !joined)
            ek_buf_putc(&out, '\n');
        if (joined && delete_blank)
            out.n--;
        for (size_t i = 0; !joined && i < line.quotes; i++)
            ek_buf_putc(&out, '>');
        if (!joined && line.quotes)
            ek_buf_putc(&out, ' ');
        ek_buf_add(&out, line.text);
        before = line;
    }
    if (out.n)
        ek_buf_putc(&out, '\n');
    return ek_buf_str(&out);
}
