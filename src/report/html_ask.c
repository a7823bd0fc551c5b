/* SPDX-License-Identifier: Apache-2.0 */
/* The third tab: to the provider, ready to be sent; to the reviewer, with both
 * arguments and no answer; facts that the user is to give. */
#include "config.h"

#include "report/html_panel.h"

static bool
goes_to(const struct ek_asked *asked, const char *to)
{
    return ek_str_is(asked->to, to);
}

static void
put_askers(struct ek_panel *p, uint32_t asked)
{
    const struct ek_uses *askers = &p->askers[asked];
    if (!askers->v.n)
        return;
    ek_html_raw(p->h, "<span>");
    ek_html_word(p->h, EK_W_pn_asked_by);
    for (size_t i = 0; i < askers->v.n; i++) {
        uint32_t verdict = askers->v.v[i].verdict;
        ek_html_raw(p->h, " ");
        ek_panel_link(p->h, p->verdicts.anchors[verdict],
                      ek_panel_item(p->h, &p->h->result->verdicts.v[verdict]));
    }
    ek_html_raw(p->h, "</span>");
}

static void
put_about(struct ek_html *h, const struct ek_asked *asked)
{
    if (!asked->findings.n)
        return;
    ek_html_raw(h, "<span>");
    ek_html_word(h, EK_W_pn_numbers);
    for (size_t i = 0; i < asked->findings.n; i++) {
        uint32_t number = h->notes[asked->findings.v[i]].number;
        ek_html_raw(h, " ");
        ek_panel_link(h, ek_panel_target(h, asked->findings.v[i]),
                      number ? ek_page_ordinal(&h->page, number) : EK_STR("-"));
    }
    ek_html_raw(h, "</span>");
}

static void
put_copy(struct ek_html *h, const char *from)
{
    ek_lang lang = h->page.options.lang;
    ek_buf_printf(h->page.out,
                  "<button class=\"btn pri\" type=\"button\" data-do=\"copy\" "
                  "data-from=\"%s\"",
                  from);
    ek_html_attr(h, "data-done", ek_catalogue_text(EK_W_pn_copied, lang));
    ek_html_attr(h, "data-say", ek_catalogue_text(EK_W_pn_copied_say, lang));
    ek_html_raw(h, ">");
    ek_html_word(h, EK_W_pn_copy);
    ek_html_raw(h, "</button>");
}

static void
put_to_provider(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    const ek_result *r = h->result;
    ek_html_raw(h, "<ol class=\"pq\" id=\"pq\">\n");
    for (uint32_t i = 0; i < r->questions.n; i++) {
        const struct ek_asked *asked = &r->questions.v[i];
        if (!goes_to(asked, "provider"))
            continue;
        ek_html_raw(h, "<li");
        ek_html_attr(h, "id", p->asked.anchors[i]);
        ek_html_raw(h, "><div><p class=\"say\">");
        ek_html_label(h, ek_panel_ready(asked));
        ek_html_raw(h, "</p><p class=\"row\">");
        ek_panel_code(h, asked->id);
        put_about(h, asked);
        put_askers(p, i);
        ek_html_raw(h, "</p></div></li>\n");
    }
    ek_html_raw(h, "</ol>\n");
}

/* The language of the contract where it is not that of the page. */
static ek_lang
other_language(const ek_result *r, ek_lang lang)
{
    ek_lang other = lang == EK_LANG_JA ? EK_LANG_EN : EK_LANG_JA;
    const ek_document *d = &r->documents.v[0];
    return d->languages.n && ek_lang_of(d->languages.v[0]) == other
               ? other
               : EK_LANG_NONE;
}

static void
put_in_other_language(struct ek_html *h, ek_lang other)
{
    const ek_result *r = h->result;
    ek_html_raw(h, "<details class=\"rest\" id=\"pq-other\"><summary>");
    ek_html_word(h, other == EK_LANG_JA ? EK_W_pn_in_ja : EK_W_pn_in_en);
    ek_html_raw(h, "</summary><div class=\"in\">");
    put_copy(h, "pq2");
    ek_html_raw(h, "<ol class=\"pq\" id=\"pq2\"");
    ek_html_lang(h, other);
    ek_html_raw(h, ">\n");
    for (size_t i = 0; i < r->questions.n; i++) {
        if (!goes_to(&r->questions.v[i], "provider"))
            continue;
        ek_html_raw(h, "<li><p class=\"say\">");
        ek_html_text(h, ek_label_in(ek_panel_ready(&r->questions.v[i]), other));
        ek_html_raw(h, "</p></li>\n");
    }
    ek_html_raw(h, "</ol></div></details>\n");
}

