/* SPDX-License-Identifier: Apache-2.0 */
/* The answer, the two versions, what makes the answer provisional. */
#include "config.h"

#include "report/html_diff.h"

enum { SHORT_HASH = 8 };

static void
put_version(struct ek_html_diff *d, unsigned side)
{
    struct ek_html *h = d->version[side].h;
    struct ek_page *page = &h->page;
    const ek_result *r = d->version[side].result;
    const ek_document *document = &r->documents.v[0];
    ek_html_raw(h, "<li><b>");
    ek_html_word(h, side == EK_EARLIER ? EK_W_dh_earlier : EK_W_dh_later);
    ek_html_raw(h, "</b> <span class=\"nm\">");
    ek_html_text(h, ek_term_title(page, r));
    ek_html_raw(h, "</span> <span>");
    ek_html_text(h, ek_result_name(r));
    ek_html_raw(h, "</span>");
    if (document->dated.n) {
        ek_html_raw(h, " <span>");
        ek_html_say(h, EK_W_html_dated, ek_page_date(page, document->dated),
                    EK_STR(""));
        ek_html_raw(h, "</span>");
    }
    ek_html_raw(h, " <code>");
    ek_html_text(h, ek_str_slice(document->sha256, 0, SHORT_HASH));
    ek_html_raw(h, "</code></li>\n");
}

/* How many work which way. */
static void
put_ways(struct ek_html_diff *d)
{
    static const struct {
        const char *class;
        enum ek_word word;
    } ways[] = {[EK_SHIFT_STRONGER] = {"w", EK_W_diff_count_wider},
                [EK_SHIFT_WEAKER] = {"u", EK_W_diff_count_narrower},
                [EK_SHIFT_OPEN] = {"x", EK_W_diff_count_open}};
    struct ek_html *h = d->h;
    if (!d->entries.v.n)
        return;
    ek_html_raw(h, "<p class=\"ways\">");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!d->entries.shifts[i])
            continue;
        ek_buf_printf(h->page.out, "<a class=\"dir %s\" href=\"#ch\">",
                      ways[i].class);
        ek_html_say(h, ways[i].word,
                    ek_page_number(&h->page, d->entries.shifts[i]), EK_STR(""));
        ek_html_raw(h, "</a> ");
    }
    ek_html_raw(h, "</p>\n");
}

void
ek_html_diff_lead(struct ek_html_diff *d)
{
    struct ek_html *h = d->h;
    ek_str remarks[EK_DIFF_REMARKS];
    size_t n = ek_diff_remarks(&h->page, d->changes, remarks);
    ek_html_raw(h, "<h1>");
    ek_html_text(h, ek_diff_answer(&h->page, d->changes, &d->entries));
    ek_html_raw(h, "</h1>\n<ul class=\"vs\">\n");
    put_version(d, EK_EARLIER);
    put_version(d, EK_LATER);
    ek_html_raw(h, "</ul>\n");
    put_ways(d);
    for (size_t i = 0; i < n; i++) {
        ek_html_raw(h, "<p class=\"prov\">");
        ek_html_text(h, remarks[i]);
        ek_html_raw(h, "</p>\n");
    }
}
