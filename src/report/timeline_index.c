/* SPDX-License-Identifier: Apache-2.0 */
/* All services that are watched, on a page: those with the most changes in
 * substance are where their names put them; nothing is ranked. */
#include "config.h"

#include "report/timeline_html.h"

static void
put_link(struct ek_html *h, ek_str file, ek_str text)
{
    ek_html_raw(h, "<a href=\"");
    ek_html_name_link(h->page.out, file);
    ek_html_raw(h, "\">");
    ek_html_text(h, text);
    ek_html_raw(h, "</a>");
}

static void
put_row(struct ek_html *h, const struct ek_watched_row *row)
{
    ek_html_raw(h, row->substance ? "<tr class=\"sub\"><th scope=\"row\">"
                                  : "<tr><th scope=\"row\">");
    put_link(h, row->page, row->name);
    for (size_t i = 0; i < EK_EXCEPTIONS; i++) {
        ek_html_raw(h, i ? "</td><td>" : "</th><td>");
        ek_watched_outcome(h, row->outcome[i], false);
    }
    ek_html_raw(h, "</td><td class=\"n\">");
    ek_html_text(h, ek_page_number(&h->page, row->substance));
    ek_html_raw(h, "</td><td class=\"n\">");
    ek_html_text(h, ek_page_date(&h->page, row->latest));
    ek_html_raw(h, "</td><td>");
    ek_html_text(h, row->span);
    ek_html_raw(h, "</td><td>");
    put_link(h, row->feed, EK_STR("Atom"));
    ek_html_raw(h, "</td></tr>\n");
}

static void
put_head(struct ek_html *h, ek_str text)
{
    ek_html_raw(h, "<th scope=\"col\">");
    ek_html_text(h, text);
    ek_html_raw(h, "</th>");
}

static void
put_table(struct ek_html *h, const struct ek_watched_row *rows, size_t n)
{
    static const enum ek_word words[] = {EK_W_tl_changes, EK_W_tl_latest,
                                         EK_W_tl_span, EK_W_tl_feed};
    ek_lang lang = h->page.options.lang;
    ek_html_raw(h, "<section id=\"ev\" tabindex=\"-1\" class=\"card\" "
                   "aria-labelledby=\"he\"><h2 id=\"he\">");
    ek_html_word(h, EK_W_tl_all);
    ek_html_raw(h, "</h2>\n<div class=\"sc\"><table><thead><tr>");
    put_head(h, ek_catalogue_text(EK_W_tl_service, lang));
    for (size_t i = 0; i < EK_EXCEPTIONS; i++)
        put_head(h, ek_term_item(&h->page, ek_arena_printf(h->page.arena,
                                                           "EX-%zu", i + 1)));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        put_head(h, ek_catalogue_text(words[i], lang));
    ek_html_raw(h, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < n; i++)
        put_row(h, &rows[i]);
    ek_html_raw(h, "</tbody></table></div></section>\n");
}

static ek_str
services(struct ek_html *h, size_t n)
{
    if (n == 0)
        return ek_catalogue_text(EK_W_tl_empty, h->page.options.lang);
    return n == 1
               ? ek_catalogue_text(EK_W_tl_services_one, h->page.options.lang)
               : ek_page_say(&h->page, EK_W_tl_services,
                             ek_page_number(&h->page, n), EK_STR(""));
}

void
ek_watched_index(struct ek_html *h, const struct ek_timeline_options *options,
                 const struct ek_watched_row *rows, size_t n)
{
    struct ek_html_frame frame;
    size_t substance = 0;
    for (size_t i = 0; i < n; i++)
        substance += rows[i].substance;
    ek_watched_begin(h, &frame,
                     ek_catalogue_text(EK_W_tl_title, h->page.options.lang));
    ek_html_raw(h, "<span class=\"brand\">ekimu</span><span class=\"doc\">"
                   "</span><a class=\"btn\" type=\"application/atom+xml\" "
                   "href=\"index.atom\">");
    ek_html_word(h, EK_W_tl_feed);
    ek_html_raw(h, "</a></header>\n<main>\n<h1>");
    ek_html_word(h, EK_W_tl_title);
    ek_html_raw(h, "</h1>\n<p class=\"ans\">");
    ek_html_text(h, ek_timeline_answer(&h->page, substance));
    ek_html_raw(h, "</p>\n<p class=\"sub\">");
    ek_html_text(h, services(h, n));
    ek_html_raw(h, "</p>\n");
    if (options->since.n) {
        ek_html_raw(h, "<p class=\"sub\">");
        ek_html_say(h, EK_W_tl_since, ek_page_date(&h->page, options->since),
                    EK_STR(""));
        ek_html_raw(h, "</p>\n");
    }
    if (n)
        put_table(h, rows, n);
    ek_watched_end(h, &frame, options);
}
