/* SPDX-License-Identifier: Apache-2.0 */
/* ISO-2022-JP as mail programs really write it: with the NEC and IBM rows and
 * half-width kana, which iconv of the C library refuses. */
#ifndef EK_TEXT_JIS_H
#define EK_TEXT_JIS_H

#include "base/buf.h"

/* The same text in EUC-JP-MS; what is invalid becomes the byte 0xFF. */
ek_str ek_jis_to_euc(ek_arena *arena, ek_str bytes);

#endif
