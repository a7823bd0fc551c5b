/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces that the panel and the evidence sheet are made of. */
#include "config.h"

#include "report/html_panel.h"

static const struct {
    const char *contribution;
    enum ek_word word;
} contributions[] = {
    {"strong", EK_W_pn_c_strong},           {"review", EK_W_pn_c_review},
    {"carve60", EK_W_pn_c_carve60},         {"carve61", EK_W_pn_c_carve61},
    {"protect", EK_W_pn_c_protect},         {"neutral", EK_W_pn_c_neutral},
    {"supports", EK_W_pn_c_supports},       {"partly", EK_W_pn_c_partly},
    {"contradicts", EK_W_pn_c_contradicts},
};

ek_str
ek_panel_contribution(struct ek_html *h, ek_str contribution)
{
    for (size_t i = 0; i < sizeof contributions / sizeof *contributions; i++)
        if (ek_str_is(contribution, contributions[i].contribution))
            return ek_catalogue_text(contributions[i].word,
                                     h->page.options.lang);
    return ek_page_text(&h->page, contribution);
}

void
ek_panel_heading(struct ek_html *h, enum ek_word word, ek_str arg)
{
    ek_html_raw(h, "<h2>");
    ek_html_say(h, word, arg, EK_STR(""));
    ek_html_raw(h, "</h2>\n");
}

void
ek_panel_none(struct ek_html *h, enum ek_word word)
{
    ek_html_raw(h, "<p class=\"small\">");
    if (h->result->no_result.n)
        ek_html_say(h, EK_W_no_result, ek_term_reason(&h->page, h->result),
                    EK_STR(""));
    else
        ek_html_word(h, word);
    ek_html_raw(h, "</p>\n");
}

void
ek_panel_link(struct ek_html *h, ek_str anchor, ek_str text)
{
    ek_buf_printf(h->page.out, "<a href=\"#%.*s\">", EK_ARG(anchor));
    ek_html_text(h, text);
    ek_html_raw(h, "</a>");
}

void
ek_panel_code(struct ek_html *h, ek_str s)
{
    ek_html_raw(h, "<code>");
    ek_html_text(h, s);
    ek_html_raw(h, "</code>");
}

bool
ek_panel_in_text(struct ek_html *h, uint32_t finding)
{
    const ek_finding *f = &h->result->findings.v.v[finding];
    return f->kind == EK_PRESENT && f->document < h->result->documents.n &&
           h->result->documents.v[f->document].text.n;
}

ek_str
ek_panel_target(struct ek_html *h, uint32_t finding)
{
    uint32_t number = h->notes[finding].number;
    if (!number)
        return ek_arena_printf(h->page.arena, "x%u", finding + 1);
    return ek_arena_printf(
        h->page.arena, ek_panel_in_text(h, finding) ? "f%u" : "c%u", number);
}

ek_str
ek_panel_title(struct ek_html *h, const ek_finding *f)
{
    ek_str title = ek_page_label(&h->page, &f->title);
    return title.n ? title : ek_page_text(&h->page, f->clause);
}

ek_str
ek_panel_where(struct ek_html *h, const ek_finding *f)
{
    ek_str article = ek_term_article(&h->page, h->result, f);
    ek_str place =
        f->kind == EK_PRESENT ? ek_term_place(&h->page, f) : EK_STR("");
    if (!article.n || !place.n)
        return article.n ? article : place;
    ek_str dot = ek_catalogue_text(EK_W_pn_dot, h->page.options.lang);
    return ek_arena_printf(h->page.arena, "%.*s%.*s%.*s", EK_ARG(article),
                           EK_ARG(dot), EK_ARG(place));
}

/* Bytes of the first characters of valid UTF-8. */
static size_t
bytes_of(ek_str s, size_t characters)
{
    size_t i = 0;
    while (i < s.n) {
        if (((unsigned char)s.p[i] & 0xC0) != 0x80 && characters-- == 0)
            break;
        i++;
    }
    return i;
}

void
ek_panel_quote(struct ek_html *h, const ek_finding *f, size_t characters)
{
    /* some of them may be blanks that are not shown */
    size_t most = characters ? bytes_of(f->quote, 2 * characters) : f->quote.n;
    bool cut = most < f->quote.n;
    ek_str quote = ek_page_text(&h->page, ek_str_slice(f->quote, 0, most));
    size_t end = characters ? bytes_of(quote, characters) : quote.n;
    ek_html_raw(h, "<q");
    if (f->lang == EK_LANG_JA || f->lang == EK_LANG_EN)
        ek_html_lang(h, f->lang);
    ek_html_raw(h, ">");
    ek_html_text(h, ek_str_slice(quote, 0, end));
    if (cut || end < quote.n)
        ek_html_raw(h, "\xE2\x80\xA6");
    ek_html_raw(h, "</q>");
}

ek_str
ek_panel_item(struct ek_html *h, const ek_verdict *v)
{
    return ek_panel_place_of(v) == EK_AT_SERVICE
               ? ek_term_line_title(&h->page, v)
               : ek_term_item(&h->page, v->item);
}

void
ek_panel_outcome(struct ek_html *h, const ek_verdict *v)
{
    if (!ek_str_is(v->item, "SERVICE") || ek_str_is(v->status, "no-result")) {
        ek_html_outcome(h, v->status, &v->label);
        return;
    }
    ek_html_raw(h, "<span class=\"tag\">");
    ek_html_label(h, &v->label);
    ek_html_raw(h, "</span>");
}

size_t
ek_panel_count(const struct ek_html *h, ek_finding_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < h->result->findings.v.n; i++)
        n += h->result->findings.v.v[i].kind == kind;
    return n;
}

const ek_label *
ek_panel_ready(const struct ek_asked *asked)
{
    return asked->ready.en.n ? &asked->ready : &asked->text;
}
