/* SPDX-License-Identifier: Apache-2.0 */
/* Atom feeds (RFC 4287): an entry a change in substance, latest first. */
#ifndef EK_REPORT_TIMELINE_FEED_H
#define EK_REPORT_TIMELINE_FEED_H

#include "report/timeline_view.h"

enum { EK_FEED_ENTRIES = 100 }; /* at most; the pages have all */

struct ek_feed_entry {
    ek_str updated; /* "2026-12-01T04:05:06Z" */
    ek_str xml;     /* the element */
    size_t number;  /* in which order they came */
};

/* The latest entries; more than those are not kept. */
struct ek_feed {
    ek_arena *arena;
    EK_VEC(struct ek_feed_entry) entries;
    size_t came;
};

/* The told changes in substance of a service. page: the name of its page, to
 * link to; may be empty. */
void ek_feed_take(struct ek_feed *feed, struct ek_page *page,
                  const struct ek_timeline_view *view, ek_str page_name);
/* service: empty, the feed of all; page_name: of the page that it is about,
 * may be empty. */
void ek_feed_write(struct ek_feed *feed, struct ek_page *page,
                   const struct ek_timeline_options *options, ek_str service,
                   ek_str page_name);

#endif
