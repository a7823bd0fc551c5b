/* SPDX-License-Identifier: Apache-2.0 */
/* Sections 1 and 2: verdicts with an empty column for who decides, and the
 * user's facts. */
#include "config.h"

#include "report/html_sheet.h"

static const ek_str nothing = {"", 0};

/* "row A3 - findings 12, 13" */
static void
put_rests_on(struct ek_html *h, const ek_verdict *v)
{
    struct ek_evidence *sorted = ek_term_by_strength(&h->page, v);
    ek_html_raw(h, "<br><small>");
    ek_html_word(h, EK_W_pn_row);
    ek_html_raw(h, " ");
    ek_html_text(h, v->row);
    if (v->provisions.n) {
        ek_html_word(h, EK_W_pn_dot);
        ek_html_word(h, EK_W_pn_provisions);
        ek_html_raw(h, " ");
        ek_html_text(h, v->provisions);
    }
    if (v->changes.n) {
        ek_html_word(h, EK_W_pn_dot);
        ek_html_word(h, EK_W_pn_dated);
        ek_html_raw(h, " ");
        ek_html_text(h, v->changes);
    }
    for (size_t i = 0; i < v->findings.n; i++) {
        uint32_t number = h->notes[sorted[i].finding].number;
        if (!i) {
            ek_html_word(h, EK_W_pn_dot);
            ek_html_word(h, EK_W_pn_numbers);
        }
        ek_html_text(h, i ? ek_catalogue_text(EK_W_comma, h->page.options.lang)
                          : EK_STR(" "));
        if (number)
            ek_html_put_number(h, number);
        else
            ek_html_text(
                h,
                ek_panel_title(h, &h->result->findings.v.v[sorted[i].finding]));
    }
    ek_html_raw(h, "</small>");
}

static void
put_row(struct ek_html *h, const ek_verdict *v, size_t i, ek_str item)
{
    ek_html_raw(h, item.n ? "<tr>" : "<tr><td colspan=\"2\">");
    if (item.n)
        ek_sheet_mark(h, item);
    ek_html_raw(h, item.n ? "<td>" : "");
    ek_html_text(h, item.n ? ek_term_line_title(&h->page, v)
                           : ek_page_label(&h->page, &v->title));
    ek_html_raw(h, "</td><td>");
    ek_panel_outcome(h, v);
    ek_html_raw(h, "</td><td>");
    ek_html_label(h, &v->reason);
    put_rests_on(h, v);
    ek_html_raw(h, "</td><td class=\"dec\">");
    ek_html_reviews(h, ek_reviewed_verdict(h->page.reviewed, i));
    ek_html_raw(h, "</td></tr>\n");
}

static void
put_group_head(struct ek_html *h, enum ek_panel_place place)
{
    static const enum ek_word words[] = {
        [EK_AT_EXCEPTION] = EK_W_pn_exceptions,
        [EK_AT_SERVICE] = EK_W_pn_service,
        [EK_AT_QA55] = EK_W_pn_qa55,
        [EK_AT_GUIDELINE] = EK_W_guideline,
        [EK_AT_QA] = EK_W_qa,
    };
    ek_html_raw(h, "<tbody><tr class=\"g\"><th colspan=\"5\" "
                   "scope=\"rowgroup\">");
    ek_html_say(h, words[place], ek_page_label(&h->page, &h->result->note_2013),
                nothing);
    ek_html_raw(h, "</th></tr>\n");
}

static void
put_group(struct ek_html *h, enum ek_panel_place place)
{
    const ek_result *r = h->result;
    size_t n = 0, lines = place == EK_AT_QA55 ? r->checklist.n : 0;
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (ek_panel_place_of(v) != place)
            continue;
        if (!n++)
            put_group_head(h, place);
        put_row(h, v, i,
                place == EK_AT_SERVICE ? nothing
                                       : ek_term_item(&h->page, v->item));
    }
    if (!n && lines)
        put_group_head(h, place);
    for (size_t i = 0; i < lines; i++)
        put_row(h, &r->checklist.v[i], r->verdicts.n + i, EK_STR("Q&A55"));
    if (n || lines)
        ek_html_raw(h, "</tbody>\n");
}

void
ek_sheet_verdicts(struct ek_html *h)
{
    static const enum ek_word heads[] = {EK_W_sh_item, EK_W_sh_content,
                                         EK_W_sh_outcome, EK_W_sh_why,
                                         EK_W_sh_decision};
    static const enum ek_panel_place places[] = {
        EK_AT_EXCEPTION, EK_AT_SERVICE, EK_AT_QA55, EK_AT_QA, EK_AT_GUIDELINE};
    ek_panel_heading(h, EK_W_sh_verdicts, nothing);
    ek_sheet_table(h, "v", heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        put_group(h, places[i]);
    ek_html_raw(h, "</table>\n");
}

static void
put_fact(struct ek_html *h, const struct ek_answer *answer)
{
    ek_str value = ek_panel_value(h, answer->value);
    bool open = !value.n || ek_str_is(answer->value, "unknown");
    ek_sheet_mark(h, answer->fact);
    ek_sheet_cell(h, ek_panel_fact(h, answer->fact));
    ek_html_raw(h, answer->given ? "<td><b>" : "<td>");
    if (answer->given)
        ek_html_text(h, value);
    else
        ek_html_say(h, open ? EK_W_pn_unanswered : EK_W_pn_fallback, value,
                    nothing);
    ek_html_raw(h, answer->given ? "</b></td>" : "</td>");
}

/* Two facts a row. */
void
ek_sheet_facts(struct ek_html *h)
{
    static const enum ek_word heads[] = {EK_W_sh_id,     EK_W_sh_fact,
                                         EK_W_sh_answer, EK_W_sh_id,
                                         EK_W_sh_fact,   EK_W_sh_answer};
    const ek_result *r = h->result;
    ek_panel_heading(h, EK_W_sh_facts, nothing);
    if (!r->facts.n) {
        ek_html_raw(h, "<p>");
        ek_html_word(h, EK_W_sh_none);
        ek_html_raw(h, "</p>\n");
        return;
    }
    ek_sheet_table(h, "u", heads, sizeof heads / sizeof *heads);
    ek_html_raw(h, "<tbody>\n");
    for (size_t i = 0; i < r->facts.n; i += 2) {
        ek_html_raw(h, "<tr>");
        put_fact(h, &r->facts.v[i]);
        if (i + 1 < r->facts.n)
            put_fact(h, &r->facts.v[i + 1]);
        else
            ek_html_raw(h, "<td></td><td></td><td></td>");
        ek_html_raw(h, "</tr>\n");
    }
    ek_html_raw(h, "</tbody></table>\n");
}
