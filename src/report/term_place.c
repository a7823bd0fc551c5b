/* SPDX-License-Identifier: Apache-2.0 */
/* Where a finding stands, in the words of its format: page and line of the
 * page, paragraph and the number that is shown there, the element to jump to;
 * else the line of the text. */
#include "config.h"

#include "report/term.h"

static const ek_str nothing = {"", 0};

static void
add(ek_buf *out, struct ek_page *page, enum ek_word word, ek_str arg1,
    ek_str arg2)
{
    ek_buf_puts(out, out->n ? " " : "");
    ek_catalogue_add(out, word, page->options.lang, arg1, arg2);
}

static void
add_lines(ek_buf *out, struct ek_page *page, const ek_finding *f)
{
    uint32_t first = f->place.page_line ? f->place.page_line : f->line;
    bool several = f->end_line > f->line && !f->place.page_line;
    add(out, page, several ? EK_W_lines : EK_W_line,
        ek_page_ordinal(page, first), ek_page_ordinal(page, f->end_line));
}

/* Where the label of the article does not hold it. */
static void
add_number(ek_buf *out, struct ek_page *page, const ek_finding *f)
{
    ek_str number = f->place.number;
    if (!number.n || ek_str_find(f->article, number, 0) < f->article.n)
        return;
    ek_buf_putc(out, ' ');
    ek_buf_add(out, ek_page_text(page, number));
}

ek_str
ek_term_place(struct ek_page *page, const ek_finding *f)
{
    ek_buf out = ek_buf_on(page->arena);
    const ek_place *place = &f->place;
    if (place->page)
        add(&out, page, EK_W_page, ek_page_ordinal(page, place->page), nothing);
    if (place->paragraph)
        add(&out, page, EK_W_paragraph, ek_page_ordinal(page, place->paragraph),
            nothing);
    if (!place->paragraph || place->page)
        add_lines(&out, page, f);
    add_number(&out, page, f);
    if (place->id.n)
        add(&out, page, EK_W_anchor, ek_page_text(page, place->id), nothing);
    if (place->confidence)
        add(&out, page, EK_W_ocr, ek_page_ordinal(page, place->confidence),
            nothing);
    return ek_buf_str(&out);
}

ek_str
ek_term_article(struct ek_page *page, const ek_result *r, const ek_finding *f)
{
    ek_str article = ek_page_text(page, f->article);
    if (!r->bundle.n || f->kind == EK_ABSENT)
        return article;
    ek_str file = ek_term_file(page, r->documents.v[f->document].path);
    return ek_arena_printf(page->arena, article.n ? "%.*s %.*s" : "%.*s%.*s",
                           EK_ARG(file), EK_ARG(article));
}
