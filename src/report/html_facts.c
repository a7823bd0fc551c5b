/* SPDX-License-Identifier: Apache-2.0 */
/* The fourth tab: the user's facts, what was read of each document, what this
 * page rests on. */
#include "config.h"

#include "base/words.h"
#include "report/html_panel.h"

static const ek_str nothing = {"", 0};

static const struct {
    const char *word;
    ek_msgid text;
} values[] = {
#define EK_VALUE(word, en) {word, {NULL, en}},
#include "report/catalogue_value.def"
#undef EK_VALUE
};

static ek_str
word_of(ek_str value, ek_lang lang)
{
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (ek_str_is(value, values[i].word))
            return ek_words_in(&values[i].text, lang);
    return nothing;
}

/* "yes:2025-04-01": a word and a date; "payroll:not-controlled": a name and a
 * word. */
static void
add_value(ek_buf *out, struct ek_page *page, ek_str part)
{
    ek_lang lang = page->options.lang;
    ek_str whole = word_of(part, lang);
    size_t colon = ek_str_find(part, EK_STR(":"), 0);
    ek_str before = ek_str_slice(part, 0, colon);
    ek_str after = ek_str_slice(part, colon + 1, part.n);
    ek_str first = word_of(before, lang), second = word_of(after, lang);
    if (whole.n)
        ek_buf_add(out, whole);
    else if (colon == part.n || (!first.n && !second.n))
        ek_buf_add(out, ek_page_text(page, part));
    else
        ek_catalogue_add(out, EK_W_unread_one, lang,
                         first.n ? first : ek_page_text(page, before),
                         second.n ? second : ek_page_text(page, after));
}

ek_str
ek_panel_value(struct ek_html *h, ek_str value)
{
    ek_buf out = ek_buf_on(h->page.arena);
    for (size_t i = 0; i <= value.n;) {
        size_t comma = ek_str_find(value, EK_STR(","), i);
        ek_str part = ek_str_trim(ek_str_slice(value, i, comma));
        if (out.n && part.n)
            ek_buf_add(&out,
                       ek_catalogue_text(EK_W_comma, h->page.options.lang));
        if (part.n)
            add_value(&out, &h->page, part);
        i = comma + 1;
    }
    return ek_buf_str(&out);
}

ek_str
ek_panel_fact(struct ek_html *h, ek_str fact)
{
    for (size_t i = 0; i < h->page.options.facts.n; i++)
        if (ek_str_eq(h->page.options.facts.v[i].id, fact))
            return ek_page_label(&h->page, &h->page.options.facts.v[i].title);
    return nothing;
}

static void
put_answer(struct ek_html *h, const struct ek_answer *answer)
{
    ek_str value = ek_panel_value(h, answer->value);
    if (answer->given) {
        ek_html_raw(h, "<span>");
        ek_html_text(h, value);
    } else {
        bool open = !value.n || ek_str_is(answer->value, "unknown");
        ek_html_raw(h, "<span class=\"un\">");
        ek_html_say(h, open ? EK_W_pn_unanswered : EK_W_pn_fallback, value,
                    nothing);
    }
    ek_html_raw(h, "</span>");
}

static void
put_facts(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    const ek_result *r = h->result;
    ek_panel_heading(h, EK_W_pn_facts_used, nothing);
    if (!r->facts.n) {
        ek_html_raw(h, "<p class=\"small\">");
        ek_html_word(h, EK_W_pn_no_facts);
        ek_html_raw(h, "</p>\n");
        return;
    }
    ek_html_raw(h, "<dl class=\"facts\">\n");
    for (size_t i = 0; i < r->facts.n; i++) {
        ek_html_raw(h, "<dt");
        ek_html_attr(h, "id", p->facts.anchors[i]);
        ek_html_raw(h, ">");
        ek_panel_code(h, r->facts.v[i].fact);
        ek_html_raw(h, "</dt><dd><span>");
        ek_html_text(h, ek_panel_fact(h, r->facts.v[i].fact));
        ek_html_raw(h, "</span>");
        put_answer(h, &r->facts.v[i]);
        ek_html_raw(h, "</dd>\n");
    }
    ek_html_raw(h, "</dl>\n");
}

static void
put_document(struct ek_html *h, uint32_t i)
{
    const ek_document *d = &h->result->documents.v[i];
    ek_str lines = ek_panel_reading(h, i);
    bool whole = ek_str_is(d->readable, "full") && !d->no_result.n;
    ek_html_raw(h, "<li>");
    if (!whole)
        ek_html_icon(h, "page");
    ek_html_raw(h, "<div><p class=\"nm\">");
    ek_html_text(h, ek_page_text(&h->page, d->path));
    ek_html_raw(h, "</p>\n");
    while (lines.n) {
        ek_html_raw(h, "<p>");
        ek_html_text(h, ek_str_trim(ek_str_line(&lines)));
        ek_html_raw(h, "</p>\n");
    }
    if (d->sha256.n) {
        ek_html_raw(h, "<p class=\"hash\">SHA-256 ");
        ek_panel_code(h, d->sha256);
        ek_html_raw(h, "</p>\n");
    }
    ek_html_raw(h, "</div></li>\n");
}

static void
put_see(struct ek_html *h, enum ek_word word, ek_finding_kind kind)
{
    size_t n = ek_panel_count(h, kind);
    uint32_t first = 0;
    if (!n)
        return;
    while (h->result->findings.v.v[first].kind != kind)
        first++;
    ek_html_raw(h, "<p>");
    ek_panel_link(
        h, ek_panel_target(h, first),
        ek_page_say(&h->page, word, ek_page_number(&h->page, n), nothing));
    ek_html_raw(h, "</p>\n");
}

static void
put_reading(struct ek_html *h)
{
    ek_panel_heading(h, EK_W_pn_reading, nothing);
    ek_html_raw(h, "<ul class=\"ex\">\n");
    for (uint32_t i = 0; i < h->result->documents.n; i++)
        put_document(h, i);
    ek_html_raw(h, "</ul>\n");
    put_see(h, EK_W_pn_gave_up_see, EK_GAVE_UP);
    put_see(h, EK_W_pn_silent_see, EK_ABSENT);
}

static void
put_basis(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_panel_heading(h, EK_W_pn_basis, nothing);
    ek_html_raw(h, "<dl class=\"rq\"><dt>");
    ek_html_word(h, EK_W_pn_pack);
    ek_html_raw(h, "</dt><dd>");
    ek_html_text(h, r->pack_id);
    ek_html_raw(h, " ");
    ek_html_text(h, r->pack_version);
    ek_html_raw(h, " ");
    ek_html_say(h, EK_W_as_of, ek_page_date(&h->page, r->pack_as_of), nothing);
    ek_html_raw(h, "<br><code class=\"hash\">");
    ek_html_text(h, r->pack_fingerprint);
    ek_html_raw(h, "</code></dd><dt>");
    ek_html_word(h, EK_W_pn_engine);
    ek_html_raw(h, "</dt><dd>ekimu ");
    ek_html_text(h, r->engine);
    ek_html_raw(h, "</dd></dl>\n<p class=\"small\">");
    ek_html_label(h, &r->disclaimer);
    ek_html_raw(h, "</p>\n");
}

void
ek_panel_facts(struct ek_panel *p)
{
    put_facts(p);
    put_reading(p->h);
    put_basis(p->h);
}
