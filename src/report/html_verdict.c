/* SPDX-License-Identifier: Apache-2.0 */
/* The first tab: the exceptions with their evidence, then what stands apart
 * from them, then what has changed since the pack's date. */
#include "config.h"

#include "result/contribution.h"
#include "report/html_panel.h"

enum { SHOWN = 8, QUOTE = 120 };

static const ek_str nothing = {"", 0};

static enum ek_word
word_of_certainty(ek_str certainty)
{
    if (ek_str_is(certainty, "text"))
        return EK_W_pn_cert_text;
    return ek_str_is(certainty, "summary") ? EK_W_pn_cert_summary
                                           : EK_W_pn_cert_inference;
}

static void
put_changes_of(struct ek_panel *p, const ek_verdict *v)
{
    struct ek_html *h = p->h;
    ek_str rest = v->changes;
    ek_str id = ek_str_word(&rest);
    if (!id.n)
        return;
    ek_html_raw(h, "<span>");
    ek_html_word(h, EK_W_pn_dated);
    for (; id.n; id = ek_str_word(&rest)) {
        uint32_t at = ek_anchors_find(&p->changes, id);
        ek_html_raw(h, " ");
        if (at < p->changes.n)
            ek_panel_link(h, p->changes.anchors[at], id);
        else
            ek_panel_code(h, id);
    }
    ek_html_raw(h, "</span>");
}

static void
put_codes(struct ek_html *h, enum ek_word word, ek_str codes)
{
    ek_html_raw(h, "<span>");
    ek_html_word(h, word);
    for (ek_str id = ek_str_word(&codes); id.n; id = ek_str_word(&codes)) {
        ek_html_raw(h, " ");
        ek_panel_code(h, id);
    }
    ek_html_raw(h, "</span>");
}

void
ek_panel_basis(struct ek_panel *p, const ek_verdict *v)
{
    struct ek_html *h = p->h;
    ek_html_raw(h, "<p class=\"row\">");
    if (v->row.n) {
        ek_html_raw(h, "<span>");
        ek_html_word(h, EK_W_pn_row);
        ek_html_raw(h, " ");
        ek_panel_code(h, v->row);
        ek_html_raw(h, "</span>");
    }
    if (v->provisions.n)
        put_codes(h, EK_W_pn_provisions, v->provisions);
    if (v->certainty.n) {
        ek_html_raw(h, "<span>");
        ek_html_word(h, EK_W_pn_certainty);
        ek_html_raw(h, ": ");
        ek_html_word(h, word_of_certainty(v->certainty));
        ek_html_raw(h, "</span>");
    }
    put_changes_of(p, v);
    ek_html_raw(h, "</p>\n");
}

static void
put_level(struct ek_html *h, ek_str level)
{
    bool high = ek_str_is(level, "high");
    if (!high && !ek_str_is(level, "low"))
        return;
    ek_html_word(h, EK_W_pn_dot);
    ek_html_say(h, EK_W_pn_level,
                ek_catalogue_text(high ? EK_W_pn_level_high : EK_W_pn_level_low,
                                  h->page.options.lang),
                nothing);
}

static void
put_evidence(struct ek_html *h, const struct ek_evidence *e)
{
    const ek_finding *f = &h->result->findings.v.v[e->finding];
    uint32_t number = h->notes[e->finding].number;
    ek_buf_printf(h->page.out, "<a class=\"%c\" href=\"#%.*s\">",
                  ek_contribution_kind(e->contribution),
                  EK_ARG(ek_panel_target(h, e->finding)));
    ek_html_raw(h, "<span class=\"num\">");
    if (number)
        ek_html_put_number(h, number);
    else
        ek_html_raw(h, "-");
    ek_html_raw(h, "</span><span>");
    if (number)
        ek_panel_quote(h, f, QUOTE);
    else
        ek_html_text(h, ek_panel_title(h, f));
    ek_html_raw(h, "<small>");
    ek_str where = ek_panel_where(h, f);
    ek_html_text(h, where);
    if (where.n)
        ek_html_word(h, EK_W_pn_dot);
    ek_html_text(h, ek_panel_contribution(h, e->contribution));
    put_level(h, e->level);
    if (f->tier == EK_TIER_CLUE) {
        ek_html_word(h, EK_W_pn_dot);
        ek_html_word(h, EK_W_pn_clue);
    }
    ek_html_raw(h, " ");
    ek_panel_code(h, e->row);
    ek_html_raw(h, "</small></span></a>\n");
}

/* The strongest ones at once; of the rest those that weigh as much, too. */
static size_t
shown_at_once(const struct ek_evidence *sorted, size_t n)
{
    size_t shown = n <= SHOWN + 2 ? n : SHOWN;
    while (shown < n && (ek_str_is(sorted[shown].contribution, "strong") ||
                         ek_str_is(sorted[shown].contribution, "contradicts")))
        shown++;
    return shown;
}

