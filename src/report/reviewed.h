/* SPDX-License-Identifier: Apache-2.0 */
/* What reviewers decided about a result, for all formats: which decisions
 * belong to a finding or a verdict, how they stand, in words. A decision never
 * changes what it is about. */
#ifndef EK_REPORT_REVIEWED_H
#define EK_REPORT_REVIEWED_H

#include "report/catalogue.h"
#include "result/result.h"

struct ek_page; /* report/page.h */

/* The reviews of each finding and each verdict (lines of the checklist behind
 * the verdicts): the first, and from each the next. EK_DECIDED_NOTHING ends a
 * list. */
struct ek_reviewed {
    const ek_result *result;
    uint32_t *findings, *verdicts, *next;
    size_t decided, again; /* findings and verdicts */
    size_t orphans;        /* decisions */
};

/* Where a finding or a verdict stands. */
enum ek_reviewed_now {
    EK_NOW_NOT_DECIDED,
    EK_NOW_DECIDED, /* some decision holds */
    EK_NOW_AGAIN,   /* one was taken and does not hold */
};

/* NULL when nothing was decided. */
const struct ek_reviewed *ek_reviewed_of(ek_arena *arena, const ek_result *r);
/* The first review of a finding, of a verdict; EK_DECIDED_NOTHING also when
 * reviewed is NULL. */
uint32_t ek_reviewed_finding(const struct ek_reviewed *reviewed,
                             size_t finding);
uint32_t ek_reviewed_verdict(const struct ek_reviewed *reviewed,
                             size_t verdict);
/* Where it stands whose first review this is. */
enum ek_reviewed_now ek_reviewed_now(const struct ek_reviewed *reviewed,
                                     uint32_t first);
/* The review that a cell for one decision shows: the latest that holds; else
 * EK_DECIDED_NOTHING. */
uint32_t ek_reviewed_shown(const struct ek_reviewed *reviewed, uint32_t first);
/* The same; where none holds, the first one to look at again. */
uint32_t ek_reviewed_first(const struct ek_reviewed *reviewed, uint32_t first);
bool ek_review_is_orphan(const ek_review *review);
/* Whether somebody has to look again at what it is about. */
bool ek_review_asks_again(const ek_review *review);

/* Words of the catalogue. */
enum ek_word ek_reviewed_label(ek_decided state);
enum ek_word ek_standing_label(ek_standing standing);
enum ek_word ek_reviewed_now_label(enum ek_reviewed_now now);

/* Safe to put: "A. Reviewer, 1 November 2026, until 1 May 2027". */
ek_str ek_reviewed_who(struct ek_page *page, const ek_decision *decision);
/* "Decision: false positive (A. Reviewer, 1 November 2026); carried over" */
ek_str ek_reviewed_line(struct ek_page *page, const ek_review *review);
/* "[-old-] {+new+}"; long pieces that are the same are cut in their middle
 * (keep: cells at either end; 0 = not cut). */
ek_str ek_reviewed_redline(struct ek_page *page, const ek_review *review,
                           unsigned keep);
/* The name that a contract goes by in decisions. */
ek_str ek_reviewed_name(struct ek_page *page, const ek_result *r);
/* What it is about: "provider-viewing", "Exception 1". */
ek_str ek_reviewed_subject(struct ek_page *page, const ek_review *review);
/* "3 decided, 2 to look at again" */
ek_str ek_reviewed_counts(struct ek_page *page,
                          const struct ek_reviewed *reviewed);

#endif
