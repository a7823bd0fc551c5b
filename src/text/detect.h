/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of detection that decoding needs, too; see ek_decode_detect. */
#ifndef EK_TEXT_DETECT_H
#define EK_TEXT_DETECT_H

#include "text/decode.h"

/* The encoding that a byte order mark tells, or EK_ENC_UNKNOWN. */
ek_encoding ek_detect_mark(ek_str bytes);
/* Bytes that are no part of valid UTF-8; *sequences counts valid sequences of
 * several bytes. */
size_t ek_detect_utf8(ek_str bytes, uint32_t *sequences);
/* Length of the valid UTF-8 sequence at an offset, 0 when there is none. */
size_t ek_detect_utf8_sequence(ek_str bytes, size_t at);

#endif
