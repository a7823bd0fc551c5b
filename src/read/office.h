/* SPDX-License-Identifier: Apache-2.0 */
/* XML parts of office packages (DOCX, ODT), with what went wrong in the words
 * of reading. Document types, and with them all entities, are refused. */
#ifndef EK_READ_OFFICE_H
#define EK_READ_OFFICE_H

#include "base/xml.h"
#include "read/zip.h"

/* A package while it is read. */
struct ek_office {
    ek_arena *arena;
    ek_str path; /* for diagnostics */
    ek_zip *zip;
    ek_text *text; /* receives what could not be read */
    ek_diag *diag;
};

/* An entry by name, else SIZE_MAX: as it stands, else as careless writers have
 * it (other case, backslashes, a slash before it). */
size_t ek_office_find(const struct ek_office *office, ek_str name);
/* A part without which there is no document: EK_EFORMAT (read_damaged, missing
 * ones too; read_refused), or as ek_zip_read. */
ek_status ek_office_main(xmlDoc **out, const struct ek_office *office,
                         ek_str name);
/* Any other part that should be there; NULL when it could not be read, which
 * is told in the extraction and to diag (read_missing). Each is one unit. */
xmlDoc *ek_office_part(const struct ek_office *office, ek_str name);
/* The same for one that may be missing: NULL then, and nothing is told. */
xmlDoc *ek_office_optional(const struct ek_office *office, ek_str name);
/* A part that is not read for a reason of extraction.def. */
void ek_office_unread(const struct ek_office *office, const char *what,
                      ek_str name, const char *why);

#endif
