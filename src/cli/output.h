/* SPDX-License-Identifier: Apache-2.0 */
/* Where the output goes: standard output, or a file that is replaced only when
 * everything was written. A reader that closes the pipe is no error: nothing
 * more is written, and the run goes on for the sake of its exit status. */
#ifndef EK_CLI_OUTPUT_H
#define EK_CLI_OUTPUT_H

#include "cli/run.h"

#include <stdio.h>

struct ek_output {
    struct ek_run *run;
    FILE *stream;
    ek_str path;      /* empty = standard output */
    ek_str temporary; /* beside path; empty when path is written directly */
    bool closed;      /* nobody reads any more */
    bool failed;
};

/* False when it cannot be opened; said. */
bool ek_output_open(struct ek_output *output, struct ek_run *run);
/* Writes what is in buf and empties it. */
void ek_output_write(struct ek_output *output, ek_buf *buf);
/* Puts the file in its place. */
void ek_output_close(struct ek_output *output);

#endif
