/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pdf_sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/cp.h"

struct sheet
sheet_new(ek_arena *arena)
{
    struct sheet sheet = {ek_buf_on(arena), 0};
    ek_buf_puts(&sheet.out, "ekimu-pdf\t1\n");
    return sheet;
}

void
sheet_page(struct sheet *sheet)
{
    ek_buf_printf(&sheet->out, "page\t%u\t600.0\t800.0\t\n", ++sheet->page);
}

static float
width_of(ek_str word, float size)
{
    float width = 0;
    for (size_t i = 0, n; i < word.n; i += n)
        width += ek_cp_at(word, i, &n) < 0x80 ? size / 2 : size;
    return width;
}

void
sheet_word(struct sheet *sheet, float x, float y, float size, unsigned flags,
           ek_str word)
{
    ek_buf_printf(&sheet->out, "word\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%u\t0\t",
                  (double)x, (double)(y - size),
                  (double)(x + width_of(word, size)), (double)(y + size * 0.2f),
                  (double)size, flags);
    ek_buf_add(&sheet->out, word);
    ek_buf_putc(&sheet->out, '\n');
}

void
sheet_set(struct sheet *sheet, float x, float y, float size, unsigned flags,
          const char *line)
{
    ek_str rest = ek_str_of(line), word;
    while ((word = ek_str_word(&rest)).n) {
        sheet_word(sheet, x, y, size, flags, word);
        x += width_of(word, size) + size / 4;
    }
}

void
sheet_put(struct sheet *sheet, float x, float y, const char *line)
{
    sheet_set(sheet, x, y, 10, 0, line);
}

/* Lines below one another, the first at y; where the next would stand. */
float
sheet_lines(struct sheet *sheet, float x, float y, const char *const *lines,
            size_t n)
{
    for (size_t i = 0; i < n; i++, y += 14)
        sheet_put(sheet, x, y, lines[i]);
    return y;
}

ek_text *
sheet_read(struct sheet *sheet, ek_diag *diag, ek_status *status)
{
    ek_arena *arena = sheet->out.arena;
    const struct ek_read_options options = {.limits = ek_limits_default()};
    ek_pdf_doc doc = {.arena = arena};
    ek_text *text = ek_arena_alloc(arena, sizeof *text);
    ek_source source = {.path = EK_STR("a.pdf")};
    ek_buf_puts(&sheet->out, "end\n");
    assert_true(ek_pdf_parse(&doc, ek_buf_str(&sheet->out)));
    assert_true(doc.whole);
    *status = ek_pdf_read_words(text, &doc, &source, &options, diag);
    ek_text_index(text, arena);
    return text;
}
