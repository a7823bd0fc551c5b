/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/light.h"

#include <string.h>

#include "text/cp.h"
#include "text/opener.h"

enum { DEEPEST_INDENT = 40 }; /* blanks */

enum {
    CP_NO_BREAK_BLANK = 0x00A0,
    CP_ZERO_WIDTH_BLANK = 0x200B,
    CP_WORD_JOINER = 0x2060,
    CP_BYTE_ORDER_MARK = 0xFEFF,
    CP_FIRST_CIRCLED = 0x2460,
    CP_LAST_CIRCLED = 0x24FF,
};

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool
is_invisible(uint32_t cp)
{
    return cp == CP_SOFT_HYPHEN || cp == CP_ZERO_WIDTH_BLANK ||
           cp == CP_WORD_JOINER || cp == CP_BYTE_ORDER_MARK;
}

static bool
is_wide_blank(uint32_t cp)
{
    return cp == CP_NO_BREAK_BLANK || cp == CP_IDEOGRAPHIC_BLANK;
}

static bool
at_beginning(const struct ek_light *w)
{
    return !w->open || w->cells;
}

static void
owe_breaks(struct ek_light *w, unsigned lines)
{
    w->open = w->blank = false;
    w->breaks = lines;
}

void
ek_light_break(struct ek_light *w, unsigned lines)
{
    if (w->one_line)
        w->blank = !at_beginning(w);
    else if (w->open)
        owe_breaks(w, lines);
    else if (!w->marker[0] && w->breaks < lines)
        w->breaks = lines;
}

void
ek_light_break_to(struct ek_light *w, unsigned lines)
{
    if (w->one_line)
        w->blank = !at_beginning(w);
    else if (!w->marker[0])
        owe_breaks(w, lines);
}

void
ek_light_br(struct ek_light *w)
{
    bool second = !w->open && !w->one_line && w->breaks == 1;
    ek_light_break(w, second ? 2 : 1);
}

static void
add_anchor(struct ek_light *w)
{
    ek_text *text = w->text;
    const struct ek_anchor *last =
        text->anchors.n ? &text->anchors.v[text->anchors.n - 1] : NULL;
    if (last && last->source_line == w->line &&
        ek_place_same(&last->place, &w->place))
        return;
    struct ek_anchor anchor = {(uint32_t)w->out.n, w->line, w->place};
    EK_PUSH(w->out.arena, text->anchors, anchor);
}

static bool
is_number_part(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ||
           (cp >= 'A' && cp <= 'Z') || ek_cp_is_kanji(cp) ||
           ek_cp_is_katakana(cp) ||
           (cp >= CP_FIRST_FULLWIDTH && cp <= CP_LAST_FULLWIDTH) ||
           (cp >= CP_FIRST_CIRCLED && cp <= CP_LAST_CIRCLED);
}

/* Pages whose style hides the markers write their numbers themselves; two
 * markers would hide the real one. */
static bool
brings_own_marker(const struct ek_light *w, ek_str words)
{
    size_t n;
    struct ek_opener opener = ek_opener_of(words);
    if (opener.kind != EK_OPENS_BLOCK || opener.single)
        return false;
    if (w->marker[0] == '-')
        return true;
    for (size_t i = 0; i < opener.end; i += n)
        if (is_number_part(ek_cp_at(words, i, &n)))
            return true;
    return false;
}

void
ek_light_mark(struct ek_light *w, const char *marker)
{
    size_t n = strlen(w->marker);
    if (n + strlen(marker) >= EK_LIGHT_MARKER)
        n = 0;
    if (!n)
        w->marker_indent = w->indent;
    size_t more = strlen(marker);
    more = more < EK_LIGHT_MARKER ? more : EK_LIGHT_MARKER - 1;
    memcpy(w->marker + n, marker, more);
    w->marker[n + more] = '\0';
}

void
ek_light_heading_begin(struct ek_light *w, unsigned level)
{
    ek_light_break(w, 2);
    w->heading = level;
    w->heading_at = 0;
    w->one_line = true;
}

/* An article is no title of the whole. */
static bool
is_numbered(ek_str heading)
{
    struct ek_opener opener = ek_opener_of(heading);
    return opener.kind == EK_OPENS_BLOCK && !opener.single;
}

void
ek_light_heading_end(struct ek_light *w)
{
    bool higher = !w->title_level || w->heading < w->title_level;
    ek_str words = ek_str_slice(ek_buf_str(&w->out), w->heading_at, w->out.n);
    if (w->heading && w->heading_at && higher) {
        w->title = (ek_tspan){w->heading_at, (uint32_t)w->out.n};
        if (is_numbered(words))
            w->title.end = w->title.begin;
        w->title_level = w->heading;
    }
    w->heading = 0;
    w->one_line = false;
}

