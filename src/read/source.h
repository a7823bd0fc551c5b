/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of a document: a file, standard input, or memory. */
#ifndef EK_READ_SOURCE_H
#define EK_READ_SOURCE_H

#include "base/diag.h"
#include "base/words.h"
#include "text/decode.h"

/* What one document may cost; limits.def has the meanings and the defaults. */
struct ek_limits {
#define EK_LIMIT(name, value, en) size_t name;
#include "read/limits.def"
};

struct ek_limit_row {
    const char *name;
    size_t value; /* the default */
    ek_msgid about;
};

struct ek_limits ek_limits_default(void);
/* "bytes=1000", "memory=512M" (K, M, G: powers of 1024); false when there is
 * no such limit or the value is no number above 0. */
bool ek_limits_set(struct ek_limits *limits, ek_str setting);
/* The limits in the order of limits.def; NULL behind the last. */
const struct ek_limit_row *ek_limits_row(size_t i);

typedef struct ek_source {
    ek_str path;          /* as the user named it; "-" for standard input; what
                      * stands in an archive or a mail: "a.zip!/terms.docx" */
    ek_str bytes;         /* on the arena */
    char sha256[65];      /* lower case hex, of the bytes */
    ek_encoding declared; /* by the mail that it came with, else UNKNOWN */
} ek_source;

/* Reads path whole ("-" is standard input). Errors are said to diag; *out is
 * set only on success. A file that grows while it is read is read up to the
 * limit; one that is empty is EK_EFORMAT (read_empty). */
ek_status ek_source_open(ek_source *out, ek_arena *arena, ek_str path,
                         const struct ek_limits *limits, ek_diag *diag);
void ek_source_of(ek_source *out, ek_str name, ek_str bytes); /* borrowed */

#endif
