/* SPDX-License-Identifier: Apache-2.0 */
/* The answer within five seconds: three outcomes in words, each with its
 * strongest reason and place; what was not read; what makes it provisional. */
#include "config.h"

#include "report/html_panel.h"

enum { SHORT_HASH = 8 };

static const ek_str nothing = {"", 0};

static void
put_about(struct ek_html *h, const ek_document *d)
{
    ek_str languages = ek_term_languages(&h->page, d);
    ek_str hash = ek_str_slice(d->sha256, 0, SHORT_HASH);
    ek_html_raw(h, "<span>");
    ek_html_text(h, ek_str_file_name(d->path));
    ek_html_raw(h, "</span>");
    if (languages.n) {
        ek_html_raw(h, "<span>");
        ek_html_text(h, languages);
        ek_html_raw(h, "</span>");
    }
    if (d->dated.n) {
        ek_html_raw(h, "<span>");
        ek_html_say(h, EK_W_html_dated, ek_page_date(&h->page, d->dated),
                    nothing);
        ek_html_raw(h, "</span>");
    }
    if (hash.n) {
        ek_html_raw(h, "<span>SHA-256 <code>");
        ek_html_text(h, hash);
        ek_html_raw(h, "&hellip;</code></span>");
    }
}

static void
put_pack(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_html_raw(h, "<span>");
    ek_html_word(h, EK_W_html_pack);
    ek_html_raw(h, " <b>");
    ek_html_text(h, r->pack_id);
    ek_html_raw(h, " ");
    ek_html_text(h, r->pack_version);
    ek_html_raw(h, "</b> ");
    ek_html_say(h, EK_W_as_of, ek_page_date(&h->page, r->pack_as_of), nothing);
    ek_html_raw(h, "</span>");
}

static bool
is_read(const ek_document *d)
{
    return ek_str_is(d->readable, "full") && !d->no_result.n;
}

/* The documents of a bundle, each with its reading. */
static void
put_members(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_html_raw(h, "<ul class=\"docs\">\n");
    for (uint32_t i = 0; i < r->documents.n; i++) {
        const ek_document *d = &r->documents.v[i];
        ek_buf_printf(h->page.out, "<li><a href=\"#d%u\">", i + 1);
        ek_html_text(h, d->title.n ? d->title : ek_str_file_name(d->path));
        ek_html_raw(h, "</a> <span class=\"meta\">");
        put_about(h, d);
        ek_html_raw(h, "</span>");
        if (!is_read(d)) {
            ek_html_raw(h, " <b class=\"bad\">");
            ek_html_text(h, ek_term_unread(&h->page, r, i));
            ek_html_raw(h, "</b>");
        }
        ek_html_raw(h, "</li>\n");
    }
    ek_html_raw(h, "</ul>\n");
}

static void
put_title(struct ek_html *h)
{
    const ek_result *r = h->result;
    bool several = r->documents.n > 1;
    ek_html_raw(h, "<h1>");
    ek_html_text(h, ek_term_title(&h->page, r));
    ek_html_raw(h, "</h1>\n<p class=\"meta\">");
    if (several) {
        ek_html_raw(h, "<span>");
        ek_html_say(h, EK_W_bundle_of, ek_page_number(&h->page, r->documents.n),
                    nothing);
        ek_html_raw(h, "</span>");
    } else {
        put_about(h, &r->documents.v[0]);
    }
    put_pack(h);
    ek_html_raw(h, "</p>\n");
    if (several)
        put_members(h);
}

/* Whether the outcome is told by what the contract says, not by its row. */
static bool
rests_on_text(const ek_verdict *v)
{
    static const char *const outcomes[] = {"indicated", "needs-review",
                                           "carve-out"};
    return ek_str_among(v->status, outcomes,
                        sizeof outcomes / sizeof *outcomes);
}

static size_t
count(const ek_verdict *v, const char *contribution)
{
    size_t n = 0;
    for (size_t i = 0; i < v->findings.n; i++)
        n += ek_str_is(v->findings.v[i].contribution, contribution);
    return n;
}

