/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts that moved, with the changes behind them, and those that did not. */
#include "config.h"

#include "report/html_diff.h"

enum { MOST_LINKS = 6 };

static const ek_str nothing = {"", 0};

static void
put_outcome(struct ek_html_diff *d, unsigned side, uint32_t verdict)
{
    struct ek_html *h = d->version[side].h;
    ek_html_raw(h, side == EK_EARLIER ? "<td class=\"was\">"
                                      : "<td class=\"now\">");
    ek_html_raw(h, "<span class=\"wh\">");
    ek_html_word(h, side == EK_EARLIER ? EK_W_dh_earlier : EK_W_dh_later);
    ek_html_raw(h, "</span>");
    if (verdict == EK_NOT_THERE) {
        ek_html_raw(h, "<span class=\"small\">");
        ek_html_word(h, EK_W_diff_none_before);
        ek_html_raw(h, "</span></td>");
        return;
    }
    const ek_verdict *v = &d->version[side].result->verdicts.v[verdict];
    ek_html_outcome(h, v->status, &v->label);
    if (v->row.n) {
        ek_html_raw(h, "<code>");
        ek_html_say(h, EK_W_row, v->row, nothing);
        ek_html_raw(h, "</code>");
    }
    ek_html_raw(h, "</td>");
}

/* By finding of a version: whether a verdict rests on it. */
static bool *
grounds_of(struct ek_html_diff *d, unsigned side, uint32_t verdict)
{
    const ek_result *r = d->version[side].result;
    bool *grounds = ek_arena_alloc(d->h->page.arena, r->findings.v.n + 1);
    if (verdict == EK_NOT_THERE)
        return grounds;
    const ek_verdict *v = &r->verdicts.v[verdict];
    for (size_t i = 0; i < v->findings.n; i++)
        grounds[v->findings.v[i].finding] = true;
    return grounds;
}

static bool
rests_on(const struct ek_html_diff *d, const bool *const grounds[EK_BOTH],
         const struct ek_diff_entry *entry)
{
    for (size_t i = 0; i < entry->statements.n; i++) {
        const struct ek_statement_change *s =
            &d->changes->statements.v[entry->statements.v[i]];
        if ((s->before != EK_NOT_THERE && grounds[EK_EARLIER][s->before]) ||
            (s->after != EK_NOT_THERE && grounds[EK_LATER][s->after]))
            return true;
    }
    return false;
}

static uint32_t
place_of(const ek_result *r, const char *item)
{
    const ek_verdict *v = ek_result_verdict(r, item);
    return v ? (uint32_t)(v - r->verdicts.v) : EK_NOT_THERE;
}

/* Row B7 rests on the change, that is on what counts in exception 1. */
static struct ek_verdict_change
ground_of(const struct ek_html_diff *d, const struct ek_verdict_change *c)
{
    const ek_result *r = d->changes->after;
    struct ek_verdict_change ground = *c;
    if (c->after != EK_NOT_THERE &&
        ek_str_starts(r->verdicts.v[c->after].row, EK_STR("B7")))
        ground = (struct ek_verdict_change){.before = EK_NOT_THERE,
                                            .after = place_of(r, "EX-1")};
    return ground;
}

static void
put_links(struct ek_html_diff *d, const struct ek_verdict_change *change)
{
    struct ek_html *h = d->h;
    const struct ek_verdict_change c = ground_of(d, change);
    const bool *const grounds[] = {grounds_of(d, EK_EARLIER, c.before),
                                   grounds_of(d, EK_LATER, c.after)};
    size_t n = 0;
    for (uint32_t i = 0; i < d->entries.v.n && n < MOST_LINKS; i++) {
        const struct ek_diff_entry *entry = &d->entries.v.v[i];
        if (!rests_on(d, grounds, entry))
            continue;
        ek_buf_printf(h->page.out, " <a class=\"nb\" href=\"#d%u\">", i + 1);
        ek_html_say(h, EK_W_dh_change, ek_page_ordinal(&h->page, i + 1),
                    nothing);
        ek_html_raw(h, "</a>");
        n++;
    }
}

static void
put_verdict(struct ek_html_diff *d, const struct ek_verdict_change *c)
{
    struct ek_html *h = d->h;
    const ek_verdict *shown = c->after != EK_NOT_THERE
                                  ? &d->changes->after->verdicts.v[c->after]
                                  : &d->changes->before->verdicts.v[c->before];
    ek_html_raw(h, "<tr><th scope=\"row\">");
    ek_html_text(h, ek_diff_item(&h->page, shown));
    ek_html_raw(h, "</th>");
    put_outcome(d, EK_EARLIER, c->before);
    ek_html_raw(h, "<td class=\"ar\" aria-hidden=\"true\">&#8594;</td>");
    put_outcome(d, EK_LATER, c->after);
    ek_html_raw(h, "<td>");
    ek_html_label(h, &shown->reason);
    put_links(d, c);
    ek_html_raw(h, "</td></tr>\n");
}

static bool
has_moved(const ek_changes *changes, uint32_t verdict)
{
    for (size_t i = 0; i < changes->verdicts.n; i++)
        if (changes->verdicts.v[i].after == verdict)
            return true;
    return false;
}

static void
put_unmoved(struct ek_html_diff *d)
{
    struct ek_html *h = d->h;
    const ek_result *r = d->changes->after;
    ek_buf items = ek_buf_on(h->page.arena);
    size_t n = 0;
    for (uint32_t i = 0; i < r->verdicts.n; i++) {
        if (has_moved(d->changes, i))
            continue;
        if (n++)
            ek_buf_add(&items,
                       ek_catalogue_text(EK_W_comma, h->page.options.lang));
        ek_buf_add(&items, ek_diff_item(&h->page, &r->verdicts.v[i]));
    }
    if (!n)
        return;
    ek_html_raw(h, "<p class=\"same\">");
    ek_html_say(h, EK_W_dh_unmoved, ek_page_number(&h->page, n),
                ek_buf_str(&items));
    ek_html_raw(h, "</p>\n");
}

static void
put_heads(struct ek_html *h)
{
    static const enum ek_word heads[] = {EK_W_diff_item, EK_W_dh_earlier,
                                         EK_W_dh_later, EK_W_diff_reason};
    ek_html_raw(h, "<thead><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (i == 2)
            ek_html_raw(h, "<td></td>");
        ek_html_raw(h, "<th scope=\"col\">");
        ek_html_word(h, heads[i]);
        ek_html_raw(h, "</th>");
    }
    ek_html_raw(h, "</tr></thead>");
}

void
ek_html_diff_verdicts(struct ek_html_diff *d)
{
    struct ek_html *h = d->h;
    if (!ek_changes_comparable(d->changes))
        return;
    ek_html_raw(h, "<h2 id=\"vm\">");
    ek_html_word(h, EK_W_diff_head_verdicts);
    ek_html_raw(h, " <small>");
    ek_html_put_number(h, d->changes->verdicts.n);
    ek_html_raw(h, "</small></h2>\n<div class=\"card\">");
    if (d->changes->verdicts.n) {
        ek_html_raw(h, "<table class=\"mv\" aria-labelledby=\"vm\">");
        put_heads(h);
        ek_html_raw(h, "<tbody>\n");
        for (size_t i = 0; i < d->changes->verdicts.n; i++)
            put_verdict(d, &d->changes->verdicts.v[i]);
        ek_html_raw(h, "</tbody></table>");
    }
    put_unmoved(d);
    ek_html_raw(h, "</div>\n");
}
