/* SPDX-License-Identifier: Apache-2.0 */
/* What the list of documents and that of a document's scans share on a
 * terminal; private to these pages. */
#ifndef EK_REPORT_HISTORY_TERM_H
#define EK_REPORT_HISTORY_TERM_H

#include "report/history.h"
#include "report/term.h"

enum {
    EK_HISTORY_EXCEPTIONS = 3,
    EK_HISTORY_MARK = 3, /* cells */
    EK_HISTORY_GAP = 2,
    EK_HISTORY_DAY = 10,
    EK_HISTORY_DATE = EK_HISTORY_DAY + EK_HISTORY_GAP,
    EK_HISTORY_DETAIL = 8, /* column of what stands below a line */
};

ek_str ek_history_word(const struct ek_page *page, enum ek_word word);
/* In exactly so many cells, the last one blank. */
void ek_history_cell(struct ek_page *page, enum ek_style style, ek_str s,
                     unsigned cells);
bool ek_history_is_narrow(const struct ek_page *page);
/* The numbers of the exceptions, and how they stand at a scan. */
void ek_history_heads(struct ek_page *page);
void ek_history_marks(struct ek_page *page, const struct ek_history_scan *scan);
/* A result of several on a line; why there is none, where there is none. */
void ek_history_part(struct ek_page *page,
                     const struct ek_history_result *result);
void ek_history_reason(struct ek_page *page,
                       const struct ek_history_result *result);
/* "Acme / Terms of Service" */
ek_str ek_history_about(struct ek_page *page,
                        const struct ek_history_document *document);

/* All scans of a document. */
void ek_history_scans(struct ek_page *page,
                      const struct ek_history_document *document);

#endif