static void
add_blanks(struct ek_light *w, unsigned n)
{
    for (n = n < DEEPEST_INDENT ? n : DEEPEST_INDENT; n > 0; n--)
        ek_buf_putc(&w->out, ' ');
}

/* A heading that is the first of an item takes the item's number with it, and
 * what follows belongs to the heading. */
static void
open_heading(struct ek_light *w, bool marked)
{
    for (unsigned i = 0; i < w->heading; i++)
        ek_buf_putc(&w->out, '#');
    ek_buf_putc(&w->out, ' ');
    if (marked && w->marker[0] != '-')
        ek_buf_puts(&w->out, w->marker);
    if (w->marker[0])
        w->indent = 0;
    w->heading_at = (uint32_t)w->out.n;
}

static void
open_line(struct ek_light *w, ek_str words)
{
    bool marked = w->marker[0] && !brings_own_marker(w, words);
    if (w->heading && w->breaks < 2)
        w->breaks = 2;
    for (; w->breaks > 0; w->breaks--)
        if (w->out.n)
            ek_buf_putc(&w->out, '\n');
    add_anchor(w);
    if (w->heading) {
        open_heading(w, marked);
    } else {
        add_blanks(w, w->marker[0] ? w->marker_indent : w->indent);
        if (marked)
            ek_buf_puts(&w->out, w->marker);
    }
    w->marker[0] = '\0';
    w->open = true;
}

static void
add_borders(struct ek_light *w)
{
    if (w->row && !w->row_open && !w->cells)
        w->cells = 1;
    for (; w->cells > 0; w->cells--) {
        ek_buf_puts(&w->out, w->row_open ? " | " : "| ");
        w->row_open = true;
    }
}

static void
add_words(struct ek_light *w, ek_str words, ek_str rest)
{
    if (!w->open)
        open_line(w, rest);
    add_borders(w);
    if (w->blank)
        ek_buf_putc(&w->out, ' ');
    w->blank = false;
    if (w->place.page_line)
        add_anchor(w);
    ek_buf_add(&w->out, words);
}

/* The end of the words at an offset: the next blank or invisible character,
 * or a wide blank at the beginning of a line. */
static size_t
words_end(const struct ek_light *w, ek_str s, size_t at)
{
    size_t i = at, n = 1;
    for (; i < s.n && !is_space(s.p[i]); i += n) {
        uint32_t cp = ek_cp_at(s, i, &n);
        if (is_invisible(cp) ||
            (i == at && at_beginning(w) && is_wide_blank(cp)))
            break;
    }
    return i;
}

static void
write_collapsed(struct ek_light *w, ek_str s)
{
    size_t n = 1;
    for (size_t i = 0; i < s.n;) {
        size_t end = words_end(w, s, i);
        if (end > i) {
            add_words(w, ek_str_slice(s, i, end), ek_str_slice(s, i, s.n));
            i = end;
            continue;
        }
        if (is_space(s.p[i]))
            w->blank = !at_beginning(w);
        w->line += s.p[i] == '\n';
        ek_cp_at(s, i, &n);
        i += n;
    }
}

static bool
only_blanks(ek_str line)
{
    size_t i = 0;
    while (i < line.n && is_space(line.p[i]))
        i++;
    return i == line.n;
}

static void
write_kept(struct ek_light *w, ek_str s)
{
    for (size_t i = 0; i <= s.n;) {
        size_t end = ek_str_find(s, EK_STR("\n"), i);
        ek_str line = ek_str_slice(s, i, end);
        if (line.n && (w->open || !only_blanks(line)))
            add_words(w, line, line);
        if (end < s.n) {
            ek_light_br(w);
            w->line++;
        }
        i = end + 1;
    }
}

void
ek_light_write(struct ek_light *w, ek_str words)
{
    if (w->pre && !w->one_line)
        write_kept(w, words);
    else
        write_collapsed(w, words);
}

void
ek_light_row_begin(struct ek_light *w)
{
    ek_light_row_end(w);
    ek_light_break(w, 1);
    w->row = w->one_line = true;
}

void
ek_light_row_end(struct ek_light *w)
{
    if (!w->row)
        return;
    bool written = w->row_open;
    if (written) {
        add_borders(w);
        ek_buf_puts(&w->out, " |");
    }
    w->row = w->row_open = w->one_line = false;
    w->cells = 0;
    if (written)
        owe_breaks(w, 1);
}

void
ek_light_cell(struct ek_light *w)
{
    if (!w->row)
        ek_light_row_begin(w);
    w->cells++;
    w->blank = false;
}

void
ek_light_finish(struct ek_light *w)
{
    if (w->out.n)
        ek_buf_putc(&w->out, '\n');
    w->text->bytes = ek_buf_str(&w->out);
    if (!w->text->title.n && w->title_level)
        w->text->title =
            ek_str_slice(w->text->bytes, w->title.begin, w->title.end);
}
