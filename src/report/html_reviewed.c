/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions on a page: beside what they are about, never in its place. */
#include "config.h"

#include "report/html_sheet.h"

static const ek_str nothing = {"", 0};

static const ek_review *
review_at(const struct ek_html *h, uint32_t i)
{
    return &h->result->reviews.v.v[i];
}

static void
put_redline(struct ek_html *h, const ek_review *review)
{
    if (!review->redline.n)
        return;
    ek_html_raw(h, "<p class=\"rl\">");
    for (size_t i = 0; i < review->redline.n; i++) {
        const struct ek_reworded *piece = &review->redline.v[i];
        const char *tag = piece->kind == '-'   ? "del"
                          : piece->kind == '+' ? "ins"
                                               : NULL;
        if (tag)
            ek_buf_printf(h->page.out, "<%s>", tag);
        ek_html_text(h, piece->text);
        if (tag)
            ek_buf_printf(h->page.out, "</%s>", tag);
    }
    ek_html_raw(h, "</p>\n");
}

/* State and reviewer, how it stands, the reason, what changed. */
void
ek_html_review(struct ek_html *h, const ek_review *review)
{
    struct ek_page *page = &h->page;
    ek_str reason = ek_page_text(page, review->decision.reason);
    ek_buf_printf(page->out, "<div class=\"dc%s\"><p>",
                  ek_review_asks_again(review)  ? " again"
                  : ek_review_is_orphan(review) ? " gone"
                                                : "");
    ek_html_text(h, ek_reviewed_line(page, review));
    ek_html_raw(h, "</p>\n");
    if (reason.n) {
        ek_html_raw(h, "<p>");
        ek_html_say(h, EK_W_dc_reason, reason, nothing);
        ek_html_raw(h, "</p>\n");
    }
    put_redline(h, review);
    ek_html_raw(h, "</div>\n");
}

void
ek_html_reviews(struct ek_html *h, uint32_t first)
{
    for (uint32_t i = first; i != EK_DECIDED_NOTHING;
         i = h->page.reviewed->next[i])
        if (review_at(h, i)->decision.state != EK_DECIDED_OPEN)
            ek_html_review(h, review_at(h, i));
}

void
ek_html_decisions(struct ek_html *h)
{
    if (!h->page.reviewed)
        return;
    ek_html_raw(h, "<p class=\"svc\"><b>");
    ek_html_word(h, EK_W_dc_head);
    ek_html_raw(h, "</b> <a href=\"#decisions\">");
    ek_html_text(h, ek_reviewed_counts(&h->page, h->page.reviewed));
    ek_html_raw(h, "</a></p>\n");
}

/* A verdict, a finding with its title. */
static void
put_subject(struct ek_panel *p, const ek_review *review)
{
    struct ek_html *h = p->h;
    const ek_result *r = h->result;
    ek_html_raw(h, "<p class=\"nm\">");
    if (review->finding < r->findings.v.n) {
        const ek_finding *f = &r->findings.v.v[review->finding];
        uint32_t number = h->notes[review->finding].number;
        ek_buf_printf(h->page.out, "<a href=\"#%c%u\">", number ? 'c' : 'x',
                      number ? number : review->finding + 1);
        if (number)
            ek_buf_printf(h->page.out, "<span class=\"num\">%u</span> ",
                          number);
        ek_html_text(h, ek_panel_title(h, f));
        ek_html_raw(h, "</a>");
    } else if (review->verdict < r->verdicts.n) {
        ek_panel_link(h, p->verdicts.anchors[review->verdict],
                      ek_panel_item(h, &r->verdicts.v[review->verdict]));
    } else {
        ek_html_text(h, ek_reviewed_subject(&h->page, review));
    }
    ek_html_raw(h, "</p>\n");
}

