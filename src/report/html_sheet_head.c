/* SPDX-License-Identifier: Apache-2.0 */
/* Boxes to be signed, what was judged with what, and what makes it
 * provisional. The date is left open: a result has none. */
#include "config.h"

#include "report/html_sheet.h"

static const ek_str nothing = {"", 0};

static void
put_boxes(struct ek_html *h)
{
    static const enum ek_word boxes[] = {EK_W_sh_approver, EK_W_sh_trade,
                                         EK_W_sh_legal};
    enum { BOXES = sizeof boxes / sizeof *boxes };
    ek_html_raw(h, "<div class=\"hdr\"><div class=\"no\"><p><span>");
    ek_html_word(h, EK_W_sh_number);
    ek_html_raw(h, "</span></p><p><span>");
    ek_html_word(h, EK_W_sh_date);
    ek_html_raw(h, "</span></p></div>");
    ek_sheet_table(h, "st", boxes, BOXES);
    ek_html_raw(h, "<tbody><tr>");
    for (size_t i = 0; i < BOXES; i++) {
        ek_html_raw(h, "<td>");
        ek_html_word(h, EK_W_sh_day);
        ek_html_raw(h, "</td>");
    }
    ek_html_raw(h, "</tr></tbody></table></div>\n<h1>");
    ek_html_word(h, EK_W_sh_title);
    ek_html_raw(h, "</h1>\n");
}

static void
put_name(struct ek_html *h, enum ek_word word)
{
    ek_html_raw(h, "<th scope=\"row\">");
    ek_html_word(h, word);
    ek_html_raw(h, "</th>");
}

static void
put_wide(struct ek_html *h, enum ek_word word, ek_str s)
{
    ek_html_raw(h, "<tr>");
    put_name(h, word);
    ek_html_raw(h, "<td colspan=\"3\">");
    ek_html_text(h, s);
    ek_html_raw(h, "</td></tr>\n");
}

static void
put_pair(struct ek_html *h, const enum ek_word words[2], ek_str a, ek_str b)
{
    ek_html_raw(h, "<tr>");
    put_name(h, words[0]);
    ek_sheet_cell(h, a);
    put_name(h, words[1]);
    ek_sheet_cell(h, b);
    ek_html_raw(h, "</tr>\n");
}

static void
put_reading(struct ek_html *h, uint32_t i)
{
    ek_str lines = ek_panel_reading(h, i);
    ek_html_raw(h, "<tr>");
    put_name(h, EK_W_sh_read);
    ek_html_raw(h, "<td colspan=\"3\">");
    for (bool first = true; lines.n; first = false) {
        if (!first)
            ek_html_raw(h, "<br>");
        ek_html_text(h, ek_str_trim(ek_str_line(&lines)));
    }
    ek_html_raw(h, "</td></tr>\n");
}

static void
put_document(struct ek_html *h, uint32_t i)
{
    static const enum ek_word about[] = {EK_W_sh_language, EK_W_sh_dated};
    const ek_result *r = h->result;
    const ek_document *d = &r->documents.v[i];
    ek_str title = ek_page_text(&h->page, d->title);
    ek_html_raw(h, "<tbody class=\"doc\"><tr><th scope=\"row\">");
    if (r->documents.n > 1)
        ek_html_say(h, EK_W_sh_document_n, ek_page_ordinal(&h->page, i + 1),
                    nothing);
    else
        ek_html_word(h, EK_W_sh_document);
    ek_html_raw(h, "</th><td colspan=\"3\"><b>");
    ek_html_text(h, title.n ? title : ek_term_file(&h->page, d->path));
    ek_html_raw(h, "</b></td></tr>\n");
    put_wide(h, EK_W_sh_file, ek_page_text(&h->page, d->path));
    ek_html_raw(h, "<tr><th scope=\"row\">SHA-256</th><td colspan=\"3\">"
                   "<span class=\"mono\">");
    ek_html_text(h, d->sha256.n ? d->sha256
                                : ek_catalogue_text(EK_W_sh_no_hash,
                                                    h->page.options.lang));
    ek_html_raw(h, "</span></td></tr>\n");
    ek_str spoken = ek_term_languages(&h->page, d);
    if (d->dated.n)
        put_pair(h, about, spoken, ek_page_date(&h->page, d->dated));
    else if (spoken.n)
        put_wide(h, about[0], spoken);
    put_reading(h, i);
    ek_html_raw(h, "</tbody>\n");
}

static ek_str
answered(struct ek_html *h)
{
    size_t given = 0, n = h->result->facts.n;
    for (size_t i = 0; i < n; i++)
        given += h->result->facts.v[i].given;
    return ek_page_say(&h->page, EK_W_sh_answered,
                       ek_page_number(&h->page, given),
                       ek_page_number(&h->page, n - given));
}

