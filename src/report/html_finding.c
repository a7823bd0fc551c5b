/* SPDX-License-Identifier: Apache-2.0 */
/* The second tab: a card a finding in the order of the text, then what was
 * looked for in vain, then where the search was given up. */
#include "config.h"

#include "result/contribution.h"
#include "report/html_panel.h"

enum { QUOTE = 600 };

static const ek_str nothing = {"", 0};

static void
put_use(struct ek_panel *p, const struct ek_use *use)
{
    struct ek_html *h = p->h;
    const ek_verdict *v = &h->result->verdicts.v[use->verdict];
    const struct ek_evidence *e = &v->findings.v[use->evidence];
    ek_buf_printf(h->page.out, "<li class=\"%c\">",
                  ek_contribution_kind(e->contribution));
    ek_panel_link(h, p->verdicts.anchors[use->verdict], ek_panel_item(h, v));
    ek_html_raw(h, " <b>");
    ek_html_text(h, ek_panel_contribution(h, e->contribution));
    ek_html_raw(h, "</b> ");
    ek_html_label(h, &e->reason);
    ek_html_raw(h, " ");
    ek_panel_code(h, e->row);
    ek_html_raw(h, "</li>\n");
}

static void
put_uses(struct ek_panel *p, uint32_t finding)
{
    const struct ek_uses *uses = &p->uses[finding];
    if (!uses->v.n) {
        ek_panel_none(p->h, EK_W_pn_unused);
        return;
    }
    ek_html_raw(p->h, "<ul class=\"uses\">\n");
    for (size_t i = 0; i < uses->v.n; i++)
        put_use(p, &uses->v.v[i]);
    ek_html_raw(p->h, "</ul>\n");
}

static void
put_head(struct ek_html *h, uint32_t finding)
{
    const ek_finding *f = &h->result->findings.v.v[finding];
    uint32_t number = h->notes[finding].number;
    ek_buf_printf(h->page.out,
                  "<div class=\"h\"><span class=\"num\">%u</span><span>",
                  number);
    ek_html_text(h, ek_panel_title(h, f));
    ek_html_raw(h, "</span>");
    if (f->tier == EK_TIER_CLUE) {
        ek_html_raw(h, "<span class=\"tag clue\">");
        ek_html_word(h, EK_W_pn_clue);
        ek_html_raw(h, "</span>");
    }
    if (ek_panel_in_text(h, finding)) {
        ek_buf_printf(h->page.out, "<a href=\"#f%u\">", number);
        ek_html_word(h, EK_W_pn_to_text);
        ek_html_raw(h, "<span class=\"vh\"> ");
        ek_html_say(h, EK_W_pn_finding, ek_page_ordinal(&h->page, number),
                    nothing);
        ek_html_raw(h, "</span></a>");
    }
    ek_html_raw(h, "</div>\n");
}

static void
put_card(struct ek_panel *p, uint32_t finding)
{
    struct ek_html *h = p->h;
    const ek_finding *f = &h->result->findings.v.v[finding];
    const struct ek_html_note *note = &h->notes[finding];
    ek_str where = ek_panel_where(h, f);
    ek_buf_printf(h->page.out, "<li id=\"c%u\" class=\"%c\"", note->number,
                  note->kind);
    ek_html_attr(h, "data-c", f->clause);
    ek_html_attr(h, "data-r",
                 f->tier == EK_TIER_CLUE ? EK_STR("c") : EK_STR("f"));
    ek_html_attr(h, "data-t", ek_panel_title(h, f));
    ek_html_attr(h, "data-p", where);
    if (h->page.reviewed)
        ek_buf_printf(h->page.out, " data-d=\"%c\"",
                      ek_html_decided(h, finding));
    ek_html_raw(h, ">");
    put_head(h, finding);
    ek_html_raw(h, "<div class=\"b\">");
    ek_panel_quote(h, f, QUOTE);
    ek_html_raw(h, "\n");
    put_uses(p, finding);
    ek_html_reviews(h, ek_reviewed_finding(h->page.reviewed, finding));
    ek_html_raw(h, "<p class=\"row\"><span>");
    ek_html_text(h, where);
    ek_html_raw(h, "</span>");
    ek_panel_code(h, f->clause);
    ek_html_raw(h, "</p></div></li>\n");
}

