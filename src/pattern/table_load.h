/* SPDX-License-Identifier: Apache-2.0 */
/* Loading decision tables, and refusing those that cannot work. */
#ifndef EK_PATTERN_TABLE_LOAD_H
#define EK_PATTERN_TABLE_LOAD_H

#include "pattern/pack.h"

/* Adds the tables of a file (root <tables>) to the pack. Says every error with
 * file and line; EK_EFORMAT or the status of ek_xml_file when there was one. */
ek_status ek_tables_load(ek_pack *pack, ek_str path, ek_diag *diag);

/* What only the whole pack can tell; to be called when everything is loaded:
 * ids that are unknown, tables without a default row, rows that can never
 * hold. EK_EFORMAT when it said something. */
ek_status ek_tables_check(const ek_pack *pack, ek_diag *diag);

#endif
