/* SPDX-License-Identifier: Apache-2.0 */
/* The page of one contract: what stands around its parts. */
#include "config.h"

#include "report/html.h"

/* <button class="btn" ... data-do="next" aria-label="...">text</button> */
struct button {
    const char *does, *class;
    enum ek_word word;
    const char *sign; /* shown in its place; NULL: the word itself is shown */
};

static void
put_button(struct ek_html *h, const struct button *b)
{
    ek_buf_printf(h->page.out,
                  "<button class=\"%s\" type=\"button\" data-do=\"%s\"",
                  b->class, b->does);
    if (b->sign)
        ek_html_attr(h, "aria-label",
                     ek_catalogue_text(b->word, h->page.options.lang));
    ek_html_raw(h, ">");
    if (b->sign)
        ek_html_raw(h, b->sign);
    else
        ek_html_word(h, b->word);
    ek_html_raw(h, "</button>");
}

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
    static const struct button buttons[] = {
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
        put_button(h, &buttons[i]);
    ek_html_raw(h, "</header>\n");
}

/* Of the finding that is selected; the script fills it. */
static void
put_bar(struct ek_html *h)
{
    static const struct button buttons[] = {
        {"prev", "btn", EK_W_html_prev, "&#8593;"},
        {"next", "btn", EK_W_html_next, "&#8595;"},
        {"back", "btn", EK_W_html_back, NULL},
        {"close", "btn", EK_W_html_close, "&#215;"}};
    ek_html_raw(h, "<aside class=\"bar\" id=\"bar\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(EK_W_html_selected, h->page.options.lang));
    ek_html_raw(h, " hidden><p");
    ek_html_attr(h, "data-say",
                 ek_catalogue_text(EK_W_html_bar, h->page.options.lang));
    ek_html_raw(h, "></p>");
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++)
        put_button(h, &buttons[i]);
    ek_html_raw(h, "</aside>\n<p class=\"vh\" id=\"live\" role=\"status\">"
                   "</p>\n");
}

static void
put_keys(struct ek_html *h)
{
    static const struct {
        const char *keys;
        enum ek_word word;
    } rows[] = {
        {"<kbd>j</kbd> <kbd>k</kbd>", EK_W_html_key_jk},
        {"<kbd>b</kbd>", EK_W_html_key_b},
        {"<kbd>/</kbd>", EK_W_html_key_find},
        {"<kbd>1</kbd>&ndash;<kbd>4</kbd>", EK_W_html_key_tabs},
        {"<kbd>Esc</kbd>", EK_W_html_close},
        {"<kbd>?</kbd>", EK_W_html_key_help},
    };
    ek_html_raw(h, "<dl>");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ek_html_raw(h, "<dt>");
        ek_html_raw(h, rows[i].keys);
        ek_html_raw(h, "</dt><dd>");
        ek_html_word(h, rows[i].word);
        ek_html_raw(h, "</dd>");
    }
    ek_html_raw(h, "</dl>");
}

static void
put_help(struct ek_html *h)
{
    ek_html_raw(h, "<dialog id=\"help\" aria-labelledby=\"hh\">"
                   "<h2 id=\"hh\">");
    ek_html_word(h, EK_W_html_keys);
    ek_html_raw(h, "</h2>");
    put_keys(h);
    ek_html_raw(h, "<p><label><input type=\"checkbox\" id=\"keys\" checked> ");
    ek_html_word(h, EK_W_html_keys_on);
    ek_html_raw(h, "</label></p><form method=\"dialog\">"
                   "<button class=\"btn pri\" type=\"submit\">");
    ek_html_word(h, EK_W_html_shut);
    ek_html_raw(h, "</button></form></dialog>\n");
}

static void
put_footer(struct ek_html *h)
{
    ek_html_raw(h, "<footer class=\"foot\"><div class=\"card small\">");
    ek_html_label(h, &h->result->disclaimer);
    ek_html_raw(h, "</div></footer>\n");
}

void
ek_html_contract(struct ek_html *h)
{
    struct ek_html_frame frame = {
        ek_arena_printf(h->page.arena, "%.*s - ekimu",
                        EK_ARG(ek_term_title(&h->page, h->result))),
        {EK_HTML_FILE(base_css), EK_HTML_FILE(contract_css),
         EK_HTML_FILE(panel_css), EK_HTML_FILE(sheet_css),
         ek_html_sheet_style(h)},
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
    put_footer(h);
    put_bar(h);
    put_help(h);
    ek_html_sheet(h);
    ek_html_end(h, &frame);
}
