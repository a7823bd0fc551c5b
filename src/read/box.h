/* SPDX-License-Identifier: Apache-2.0 */
/* What a path stands for, document by document: the file itself or, of a box
 * (an archive, a mail), what is in it, box within box. One file is unpacked at
 * a time, in memory; names in a box are only names and never touch the disk. */
#ifndef EK_READ_BOX_H
#define EK_READ_BOX_H

#include "read/read.h"

typedef struct ek_box ek_box;

/* One file. Its strings outside the arena (path, part, aside) live until the
 * next call. */
typedef struct ek_member {
    ek_arena *arena;     /* its own, handed over: the caller frees it. NULL: no
                          * memory */
    ek_source source;    /* named "outer.zip!/dir/terms.docx" */
    ek_status status;    /* EK_OK: it has bytes; else diag tells why not */
    ek_diag diag;        /* on the arena */
    ek_str part;         /* where in its box: "dir/terms.docx", of a mail "2.1";
                          * empty: it stands in none */
    ek_extraction aside; /* what its box holds beside it and was not read */
} ek_member;

/* Whether it is an archive or a mail. */
bool ek_box_is(const ek_source *source);
/* Nothing is read yet. path must stay as long as the box. NULL: no memory. */
ek_box *ek_box_open(ek_str path, const struct ek_read_options *options);
/* The same of bytes, which must stay, too. */
ek_box *ek_box_open_bytes(ek_str name, ek_str bytes,
                          const struct ek_read_options *options);
void ek_box_close(ek_box *box); /* NULL is fine */
/* The next file; false when there is none left. A box in which nothing can be
 * read comes itself: read_no_members, or what kept it from being opened. */
bool ek_box_next(ek_box *box, ek_member *out);
/* How to read its members: with the budget that they share. */
const struct ek_read_options *ek_box_options(const ek_box *box);
/* Files met so far that are hidden or of no format to be tried. */
size_t ek_box_skipped(const ek_box *box);

#endif
