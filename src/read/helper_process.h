/* SPDX-License-Identifier: Apache-2.0 */
/* One process from its start to its end: nothing of this program reaches it
 * but its input, and what it writes is taken as it comes. */
#ifndef EK_READ_HELPER_PROCESS_H
#define EK_READ_HELPER_PROCESS_H

#include "base/buf.h"

enum ek_process_end {
    EK_PROCESS_ENDED, /* by itself or by a signal: status tells */
    EK_PROCESS_LATE,  /* killed at the deadline */
    EK_PROCESS_LOUD,  /* killed because it wrote too much */
};

struct ek_process {
    const char *path, *name;      /* what is executed, and its argv[0] */
    const char *const *arguments; /* ends with NULL; or NULL */
    ek_str input;
    ek_buf output;
    size_t most_output, memory; /* bytes */
    size_t seconds;
    enum ek_process_end end;
    int status; /* of waitpid */
};

/* 0, or the errno of what kept it from being run. */
int ek_process_run(struct ek_process *process);

#endif
