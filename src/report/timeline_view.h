/* SPDX-License-Identifier: Apache-2.0 */
/* A timeline as its reports look at it. */
#ifndef EK_REPORT_TIMELINE_VIEW_H
#define EK_REPORT_TIMELINE_VIEW_H

#include "report/term.h"
#include "report/timeline.h"

/* What happened, as it is told. */
enum ek_told {
    EK_TOLD_FIRST,
    EK_TOLD_SUBSTANCE,
    EK_TOLD_OTHER,    /* changed, but nothing in substance */
    EK_TOLD_RULES,    /* judged by other rules than the version before */
    EK_TOLD_UNJUDGED, /* one of both gave no result */
    EK_TOLD_REMOVED,
    EK_TOLD_NOT_TERMS,
};

struct ek_timeline_document {
    ek_str name;       /* "Terms.md" */
    size_t begin, end; /* in order */
};

struct ek_timeline_view {
    const ek_timeline *timeline;
    const struct ek_timeline_options *options;
    size_t *order;   /* events by document, then as they came */
    size_t *earlier; /* of an event the version before; SIZE_MAX: none */
    EK_VEC(struct ek_timeline_document) documents;
    size_t versions, substance, not_terms; /* of what is told */
    ek_str from, to; /* days of the first and the last; may be empty */
};

void ek_timeline_view(struct ek_timeline_view *view, ek_arena *arena,
                      const struct ek_timeline_options *options,
                      const ek_timeline *timeline);
bool ek_timeline_is_told(const struct ek_timeline_view *view, size_t event);
enum ek_told ek_timeline_told(const ek_event *event);
/* Whether it is back, within days, at the text before the one before. */
bool ek_timeline_flips(const struct ek_timeline_view *view, size_t event);
/* "2026-12-01" of a time; may be empty. */
ek_str ek_event_day(const ek_event *event);
/* Days since the first of January 1970; 0 when it is no day. */
int64_t ek_day_number(ek_str day);

/* In words, safe to put: "changed in substance; the text of version 1 again" */
ek_str ek_timeline_what(struct ek_page *page,
                        const struct ek_timeline_view *view, size_t event);
/* "12 versions of 2 documents, 1 May 2024 to 3 June 2026" */
ek_str ek_timeline_span(struct ek_page *page,
                        const struct ek_timeline_view *view);
/* "3 changes in substance"; "no change in substance" */
ek_str ek_timeline_answer(struct ek_page *page, size_t changes);
/* "new", "gone"; which way. */
ek_str ek_turn_kind(struct ek_page *page, const struct ek_turned *turn);
ek_str ek_turn_way(struct ek_page *page, const struct ek_turned *turn);
/* "EX-1, EX-3"; empty when none moved. */
ek_str ek_timeline_moved(struct ek_page *page, const ek_event *event);

#endif
