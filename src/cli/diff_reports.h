/* SPDX-License-Identifier: Apache-2.0 */
/* The reports of a diff: one for each format asked, each to its own output. */
#ifndef EK_CLI_DIFF_REPORTS_H
#define EK_CLI_DIFF_REPORTS_H

#include "cli/folder.h"
#include "cli/output.h"

enum { EK_DIFF_FORMATS = 4 };

struct ek_diff_report {
    unsigned format; /* row of the table */
    struct ek_output output;
};

struct ek_diff_reports {
    struct ek_run *run;
    bool in_folder;
    struct ek_folder folder;
    struct ek_diff_report v[EK_DIFF_FORMATS]; /* in the order given */
    size_t n;
};

/* What the command line asks: formats, -o, --color; false when it does not go
 * together, which is said. Must not move from here on. */
bool ek_diff_reports_ask(struct ek_diff_reports *reports, struct ek_run *run);
/* Opens the outputs; false when one cannot be opened, which is said. */
bool ek_diff_reports_begin(struct ek_diff_reports *reports);
/* Writes them and puts them in their place, and tells the run what they say;
 * changes: NULL where there are none to report, then no file is replaced. */
void ek_diff_reports_end(struct ek_diff_reports *reports,
                         const ek_changes *changes);

#endif
