/* SPDX-License-Identifier: Apache-2.0 */
/* The answers first. */
#include "config.h"

#include "report/html.h"

void
ek_html_lead(struct ek_html *h)
{
    ek_html_raw(h, "<div class=\"lead\"><h1>");
    ek_html_text(h, ek_term_title(&h->page, h->result));
    ek_html_raw(h, "</h1></div>\n");
}
