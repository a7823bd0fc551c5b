/* SPDX-License-Identifier: Apache-2.0 */
/* Programs that read one format each, in a process of their own: a crash there
 * costs one document, and their licences and libraries stay there. Bytes go to
 * their standard input, what they found comes from their standard output. They
 * are looked for in EKIMU_HELPERS, beside the running program when it runs
 * where it was built, then where they are installed. */
#ifndef EK_READ_HELPER_H
#define EK_READ_HELPER_H

#include "read/read.h"

/* The path of a program, or NULL; on the arena. */
const char *ek_helper_find(ek_arena *arena, const char *program);

struct ek_helper {
    const char *program;          /* "ekimu-pdf" */
    const char *const *arguments; /* after the name; ends with NULL; or NULL */
    ek_str path;                  /* of the document, for diagnostics */
    ek_str input;
    size_t most_output; /* bytes */
};

/* Runs it to its end or to a limit (seconds, memory). Anything but a clean end
 * with a whole output is said: read_program, read_time, read_memory,
 * read_crashed (signal or exit status), read_unpacked (too much output). */
ek_status ek_helper_run(ek_str *out, ek_arena *arena,
                        const struct ek_helper *helper,
                        const struct ek_limits *limits, ek_diag *diag);

#endif
