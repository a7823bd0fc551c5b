/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a mail, as the program ekimu-mail writes them: lines of fields
 * separated by blanks, "-" for an empty field, and after a line "part" so many
 * bytes as it says, decoded from base64 and the like, and a newline.
 *
 *     ekimu-mail 1
 *     part NUMBER TYPE CHARSET DISPOSITION BYTES NAME
 *     warn truncated          the mail ends before its last part does
 *     warn nested             deeper parts were left out
 *     end
 *
 * Parts come in the order of the mail, one that holds others (no bytes of its
 * own) before these. NUMBER is that of IMAP (RFC 9051, 6.4.5): "2.1"; "-" for
 * the whole, when it holds others (a mailbox: its mails). TYPE is in lower case, with the parameters
 * that matter: "text/plain;format=flowed". NAME is UTF-8 and ends with the
 * line. */
#ifndef EK_READ_MAIL_PART_H
#define EK_READ_MAIL_PART_H

#include "read/read.h"

#include <stdint.h>

enum { EK_MAIL_DEPTH = 64 }; /* parts within parts */

struct ek_mail_part {
    ek_str number, type, parameters, charset, disposition, name, bytes;
    uint32_t depth;
    uint32_t parent; /* index; UINT32_MAX: none */
};

struct ek_mail {
    EK_VEC(struct ek_mail_part) parts;
    bool truncated, nested;
};

/* Whether bytes begin as a mail does; a file named as one may have fewer of
 * the headers that only a mail has. */
bool ek_mail_recognizes(ek_str path, ek_str bytes);
/* Runs the program. EK_EFORMAT (read_damaged), EK_ELIMIT (read_entries), or
 * what ek_helper_run says. */
ek_status ek_mail_read(struct ek_mail *out, ek_arena *arena,
                       const ek_source *source,
                       const struct ek_read_options *options, ek_diag *diag);
/* Reads what the program wrote; false when it is not whole. Borrows. */
bool ek_mail_parse(struct ek_mail *out, ek_arena *arena, ek_str lines);
/* Lines of format=flowed (RFC 3676) joined to paragraphs. */
ek_str ek_mail_unflow(ek_arena *arena, ek_str bytes, bool delete_blank);

#endif
