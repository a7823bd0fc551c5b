/* SPDX-License-Identifier: Apache-2.0 */
/* A compiled catalogue of GNU gettext: the bytes of a .mo file, with its table
 * of hashes. */
#ifndef EK_BASE_MO_H
#define EK_BASE_MO_H

#include "base/str.h"

typedef struct ek_mo {
    const unsigned char *bytes; /* little-endian */
    size_t n;
} ek_mo;

/* The translation of a text (context: of one of its meanings, NULL where it
 * has one only), borrowed from the catalogue; the empty view where there is
 * none. Nothing outside the bytes is read, whatever they say. */
ek_str ek_mo_find(ek_mo mo, const char *context, ek_str id);

#endif
