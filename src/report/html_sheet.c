/* SPDX-License-Identifier: Apache-2.0 */
/* The evidence sheet, which is printed in place of the page and signed: it
 * holds the whole of what the verdicts rest on, and says what it is. */
#include "config.h"

#include "report/html_sheet.h"

static const ek_str nothing = {"", 0};

void
ek_sheet_table(struct ek_html *h, const char *class, const enum ek_word *words,
               size_t n)
{
    ek_buf_printf(h->page.out, "<table class=\"%s\"><thead><tr>", class);
    for (size_t i = 0; i < n; i++) {
        ek_html_raw(h, "<th scope=\"col\">");
        ek_html_word(h, words[i]);
        ek_html_raw(h, "</th>");
    }
    ek_html_raw(h, "</tr></thead>\n");
}

void
ek_sheet_mark(struct ek_html *h, ek_str s)
{
    ek_html_raw(h, "<td class=\"c\">");
    ek_html_text(h, s);
    ek_html_raw(h, "</td>");
}

void
ek_sheet_cell(struct ek_html *h, ek_str s)
{
    ek_html_raw(h, "<td>");
    ek_html_text(h, s);
    ek_html_raw(h, "</td>");
}

void
ek_sheet_none(struct ek_html *h)
{
    ek_html_raw(h, "<p>");
    if (h->result->no_result.n)
        ek_html_say(h, EK_W_no_result, ek_term_reason(&h->page, h->result),
                    nothing);
    else
        ek_html_word(h, EK_W_sh_none);
    ek_html_raw(h, "</p>\n");
}

static void
put_changes(struct ek_html *h)
{
    const ek_result *r = h->result;
    if (!r->changes.n)
        return;
    ek_html_raw(h, "<table class=\"kv\"><tbody>\n");
    for (size_t i = 0; i < r->changes.n; i++) {
        ek_html_raw(h, "<tr><th scope=\"row\">");
        ek_html_text(h, r->changes.v[i].id);
        ek_html_raw(h, "</th><td>");
        ek_html_label(h, &r->changes.v[i].text);
        ek_html_raw(h, "</td></tr>\n");
    }
    ek_html_raw(h, "</tbody></table>\n");
}

static void
put_nature(struct ek_html *h)
{
    ek_panel_heading(h, EK_W_sh_nature, nothing);
    ek_html_raw(h, "<p class=\"dis\">");
    ek_html_label(h, &h->result->disclaimer);
    ek_html_raw(h, "</p>\n");
    if (h->result->changes.n) {
        ek_html_raw(h, "<h3>");
        ek_html_say(h, EK_W_pn_changes,
                    ek_page_date(&h->page, h->result->pack_as_of), nothing);
        ek_html_raw(h, "</h3>\n");
    }
    put_changes(h);
}

void
ek_html_sheet(struct ek_html *h)
{
    struct ek_panel panel = ek_panel_of(h);
    ek_html_raw(h, "<section class=\"sheet\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_sh_title, h->page.options.lang));
    ek_html_raw(h, ">\n");
    ek_sheet_head(h);
    ek_sheet_verdicts(h);
    ek_sheet_facts(h);
    ek_sheet_quotes(&panel);
    ek_sheet_asked(&panel);
    ek_sheet_silence(h);
    ek_sheet_orphans(h);
    put_nature(h);
    ek_html_raw(h, "</section>\n");
}
