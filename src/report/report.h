/* SPDX-License-Identifier: Apache-2.0 */
/* One file per format; a report sees results only. */
#ifndef EK_REPORT_REPORT_H
#define EK_REPORT_REPORT_H

#include "result/result.h"

/* A clause type of the pack, for formats that list the rules. Borrowed. */
struct ek_report_rule {
    ek_str id;
    char group;
    ek_label title, about;
    ek_str provisions;
};

struct ek_report_options {
    ek_lang lang;   /* of the output */
    bool colour;    /* terminal escape codes */
    unsigned width; /* cells, 40..120; 0 = 80 */
    bool all;       /* every finding, not only the strongest */
    bool summary;   /* the overview of all documents only */
    EK_VEC(struct ek_report_rule) rules; /* of the pack */
};

/* A report of a batch: begin, one call a document in input order, end. The
 * state is on the arena given to begin. Output goes to out, which the caller
 * empties and writes. */
struct ek_reporter {
    const char *name; /* "term", "json", "sarif" */
    void *(*begin)(ek_arena *arena, ek_buf *out,
                   const struct ek_report_options *options);
    void (*document)(void *state, ek_buf *out, const ek_result *result);
    void (*end)(void *state, ek_buf *out);
};

extern const struct ek_reporter ek_reporter_term, ek_reporter_json,
    ek_reporter_ndjson;
extern const struct ek_reporter ek_reporter_sarif, ek_reporter_csv,
    ek_reporter_markdown;
/* The questions to the provider, to copy from. */
extern const struct ek_reporter ek_reporter_questions;

const struct ek_reporter *ek_reporter_find(ek_str name); /* NULL if unknown */

#endif
