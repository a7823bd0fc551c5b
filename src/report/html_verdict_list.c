/* SPDX-License-Identifier: Apache-2.0 */
/* The items beside the exceptions, a row each. */
#include "config.h"

#include "report/html_panel.h"

static const ek_str nothing = {"", 0};

enum ek_panel_place
ek_panel_place_of(const ek_verdict *v)
{
    if (ek_str_starts(v->item, EK_STR("EX-")))
        return EK_AT_EXCEPTION;
    if (ek_str_is(v->item, "QA55"))
        return EK_AT_QA55;
    if (ek_str_starts(v->item, EK_STR("QA")))
        return EK_AT_QA;
    return ek_str_starts(v->item, EK_STR("G")) ? EK_AT_GUIDELINE
                                               : EK_AT_SERVICE;
}

/* "contradicts 16, 20; supports 4": links, strongest first. */
static void
put_evidence(struct ek_html *h, const ek_verdict *v)
{
    struct ek_evidence *sorted = ek_term_by_strength(&h->page, v);
    ek_str told = nothing;
    if (!v->findings.n)
        return;
    ek_html_raw(h, "<p class=\"who\">");
    ek_html_word(h, EK_W_pn_numbers);
    for (size_t i = 0; i < v->findings.n; i++) {
        const struct ek_evidence *e = &sorted[i];
        if (!i || !ek_str_eq(told, e->contribution)) {
            ek_html_raw(h, i ? "</span> <span>" : " <span>");
            ek_html_text(h, ek_panel_contribution(h, e->contribution));
        }
        told = e->contribution;
        uint32_t number = h->notes[e->finding].number;
        ek_html_raw(h, " ");
        ek_panel_link(h, ek_panel_target(h, e->finding),
                      number ? ek_page_ordinal(&h->page, number) : EK_STR("-"));
    }
    ek_html_raw(h, "</span></p>\n");
}

static void
put_asks(struct ek_panel *p, const ek_verdict *v)
{
    ek_panel_asks(p, v, "reviewer", EK_W_pn_asks_reviewer);
    ek_panel_asks(p, v, "provider", EK_W_pn_asks_provider);
    ek_panel_asks(p, v, "user", EK_W_pn_asks_user);
}

/* The i-th verdict: a code where the item has one, its name, its outcome, the rest. */
static void
put_item(struct ek_panel *p, const ek_verdict *v, size_t i, ek_str anchor,
         ek_str code)
{
    struct ek_html *h = p->h;
    ek_html_raw(h, "<li");
    ek_html_attr(h, "id", anchor);
    ek_html_raw(h, code.n ? ">" : " class=\"wide\">");
    if (code.n)
        ek_panel_code(h, code);
    ek_html_raw(h, "<div><p class=\"nm\">");
    ek_html_text(h, ek_term_line_title(&h->page, v));
    ek_html_raw(h, "</p>");
    ek_panel_outcome(h, v);
    ek_html_raw(h, "<p class=\"why\">");
    ek_html_label(h, &v->reason);
    ek_html_raw(h, "</p>\n");
    ek_html_reviews(h, ek_reviewed_verdict(h->page.reviewed, i));
    put_evidence(h, v);
    put_asks(p, v);
    ek_panel_basis(p, v);
}

static void
put_checklist(struct ek_panel *p)
{
    const ek_result *r = p->h->result;
    if (!r->checklist.n)
        return;
    ek_html_raw(p->h, "<ul class=\"gl\">\n");
    for (size_t i = 0; i < r->checklist.n; i++) {
        put_item(p, &r->checklist.v[i], r->verdicts.n + i, p->lines.anchors[i],
                 nothing);
        ek_html_raw(p->h, "</div></li>\n");
    }
    ek_html_raw(p->h, "</ul>\n");
}

static void
put_heading(struct ek_html *h, enum ek_panel_place place)
{
    static const enum ek_word words[] = {
        [EK_AT_SERVICE] = EK_W_pn_service,
        [EK_AT_QA55] = EK_W_pn_qa55,
        [EK_AT_GUIDELINE] = EK_W_guideline,
        [EK_AT_QA] = EK_W_qa,
    };
    ek_panel_heading(h, words[place],
                     ek_page_label(&h->page, &h->result->note_2013));
}

void
ek_panel_items(struct ek_panel *p, enum ek_panel_place place)
{
    struct ek_html *h = p->h;
    const ek_result *r = h->result;
    size_t n = 0;
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (ek_panel_place_of(v) != place)
            continue;
        if (!n++) {
            put_heading(h, place);
            ek_html_raw(h, "<ul class=\"gl\">\n");
        }
        bool named = place == EK_AT_GUIDELINE || place == EK_AT_QA;
        put_item(p, v, i, p->verdicts.anchors[i],
                 named ? ek_term_item(&h->page, v->item) : nothing);
        ek_html_raw(h, "</div></li>\n");
    }
    if (n)
        ek_html_raw(h, "</ul>\n");
    if (place == EK_AT_QA55) {
        if (!n && r->checklist.n)
            put_heading(h, place);
        put_checklist(p);
    }
}
