/* SPDX-License-Identifier: Apache-2.0 */
/* Where output goes: standard output, or a file that is replaced only when
 * everything was written. A reader that closes the pipe is no error: nothing
 * more is written, and the run goes on for the sake of its exit status. */
#ifndef EK_CLI_OUTPUT_H
#define EK_CLI_OUTPUT_H

#include "cli/run.h"

#include <stdio.h>

struct ek_output {
    struct ek_run *run;
    FILE *stream;     /* NULL when somebody else writes the temporary */
    ek_str path;      /* empty = standard output */
    ek_str temporary; /* in the folder of path; empty when path is written
                       * directly */
    bool closed;      /* nobody reads any more */
    bool failed;
};

/* What -o names, else standard output; false when it cannot be opened, which
 * is said. */
bool ek_output_open(struct ek_output *output, struct ek_run *run);
/* A file; path is NUL-terminated and lives as long as the output. */
bool ek_output_open_file(struct ek_output *output, struct ek_run *run,
                         ek_str path);
/* A file whose temporary somebody else writes. False and said as well when path
 * is no file that could be replaced. */
bool ek_output_reserve(struct ek_output *output, struct ek_run *run,
                       ek_str path);
/* Writes what is in buf and empties it. */
void ek_output_write(struct ek_output *output, ek_buf *buf);
/* Says why it could not be written: what is there is left as it was. */
void ek_output_fail(struct ek_output *output, ek_str why);
/* Puts the file in its place. */
void ek_output_close(struct ek_output *output);

#endif
