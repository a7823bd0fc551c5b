/* SPDX-License-Identifier: Apache-2.0 */
/* The one place that opens libzip: entries of a ZIP file in memory. Sizes are
 * counted as bytes come out; what a header says of them is not believed. */
#ifndef EK_READ_ZIP_H
#define EK_READ_ZIP_H

#include "read/read.h"

typedef struct ek_zip ek_zip; /* on the arena; closed with it */

/* EK_EFORMAT (read_damaged), EK_ELIMIT (read_entries: more than are left in
 * the budget; what is opened is taken off). Without a budget in the options
 * one is made from their limits. */
ek_status ek_zip_open(ek_zip **out, ek_arena *arena, const ek_source *source,
                      const struct ek_read_options *options, ek_diag *diag);
size_t ek_zip_count(const ek_zip *zip);
/* The name of an entry as stored, bytes not yet decoded; borrowed. */
ek_str ek_zip_raw_name(const ek_zip *zip, size_t entry);
/* Whether that name is marked as UTF-8. */
bool ek_zip_name_is_utf8(const ek_zip *zip, size_t entry);
bool ek_zip_is_folder(const ek_zip *zip, size_t entry);
bool ek_zip_is_encrypted(const ek_zip *zip, size_t entry);
/* Unpacks an entry on arena. EK_EFORMAT (read_damaged), EK_ELIMIT
 * (read_too_large: of one file; read_unpacked: of the budget), EK_EUNSUPPORTED
 * (read_encrypted, read_unsupported: a method that is not known). */
ek_status ek_zip_read(ek_str *out, ek_arena *arena, ek_zip *zip, size_t entry,
                      ek_diag *diag);

#endif
