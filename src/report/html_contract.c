/* SPDX-License-Identifier: Apache-2.0 */
/* The page of one contract: what stands around its parts. */
#include "config.h"

#include "report/html_tool.h"

static void
put_search(struct ek_html *h)
{
    ek_html_raw(h, "<search class=\"find\"><label class=\"vh\" for=\"q\">");
    ek_html_word(h, EK_W_html_find);
    ek_html_raw(h, "</label><input id=\"q\" type=\"search\"");
    ek_html_attr(h, "placeholder",
                 ek_catalogue_text(EK_W_html_find_hint, h->page.options.lang));
    ek_html_raw(h, " autocomplete=\"off\" aria-describedby=\"qn\">"
                   "<output id=\"qn\" for=\"q\"></output></search>\n");
}

static void
put_top(struct ek_html *h)
{
    static const struct ek_html_button buttons[] = {
        {"print", "btn lk", EK_W_html_print, NULL},
        {"help", "btn", EK_W_html_keys, "?"}};
    ek_html_raw(h, "<a class=\"skip\" href=\"#text\">");
    ek_html_word(h, EK_W_html_skip);
    ek_html_raw(h, "</a>\n<header class=\"top\">");
    ek_html_raw(h, h->index ? "<a class=\"brand\" href=\"index.html\">ekimu</a>"
                            : "<span class=\"brand\">ekimu</span>");
    ek_html_raw(h, "<p class=\"doc\">");
    ek_html_text(h, ek_str_file_name(ek_result_name(h->result)));
    ek_html_raw(h, "</p>\n");
    put_search(h);
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        ek_html_button(h, &buttons[i]);
    ek_html_raw(h, "</header>\n");
}

/* Of the finding that is selected. */
static void
put_bar(struct ek_html *h)
{
    static const struct ek_html_button buttons[] = {
        {"prev", "btn", EK_W_html_prev, "&#8593;"},
        {"next", "btn", EK_W_html_next, "&#8595;"},
        {"back", "btn", EK_W_html_back, NULL},
        {"close", "btn", EK_W_html_close, "&#215;"}};
    ek_html_bar(h, EK_W_html_selected, EK_W_html_bar, buttons,
                sizeof buttons / sizeof *buttons);
}

static void
put_help(struct ek_html *h)
{
    static const struct ek_html_key keys[] = {
        {"<kbd>j</kbd> <kbd>k</kbd>", EK_W_html_key_jk},
        {"<kbd>b</kbd>", EK_W_html_key_b},
        {"<kbd>/</kbd>", EK_W_html_key_find},
        {"<kbd>1</kbd>&ndash;<kbd>4</kbd>", EK_W_html_key_tabs},
        {"<kbd>Esc</kbd>", EK_W_html_close},
        {"<kbd>?</kbd>", EK_W_html_key_help},
    };
    ek_html_help(h, keys, sizeof keys / sizeof *keys);
}

void
ek_html_contract(struct ek_html *h)
{
    struct ek_html_frame frame = {
        ek_arena_printf(h->page.arena, "%.*s - ekimu",
                        EK_ARG(ek_term_title(&h->page, h->result))),
        {EK_HTML_FILE(base_css), EK_HTML_FILE(bar_css),
         EK_HTML_FILE(contract_css), EK_HTML_FILE(panel_css),
         EK_HTML_FILE(sheet_css), ek_html_sheet_style(h),
         h->page.reviewed ? EK_HTML_FILE(reviewed_css) : (ek_str){"", 0}},
        EK_HTML_FILE(contract_js)};
    ek_html_begin(h, &frame);
    put_top(h);
    ek_html_raw(h, "<main>\n");
    ek_html_lead(h);
    ek_html_raw(h, "<div class=\"cols\">\n");
    ek_html_panel(h);
    ek_html_raw(h, "<div>\n");
    ek_html_text_part(h);
    ek_html_raw(h, "</div></div></main>\n");
    ek_html_footer(h);
    put_bar(h);
    put_help(h);
    ek_html_sheet(h);
    ek_html_end(h, &frame);
}