static void
put_others(struct ek_html *h, const ek_verdict *v, ek_str told)
{
    size_t strong = count(v, "strong") - ek_str_is(told, "strong");
    size_t review = count(v, "review") - ek_str_is(told, "review");
    if (strong)
        ek_html_say(h, EK_W_html_more_strong, ek_page_number(&h->page, strong),
                    nothing);
    if (review)
        ek_html_say(h, EK_W_html_more_review, ek_page_number(&h->page, review),
                    nothing);
}

/* "U6, U18" */
static void
put_waiting(struct ek_html *h, const ek_verdict *v)
{
    ek_buf out = ek_buf_on(h->page.arena);
    for (size_t i = 0; i < v->questions.n; i++) {
        ek_str id = v->questions.v[i];
        if (id.n < 2 || id.p[0] != 'U' || id.p[1] < '0' || id.p[1] > '9')
            continue;
        if (out.n)
            ek_buf_add(&out,
                       ek_catalogue_text(EK_W_comma, h->page.options.lang));
        ek_buf_add(&out, id);
    }
    if (out.n)
        ek_html_say(h, EK_W_html_waiting, ek_buf_str(&out), nothing);
}

static void
put_why(struct ek_html *h, const ek_verdict *v)
{
    if (!rests_on_text(v) || !v->findings.n) {
        ek_html_label(h, &v->reason);
        if (ek_str_is(v->status, "needs-user-fact"))
            put_waiting(h, v);
        return;
    }
    const struct ek_evidence *e = ek_term_by_strength(&h->page, v);
    ek_str where = ek_panel_where(h, &h->result->findings.v.v[e->finding]);
    ek_html_say(h, EK_W_html_reason_at, where,
                ek_label_in(&e->reason, h->page.options.lang));
    put_others(h, v, e->contribution);
}

static void
open_card(struct ek_html *h, const char *class, const char *anchor,
          ek_str anchor_end)
{
    ek_buf_printf(h->page.out, "<a class=\"card %s\" href=\"#%s", class,
                  anchor);
    ek_html_text(h, anchor_end);
    ek_html_raw(h, "\"><b>");
}

static void
put_exception(struct ek_html *h, const ek_verdict *v)
{
    const ek_result *r = h->result;
    ek_str status = r->no_result.n ? EK_STR("no-result") : v->status;
    open_card(h, ek_html_class(status), "v-", v->item);
    ek_html_text(h, ek_term_item(&h->page, v->item));
    ek_html_raw(h, " ");
    ek_html_text(h, ek_catalogue_short(v->item, h->page.options.lang));
    ek_html_raw(h, "</b><strong>");
    ek_html_icon(h, ek_html_shape(status));
    ek_html_raw(h, "<span>");
    if (r->no_result.n)
        ek_html_word(h, EK_W_leg_none);
    else
        ek_html_unbroken(h, &v->label);
    ek_html_raw(h, "</span></strong><span class=\"w\">");
    if (r->no_result.n)
        ek_html_text(h, ek_term_reason(&h->page, r));
    else
        put_why(h, v);
    ek_html_raw(h, "</span></a>\n");
}

static enum ek_word
word_of_reading(const ek_result *r, size_t unread)
{
    if (!unread)
        return EK_W_html_read_full;
    bool none = true;
    for (size_t i = 0; i < r->documents.n; i++)
        none &= ek_str_is(r->documents.v[i].readable, "none");
    return none ? EK_W_html_read_none : EK_W_html_read_part;
}

/* What stands in the place of %1 where text is a phrase of the catalogue; else
 * the text. */
static ek_str
argument_of(struct ek_html *h, enum ek_word word, ek_str text)
{
    ek_str frame = ek_catalogue_text(word, h->page.options.lang);
    ek_str before = ek_str_slice(frame, 0, ek_str_find(frame, EK_STR("%1"), 0));
    return before.n && ek_str_starts(text, before)
               ? ek_str_slice(text, before.n, text.n)
               : text;
}

/* The lines of the reading joined, for one document; which of a bundle were
 * not read in full is told above. */
