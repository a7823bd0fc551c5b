/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/norm.h"

#include "text/fold.h"
#include "text/opener.h"
#include "text/wrap.h"

#include <string.h>

struct writer {
    ek_arena *arena;
    ek_str text; /* up to the end of the line in work */
    ek_buf out;
    ek_map *map;
    uint32_t after_line; /* the code point that the line runs on with, or 0 */
    size_t keeps[2];     /* where a blank stays: behind marker and title */
    size_t word;         /* in out: behind the last gap */
};

static void
note(struct writer *w, size_t norm, size_t text, size_t text_end)
{
    struct ek_edit edit = {(uint32_t)norm, (uint32_t)text,
                           (uint32_t)(w->out.n - norm),
                           (uint32_t)(text_end - text)};
    if (edit.norm_len || edit.text_len)
        ek_map_add(w->map, w->arena, edit);
}

static void
copy_plain(struct writer *w, size_t at, size_t n)
{
    size_t begin = w->out.n;
    ek_buf_add(&w->out, (ek_str){w->text.p + at, n});
    for (char *p = w->out.p + begin; p < w->out.p + w->out.n; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p | 0x20);
}

static bool
is_one_character(ek_str s)
{
    size_t n;
    return s.n && (ek_cp_at(s, 0, &n), n == s.n);
}

static void
write_unit(struct writer *w, size_t at, size_t end)
{
    size_t begin = w->out.n;
    ek_str unit = ek_str_slice(w->text, at, end);
    ek_fold_unit(&w->out, unit);
    ek_str folded = ek_str_slice(ek_buf_str(&w->out), begin, w->out.n);
    if (folded.n != unit.n || !is_one_character(unit) ||
        !is_one_character(folded))
        note(w, begin, at, end);
}

static bool
is_gap(uint32_t cp)
{
    return ek_cp_is_blank(cp) || ek_fold_drops(cp);
}

static size_t
skip_gap(ek_str text, size_t at)
{
    for (size_t n; at < text.n && is_gap(ek_cp_at(text, at, &n));)
        at += n;
    return at;
}

static bool
has_blank(ek_str text, size_t at, size_t end)
{
    for (size_t n; at < end; at += n)
        if (ek_cp_is_blank(ek_cp_at(text, at, &n)))
            return true;
    return false;
}

static uint32_t
halved(uint32_t cp)
{
    bool full = cp >= CP_FIRST_FULLWIDTH && cp <= CP_LAST_FULLWIDTH;
    return full ? cp - CP_FIRST_FULLWIDTH + '!' : cp;
}

static bool
sets_no_blank(uint32_t before, uint32_t after)
{
    bool ja_before = ek_cp_is_japanese(before);
    bool ja_after = ek_cp_is_japanese(after);
    return (ja_before && (ja_after || ek_cp_among(after, "()[]"))) ||
           (ja_after && ek_cp_among(before, "()[]"));
}

static size_t
write_gap(struct writer *w, size_t at)
{
    size_t end = skip_gap(w->text, at), begin = w->out.n, n;
    bool stays = at == w->keeps[0] || at == w->keeps[1];
    uint32_t before = ek_cp_before(ek_buf_str(&w->out), begin);
    uint32_t after = end < w->text.n ? ek_cp_at(w->text, end, &n) : 0;
    if (has_blank(w->text, at, end) && after &&
        (stays || !sets_no_blank(before, halved(after))))
        ek_buf_putc(&w->out, ' ');
    if (w->out.n - begin != 1 || end - at != 1)
        note(w, begin, at, end);
    w->word = w->out.n;
    return end;
}

static bool
ends_loan_word(const struct writer *w, size_t next)
{
    size_t n;
    ek_str word = ek_str_slice(ek_buf_str(&w->out), w->word, w->out.n);
    if (!ek_fold_ends_loan_word(word))
        return false;
    next = skip_gap(w->text, next);
    if (next >= w->text.n)
        return !ek_cp_is_katakana(w->after_line);
    uint32_t cp = ek_cp_at(w->text, next, &n);
    return !ek_cp_is_katakana(cp) &&
           !(cp == CP_MIDDLE_DOT && ek_fold_joins_compound(w->text, next));
}

