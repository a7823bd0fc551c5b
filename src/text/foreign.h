/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes in an encoding of a language that is not supported: whatever they are
 * read as, letters come out, so they are known only by reading well in their
 * own encoding, and by holding none of the kana that a Japanese text has. */
#ifndef EK_TEXT_FOREIGN_H
#define EK_TEXT_FOREIGN_H

#include "base/str.h"

/* The name of the encoding, or NULL when they are not known to be foreign. */
const char *ek_foreign(ek_str bytes);

#endif
