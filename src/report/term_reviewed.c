/* SPDX-License-Identifier: Apache-2.0 */
/* What reviewers decided, beside what it is about; below, what has to be looked
 * at again, wherever on the page it stands. */
#include "config.h"

#include "report/term.h"

enum { KEEP = 24, SUBJECT_COLUMN = 5 };

static const ek_str nothing = {"", 0};

static void
put_review(struct ek_page *page, const ek_review *review, unsigned column)
{
    ek_str reason = ek_page_text(page, review->decision.reason);
    ek_str redline = ek_reviewed_redline(page, review, KEEP);
    ek_page_to(page, column);
    ek_page_wrap(page, column + 2,
                 ek_review_asks_again(review) ? EK_BOLD : EK_PLAIN,
                 ek_reviewed_line(page, review), 0);
    if (reason.n) {
        ek_page_to(page, column + 2);
        ek_page_wrap(page, column + 2, EK_DIM,
                     ek_page_say(page, EK_W_dc_reason, reason, nothing), 0);
    }
    if (redline.n) {
        ek_page_to(page, column + 2);
        ek_page_wrap(page, column + 2, EK_PLAIN,
                     ek_page_say(page, EK_W_dc_change, redline, nothing), 0);
    }
}

static const ek_review *
review_at(const struct ek_page *page, uint32_t i)
{
    return &page->reviewed->result->reviews.v.v[i];
}

void
ek_term_reviews(struct ek_page *page, uint32_t first, unsigned column)
{
    for (uint32_t i = first; i != EK_DECIDED_NOTHING;
         i = page->reviewed->next[i])
        if (review_at(page, i)->decision.state != EK_DECIDED_OPEN)
            put_review(page, review_at(page, i), column);
}

enum section { AGAIN, ELSEWHERE, ORPHANS, SECTIONS };

/* Beside the exceptions and the findings it stands already. */
static bool
is_elsewhere(const ek_review *review)
{
    return review->decision.about != EK_ABOUT_FINDING &&
           !ek_str_starts(review->decision.subject, EK_STR("EX-"));
}

static bool
belongs(const ek_review *review, enum section section)
{
    bool orphan = ek_review_is_orphan(review);
    bool again = ek_review_asks_again(review);
    if (section == ORPHANS)
        return orphan;
    if (section == AGAIN)
        return again;
    return !orphan && !again && is_elsewhere(review) && ek_review_holds(review);
}

/* "[ 3] provider-viewing  第12条第1項" */
static void
put_subject(struct ek_page *page, const ek_result *r, const ek_review *review)
{
    ek_page_to(page, EK_PAGE_MARGIN);
    if (review->finding < r->findings.v.n) {
        const ek_finding *f = &r->findings.v.v[review->finding];
        ek_page_to(page, SUBJECT_COLUMN);
        ek_page_put(
            page, EK_BOLD,
            ek_arena_printf(page->arena, "[%2u] ", review->finding + 1));
        ek_page_put(page, EK_PLAIN, ek_reviewed_subject(page, review));
        ek_page_to(page, page->cells + 2);
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_DIM,
                     ek_term_article(page, r, f), 0);
    } else {
        ek_page_to(page, SUBJECT_COLUMN);
        ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_BOLD,
                     ek_reviewed_subject(page, review), 0);
    }
    if (page->cells)
        ek_page_end(page);
}

static void
put_section(struct ek_page *page, const ek_result *r, enum section section)
{
    static const enum ek_word heads[SECTIONS] = {
        EK_W_dc_head_again, EK_W_dc_head_verdicts, EK_W_dc_head_orphans};
    size_t shown = 0, hidden = 0;
    for (uint32_t i = 0; i < r->reviews.v.n; i++) {
        const ek_review *review = &r->reviews.v.v[i];
        if (!belongs(review, section))
            continue;
        if (!page->options.all && shown == EK_TERM_MOST) {
            hidden++;
            continue;
        }
        if (shown++ == 0)
            ek_page_heading(page, heads[section]);
        put_subject(page, r, review);
        if (section == ORPHANS && review->decision.quote.n) {
            ek_page_to(page, EK_TERM_QUOTE_INDENT);
            ek_page_wrap(page, EK_TERM_QUOTE_INDENT, EK_DIM,
                         ek_page_text(page, review->decision.quote), 2);
        }
        put_review(page, review, EK_TERM_QUOTE_INDENT);
    }
    ek_term_more(page, hidden);
}

void
ek_term_reviewed(struct ek_page *page, const ek_result *r)
{
    if (!page->reviewed)
        return;
    for (enum section i = 0; i < SECTIONS; i++)
        put_section(page, r, i);
}
