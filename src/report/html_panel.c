/* SPDX-License-Identifier: Apache-2.0 */
/* What stands beside the text: four tabs, which are sections where no script
 * runs. */
#include "config.h"

#include "report/html_panel.h"

static const struct tab {
    enum ek_word word;
    void (*write)(struct ek_panel *panel);
} tabs[] = {{EK_W_pn_verdicts, ek_panel_verdicts},
            {EK_W_pn_findings, ek_panel_findings},
            {EK_W_pn_questions, ek_panel_asked},
            {EK_W_pn_facts, ek_panel_facts}};

enum { TABS = sizeof tabs / sizeof *tabs };

static void
put_tab(struct ek_html *h, size_t i, size_t count)
{
    ek_buf_printf(h->page.out,
                  "<button type=\"button\" role=\"tab\" id=\"t%zu\" "
                  "aria-controls=\"p%zu\" aria-selected=\"%s\"%s>",
                  i + 1, i + 1, i ? "false" : "true",
                  i ? " tabindex=\"-1\"" : "");
    ek_html_word(h, tabs[i].word);
    if (count) {
        ek_html_raw(h, "<small>");
        ek_buf_add(h->page.out, ek_page_number(&h->page, count));
        ek_html_raw(h, "</small>");
    }
    ek_html_raw(h, "</button>");
}

static void
put_tabs(struct ek_html *h)
{
    size_t counts[TABS] = {0, ek_panel_count(h, EK_PRESENT),
                           h->result->questions.n, 0};
    ek_html_raw(h, "<div class=\"tabs\" role=\"tablist\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_pn_tabs, h->page.options.lang));
    ek_html_raw(h, ">");
    for (size_t i = 0; i < TABS; i++)
        put_tab(h, i, counts[i]);
    ek_html_raw(h, "</div>\n");
}

void
ek_html_panel(struct ek_html *h)
{
    struct ek_panel panel = ek_panel_of(h);
    ek_html_raw(h, "<section class=\"panel card\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_pn_panel, h->page.options.lang));
    ek_html_raw(h, ">\n");
    put_tabs(h);
    for (size_t i = 0; i < TABS; i++) {
        ek_buf_printf(h->page.out,
                      "<div class=\"tp%s\" role=\"tabpanel\" id=\"p%zu\" "
                      "aria-labelledby=\"t%zu\" tabindex=\"0\">\n",
                      i ? "" : " act", i + 1, i + 1);
        tabs[i].write(&panel);
        ek_html_raw(h, "</div>\n");
    }
    ek_html_raw(h, "</section>\n");
}
