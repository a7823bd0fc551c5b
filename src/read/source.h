/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of a document: a file, standard input, or memory. */
#ifndef EK_READ_SOURCE_H
#define EK_READ_SOURCE_H

#include "base/diag.h"

struct ek_limits {
    size_t max_bytes;  /* of one input; 64 MiB */
    size_t max_memory; /* of one document's arena; 2 GiB */
};

struct ek_limits ek_limits_default(void);

typedef struct ek_source {
    ek_str path;     /* as the user named it; "-" for standard input */
    ek_str bytes;    /* on the arena */
    char sha256[65]; /* lower case hex, of the bytes */
} ek_source;

/* Reads path whole ("-" is standard input). Errors are said to diag; *out is
 * set only on success. A file that grows while it is read is read up to the
 * limit; one that is empty is EK_EFORMAT (read_empty). */
ek_status ek_source_open(ek_source *out, ek_arena *arena, ek_str path,
                         const struct ek_limits *limits, ek_diag *diag);
void ek_source_of(ek_source *out, ek_str name, ek_str bytes); /* borrowed */

#endif
