/* SPDX-License-Identifier: Apache-2.0 */
/* Writing Markdown: the one place where text becomes part of it. */
#ifndef EK_REPORT_MARKDOWN_H
#define EK_REPORT_MARKDOWN_H

#include "base/buf.h"

/* In one line, escaped: it neither marks up nor mentions anybody. */
void ek_markdown_text(ek_buf *out, ek_str s);

#endif