static void
put_reading_of(struct ek_html *h, size_t unread)
{
    const ek_result *r = h->result;
    if (r->documents.n > 1 && unread == 0)
        return;
    if (r->documents.n > 1) {
        ek_html_say(h, EK_W_html_bundle_read,
                    ek_page_number(&h->page, r->documents.n),
                    ek_page_number(&h->page, unread));
        return;
    }
    ek_str lines = ek_panel_reading(h, 0);
    for (ek_str line = ek_str_line(&lines); line.n;
         line = ek_str_line(&lines)) {
        ek_html_text(h, argument_of(h, EK_W_read_full, ek_str_trim(line)));
        ek_html_raw(h, "<br>");
    }
}

static void
put_reading(struct ek_html *h)
{
    const ek_result *r = h->result;
    size_t unread = 0;
    for (size_t i = 0; i < r->documents.n; i++)
        unread += !ek_str_is(r->documents.v[i].readable, "full");
    open_card(h, unread ? "not-addressed" : "full", "p4", nothing);
    ek_html_word(h, EK_W_reading);
    ek_html_raw(h, "</b><strong>");
    if (unread)
        ek_html_icon(h, "page");
    ek_html_raw(h, "<span>");
    ek_html_word(h, word_of_reading(r, unread));
    ek_html_raw(h, "</span></strong><span class=\"w\">");
    put_reading_of(h, unread);
    ek_html_raw(h, "</span></a>\n");
}

static void
put_provisional(struct ek_html *h)
{
    const ek_result *r = h->result;
    size_t facts = ek_result_asked(r, "user"), n = 0;
    for (size_t i = 0; i < r->overlays.n; i++)
        n += ek_term_makes_provisional(&r->overlays.v[i]);
    if (!n && !facts)
        return;
    ek_html_raw(h, "<p class=\"prov\"><b>");
    ek_html_word(h, EK_W_html_provisional);
    ek_html_raw(h, "</b>");
    for (size_t i = 0; i < r->overlays.n; i++) {
        if (!ek_term_makes_provisional(&r->overlays.v[i]))
            continue;
        ek_html_raw(h, " ");
        ek_html_text(h, argument_of(h, EK_W_provisional,
                                    ek_label_in(&r->overlays.v[i].text,
                                                h->page.options.lang)));
    }
    if (facts) {
        ek_html_raw(h, " <a href=\"#p4\">");
        ek_html_say(h, EK_W_html_facts_open, ek_page_number(&h->page, facts),
                    nothing);
        ek_html_raw(h, "</a>");
    }
    ek_html_raw(h, "</p>\n");
}

/* What stands for other services than a store: functions made usable,
 * computing platforms. */
static void
put_functions(struct ek_html *h)
{
    enum { MOST = 8 };
    const ek_result *r = h->result;
    size_t n = 0;
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (ek_panel_place_of(v) != EK_AT_SERVICE ||
            ek_str_is(v->item, "SERVICE") || n++ >= MOST)
            continue;
        ek_html_raw(h, " <span class=\"fnc\">");
        ek_html_text(h, ek_panel_item(h, v));
        ek_html_raw(h, " ");
        ek_html_outcome(h, v->status, &v->label);
        ek_html_raw(h, "</span>");
    }
    if (n > MOST)
        ek_html_say(h, EK_W_and_more, ek_page_number(&h->page, n - MOST),
                    nothing);
}

static void
put_service(struct ek_html *h)
{
    const ek_verdict *v = ek_result_verdict(h->result, "SERVICE");
    if (!v || h->result->no_result.n)
        return;
    ek_html_raw(h, "<p class=\"svc\"><b>");
    ek_html_word(h, EK_W_html_service);
    ek_html_raw(h, "</b> ");
    ek_html_label(h, &v->label);
    put_functions(h);
    ek_html_raw(h, "</p>\n");
}

void
ek_html_lead(struct ek_html *h)
{
    const ek_result *r = h->result;
    ek_html_raw(h, "<div class=\"lead\">");
    put_title(h);
    ek_html_raw(h, "<div class=\"three\">\n");
    for (size_t i = 0; i < r->verdicts.n; i++)
        if (ek_str_starts(r->verdicts.v[i].item, EK_STR("EX-")))
            put_exception(h, &r->verdicts.v[i]);
    put_reading(h);
    ek_html_raw(h, "</div>\n");
    put_service(h);
    ek_html_decisions(h);
    put_provisional(h);
    ek_html_raw(h, "</div>\n");
}
