/* SPDX-License-Identifier: Apache-2.0 */
/* What is no version of terms: a page that a server shows to programs, an error
 * page, an empty or torn one. Conservative: what holds a finding never is. */
#ifndef EK_WATCH_NOT_TERMS_H
#define EK_WATCH_NOT_TERMS_H

#include "base/str.h"

typedef enum ek_not_terms {
    EK_IS_TERMS,
    EK_NOT_EMPTY,
    EK_NOT_BLOCKED, /* shown to a program instead: not_terms.def */
    EK_NOT_MISSING, /* "not found" */
    EK_NOT_BROKEN,  /* an error of the server */
    EK_NOT_STUB,    /* next to nothing of the version before */
} ek_not_terms;

/* text: as extracted; findings: present ones in it; before: bytes of the text
 * of the version before, 0 when there is none. */
ek_not_terms ek_not_terms_of(ek_str text, size_t findings, size_t before);
const char *ek_not_terms_word(ek_not_terms kind); /* terms empty blocked ... */

#endif
