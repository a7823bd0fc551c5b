/* SPDX-License-Identifier: Apache-2.0 */
/* The text of the contract with its findings in place. */
#include "config.h"

#include "report/html.h"

void
ek_html_text_part(struct ek_html *h)
{
    ek_html_raw(h, "<article class=\"text card\" id=\"text\" tabindex=\"-1\">");
    for (size_t i = 0; i < h->result->documents.n; i++) {
        ek_html_raw(h, "<p class=\"ln\">");
        ek_html_text(h, h->result->documents.v[i].text);
        ek_html_raw(h, "</p>\n");
    }
    ek_html_raw(h, "</article>\n");
}
