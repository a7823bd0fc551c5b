/* SPDX-License-Identifier: Apache-2.0 */
/* The pages of watched terms, their parts. */
#ifndef EK_REPORT_TIMELINE_HTML_H
#define EK_REPORT_TIMELINE_HTML_H

#include "report/html.h"
#include "report/html_name.h"
#include "report/timeline_view.h"

/* What the index has of a service. */
struct ek_watched_row {
    ek_str name, page, feed; /* of its page and its feed */
    ek_str span, latest;     /* safe to put; the day of its latest change */
    size_t substance, not_terms;
    ek_str outcome[EK_EXCEPTIONS]; /* the gravest of the latest versions */
};

/* A page a service; feed: the name of its feed. */
void ek_timeline_page(struct ek_html *h, const struct ek_timeline_view *view,
                      ek_str feed);
/* The outcomes of its documents over time, drawn. */
void ek_timeline_chart(struct ek_html *h, const struct ek_timeline_view *view);
void ek_watched_index(struct ek_html *h,
                      const struct ek_timeline_options *options,
                      const struct ek_watched_row *rows, size_t n);

void ek_watched_begin(struct ek_html *h, struct ek_html_frame *frame,
                      ek_str title);
void ek_watched_end(struct ek_html *h, const struct ek_html_frame *frame,
                    const struct ek_timeline_options *options);
/* The mark of an outcome with its word behind it, for a narrow cell only the
 * mark. */
void ek_watched_outcome(struct ek_html *h, ek_str status, bool word);

#endif
