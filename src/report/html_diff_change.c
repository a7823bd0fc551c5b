/* SPDX-License-Identifier: Apache-2.0 */
/* A card a change in substance: what was found and which way it went, then
 * both wordings side by side. */
#include "config.h"

#include "report/html_diff.h"
#include "report/html_panel.h"

static const ek_str nothing = {"", 0};

static const char *
class_of(const struct ek_diff_entry *entry, const struct ek_statement_change *s)
{
    static const char *const classes[] = {[EK_SHIFT_STRONGER] = "w",
                                          [EK_SHIFT_WEAKER] = "u",
                                          [EK_SHIFT_OPEN] = "x"};
    return ek_diff_is_replaced(entry, s) ? "r" : classes[s->shift];
}

static void
put_tier(struct ek_html *h, const ek_finding *f)
{
    if (f->tier != EK_TIER_CLUE)
        return;
    ek_html_raw(h, " <span class=\"tag clue\">");
    ek_html_word(h, EK_W_pn_clue);
    ek_html_raw(h, "</span>");
}

static void
put_statement(struct ek_html_diff *d, const struct ek_diff_entry *entry,
              const struct ek_statement_change *s)
{
    struct ek_html *h = d->h;
    const ek_finding *f = ek_diff_finding(d->changes, s, NULL);
    ek_buf_printf(h->page.out, "<li><span class=\"dir %s\">",
                  class_of(entry, s));
    ek_html_text(h, ek_diff_shift_word(&h->page, d->changes, entry, s));
    ek_html_raw(h, "</span> <span class=\"what\"><b>");
    ek_html_text(h, ek_panel_title(h, f));
    ek_html_raw(h, "</b>");
    put_tier(h, f);
    ek_html_raw(h, " <span>");
    ek_html_text(h, ek_diff_kind_word(&h->page, s));
    ek_html_raw(h, "</span>");
    for (size_t i = 0; i < s->qualities.n; i++) {
        ek_html_raw(h, " <span class=\"ql\">");
        ek_html_text(
            h, ek_diff_quality(&h->page, &s->qualities.v[i], "\xE2\x86\x92"));
        ek_html_raw(h, "</span>");
    }
    ek_html_raw(h, "</span> ");
    ek_panel_code(h, f->clause);
    ek_html_raw(h, "</li>\n");
}

static void
put_head(struct ek_html_diff *d, const struct ek_diff_entry *entry,
         uint32_t number)
{
    struct ek_html *h = d->h;
    const struct ek_statement_change *first =
        &d->changes->statements.v[entry->statements.v[0]];
    ek_str title = ek_panel_title(h, ek_diff_finding(d->changes, first, NULL));
    ek_str change = ek_page_say(&h->page, EK_W_dh_change,
                                ek_page_ordinal(&h->page, number), nothing);
    ek_buf_printf(h->page.out, "<header><h3 id=\"d%uh\">", number);
    ek_html_say(h, EK_W_html_reason_at, change, title);
    if (entry->statements.n > 1)
        ek_html_say(h, EK_W_and_more,
                    ek_page_number(&h->page, entry->statements.n - 1), nothing);
    ek_html_raw(h, "</h3>");
    ek_html_diff_to_text(d, d->row_of_entry[number - 1], EK_W_dh_in_text);
    ek_html_raw(h, "</header>\n<ul class=\"st\">\n");
    for (size_t i = 0; i < entry->statements.n; i++)
        put_statement(d, entry,
                      &d->changes->statements.v[entry->statements.v[i]]);
    ek_html_raw(h, "</ul>\n");
}

/* The first finding of the entry that this version has. */
static const ek_finding *
finding_of(const struct ek_html_diff *d, const struct ek_diff_entry *entry,
           unsigned side)
{
    for (size_t i = 0; i < entry->statements.n; i++) {
        const struct ek_statement_change *s =
            &d->changes->statements.v[entry->statements.v[i]];
        uint32_t finding = side == EK_EARLIER ? s->before : s->after;
        if (finding != EK_NOT_THERE)
            return &d->version[side].result->findings.v.v[finding];
    }
    return NULL;
}

static void
put_blocks(struct ek_html_diff *d, const struct ek_diff_entry *entry,
           unsigned side, const ek_finding *f)
{
    struct ek_place_in place;
    struct ek_html_diff_cell cell = {
        .side = side, .clause = entry->clause, .entry = entry, .brief = true};
    if (entry->clause != EK_NOT_THERE) {
        const struct ek_clause_change *c =
            &d->changes->clauses.v[entry->clause];
        cell.places = side == EK_EARLIER ? c->before.v : c->after.v;
        cell.n = side == EK_EARLIER ? c->before.n : c->after.n;
    } else if (f && f->kind == EK_PRESENT &&
               ek_html_diff_block_at(&d->version[side], f->document,
                                     f->span.begin, &place)) {
        cell.places = &place;
        cell.n = 1;
    }
    if (cell.n) {
        ek_html_diff_cell(d, &cell);
        return;
    }
    ek_html_raw(d->h, f ? "<p>" : "<p class=\"none\">");
    if (f) {
        ek_panel_quote(d->version[side].h, f, 0);
    } else {
        ek_html_icon(d->h, "not-addressed");
        ek_html_word(d->h, side == EK_EARLIER ? EK_W_dh_none_earlier
                                              : EK_W_dh_none_later);
    }
    ek_html_raw(d->h, "</p>");
}

static void
put_side(struct ek_html_diff *d, const struct ek_diff_entry *entry,
         unsigned side)
{
    struct ek_html *h = d->version[side].h;
    const ek_finding *f = finding_of(d, entry, side);
    ek_html_raw(h, "<div><h4>");
    ek_html_word(h, side == EK_EARLIER ? EK_W_dh_earlier : EK_W_dh_later);
    if (f) {
        ek_html_raw(h, " <span>");
        ek_html_text(h, ek_panel_where(h, f));
        ek_html_raw(h, "</span>");
    }
    ek_html_raw(h, "</h4>");
    put_blocks(d, entry, side, f);
    ek_html_raw(h, "</div>");
}

static void
put_entry(struct ek_html_diff *d, uint32_t i)
{
    struct ek_html *h = d->h;
    const struct ek_diff_entry *entry = &d->entries.v.v[i];
    ek_buf_printf(h->page.out,
                  "<article class=\"ch card\" id=\"d%u\" tabindex=\"-1\" "
                  "aria-labelledby=\"d%uh\">",
                  i + 1, i + 1);
    put_head(d, entry, i + 1);
    ek_html_raw(h, "<div class=\"two\">");
    put_side(d, entry, EK_EARLIER);
    put_side(d, entry, EK_LATER);
    ek_html_raw(h, "</div></article>\n");
}

void
ek_html_diff_changes(struct ek_html_diff *d)
{
    struct ek_html *h = d->h;
    if (!d->entries.v.n)
        return;
    ek_html_raw(h, "<h2 id=\"ch\" tabindex=\"-1\">");
    ek_html_word(h, EK_W_diff_head_changes);
    ek_html_raw(h, " <small>");
    ek_html_put_number(h, d->entries.v.n);
    ek_html_raw(h, "</small></h2>\n");
    for (uint32_t i = 0; i < d->entries.v.n; i++)
        put_entry(d, i);
}
