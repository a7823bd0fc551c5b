/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/decide.h"

#include "report/term.h"

enum { ID_COLUMN = 2, TEXT_COLUMN = 12, ID_DIGITS = 8, KEEP = 24 };

static const ek_str nothing = {"", 0};

static ek_str
short_id(ek_str id)
{
    return ek_str_slice(id, 0, ID_DIGITS);
}

/* By what it is named to decide again. */
static ek_str
id_of(struct ek_page *page, const ek_result *r, const ek_review *review)
{
    const ek_finding *f = ek_review_finding(r, review);
    if (f && f->fingerprint.n)
        return ek_page_text(page, short_id(f->fingerprint));
    return ek_page_text(page, ek_review_is_orphan(review)
                                  ? short_id(review->decision.id)
                                  : review->decision.subject);
}

static void
put_row(struct ek_page *page, ek_str id, ek_str what, ek_str where)
{
    ek_page_to(page, ID_COLUMN);
    ek_page_put(page, EK_CYAN, id);
    ek_page_to(page, page->cells + 1);
    ek_page_to(page, TEXT_COLUMN);
    ek_page_flow(page, TEXT_COLUMN, EK_BOLD, what);
    if (where.n)
        ek_page_to(page, page->cells + 2);
    ek_page_wrap(page, TEXT_COLUMN, EK_DIM, where, 0);
    if (page->cells)
        ek_page_end(page);
}

static void
put_text(struct ek_page *page, enum ek_style style, ek_str text, unsigned lines)
{
    if (text.n == 0)
        return;
    ek_page_to(page, TEXT_COLUMN);
    ek_page_wrap(page, TEXT_COLUMN, style, text, lines);
}

/* Beside its id: an orphan's, and a finding's, does not tell it. */
static ek_str
what_of(struct ek_page *page, const ek_result *r, const ek_review *review)
{
    const ek_finding *f = ek_review_finding(r, review);
    const ek_verdict *v = ek_review_verdict(r, review);
    if (v)
        return ek_page_label(page, &v->title);
    return f && !f->fingerprint.n ? ek_page_label(page, &f->title)
                                  : ek_reviewed_subject(page, review);
}

static void
put_review(struct ek_page *page, const ek_result *r, const ek_review *review)
{
    const ek_finding *f = ek_review_finding(r, review);
    ek_str redline = ek_reviewed_redline(page, review, KEEP);
    put_row(page, id_of(page, r, review), what_of(page, r, review),
            f && f->kind == EK_PRESENT ? ek_term_article(page, r, f) : nothing);
    put_text(page, EK_PLAIN, ek_reviewed_line(page, review), 0);
    put_text(page, EK_DIM,
             ek_page_say(page, EK_W_dc_reason,
                         ek_page_text(page, review->decision.reason), nothing),
             0);
    if (redline.n)
        put_text(page, EK_PLAIN,
                 ek_page_say(page, EK_W_dc_change, redline, nothing), 0);
    else
        put_text(page, EK_DIM, ek_page_text(page, review->decision.quote), 2);
}

enum section { HOLDING, AGAIN, ORPHANS, SECTIONS };

static enum section
section_of(const ek_review *review)
{
    return ek_review_is_orphan(review)    ? ORPHANS
           : ek_review_asks_again(review) ? AGAIN
                                          : HOLDING;
}

static void
put_section(struct ek_page *page, const ek_result *r, enum section section)
{
    static const enum ek_word heads[SECTIONS] = {EK_W_dl_holding, EK_W_dl_again,
                                                 EK_W_dl_orphans};
    size_t shown = 0;
    for (size_t i = 0; i < r->reviews.v.n; i++) {
        const ek_review *review = &r->reviews.v.v[i];
        if (section_of(review) != section)
            continue;
        if (shown++ == 0)
            ek_page_heading(page, heads[section]);
        put_review(page, r, review);
    }
}

