/* SPDX-License-Identifier: Apache-2.0 */
/* What stands beside the exceptions: other findings, clues, what the contract
 * does not address, and where the search was given up. */
#include "config.h"

#include "report/term.h"

enum { CLUE_LINES = 2, SILENT_LINES = 2 };

static const ek_str nothing = {"", 0};

/* The first check that a finding is evidence of, and as what. */
static struct ek_term_line
line_of(struct ek_page *page, const ek_result *r, uint32_t finding)
{
    struct ek_term_line line = {{EK_STR(" +"), EK_PLAIN},
                                finding,
                                nothing,
                                nothing,
                                EK_TERM_QUOTE_LINES};
    for (size_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        for (size_t e = 0; e < v->findings.n; e++) {
            if (v->findings.v[e].finding != finding)
                continue;
            line.mark = ek_mark_of(v->findings.v[e].contribution);
            line.margin = ek_term_item(page, v->item);
            return line;
        }
    }
    return line;
}

static void
put_findings(struct ek_page *page, const ek_result *r, ek_tier tier,
             enum ek_word heading)
{
    bool all = page->options.all;
    size_t shown = 0, hidden = 0;
    for (uint32_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = &r->findings.v.v[i];
        if (f->kind != EK_PRESENT || f->tier != tier ||
            ek_term_is_evidence(r, i))
            continue;
        if (!all && shown == EK_TERM_MOST) {
            hidden++;
            continue;
        }
        if (shown++ == 0)
            ek_page_heading(page, heading);
        struct ek_term_line line = line_of(page, r, i);
        if (tier == EK_TIER_CLUE)
            line.lines = CLUE_LINES;
        if (all)
            line.lines = 0;
        ek_term_finding(page, r, &line);
    }
    ek_term_more(page, hidden);
}

static ek_str
title_of(struct ek_page *page, const ek_finding *f)
{
    ek_str title = ek_page_label(page, &f->title);
    return title.n ? title : ek_page_text(page, f->clause);
}

static void
put_silent(struct ek_page *page, const ek_result *r)
{
    unsigned right = page->options.width - EK_PAGE_MARGIN, line = 0;
    size_t shown = 0, hidden = 0;
    for (size_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = &r->findings.v.v[i];
        if (f->kind != EK_ABSENT)
            continue;
        ek_str title = title_of(page, f);
        bool fits = page->cells + 5 + ek_width(title) <= right;
        if (hidden || (line == SILENT_LINES && !fits && !page->options.all)) {
            hidden++;
            continue;
        }
        if (shown++ == 0)
            ek_page_heading(page, EK_W_silent);
        if (page->cells && !fits)
            ek_page_end(page);
        line += page->cells == 0;
        ek_page_to(page, page->cells + 2);
        ek_page_put(page, EK_PLAIN, EK_STR(".. "));
        ek_page_flow(page, 5, EK_PLAIN, title);
    }
    if (page->cells)
        ek_page_end(page);
    if (hidden == 0)
        return;
    ek_page_to(page, 5);
    ek_page_put(
        page, EK_PLAIN,
        ek_page_say(page, EK_W_more, ek_page_number(page, hidden), nothing));
    ek_page_end(page);
}

static void
put_gave_up(struct ek_page *page, const ek_result *r)
{
    bool any = false;
    for (size_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = &r->findings.v.v[i];
        if (f->kind != EK_GAVE_UP)
            continue;
        if (!any)
            ek_page_heading(page, EK_W_gave_up_head);
        any = true;
        ek_page_put(page, EK_PLAIN, EK_STR("  xx "));
        ek_page_put(page, EK_PLAIN, title_of(page, f));
        ek_page_put(page, EK_PLAIN, EK_STR(": "));
        ek_page_wrap(page, 5, EK_PLAIN, ek_page_text(page, f->reason), 0);
    }
}

void
ek_term_lists(struct ek_page *page, const ek_result *r)
{
    put_findings(page, r, EK_TIER_FINDING, EK_W_elsewhere);
    put_findings(page, r, EK_TIER_CLUE, EK_W_clues);
    put_silent(page, r);
    put_gave_up(page, r);
}