static size_t
write_character(struct writer *w, size_t at)
{
    size_t n, end = ek_fold_unit_end(w->text, at);
    uint32_t cp = ek_cp_at(w->text, at, &n);
    bool long_mark = cp == CP_LONG_VOWEL || cp == CP_HALFWIDTH_LONG_VOWEL;
    bool silent = long_mark && at + n == end && ends_loan_word(w, end);
    if (cp == CP_MIDDLE_DOT && at + n == end)
        silent = ek_fold_joins_compound(w->text, at);
    if (silent && long_mark)
        ek_map_stretch(w->map, w->arena, (uint32_t)w->out.n,
                       (ek_tspan){(uint32_t)at, (uint32_t)end});
    else if (silent)
        note(w, w->out.n, at, end);
    else
        write_unit(w, at, end);
    return end;
}

static void
write_run(struct writer *w, size_t at)
{
    for (size_t n; at < w->text.n;) {
        size_t plain = ek_fold_plain(w->text, at);
        copy_plain(w, at, plain);
        at += plain;
        if (at == w->text.n)
            break;
        uint32_t cp = ek_cp_at(w->text, at, &n);
        at = is_gap(cp) ? write_gap(w, at) : write_character(w, at);
    }
}

static void
write_indent(struct writer *w, size_t at, size_t end)
{
    for (size_t n; at < end; at += n) {
        size_t begin = w->out.n;
        uint32_t cp = ek_cp_at(w->text, at, &n);
        unsigned columns = ek_fold_drops(cp) ? 0 : ek_cp_columns(cp);
        for (unsigned i = 0; i < columns; i++)
            ek_buf_putc(&w->out, ' ');
        if (columns != 1 || n != 1)
            note(w, begin, at, at + n);
    }
}

static void
look_at_opener(struct writer *w, size_t at)
{
    struct ek_opener opener =
        ek_opener_of(ek_str_slice(w->text, at, w->text.n));
    w->keeps[0] = opener.kind ? at + opener.end : SIZE_MAX;
    w->keeps[1] = opener.kind ? at + opener.title : SIZE_MAX;
}

static size_t
trimmed_end(ek_str text, size_t begin, size_t end)
{
    ek_str line = ek_str_slice(text, 0, end);
    while (line.n > begin) {
        size_t n = 1;
        while (line.n - n > begin &&
               ((unsigned char)text.p[line.n - n] & 0xC0) == 0x80)
            n++;
        size_t length;
        if (!is_gap(ek_cp_at(line, line.n - n, &length)))
            break;
        line.n -= n;
    }
    return line.n;
}

/* Deletes, or keeps as one line break, what stands between two lines. */
static void
write_break(struct writer *w, ek_break how, size_t done, size_t body)
{
    size_t begin = w->out.n, bytes = body - done;
    if (how == EK_BREAK_BLANK)
        ek_buf_putc(&w->out, ' ');
    if (how != EK_BREAK_BLANK || bytes != 1)
        note(w, begin, done, body);
}

static size_t
write_line_end(struct writer *w, ek_str whole, size_t done)
{
    const char *feed = memchr(whole.p + done, '\n', whole.n - done);
    size_t at = feed ? (size_t)(feed - whole.p) : whole.n;
    note(w, w->out.n, done, at);
    if (!feed)
        return at;
    ek_buf_putc(&w->out, '\n');
    return at + 1;
}

struct lines {
    const ek_text *text;
    const unsigned char *breaks;
    size_t i; /* of the line in work */
};

static ek_str
up_to_line_end(const struct lines *lines, size_t i)
{
    size_t starts = lines->text->line_starts.n;
    size_t end = i + 1 < starts ? lines->text->line_starts.v[i + 1] - 1u
                                : lines->text->bytes.n;
    return ek_str_slice(lines->text->bytes, 0, end);
}

