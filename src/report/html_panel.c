/* SPDX-License-Identifier: Apache-2.0 */
/* What stands beside the text. */
#include "config.h"

#include "report/html.h"

void
ek_html_panel(struct ek_html *h)
{
    ek_html_raw(h, "<section class=\"panel card\"></section>\n");
}