static void
put_provider(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    size_t n = ek_result_asked(h->result, "provider");
    ek_lang other = other_language(h->result, h->page.options.lang);
    ek_html_raw(h, "<div class=\"hd\">");
    ek_panel_heading(h, EK_W_pn_to_provider, ek_page_number(&h->page, n));
    if (n)
        put_copy(h, "pq");
    ek_html_raw(h, "</div>\n");
    if (n) {
        put_to_provider(p);
        if (other != EK_LANG_NONE)
            put_in_other_language(h, other);
    } else {
        ek_html_raw(h, "<p class=\"small\">");
        ek_html_word(h,
                     h->result->no_result.n ? EK_W_leg_none : EK_W_letter_none);
        ek_html_raw(h, "</p>\n");
    }
}

static void
put_side(struct ek_html *h, enum ek_word word, const ek_label *side)
{
    if (!ek_label_in(side, h->page.options.lang).n)
        return;
    ek_html_raw(h, "<dt>");
    ek_html_word(h, word);
    ek_html_raw(h, "</dt><dd>");
    ek_html_label(h, side);
    ek_html_raw(h, "</dd>\n");
}

static void
put_reviewer(struct ek_panel *p, uint32_t i)
{
    struct ek_html *h = p->h;
    const struct ek_asked *asked = &h->result->questions.v[i];
    ek_html_raw(h, "<details");
    ek_html_attr(h, "id", p->asked.anchors[i]);
    ek_html_raw(h, "><summary><span class=\"t\">");
    ek_html_text(h, ek_page_text(&h->page, asked->id));
    ek_html_raw(h, "<small>");
    ek_html_label(h, &asked->text);
    ek_html_raw(h, "</small></span></summary><div class=\"in rq\">");
    if (asked->pro.en.n || asked->contra.en.n) {
        ek_html_raw(h, "<dl>");
        put_side(h, EK_W_pn_pro, &asked->pro);
        put_side(h, EK_W_pn_contra, &asked->contra);
        ek_html_raw(h, "</dl>");
    }
    ek_html_raw(h, "<p class=\"row\">");
    put_about(h, asked);
    put_askers(p, i);
    ek_html_raw(h, "</p></div></details>\n");
}

/* "yes / no / not known" */
static void
put_values(struct ek_html *h, ek_str values)
{
    ek_html_raw(h, "<span>");
    ek_html_word(h, EK_W_pn_answers);
    ek_html_raw(h, ": ");
    ek_str first = ek_str_word(&values);
    if (!first.n)
        ek_html_word(h, EK_W_pn_free);
    for (ek_str w = first; w.n; w = ek_str_word(&values)) {
        if (w.p != first.p)
            ek_html_raw(h, " / ");
        ek_html_text(h, ek_panel_value(h, w));
    }
    ek_html_raw(h, "</span>");
}

static void
put_user(struct ek_panel *p, uint32_t i)
{
    struct ek_html *h = p->h;
    const struct ek_asked *asked = &h->result->questions.v[i];
    ek_html_raw(h, "<li");
    ek_html_attr(h, "id", p->asked.anchors[i]);
    ek_html_raw(h, ">");
    ek_panel_code(h, asked->id);
    ek_html_raw(h, "<div><p>");
    ek_html_label(h, &asked->text);
    ek_html_raw(h, "</p><p class=\"row\">");
    put_values(h, asked->values);
    put_askers(p, i);
    ek_html_raw(h, "</p></div></li>\n");
}

struct kind {
    const char *to;
    enum ek_word heading, none;
    const char *before, *after;
    void (*put)(struct ek_panel *panel, uint32_t asked);
};

static void
put_kind(struct ek_panel *p, const struct kind *kind)
{
    struct ek_html *h = p->h;
    size_t n = ek_result_asked(h->result, kind->to);
    ek_panel_heading(h, kind->heading, ek_page_number(&h->page, n));
    if (!n) {
        ek_panel_none(h, kind->none);
        return;
    }
    ek_html_raw(h, kind->before);
    for (uint32_t i = 0; i < h->result->questions.n; i++)
        if (goes_to(&h->result->questions.v[i], kind->to))
            kind->put(p, i);
    ek_html_raw(h, kind->after);
}

void
ek_panel_asked(struct ek_panel *p)
{
    static const struct kind kinds[] = {
        {"reviewer", EK_W_pn_to_reviewer, EK_W_pn_no_reviewer, "", "",
         put_reviewer},
        {"user", EK_W_pn_to_user, EK_W_pn_no_user, "<ul class=\"gl\">\n",
         "</ul>\n", put_user}};
    put_provider(p);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        put_kind(p, &kinds[i]);
}
