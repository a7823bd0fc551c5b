/* SPDX-License-Identifier: Apache-2.0 */
/* Sections 3 to 6: quotations, questions, and what was not read or not
 * found. */
#include "config.h"

#include "report/html_sheet.h"

static const ek_str nothing = {"", 0};

/* Article, then page and line. */
static void
put_place(struct ek_html *h, const ek_finding *f)
{
    ek_str article = ek_page_text(&h->page, f->article);
    ek_html_raw(h, "<td>");
    ek_html_text(h, article);
    ek_html_raw(h, article.n ? "<br><small>" : "<small>");
    ek_html_text(h, ek_term_place(&h->page, f));
    ek_html_raw(h, "</small></td>");
}

static void
put_kind(struct ek_html *h, const ek_finding *f, const struct ek_evidence *e)
{
    ek_html_raw(h, "<td>");
    ek_html_text(h, ek_panel_title(h, f));
    if (e || f->tier == EK_TIER_CLUE)
        ek_html_raw(h, "<br><small>");
    if (e)
        ek_html_text(h, ek_panel_contribution(h, e->contribution));
    if (e && f->tier == EK_TIER_CLUE)
        ek_html_word(h, EK_W_pn_dot);
    if (f->tier == EK_TIER_CLUE)
        ek_html_word(h, EK_W_pn_clue);
    if (e || f->tier == EK_TIER_CLUE)
        ek_html_raw(h, "</small>");
    ek_html_raw(h, "</td>");
}

static void
put_quote(struct ek_panel *p, uint32_t finding)
{
    struct ek_html *h = p->h;
    const ek_finding *f = &h->result->findings.v.v[finding];
    const struct ek_uses *uses = &p->uses[finding];
    const struct ek_use *use = uses->v.n ? &uses->v.v[0] : NULL;
    const struct ek_evidence *e =
        use ? &h->result->verdicts.v[use->verdict].findings.v[use->evidence]
            : NULL;
    ek_html_raw(h, "<tr>");
    ek_sheet_mark(h, ek_page_ordinal(&h->page, h->notes[finding].number));
    put_place(h, f);
    put_kind(h, f, e);
    ek_html_raw(h, "<td>");
    ek_panel_quote(h, f, 0);
    ek_html_reviews(h, ek_reviewed_finding(h->page.reviewed, finding));
    ek_html_raw(h, "</td><td>");
    for (size_t i = 0; i < uses->v.n; i++) {
        const ek_verdict *v = &h->result->verdicts.v[uses->v.v[i].verdict];
        ek_html_raw(h, i ? "<br>" : "");
        ek_html_text(h, v->findings.v[uses->v.v[i].evidence].row);
    }
    ek_html_raw(h, uses->v.n ? "</td></tr>\n" : "-</td></tr>\n");
}

/* In a bundle, before the first quotation of a document. */
static void
put_document(struct ek_html *h, uint32_t document)
{
    ek_html_raw(h, "<tr class=\"g\"><th colspan=\"5\" scope=\"colgroup\">");
    ek_html_say(h, EK_W_sh_document_n, ek_page_number(&h->page, document + 1),
                nothing);
    ek_html_raw(h, ": ");
    ek_html_text(h,
                 ek_term_file(&h->page, h->result->documents.v[document].path));
    ek_html_raw(h, "</th></tr>\n");
}

void
ek_sheet_quotes(struct ek_panel *p)
{
    static const enum ek_word heads[] = {EK_W_sh_finding, EK_W_sh_place,
                                         EK_W_sh_kind, EK_W_sh_quote,
                                         EK_W_sh_row};
    struct ek_html *h = p->h;
    ek_panel_heading(h, EK_W_sh_quotes, nothing);
    if (!ek_panel_count(h, EK_PRESENT)) {
        ek_sheet_none(h);
        return;
    }
    ek_sheet_table(h, "x", heads, sizeof heads / sizeof *heads);
    ek_html_raw(h, "<tbody>\n");
    uint32_t told = UINT32_MAX;
    for (uint32_t i = 0; i < h->result->findings.v.n; i++) {
        uint32_t document = h->result->findings.v.v[i].document;
        if (!h->notes[i].number)
            continue;
        if (h->result->documents.n > 1 && document != told)
            put_document(h, document);
        told = document;
        put_quote(p, i);
    }
    ek_html_raw(h, "</tbody></table>\n");
}

