/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of two versions of a contract. */
#ifndef EK_REPORT_DIFF_H
#define EK_REPORT_DIFF_H

#include "report/term.h"
#include "result/change.h"

/* What changed at one clause: its statements together, gravest first. */
struct ek_diff_entry {
    uint32_t clause; /* EK_NOT_THERE: its words are the same */
    ek_shift shift;  /* of the gravest statement */
    bool grew;       /* graver wording was added */
    EK_VEC(uint32_t) statements;
};

struct ek_diff_entries {
    EK_VEC(struct ek_diff_entry) v;   /* gravest first, then by place */
    size_t shifts[EK_SHIFT_OPEN + 1]; /* how many */
};

/* Statements of one clause in one entry; those without a clause stand alone.
 * None where the versions cannot be compared. */
void ek_diff_group(struct ek_diff_entries *entries, ek_arena *arena,
                   const ek_changes *changes);
/* The finding of a change that stands in the later version, else that of the
 * earlier; *result is the version. */
const ek_finding *ek_diff_finding(const ek_changes *changes,
                                  const struct ek_statement_change *change,
                                  const ek_result **result);

/* How a redline is written. */
struct ek_diff_marks {
    const char *deleted[2], *inserted[2]; /* before it, behind it */
    void (*put)(ek_buf *out, ek_str text);
};
/* A clause's redline; long pieces that are the same are cut in their middle
 * (keep: cells at either end; 0 = not cut). marks: NULL for characters, as
 * wdiff writes them: [-old-] {+new+}. */
ek_str ek_diff_redline(struct ek_page *page, const ek_changes *changes,
                       const struct ek_clause_change *clause, unsigned keep,
                       const struct ek_diff_marks *marks);

/* "3 clauses" */
ek_str ek_diff_counted(struct ek_page *page, enum ek_word one,
                       enum ek_word many, size_t n);
/* What a verdict is on: "EX-1", "Service". */
ek_str ek_diff_item(struct ek_page *page, const ek_verdict *verdict);
/* The answer in a sentence. */
ek_str ek_diff_answer(struct ek_page *page, const ek_changes *changes,
                      const struct ek_diff_entries *entries);
/* How many changes work which way; empty where there is none. */
ek_str ek_diff_ways(struct ek_page *page,
                    const struct ek_diff_entries *entries);

enum { EK_DIFF_REMARKS = 4 };
/* What makes the answer provisional; gives how many. */
size_t ek_diff_remarks(struct ek_page *page, const ek_changes *changes,
                       ek_str remarks[EK_DIFF_REMARKS]);

struct ek_diff_question {
    enum ek_word to;
    ek_str id; /* "U6"; may be empty */
    ek_str text;
};
struct ek_diff_questions {
    EK_VEC(struct ek_diff_question) v;
};
/* What the change raises: that of row B7, where it may apply, and the
 * questions that the earlier version did not. */
void ek_diff_ask(struct ek_diff_questions *questions, struct ek_page *page,
                 const ek_changes *changes);

/* The words of a kind of statement: gained, lost, changed ... */
ek_str ek_diff_kind_word(struct ek_page *page,
                         const struct ek_statement_change *change);
/* Which way, in words: what got wider for the provider or narrower. */
ek_str ek_diff_shift_word(struct ek_page *page, const ek_changes *changes,
                          const struct ek_diff_entry *entry,
                          const struct ek_statement_change *change);
/* Whether what went made room for graver wording of the same clause: no gain
 * for the customer. */
bool ek_diff_is_replaced(const struct ek_diff_entry *entry,
                         const struct ek_statement_change *change);
/* "consent: each time, beforehand -> not needed", the arrow being given */
ek_str ek_diff_quality(struct ek_page *page,
                       const struct ek_quality_change *change,
                       const char *arrow);
/* All of them, joined; empty when nothing turned. */
ek_str ek_diff_qualities(struct ek_page *page,
                         const struct ek_statement_change *change);

void ek_diff_term(ek_buf *out, const ek_changes *changes,
                  const struct ek_report_options *options);
/* One object on one line (docs/ekimu-diff.schema.json). */
void ek_diff_json(ek_buf *out, const ek_changes *changes,
                  const struct ek_report_options *options);
/* To be pasted into an issue or a mail. */
void ek_diff_markdown(ek_buf *out, const ek_changes *changes,
                      const struct ek_report_options *options);
/* A page to read in a browser: report/html_diff.h. */
void ek_diff_html(ek_buf *out, const ek_changes *changes,
                  const struct ek_report_options *options);

#endif
