/* SPDX-License-Identifier: Apache-2.0 */
/* What every command needs that scans: pack, matcher, options, and the list of
 * documents that the operands stand for. */
#ifndef EK_CLI_SCANNER_H
#define EK_CLI_SCANNER_H

#include "cli/run.h"
#include "ekimu_app.h"

struct ek_scanner {
    struct ek_run *run;
    ek_pack *pack;
    ek_matcher *matcher;
    struct ek_facts facts;   /* of the command line */
    ek_sheet *sheet;         /* of --profile; NULL when there is none */
    struct ek_facts answers; /* to the contract that is scanned */
    bool answered;           /* they are there already for the next one */
    struct ek_scan_options options;
    unsigned done, failed;
    size_t skipped; /* in archives */
};

/* Pack, facts and encoding as the user asked; false when something is wrong,
 * which is said. */
bool ek_scanner_open(struct ek_scanner *scanner, struct ek_run *run);
/* What the user says of a contract, which is scanned next, if at all (else each
 * scan sets it by itself). */
void ek_scanner_answer(struct ek_scanner *scanner, ek_str name,
                       const ek_str *paths, size_t n);
/* Counts a result and says its diagnostics; of one that was not scanned. */
void ek_scanner_count(struct ek_scanner *scanner, const ek_result *result);
/* Says what stands in the profile and was of no use. */
void ek_scanner_close(struct ek_scanner *scanner);
/* Scans documents together under a name. */
ek_result *ek_scanner_scan_bundle(struct ek_scanner *scanner, ek_str name,
                                  const ek_str *paths, size_t n);
/* Scans a path as one contract and says its diagnostics; NULL when memory ran
 * out. The caller frees. */
ek_result *ek_scanner_scan(struct ek_scanner *scanner, ek_str path);
/* Scans each file that a path stands for, says its diagnostics, and hands it
 * over; false when memory ran out before all were. */
bool ek_scanner_each(struct ek_scanner *scanner, ek_str path,
                     void (*take)(void *self, ek_result *result), void *self);

#endif