static uint32_t
runs_on_with(const struct lines *lines)
{
    if (lines->breaks[lines->i] != EK_BREAK_DROP)
        return 0;
    for (size_t i = lines->i + 1, n; i < lines->text->line_starts.n; i++) {
        ek_str s = up_to_line_end(lines, i);
        size_t body = skip_gap(s, lines->text->line_starts.v[i]);
        if (body < s.n)
            return ek_cp_at(s, body, &n);
    }
    return 0;
}

static size_t
without_hyphen(ek_str s)
{
    size_t n = 1;
    while (n < s.n && ((unsigned char)s.p[s.n - n] & 0xC0) == 0x80)
        n++;
    return s.n - n;
}

/* Writes one line that is not blank; done is the end of what is written of
 * the text, before is the break that leads here. */
static size_t
write_line(struct writer *w, const struct lines *lines, ek_break before,
           size_t done)
{
    size_t begin = lines->text->line_starts.v[lines->i];
    size_t body = skip_gap(w->text, begin);
    w->keeps[0] = w->keeps[1] = SIZE_MAX;
    if (before == EK_BREAK_KEEP) {
        if (done)
            done = write_line_end(w, lines->text->bytes, done);
        note(w, w->out.n, done, begin);
        write_indent(w, begin, body);
        look_at_opener(w, body);
    } else {
        write_break(w, before, done, body);
    }
    if (lines->breaks[lines->i] == EK_BREAK_HYPHEN)
        w->text.n = without_hyphen(w->text);
    w->after_line = runs_on_with(lines);
    write_run(w, body);
    return w->text.n;
}

static void
write_lines(struct writer *w, struct lines *lines)
{
    size_t done = 0;
    ek_break before = EK_BREAK_KEEP;
    const ek_text *text = lines->text;
    for (lines->i = 0; lines->i < text->line_starts.n; lines->i++) {
        size_t begin = text->line_starts.v[lines->i];
        w->text = up_to_line_end(lines, lines->i);
        w->text.n = trimmed_end(w->text, begin, w->text.n);
        if (w->text.n <= begin)
            continue;
        done = write_line(w, lines, before, done);
        before = (ek_break)lines->breaks[lines->i];
    }
    if (done)
        done = write_line_end(w, text->bytes, done);
    note(w, w->out.n, done, text->bytes.n);
}

static struct writer
writer_on(ek_arena *arena, ek_map *map, size_t bytes)
{
    size_t cap = bytes + bytes / 16 + 64;
    struct writer w = {.arena = arena, .map = map, .out = ek_buf_on(arena)};
    w.out.p = ek_arena_alloc(arena, cap);
    w.out.cap = cap;
    return w;
}

ek_norm *
ek_normalize(ek_arena *arena, const ek_text *text)
{
    ek_norm *norm = ek_arena_alloc(arena, sizeof *norm);
    ek_text *indexed = ek_arena_alloc(arena, sizeof *indexed);
    *indexed = *text;
    if (!indexed->line_starts.n)
        ek_text_index(indexed, arena);
    struct writer w = writer_on(arena, &norm->map, text->bytes.n);
    struct lines lines = {indexed, ek_wrap_breaks(arena, indexed), 0};
    write_lines(&w, &lines);
    norm->bytes = ek_buf_str(&w.out);
    norm->map.norm_size = (uint32_t)norm->bytes.n;
    norm->map.text_size = (uint32_t)text->bytes.n;
    norm->text = text;
    return norm;
}

ek_str
ek_normalize_word(ek_arena *arena, ek_str word)
{
    ek_map unused = {0};
    struct writer w = writer_on(arena, &unused, word.n);
    size_t begin = skip_gap(word, 0);
    w.text = ek_str_slice(word, 0, trimmed_end(word, begin, word.n));
    look_at_opener(&w, begin);
    write_run(&w, begin);
    return ek_buf_str(&w.out);
}