static void
put_made_with(struct ek_html *h)
{
    static const enum ek_word made[] = {EK_W_pn_engine, EK_W_sh_profile};
    const ek_result *r = h->result;
    ek_html_raw(h, "<tbody><tr>");
    put_name(h, EK_W_pn_pack);
    ek_html_raw(h, "<td colspan=\"3\">");
    ek_html_text(h, r->pack_id);
    ek_html_raw(h, " ");
    ek_html_text(h, r->pack_version);
    ek_html_raw(h, " ");
    ek_html_say(h, EK_W_as_of, ek_page_date(&h->page, r->pack_as_of), nothing);
    ek_html_raw(h, "<br><span class=\"mono\">");
    ek_html_text(h, r->pack_fingerprint);
    ek_html_raw(h, "</span></td></tr>\n");
    put_pair(h, made,
             ek_arena_printf(h->page.arena, "ekimu %.*s",
                             EK_ARG(ek_page_text(&h->page, r->engine))),
             answered(h));
    ek_html_raw(h, "</tbody>\n");
}

static void
put_point(struct ek_html *h, ek_str name, ek_str text)
{
    ek_html_raw(h, "<li>");
    ek_html_text(h, name);
    ek_html_raw(h, name.n ? ": " : "");
    ek_html_text(h, text);
    ek_html_raw(h, "</li>\n");
}

/* An overlay may begin with the word that stands above the list. */
static ek_str
without_word(struct ek_html *h, ek_str text)
{
    ek_str frame = ek_catalogue_text(EK_W_provisional, h->page.options.lang);
    ek_str before = ek_str_slice(frame, 0, ek_str_find(frame, EK_STR("%1"), 0));
    return ek_str_starts(text, before) ? ek_str_slice(text, before.n, text.n)
                                       : text;
}

static ek_str
open_facts(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_buf ids = ek_buf_on(h->page.arena);
    for (size_t i = 0; i < r->questions.n; i++) {
        if (!ek_str_is(r->questions.v[i].to, "user"))
            continue;
        ek_buf_puts(&ids, ids.n ? " " : "");
        ek_buf_add(&ids, r->questions.v[i].id);
    }
    return ek_page_text(&h->page, ek_buf_str(&ids));
}

static void
put_points(struct ek_html *h)
{
    const ek_result *r = h->result;
    for (size_t i = 0; i < r->overlays.n; i++)
        if (ek_term_makes_provisional(&r->overlays.v[i]))
            put_point(h, nothing,
                      without_word(
                          h, ek_page_label(&h->page, &r->overlays.v[i].text)));
    for (uint32_t i = 0; i < r->documents.n; i++) {
        ek_str unread = ek_term_unread(&h->page, r, i);
        if (unread.n)
            put_point(h, ek_term_file(&h->page, r->documents.v[i].path),
                      unread);
    }
    ek_str facts = open_facts(h);
    if (facts.n)
        put_point(h, nothing,
                  ek_page_say(&h->page, EK_W_facts_open, facts, nothing));
}

/* What settles it is not there yet: overlays, parts not read, open facts. */
static void
put_provisional(struct ek_html *h)
{
    size_t before = h->page.out->n;
    ek_html_raw(h, "<div class=\"warn\"><p><b>");
    ek_html_word(h, EK_W_sh_provisional);
    ek_html_raw(h, "</b></p><ul>\n");
    size_t head = h->page.out->n;
    put_points(h);
    if (h->page.out->n == head) {
        h->page.out->n = before;
        return;
    }
    ek_html_raw(h, "</ul></div>\n");
}

/* Those that take no part in the verdicts are told, too. */
static void
put_remarks(struct ek_html *h)
{
    const ek_result *r = h->result;
    size_t n = 0;
    for (size_t i = 0; i < r->overlays.n; i++) {
        if (ek_term_makes_provisional(&r->overlays.v[i]))
            continue;
        ek_html_raw(h, n++ ? "" : "<ul class=\"rem\">\n");
        put_point(h, nothing, ek_page_label(&h->page, &r->overlays.v[i].text));
    }
    ek_html_raw(h, n ? "</ul>\n" : "");
}

void
ek_sheet_head(struct ek_html *h)
{
    put_boxes(h);
    ek_html_raw(h, "<table class=\"kv\">\n");
    for (uint32_t i = 0; i < h->result->documents.n; i++)
        put_document(h, i);
    put_made_with(h);
    ek_html_raw(h, "</table>\n");
    put_provisional(h);
    put_remarks(h);
}
