/* SPDX-License-Identifier: Apache-2.0 */
/* Status codes: program trouble only. What is to be said about an input goes
 * to the diagnostic sink (diag.h). Zero is success, everything else failure. */
#ifndef EK_BASE_STATUS_H
#define EK_BASE_STATUS_H

/* X(name, word) */
#define EK_STATUS_TABLE(X)                                                     \
    X(OK, "ok")                                                                \
    X(EIO, "io")                                                               \
    X(EFORMAT, "format")                                                       \
    X(EENCODING, "encoding")                                                   \
    X(ELIMIT, "limit")                                                         \
    X(EPATTERN, "pattern")                                                     \
    X(EUNSUPPORTED, "unsupported")                                             \
    X(ESTORE, "store")                                                         \
    X(ENOMEM, "out-of-memory")

typedef enum ek_status {
#define EK_STATUS_ENUM(name, word) EK_##name,
    EK_STATUS_TABLE(EK_STATUS_ENUM)
#undef EK_STATUS_ENUM
} ek_status;

/* The word of a status, static storage. */
const char *ek_status_word(ek_status status);

#endif
