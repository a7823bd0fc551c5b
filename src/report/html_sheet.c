/* SPDX-License-Identifier: Apache-2.0 */
/* The evidence sheet. */
#include "config.h"

#include "report/html.h"

void
ek_html_sheet(struct ek_html *h)
{
    ek_html_raw(h, "<section class=\"sheet\"></section>\n");
}