static void
put_list(struct ek_panel *p, enum ek_word heading,
         bool (*belongs)(const ek_review *))
{
    struct ek_html *h = p->h;
    size_t n = 0;
    for (uint32_t i = 0; i < h->result->reviews.v.n; i++) {
        const ek_review *review = review_at(h, i);
        if (!belongs(review))
            continue;
        if (!n++) {
            ek_panel_heading(h, heading, nothing);
            ek_html_raw(h, "<ul class=\"gl\">\n");
        }
        ek_html_raw(h, "<li class=\"wide\"><div>");
        put_subject(p, review);
        if (ek_review_is_orphan(review) && review->decision.quote.n) {
            ek_html_raw(h, "<p class=\"why\">");
            ek_html_text(h, ek_page_text(&h->page, review->decision.quote));
            ek_html_raw(h, "</p>\n");
        }
        ek_html_review(h, review);
        ek_html_raw(h, "</div></li>\n");
    }
    if (n)
        ek_html_raw(h, "</ul>\n");
}

void
ek_panel_decisions(struct ek_panel *p)
{
    struct ek_html *h = p->h;
    if (!h->page.reviewed)
        return;
    ek_html_raw(h, "<section id=\"decisions\">");
    ek_panel_heading(h, EK_W_dc_head, nothing);
    ek_html_raw(h, "<p class=\"small\">");
    ek_html_text(h, ek_reviewed_counts(&h->page, h->page.reviewed));
    ek_html_raw(h, "<br>");
    ek_html_word(h, EK_W_dc_kept);
    ek_html_raw(h, "</p>\n");
    put_list(p, EK_W_dc_head_again, ek_review_asks_again);
    put_list(p, EK_W_dc_head_orphans, ek_review_is_orphan);
    ek_html_raw(h, "</section>\n");
}

void
ek_sheet_orphans(struct ek_html *h)
{
    if (!h->page.reviewed || !h->page.reviewed->orphans)
        return;
    ek_html_raw(h, "<h3>");
    ek_html_word(h, EK_W_dc_head_orphans);
    ek_html_raw(h, "</h3>\n");
    for (uint32_t i = 0; i < h->result->reviews.v.n; i++) {
        const ek_review *review = review_at(h, i);
        if (!ek_review_is_orphan(review))
            continue;
        ek_html_raw(h, "<p>");
        ek_html_text(h, ek_reviewed_subject(&h->page, review));
        ek_html_raw(h, "</p>\n");
        ek_html_review(h, review);
    }
}

char
ek_html_decided(const struct ek_html *h, uint32_t finding)
{
    static const char letters[] = {[EK_NOW_NOT_DECIDED] = 'n',
                                   [EK_NOW_DECIDED] = 'd',
                                   [EK_NOW_AGAIN] = 'a'};
    const struct ek_reviewed *all = h->page.reviewed;
    return letters[ek_reviewed_now(all, ek_reviewed_finding(all, finding))];
}

static void
put_chip(struct ek_html *h, const char *value, enum ek_word word, size_t n)
{
    ek_buf_printf(h->page.out,
                  "<label class=\"chip\"><input type=\"radio\" name=\"de\" "
                  "value=\"%s\"%s><span>",
                  value, word == EK_W_html_all ? " checked" : "");
    ek_html_word(h, word);
    ek_html_raw(h, " ");
    ek_buf_add(h->page.out, ek_page_number(&h->page, n));
    ek_html_raw(h, "</span></label>");
}

void
ek_html_decided_filter(struct ek_html *h)
{
    size_t all = 0, decided = 0, again = 0;
    if (!h->page.reviewed)
        return;
    for (uint32_t i = 0; i < h->result->findings.v.n; i++) {
        if (!h->notes[i].number)
            continue;
        all++;
        decided += ek_html_decided(h, i) == 'd';
        again += ek_html_decided(h, i) == 'a';
    }
    ek_html_raw(h, "<fieldset><legend>");
    ek_html_word(h, EK_W_dc_head);
    ek_html_raw(h, "</legend>");
    put_chip(h, "all", EK_W_html_all, all);
    put_chip(h, "n", EK_W_dc_not_decided, all - decided - again);
    put_chip(h, "d", EK_W_dc_decided, decided);
    put_chip(h, "a", EK_W_dc_again, again);
    ek_html_raw(h, "</fieldset>\n");
}
