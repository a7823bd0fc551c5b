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

/* A fact of the pack, for formats that name what was answered. Borrowed. */
struct ek_report_fact {
    ek_str id;
    ek_label title;
};

/* Where a report puts files of its own beside its output. */
struct ek_report_folder {
    void *self;
    /* Puts a whole file in place at once; name is relative to the folder
     * ("terms.pdf.html") and not yet taken. A failure is the folder's to say. */
    void (*put)(void *self, ek_str name, const ek_buf *content);
};

struct ek_report_options {
    ek_lang lang;   /* of the output */
    bool colour;    /* terminal escape codes */
    unsigned width; /* cells, 40..120; 0 = 80 */
    bool terminal;  /* that wide: nothing in one line is wider */
    bool all;       /* every finding, not only the strongest */
    bool summary;   /* the overview of all documents only */
    ek_str name;    /* that the one contract goes by in decisions; empty: its
                     * own */
    bool decided;   /* decisions were asked for: columns for them */
    bool text;      /* of json, ndjson: the text, when the result has it */
    /* For a page a contract, the output being their index; NULL: the output is
     * the page of the one contract. */
    const struct ek_report_folder *folder;
    ek_str file; /* that a reporter writes which writes it by itself */
    EK_VEC(struct ek_report_rule) rules; /* of the pack */
    EK_VEC(struct ek_report_fact) facts; /* of the pack */
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
    bool needs_text; /* the results should hold the text (keep_text) */
    /* Not NULL for a format that writes options.file by itself, out staying
     * empty: after the end, why it could not be written; empty when it was. */
    ek_str (*trouble)(const void *state);
};

extern const struct ek_reporter ek_reporter_term, ek_reporter_json,
    ek_reporter_ndjson;
extern const struct ek_reporter ek_reporter_sarif, ek_reporter_csv,
    ek_reporter_markdown;
/* A page to read in a browser: report/html.h. */
extern const struct ek_reporter ek_reporter_html;
/* A workbook; there only when built with libxlsxwriter. */
extern const struct ek_reporter ek_reporter_xlsx;
/* The questions to the provider, to copy from. */
extern const struct ek_reporter ek_reporter_questions;

const struct ek_reporter *ek_reporter_find(ek_str name); /* NULL if unknown */

#endif
