/* SPDX-License-Identifier: Apache-2.0 */
/* A folder that reports are written to, whole file by whole file. */
#ifndef EK_CLI_FOLDER_H
#define EK_CLI_FOLDER_H

#include "cli/run.h"
#include "ekimu_app.h"

struct ek_folder {
    struct ek_run *run;
    ek_str path;
    bool failed;                  /* some page could not be written; said */
    struct ek_report_folder face; /* for a reporter */
};

/* Whether -o with this name means a folder: it is one, or ends in "/". */
bool ek_folder_is_named(ek_str path);
/* Makes it and what is missing above it; false when that fails, which is said.
 * The folder must not move while its face is in use. */
bool ek_folder_open(struct ek_folder *folder, struct ek_run *run, ek_str path);
/* Path of a file in it, NUL-terminated. */
ek_str ek_folder_file(const struct ek_folder *folder, ek_str name);

#endif
