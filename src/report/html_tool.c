/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/html_tool.h"

void
ek_html_button(struct ek_html *h, const struct ek_html_button *b)
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

void
ek_html_bar(struct ek_html *h, enum ek_word label, enum ek_word say,
            const struct ek_html_button *buttons, size_t n)
{
    ek_html_raw(h, "<aside class=\"bar\" id=\"bar\"");
    ek_html_attr(h, "aria-label",
                 ek_catalogue_text(label, h->page.options.lang));
    ek_html_raw(h, " hidden><p");
    ek_html_attr(h, "data-say", ek_catalogue_text(say, h->page.options.lang));
    ek_html_raw(h, "></p>");
    for (size_t i = 0; i < n; i++)
        ek_html_button(h, &buttons[i]);
    ek_html_raw(h, "</aside>\n<p class=\"vh\" id=\"live\" role=\"status\">"
                   "</p>\n");
}

static void
put_keys(struct ek_html *h, const struct ek_html_key *keys, size_t n)
{
    ek_html_raw(h, "<dl>");
    for (size_t i = 0; i < n; i++) {
        ek_html_raw(h, "<dt>");
        ek_html_raw(h, keys[i].keys);
        ek_html_raw(h, "</dt><dd>");
        ek_html_word(h, keys[i].word);
        ek_html_raw(h, "</dd>");
    }
    ek_html_raw(h, "</dl>");
}

void
ek_html_help(struct ek_html *h, const struct ek_html_key *keys, size_t n)
{
    ek_html_raw(h, "<dialog id=\"help\" aria-labelledby=\"hh\">"
                   "<h2 id=\"hh\">");
    ek_html_word(h, EK_W_html_keys);
    ek_html_raw(h, "</h2>");
    put_keys(h, keys, n);
    ek_html_raw(h, "<p><label><input type=\"checkbox\" id=\"keys\" checked> ");
    ek_html_word(h, EK_W_html_keys_on);
    ek_html_raw(h, "</label></p><form method=\"dialog\">"
                   "<button class=\"btn pri\" type=\"submit\">");
    ek_html_word(h, EK_W_html_shut);
    ek_html_raw(h, "</button></form></dialog>\n");
}

void
ek_html_footer(struct ek_html *h)
{
    ek_html_raw(h, "<footer class=\"foot\"><div class=\"card small\">");
    ek_html_label(h, &h->result->disclaimer);
    ek_html_raw(h, "</div></footer>\n");
}
