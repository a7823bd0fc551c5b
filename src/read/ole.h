/* SPDX-License-Identifier: Apache-2.0 */
/* Compound files of the old Office: what they hold, by the names of their
 * streams ([MS-CFB] 2.6.1). */
#ifndef EK_READ_OLE_H
#define EK_READ_OLE_H

#include "base/str.h"

typedef enum ek_ole {
    EK_OLE_NONE,      /* no compound file */
    EK_OLE_WORD,      /* .doc */
    EK_OLE_ENCRYPTED, /* DOCX, XLSX, PPTX under a password */
    EK_OLE_EXCEL,
    EK_OLE_SLIDES,
    EK_OLE_MAIL, /* .msg of Outlook */
    EK_OLE_OTHER,
} ek_ole;

ek_ole ek_ole_kind(ek_str bytes);
/* "Outlook mail (MSG)"; for what is not supported. */
const char *ek_ole_name(ek_ole kind);

#endif
