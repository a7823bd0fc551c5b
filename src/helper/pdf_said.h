/* SPDX-License-Identifier: Apache-2.0 */
/* What poppler complains of: the only way in which it tells that a part of a
 * file is lost. */
#ifndef EK_HELPER_PDF_SAID_H
#define EK_HELPER_PDF_SAID_H

#include <stdbool.h>

struct ek_pdf_said {
    bool flawed;   /* something could not be decoded */
    bool unmapped; /* a font gives no characters */
};

/* From here on complaints are kept, and none is printed. */
void ek_pdf_said_begin(void);
/* What was said since the last call. */
struct ek_pdf_said ek_pdf_said(void);

#endif
