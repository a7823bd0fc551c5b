/* SPDX-License-Identifier: Apache-2.0 */
/* The reports of a run: one for each format asked, each to its own output. A
 * result is given to all of them and forgotten, so that a batch costs no more
 * memory than its reports keep. */
#ifndef EK_CLI_REPORTS_H
#define EK_CLI_REPORTS_H

#include "cli/folder.h"
#include "cli/formats.h"
#include "cli/ledgers.h"
#include "cli/output.h"

struct ek_reports {
    struct ek_run *run;
    struct ek_formats formats;
    struct ek_ledgers ledgers;
    bool in_folder;
    struct ek_folder folder;
    EK_VEC(struct ek_one_report) v;
};

/* What the command line asks: formats, -o, --fail-on, --color; false when it
 * does not go together, which is said. Must not move from here on. */
bool ek_reports_ask(struct ek_reports *reports, struct ek_run *run);
/* Whether the results should hold their text. */
bool ek_reports_need_text(const struct ek_reports *reports);
/* Of so many contracts; false and said when there is no room for so many. */
bool ek_reports_expect(struct ek_reports *reports, size_t contracts);
/* Reads what was decided, opens the outputs and begins. rules: of the pack. text: of json and ndjson.
 * False when one of them cannot be, which is said. */
bool ek_reports_begin(struct ek_reports *reports, const ek_pack *pack,
                      bool text);
/* Tells the result how earlier decisions stand, and frees it in the end. */
void ek_reports_take(struct ek_reports *reports, ek_result *result);
/* Whether none of them can be written any more. */
bool ek_reports_are_lost(const struct ek_reports *reports);
/* Ends them and puts them in their place. */
void ek_reports_end(struct ek_reports *reports);

#endif
