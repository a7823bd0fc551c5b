/* SPDX-License-Identifier: Apache-2.0 */
/* How a document was read, in the words of the terminal, a line each. */
#include "config.h"

#include "report/html_panel.h"

ek_str
ek_panel_reading(struct ek_html *h, uint32_t document)
{
    enum { NO_WRAPPING = 1 << 30 };
    ek_buf out = ek_buf_on(h->page.arena);
    struct ek_page page = h->page;
    page.out = &out;
    page.cells = 0;
    page.options.width = NO_WRAPPING;
    page.options.colour = false;
    ek_term_reading(&page, h->result, document, 0);
    return ek_buf_str(&out);
}