/* A withdrawn decision decides nothing. */
static bool
is_undecided(const struct ek_page *page, uint32_t first)
{
    return ek_reviewed_now(page->reviewed, first) == EK_NOW_NOT_DECIDED;
}

static bool
is_listed(const struct ek_page *page, const ek_result *r, uint32_t i,
          ek_finding_kind kind, ek_tier tier)
{
    const ek_finding *f = &r->findings.v.v[i];
    return f->kind == kind && (kind != EK_PRESENT || f->tier == tier) &&
           is_undecided(page, ek_reviewed_finding(page->reviewed, i));
}

static void
put_findings(struct ek_page *page, const ek_result *r, ek_tier tier,
             enum ek_word head)
{
    size_t n = 0;
    for (uint32_t i = 0; i < r->findings.v.n; i++) {
        const ek_finding *f = &r->findings.v.v[i];
        if (!is_listed(page, r, i, EK_PRESENT, tier))
            continue;
        if (n++ == 0)
            ek_page_heading(page, head);
        put_row(page, ek_page_text(page, short_id(f->fingerprint)),
                ek_page_text(page, f->clause), ek_term_article(page, r, f));
        put_text(page, EK_DIM, ek_page_text(page, f->quote), 2);
    }
}

static void
put_absences(struct ek_page *page, const ek_result *r)
{
    ek_buf ids = ek_buf_on(page->arena);
    size_t n = 0;
    for (uint32_t i = 0; i < r->findings.v.n; i++)
        if (is_listed(page, r, i, EK_ABSENT, EK_TIER_FINDING)) {
            ek_buf_puts(&ids, n++ ? " " : "");
            ek_buf_add(&ids, ek_page_text(page, r->findings.v.v[i].clause));
        }
    if (n) {
        ek_page_heading(page, EK_W_dl_absences);
        ek_page_to(page, ID_COLUMN);
        ek_page_wrap(page, ID_COLUMN, EK_PLAIN, ek_buf_str(&ids), 0);
    }
}

static void
put_verdicts(struct ek_page *page, const ek_result *r)
{
    size_t n = 0;
    for (uint32_t i = 0; i < r->verdicts.n; i++) {
        const ek_verdict *v = &r->verdicts.v[i];
        if (!is_undecided(page, ek_reviewed_verdict(page->reviewed, i)))
            continue;
        if (n++ == 0)
            ek_page_heading(page, EK_W_dl_verdicts);
        put_row(page, ek_page_text(page, v->item),
                ek_page_label(page, &v->label), ek_page_label(page, &v->title));
    }
}

static void
put_head(struct ek_page *page, ek_str name)
{
    ek_page_wrap(
        page, 0, EK_BOLD,
        ek_page_say(page, EK_W_dl_head, ek_page_text(page, name), nothing), 0);
    if (page->reviewed) {
        ek_page_to(page, ID_COLUMN);
        ek_page_wrap(page, ID_COLUMN, EK_PLAIN,
                     ek_reviewed_counts(page, page->reviewed), 0);
    }
}

void
ek_decide_list(ek_arena *arena, ek_buf *out,
               const struct ek_report_options *options, const ek_result *r,
               ek_str name)
{
    struct ek_page page = ek_page_open(arena, out, options);
    page.reviewed = ek_reviewed_of(page.arena, r);
    put_head(&page, name);
    if (r->no_result.n) {
        put_text(&page, EK_BOLD,
                 ek_catalogue_text(EK_W_dl_no_result, options->lang), 0);
    } else {
        for (enum section i = 0; i < SECTIONS; i++)
            put_section(&page, r, i);
        put_findings(&page, r, EK_TIER_FINDING, EK_W_dl_findings);
        put_findings(&page, r, EK_TIER_CLUE, EK_W_dl_clues);
        put_verdicts(&page, r);
        put_absences(&page, r);
    }
    ek_arena_free(page.arena);
}
