/* SPDX-License-Identifier: Apache-2.0 */
/* The terminal report of a diff, in two files. */
#ifndef EK_REPORT_DIFF_TERM_H
#define EK_REPORT_DIFF_TERM_H

#include "report/diff.h"

enum {
    EK_DIFF_LABEL = 2, /* columns */
    EK_DIFF_BODY = 5,
    EK_DIFF_KEEP = 40, /* cells of what is the same beside an edit */
};

/* The changes in substance, one after the other. */
void ek_diff_term_changes(struct ek_page *page, const ek_changes *changes,
                          const struct ek_diff_entries *entries);

#endif
