/* SPDX-License-Identifier: Apache-2.0 */
/* What a store tells of the documents that are followed in it, for people and
 * for programs. */
#ifndef EK_REPORT_HISTORY_H
#define EK_REPORT_HISTORY_H

#include "report/report.h"

struct ek_history_outcome {
    ek_str item, status, row; /* "EX-1", "needs-review", "A4" */
};

/* A verdict that is not what it was at the scan before. */
struct ek_history_move {
    struct ek_history_outcome before, after; /* status empty: there was none */
};

/* One result of a scan. */
struct ek_history_result {
    ek_str name, title;
    ek_str dated;     /* latest date that the text names; may be empty */
    ek_str no_result; /* why there is none; else empty */
    EK_VEC(struct ek_history_outcome) outcomes;
    bool compared; /* with the same one of the scan before */
    EK_VEC(struct ek_history_move) moves;
};

/* What was new when it was scanned. */
struct ek_history_news {
    bool document, text, rules, engine, facts;
};

/* A version judged once. */
struct ek_history_scan {
    uint32_t version;
    ek_str date; /* of the version, as the user said it; may be empty */
    ek_str sha256, stored;
    ek_str engine, pack_id, pack_version, pack_fingerprint, facts;
    struct ek_history_news news;
    EK_VEC(struct ek_history_result) results;
};

struct ek_history_document {
    ek_str name, provider, document, url;
    uint32_t versions;
    EK_VEC(struct ek_history_scan) scans; /* latest first */
};

typedef struct ek_history {
    EK_VEC(struct ek_history_document) documents; /* by name */
    ek_str since;  /* nothing older is in it; empty: all is */
    bool versions; /* all scans of each are asked for, not only the latest */
} ek_history;

/* What changed together where verdicts moved. */
struct ek_history_causes {
    ek_str words[4]; /* text rules engine facts: those that are new */
    size_t n;
};
struct ek_history_causes
ek_history_causes_of(const struct ek_history_news *news);
/* Versions of which a scan is in it. */
size_t ek_history_versions(const ek_history *history);
/* An outcome of an item; its status is empty where there is none. */
struct ek_history_outcome
ek_history_outcome_of(const struct ek_history_result *result, ek_str item);

void ek_history_term(ek_arena *arena, ek_buf *out, const ek_history *history,
                     const struct ek_report_options *options);
void ek_history_json(ek_arena *arena, ek_buf *out, const ek_history *history,
                     const struct ek_report_options *options);
void ek_history_csv(ek_arena *arena, ek_buf *out, const ek_history *history,
                    const struct ek_report_options *options);
void ek_history_markdown(ek_arena *arena, ek_buf *out,
                         const ek_history *history,
                         const struct ek_report_options *options);

#endif
