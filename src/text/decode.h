/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes of any supported encoding to UTF-8. Order of belief: forced by the
 * user, byte order mark, declared (by the format), detected. */
#ifndef EK_TEXT_DECODE_H
#define EK_TEXT_DECODE_H

#include "text/text.h"

typedef enum ek_encoding {
    EK_ENC_UNKNOWN,
    EK_ENC_UTF8,
    EK_ENC_CP932, /* Shift_JIS and its extensions */
    EK_ENC_EUC_JP,
    EK_ENC_ISO_2022_JP,
    EK_ENC_UTF16LE,
    EK_ENC_UTF16BE,
    EK_ENC_CP1252, /* windows-1252, iso-8859-1 */
} ek_encoding;

struct ek_decoded {
    ek_str
        utf8; /* valid, LF line ends, without byte order mark, on the arena */
    ek_encoding encoding;
    bool guessed;        /* neither forced, marked nor declared */
    uint32_t confidence; /* percent */
    uint32_t replaced;   /* invalid sequences that became U+FFFD */
};

/* forced and declared may be EK_ENC_UNKNOWN. file is for diagnostics. */
struct ek_decoded ek_decode(ek_arena *arena, ek_str bytes, ek_encoding forced,
                            ek_encoding declared, ek_str file, ek_diag *diag);
/* Detection alone; confidence in percent. */
ek_encoding ek_decode_detect(ek_str bytes, uint32_t *confidence);
ek_encoding ek_decode_of(ek_str name); /* by any usual name, case ignored */
const char *ek_decode_name(ek_encoding encoding); /* "UTF-8", "CP932", ... */

#endif
