/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff.h"

static void
add_same(ek_buf *out, ek_str text, unsigned keep, bool first, bool last)
{
    ek_str head = ek_width_fit(text, keep);
    size_t tail = text.n;
    unsigned cells = 0;
    if (keep == 0 || ek_width(text) <= 2 * keep + 3) {
        ek_buf_add(out, text);
        return;
    }
    while (tail > 0 && cells < keep) {
        do
            tail--;
        while (tail > 0 && ((unsigned char)text.p[tail] & 0xC0) == 0x80);
        cells = ek_width(ek_str_slice(text, tail, text.n));
    }
    if (!first)
        ek_buf_add(out, head);
    ek_buf_puts(out, first || last ? "... " : " ... ");
    if (!last)
        ek_buf_add(out, ek_str_slice(text, tail, text.n));
}

static bool
ends_blank(ek_str s)
{
    return s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\n');
}

static void
add_edit(ek_buf *out, ek_str text, bool deleted)
{
    ek_buf_puts(out, deleted ? "[-" : "{+");
    ek_buf_add(out, text);
    ek_buf_puts(out, deleted ? "-]" : "+}");
}

ek_str
ek_diff_redline(struct ek_page *page, const ek_changes *changes,
                const struct ek_clause_change *clause, unsigned keep)
{
    ek_buf out = ek_buf_on(page->arena);
    for (size_t i = 0; i < clause->pieces.n; i++) {
        const struct ek_piece *piece = &clause->pieces.v[i];
        const ek_result *r =
            piece->kind == EK_PIECE_DELETED ? changes->before : changes->after;
        ek_str raw = ek_str_slice(r->documents.v[piece->document].text,
                                  piece->span.begin, piece->span.end);
        ek_str text = ek_str_trim(ek_page_text(page, raw));
        if (piece->kind == EK_PIECE_SAME)
            add_same(&out, text, keep, i == 0, i + 1 == clause->pieces.n);
        else
            add_edit(&out, text, piece->kind == EK_PIECE_DELETED);
        if (ends_blank(raw))
            ek_buf_putc(&out, ' ');
    }
    return ek_str_trim(ek_buf_str(&out));
}