static void
put_all_evidence(struct ek_panel *p, uint32_t verdict)
{
    struct ek_html *h = p->h;
    const ek_verdict *v = &h->result->verdicts.v[verdict];
    struct ek_evidence *sorted = ek_term_by_strength(&h->page, v);
    size_t n = v->findings.n, shown = shown_at_once(sorted, n);
    if (!n) {
        ek_panel_none(h, EK_W_pn_no_findings);
        return;
    }
    ek_html_raw(h, "<div class=\"ev\">\n");
    for (size_t i = 0; i < shown; i++)
        put_evidence(h, &sorted[i]);
    ek_html_raw(h, "</div>\n");
    if (shown == n)
        return;
    ek_buf_printf(
        h->page.out, "<details class=\"rest\" id=\"m-%.*s\"><summary>",
        EK_ARG(ek_str_slice(p->verdicts.anchors[verdict], 2, SIZE_MAX)));
    ek_html_say(h, EK_W_pn_more, ek_page_number(&h->page, n - shown), nothing);
    ek_html_raw(h, "</summary><div class=\"ev\">\n");
    for (size_t i = shown; i < n; i++)
        put_evidence(h, &sorted[i]);
    ek_html_raw(h, "</div></details>\n");
}

void
ek_panel_asks(struct ek_panel *p, const ek_verdict *v, const char *to,
              enum ek_word word)
{
    struct ek_html *h = p->h;
    size_t n = 0;
    for (size_t i = 0; i < v->questions.n; i++) {
        uint32_t at = ek_anchors_find(&p->asked, v->questions.v[i]);
        if (at == p->asked.n || !ek_str_is(h->result->questions.v[at].to, to))
            continue;
        if (!n++) {
            ek_html_raw(h, "<p class=\"asks\">");
            ek_html_word(h, word);
        }
        ek_html_raw(h, n == 1 ? ": " : " ");
        ek_panel_link(h, p->asked.anchors[at], v->questions.v[i]);
    }
    if (n)
        ek_html_raw(h, "</p>\n");
}

void
ek_panel_exception(struct ek_panel *p, uint32_t verdict, bool open)
{
    struct ek_html *h = p->h;
    const ek_verdict *v = &h->result->verdicts.v[verdict];
    ek_html_raw(h, "<details");
    ek_html_attr(h, "id", p->verdicts.anchors[verdict]);
    ek_html_raw(h, open ? " open><summary><span class=\"t\">"
                        : "><summary><span class=\"t\">");
    ek_html_text(h, ek_panel_item(h, v));
    ek_html_raw(h, "<small>");
    ek_html_text(h, ek_term_line_title(&h->page, v));
    ek_html_raw(h, "</small></span>");
    ek_html_outcome(h, v->status, &v->label);
    ek_html_raw(h, "</summary><div class=\"in\">\n<p>");
    ek_html_label(h, &v->reason);
    ek_html_raw(h, "</p>\n");
    ek_html_reviews(h, ek_reviewed_verdict(h->page.reviewed, verdict));
    ek_panel_basis(p, v);
    put_all_evidence(p, verdict);
    ek_panel_asks(p, v, "reviewer", EK_W_pn_asks_reviewer);
    ek_panel_asks(p, v, "provider", EK_W_pn_asks_provider);
    ek_panel_asks(p, v, "user", EK_W_pn_asks_user);
    ek_html_raw(h, "</div></details>\n");
}

static void
put_remarks(struct ek_html *h)
{
    const ek_result *r = h->result;
    if (!r->overlays.n)
        return;
    ek_panel_heading(h, EK_W_pn_remarks, nothing);
    ek_html_raw(h, "<ul class=\"notes\">\n");
    for (size_t i = 0; i < r->overlays.n; i++) {
        ek_html_raw(h, "<li>");
        ek_html_label(h, &r->overlays.v[i].text);
        ek_html_raw(h, "</li>\n");
    }
    ek_html_raw(h, "</ul>\n");
}

static void
put_changes(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    const ek_result *r = h->result;
    if (!r->changes.n)
        return;
    ek_panel_heading(h, EK_W_pn_changes, ek_page_date(&h->page, r->pack_as_of));
    ek_html_raw(h, "<ul class=\"gl\">\n");
    for (size_t i = 0; i < r->changes.n; i++) {
        ek_html_raw(h, "<li");
        ek_html_attr(h, "id", p->changes.anchors[i]);
        ek_html_raw(h, ">");
        ek_panel_code(h, r->changes.v[i].id);
        ek_html_raw(h, "<span>");
        ek_html_label(h, &r->changes.v[i].text);
        ek_html_raw(h, "</span></li>\n");
    }
    ek_html_raw(h, "</ul>\n");
}

void
ek_panel_verdicts(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    bool open = true;
    ek_panel_heading(h, EK_W_pn_exceptions, nothing);
    for (uint32_t i = 0; i < h->result->verdicts.n; i++) {
        if (ek_panel_place_of(&h->result->verdicts.v[i]) != EK_AT_EXCEPTION)
            continue;
        ek_panel_exception(p, i, open);
        open = false;
    }
    put_remarks(h);
    ek_panel_items(p, EK_AT_SERVICE);
    ek_panel_items(p, EK_AT_QA55);
    ek_panel_items(p, EK_AT_QA);
    ek_panel_items(p, EK_AT_GUIDELINE);
    put_changes(p);
}
