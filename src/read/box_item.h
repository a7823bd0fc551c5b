/* SPDX-License-Identifier: Apache-2.0 */
/* The contents of one box before anything of it is unpacked; private to this
 * room. */
#ifndef EK_READ_BOX_ITEM_H
#define EK_READ_BOX_ITEM_H

#include "read/box.h"
#include "read/mail_part.h"
#include "read/zip.h"

enum ek_box_fate {
    EK_BOX_TRY,
    EK_BOX_REFUSE,  /* a result of its own that says why */
    EK_BOX_OTHER,   /* of no format that is read */
    EK_BOX_NOTHING, /* no document in any sense */
};

struct ek_box_item {
    enum ek_box_fate fate;
    ek_str path, name;    /* "outer.zip!/a.txt", "a.txt"; UTF-8 */
    ek_str part;          /* "a.txt"; of a mail: "2.1" */
    const char *what;     /* "entry", "attachment" */
    const char *why;      /* OTHER: word of extraction.def */
    ek_diag_code refusal; /* REFUSE */
    ek_str because;       /* its %1 */
    size_t entry;         /* of a ZIP file */
    ek_str bytes;         /* of a mail, on the box's arena */
    ek_encoding declared;
    ek_extraction aside;
};

struct ek_box_list {
    EK_VEC(struct ek_box_item) items; /* in the order of the box */
    ek_zip *zip;                      /* NULL: a mail */
    bool truncated, nested;           /* a mail; see mail_part.h */
};

/* With what cannot be seen shown as "\u001B"; valid UTF-8. */
ek_str ek_box_name(ek_arena *arena, ek_str name);
/* "outer.zip!/a.txt" */
ek_str ek_box_path(ek_arena *arena, ek_str box, ek_str name);
/* Whether it is hidden or made by a file manager: ".x", "__MACOSX/..". */
bool ek_box_hides(ek_str name);

/* Names of entries as people see them: marked or plain UTF-8, else the
 * encoding that fits all others of the archive best. */
ek_status ek_box_list_zip(struct ek_box_list *out, ek_arena *arena,
                          const ek_source *source,
                          const struct ek_read_options *options, ek_diag *diag);
/* The parts of a mail; prefix: its own number in a mail around it, or empty. */
ek_status ek_box_list_mail(struct ek_box_list *out, ek_arena *arena,
                           const ek_source *source, ek_str prefix,
                           const struct ek_read_options *options,
                           ek_diag *diag);
/* The same of parts that were read already; borrows them. */
void ek_box_list_parts(struct ek_box_list *out, ek_arena *arena,
                       const ek_source *source, ek_str prefix,
                       const struct ek_mail *parts);

#endif
