/* SPDX-License-Identifier: Apache-2.0 */
/* The conditions of table rows. Internal to this room. */
#ifndef EK_PATTERN_TABLE_WHEN_H
#define EK_PATTERN_TABLE_WHEN_H

#include "pattern/node.h"

/* Reads a <when> of a table of this kind and adds it to the row. */
void ek_when_read(const struct ek_load *load, ek_table_kind kind,
                  const xmlNode *node, ek_row *row);

#endif