static void
put_reviewer(struct ek_panel *p, uint32_t asked)
{
    struct ek_html *h = p->h;
    const struct ek_asked *q = &h->result->questions.v[asked];
    const struct ek_uses *askers = &p->askers[asked];
    ek_html_raw(h, "<tr>");
    ek_sheet_mark(h, q->id);
    ek_html_raw(h, "<td>");
    ek_html_label(h, &q->text);
    for (size_t i = 0; i < askers->v.n; i++) {
        ek_html_raw(h, i ? " " : "<br><small>");
        ek_html_text(h, ek_panel_item(
                            h, &h->result->verdicts.v[askers->v.v[i].verdict]));
    }
    ek_html_raw(h, askers->v.n ? "</small></td>" : "</td>");
    ek_sheet_cell(h, ek_page_label(&h->page, &q->pro));
    ek_sheet_cell(h, ek_page_label(&h->page, &q->contra));
    ek_html_raw(h, "<td class=\"dec\"></td></tr>\n");
}

static void
put_to_reviewer(struct ek_panel *p)
{
    static const enum ek_word heads[] = {EK_W_sh_id, EK_W_sh_question,
                                         EK_W_pn_pro, EK_W_pn_contra,
                                         EK_W_sh_entry};
    struct ek_html *h = p->h;
    ek_panel_heading(h, EK_W_sh_reviewer, nothing);
    if (!ek_result_asked(h->result, "reviewer")) {
        ek_sheet_none(h);
        return;
    }
    ek_sheet_table(h, "r", heads, sizeof heads / sizeof *heads);
    ek_html_raw(h, "<tbody>\n");
    for (uint32_t i = 0; i < h->result->questions.n; i++)
        if (ek_str_is(h->result->questions.v[i].to, "reviewer"))
            put_reviewer(p, i);
    ek_html_raw(h, "</tbody></table>\n");
}

void
ek_sheet_asked(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    put_to_reviewer(p);
    ek_panel_heading(h, EK_W_sh_provider, nothing);
    if (!ek_result_asked(h->result, "provider")) {
        ek_sheet_none(h);
        return;
    }
    ek_html_raw(h, "<ol>\n");
    for (size_t i = 0; i < h->result->questions.n; i++) {
        const struct ek_asked *asked = &h->result->questions.v[i];
        if (!ek_str_is(asked->to, "provider"))
            continue;
        ek_html_raw(h, "<li>");
        ek_html_label(h, ek_panel_ready(asked));
        ek_html_raw(h, "</li>\n");
    }
    ek_html_raw(h, "</ol>\n");
}

static void
put_unread(struct ek_html *h)
{
    const ek_result *r = h->result;
    bool any = false;
    for (uint32_t i = 0; i < r->documents.n; i++) {
        ek_str unread = ek_term_unread(&h->page, r, i);
        if (!unread.n)
            continue;
        any = true;
        ek_html_raw(h, "<tr><th scope=\"row\">");
        ek_html_text(h, ek_term_file(&h->page, r->documents.v[i].path));
        ek_html_raw(h, "</th>");
        ek_sheet_cell(h, unread);
        ek_html_raw(h, "</tr>\n");
    }
    if (!any) {
        ek_html_raw(h, "<tr><td colspan=\"2\">");
        ek_html_word(h, EK_W_sh_all_read);
        ek_html_raw(h, "</td></tr>\n");
    }
}

/* The titles of all that are of a kind. */
static void
put_titles(struct ek_html *h, enum ek_word word, ek_finding_kind kind)
{
    ek_str comma = ek_catalogue_text(EK_W_comma, h->page.options.lang);
    size_t n = 0;
    if (!ek_panel_count(h, kind))
        return;
    ek_html_raw(h, "<tr><th scope=\"row\">");
    ek_html_word(h, word);
    ek_html_raw(h, "</th><td>");
    for (size_t i = 0; i < h->result->findings.v.n; i++) {
        const ek_finding *f = &h->result->findings.v.v[i];
        if (f->kind != kind)
            continue;
        ek_html_text(h, n++ ? comma : nothing);
        ek_html_text(h, ek_panel_title(h, f));
        if (kind == EK_GAVE_UP)
            ek_html_say(h, EK_W_unread_one, nothing,
                        ek_page_text(&h->page, f->reason));
    }
    ek_html_raw(h, "</td></tr>\n");
}

void
ek_sheet_silence(struct ek_html *h)
{
    ek_panel_heading(h, EK_W_sh_unread, nothing);
    ek_html_raw(h, "<table class=\"kv lists\"><tbody>\n");
    put_unread(h);
    put_titles(h, EK_W_gave_up_head, EK_GAVE_UP);
    put_titles(h, EK_W_silent, EK_ABSENT);
    ek_html_raw(h, "</tbody></table>\n");
}
