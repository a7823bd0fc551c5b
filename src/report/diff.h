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
    EK_VEC(uint32_t) statements;
};

struct ek_diff_entries {
    EK_VEC(struct ek_diff_entry) v;   /* gravest first, then by place */
    size_t shifts[EK_SHIFT_OPEN + 1]; /* how many */
};

/* Statements of one clause in one entry; those without a clause stand alone. */
void ek_diff_group(struct ek_diff_entries *entries, ek_arena *arena,
                   const ek_changes *changes);

/* A clause's redline in characters, as wdiff writes it: [-old-] {+new+}; long
 * pieces that are the same are cut in their middle (keep: cells at either
 * end; 0 = not cut). */
ek_str ek_diff_redline(struct ek_page *page, const ek_changes *changes,
                       const struct ek_clause_change *clause, unsigned keep);

/* The words of a kind of statement: gained, lost, changed ... */
ek_str ek_diff_kind_word(struct ek_page *page,
                         const struct ek_statement_change *change);
/* Which way, in words. */
ek_str ek_diff_shift_word(struct ek_page *page, ek_shift shift);
/* "consent: case-by-case-prior -> none", joined; empty when nothing turned. */
ek_str ek_diff_qualities(struct ek_page *page,
                         const struct ek_statement_change *change);
/* The finding of a change that stands in the later version, else that of the
 * earlier; *result is the version. */
const ek_finding *ek_diff_finding(const ek_changes *changes,
                                  const struct ek_statement_change *change,
                                  const ek_result **result);

void ek_diff_term(ek_buf *out, const ek_changes *changes,
                  const struct ek_report_options *options);
/* One object on one line (docs/ekimu-diff.schema.json). */
void ek_diff_json(ek_buf *out, const ek_changes *changes);
void ek_diff_markdown(ek_buf *out, const ek_changes *changes,
                      const struct ek_report_options *options);

#endif
