/* SPDX-License-Identifier: Apache-2.0 */
/* Names of the pages of a batch. A page goes by the name of its contract; it
 * has one that every file system takes, and no other page has it, also where
 * case or the way an accent is written does not count. */
#ifndef EK_REPORT_HTML_NAME_H
#define EK_REPORT_HTML_NAME_H

#include "base/buf.h"

enum { EK_HTML_NAME_BYTES = 200 }; /* of a name at most */

struct ek_html_names;
struct ek_html_names *ek_html_names_new(ek_arena *arena);
/* "terms.pdf.html" of "contracts/terms.pdf", "box.zip-terms.docx.html" of
 * "box.zip!/dir/terms.docx", "stdin.html" of "-"; the second of the same name
 * is "terms.pdf-2.html". Never that of the index. Owned by the arena. */
ek_str ek_html_names_take(struct ek_html_names *names, ek_str path);
/* Appends a name as a link to it spells it. */
void ek_html_name_link(ek_buf *out, ek_str name);

#endif
