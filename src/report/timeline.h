/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of what happened to the terms of services, service by service, so
 * that a run costs no more memory than its longest history. */
#ifndef EK_REPORT_TIMELINE_H
#define EK_REPORT_TIMELINE_H

#include "report/report.h"
#include "result/timeline.h"

struct ek_timeline_options {
    struct ek_report_options base; /* all: changes without substance as well */
    ek_str since; /* "2026-01-01": what was before is not told; empty: all */
    ek_str engine, pack_id, pack_version;
    ek_label note, disclaimer;
};

/* begin, one call a service in the order of their names, end. The state is on
 * the arena given to begin; out is emptied and written by the caller. */
struct ek_timeline_reporter {
    const char *name; /* "term" */
    void *(*begin)(ek_arena *arena, ek_buf *out,
                   const struct ek_timeline_options *options);
    void (*service)(void *state, ek_buf *out, const ek_timeline *timeline);
    void (*end)(void *state, ek_buf *out);
    bool needs_folder; /* base.folder must be there; out is its index.html */
};

/* json: one object (docs/ekimu-watch.schema.json). atom: one feed of all
 * services (RFC 4287). html: a page and a feed a service, a feed of all
 * ("index.atom") in the folder, and their index as out. */
extern const struct ek_timeline_reporter ek_timeline_term, ek_timeline_json,
    ek_timeline_atom, ek_timeline_html;

#endif
