/* SPDX-License-Identifier: Apache-2.0 */
/* The files below a folder. Hidden names (".x") are skipped. Links to folders
 * are followed, but no folder is listed twice, so that loops end; a folder
 * that is also met without a link is listed under its own name. */
#ifndef EK_BATCH_WALK_H
#define EK_BATCH_WALK_H

#include "base/diag.h"

typedef struct ek_walk {
    EK_VEC(ek_str) paths; /* root/..., in bytewise order; NUL-terminated */
    size_t hidden;        /* names that were skipped because they are hidden */
    size_t others;        /* files for which tries was false */
    size_t unreadable;    /* folders and broken links; each was said */
} ek_walk;

bool ek_walk_is_folder(ek_str path); /* links followed; false when absent */
/* Lists root and everything below it on the arena. tries may be NULL (every
 * regular file is taken). What cannot be read is said (read_walk) and the rest
 * is listed: false when root itself could not be read. */
bool ek_walk_list(ek_walk *out, ek_arena *arena, ek_str root,
                  bool (*tries)(ek_str path), ek_diag *diag);

#endif