static void
put_cards(struct ek_panel *p, size_t n)
{
    struct ek_html *h = p->h;
    ek_lang lang = h->page.options.lang;
    ek_str count = ek_page_number(&h->page, n);
    ek_html_raw(h, "<h2>");
    ek_html_word(h, EK_W_pn_order);
    ek_html_raw(h, " <span id=\"shown\"");
    ek_html_attr(h, "data-say", ek_catalogue_text(EK_W_pn_shown, lang));
    ek_html_raw(h, ">");
    ek_html_say(h, EK_W_pn_shown, count, count);
    ek_html_raw(h, "</span></h2>\n");
    if (!n) {
        ek_panel_none(h, EK_W_pn_none);
    }
    ek_html_raw(h, "<ol class=\"fl\" id=\"cards\">\n");
    for (uint32_t i = 0; i < h->result->findings.v.n; i++)
        if (h->notes[i].number)
            put_card(p, i);
    ek_html_raw(h, "</ol>\n");
}

/* "Searched: terms.pdf, policy.docx" */
static void
put_searched(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_buf files = ek_buf_on(h->page.arena);
    for (uint32_t i = 0; i < r->documents.n; i++) {
        if (ek_str_is(r->documents.v[i].readable, "none"))
            continue;
        ek_str lines = ek_panel_reading(h, i);
        if (files.n)
            ek_buf_puts(&files, "; ");
        ek_buf_add(&files, ek_term_file(&h->page, r->documents.v[i].path));
        ek_buf_puts(&files, ": ");
        ek_buf_add(&files, ek_str_line(&lines));
    }
    ek_html_raw(h, "<p class=\"small\">");
    ek_html_word(h, EK_W_pn_silence);
    ek_html_raw(h, " ");
    ek_html_say(h, EK_W_pn_searched, ek_buf_str(&files), nothing);
    ek_html_raw(h, "</p>\n");
}

static void
put_absent(struct ek_html *h)
{
    ek_panel_heading(h, EK_W_silent, nothing);
    put_searched(h);
    ek_html_raw(h, "<ul class=\"sil\">\n");
    for (uint32_t i = 0; i < h->result->findings.v.n; i++) {
        const ek_finding *f = &h->result->findings.v.v[i];
        if (f->kind != EK_ABSENT)
            continue;
        ek_buf_printf(h->page.out, "<li id=\"x%u\">", i + 1);
        ek_html_icon(h, "not-addressed");
        ek_html_text(h, ek_panel_title(h, f));
        ek_html_reviews(h, ek_reviewed_finding(h->page.reviewed, i));
        ek_html_raw(h, "</li>\n");
    }
    ek_html_raw(h, "</ul>\n");
}

static void
put_gave_up(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    ek_panel_heading(h, EK_W_gave_up_head, nothing);
    ek_html_raw(h, "<p class=\"small\">");
    ek_html_word(h, EK_W_pn_gave_up);
    ek_html_raw(h, "</p>\n<ul class=\"gl\">\n");
    for (uint32_t i = 0; i < h->result->findings.v.n; i++) {
        const ek_finding *f = &h->result->findings.v.v[i];
        if (f->kind != EK_GAVE_UP)
            continue;
        ek_buf_printf(h->page.out, "<li id=\"x%u\" class=\"wide\"><div>",
                      i + 1);
        ek_html_raw(h, "<p class=\"nm\">");
        ek_html_icon(h, "page");
        ek_html_raw(h, " ");
        ek_html_text(h, ek_panel_title(h, f));
        ek_html_raw(h, "</p><p class=\"why\">");
        ek_html_say(h, EK_W_gave_up, ek_page_text(&h->page, f->reason),
                    nothing);
        ek_html_raw(h, " ");
        ek_html_text(h, ek_panel_where(h, f));
        ek_html_raw(h, "</p>\n");
        if (p->uses[i].v.n)
            put_uses(p, i);
        ek_html_reviews(h, ek_reviewed_finding(h->page.reviewed, i));
        ek_html_raw(h, "</div></li>\n");
    }
    ek_html_raw(h, "</ul>\n");
}

void
ek_panel_findings(struct ek_panel *p)
{
    put_cards(p, ek_panel_count(p->h, EK_PRESENT));
    if (ek_panel_count(p->h, EK_GAVE_UP))
        put_gave_up(p);
    if (ek_panel_count(p->h, EK_ABSENT))
        put_absent(p->h);
    ek_panel_decisions(p);
}
