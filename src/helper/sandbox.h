/* SPDX-License-Identifier: Apache-2.0 */
/* Walls around a helper, put up before it sees a byte of a document. Each is
 * asked for at run time: where the system does not have one, the others stand
 * alone. Once up, none can be taken down. */
#ifndef EK_HELPER_SANDBOX_H
#define EK_HELPER_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

struct ek_sandbox_rules {
    const char *const *readable; /* files and folders; ends with NULL */
    size_t memory;               /* bytes; 0: as much as it has */
    size_t seconds;              /* of work; 0: as many as it has */
};

/* Which of them stand. */
struct ek_sandbox {
    bool limits;  /* no files written, no processes, memory, time */
    int landlock; /* its version: files to read only as above; 0: none */
    bool seccomp; /* only calls that a reader of bytes needs */
};

struct ek_sandbox ek_sandbox_enter(const struct ek_sandbox_rules *rules);
/* One line for each wall to standard output, for people. */
void ek_sandbox_tell(const struct ek_sandbox *stands);
/* A process that is ended for want of memory exits with EK_HELPER_MEMORY from
 * here on. */
void ek_sandbox_tell_memory(void);

/* The walls; false or 0 where there is none. */
int ek_sandbox_landlock(const char *const *readable);
bool ek_sandbox_seccomp(void);

#endif
