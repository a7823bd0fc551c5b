/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff.h"

static void
put_plain(ek_buf *out, ek_str text)
{
    ek_buf_add(out, text);
}

static const struct ek_diff_marks wdiff = {
    {"[-", "-]"}, {"{+", "+}"}, put_plain};

/* Begin of the last characters of so many cells. */
static size_t
tail_of(ek_str text, unsigned keep)
{
    size_t tail = text.n;
    for (unsigned cells = 0; tail > 0 && cells < keep;) {
        do
            tail--;
        while (tail > 0 && ((unsigned char)text.p[tail] & 0xC0) == 0x80);
        cells += ek_width(ek_str_slice(text, tail, text.n));
        text.n = tail;
    }
    return tail;
}

static void
add_same(ek_buf *out, ek_str text, unsigned keep, bool first, bool last,
         const struct ek_diff_marks *marks)
{
    ek_str head = ek_width_fit(text, keep);
    if (keep == 0 || ek_width(text) <= 2 * keep + 3) {
        marks->put(out, text);
        return;
    }
    if (!first)
        marks->put(out, head);
    ek_buf_puts(out, first || last ? "... " : " ... ");
    if (!last)
        marks->put(out, ek_str_slice(text, tail_of(text, keep), text.n));
}

static bool
ends_blank(ek_str s)
{
    return s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\n');
}

static void
add_edit(ek_buf *out, ek_str text, const char *const around[2],
         const struct ek_diff_marks *marks)
{
    ek_buf_puts(out, around[0]);
    marks->put(out, text);
    ek_buf_puts(out, around[1]);
}

ek_str
ek_diff_redline(struct ek_page *page, const ek_changes *changes,
                const struct ek_clause_change *clause, unsigned keep,
                const struct ek_diff_marks *marks)
{
    ek_buf out = ek_buf_on(page->arena);
    marks = marks ? marks : &wdiff;
    for (size_t i = 0; i < clause->pieces.n; i++) {
        const struct ek_piece *piece = &clause->pieces.v[i];
        bool deleted = piece->kind == EK_PIECE_DELETED;
        const ek_result *r = deleted ? changes->before : changes->after;
        ek_str raw = ek_str_slice(r->documents.v[piece->document].text,
                                  piece->span.begin, piece->span.end);
        ek_str text = ek_str_trim(ek_page_text(page, raw));
        if (piece->kind == EK_PIECE_SAME)
            add_same(&out, text, keep, i == 0, i + 1 == clause->pieces.n,
                     marks);
        else
            add_edit(&out, text, deleted ? marks->deleted : marks->inserted,
                     marks);
        if (ends_blank(raw))
            ek_buf_putc(&out, ' ');
    }
    return ek_str_trim(ek_buf_str(&out));
}
