/* SPDX-License-Identifier: Apache-2.0 */
/* The numbers at the end of a contract's row. */
#include "config.h"

#include "report/html_index.h"

static const ek_str nothing = {"", 0};

static void
put_asked(struct ek_html *h, const struct ek_index_row *row)
{
    const struct {
        enum ek_word word;
        uint32_t n;
    } kinds[] = {{EK_W_idx_provider, row->provider},
                 {EK_W_idx_reviewer, row->reviewer},
                 {EK_W_idx_user, row->user}};
    ek_buf_printf(h->page.out, "<td class=\"nu\">%u",
                  row->provider + row->reviewer + row->user);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!kinds[i].n)
            continue;
        ek_html_raw(h, "<small>");
        ek_html_say(h, kinds[i].word, ek_page_number(&h->page, kinds[i].n),
                    nothing);
        ek_html_raw(h, "</small>");
    }
    ek_html_raw(h, "</td>");
}

static void
put_numbers(struct ek_html *h, const struct ek_index_row *row)
{
    ek_buf_printf(h->page.out, "<td class=\"nu\">%u</td>", row->found);
    put_asked(h, row);
}

static void
put_no_numbers(struct ek_html *h)
{
    for (int i = 0; i < 2; i++) {
        ek_html_raw(h, "<td class=\"no-result nu\">");
        ek_html_word(h, EK_W_idx_idle);
        ek_html_raw(h, "</td>");
    }
}

static void
put_decided(struct ek_html *h, const struct ek_index_row *row)
{
    ek_buf_printf(h->page.out, "<td class=\"nu\">%u", row->again);
    if (row->decided) {
        ek_html_raw(h, "<small>");
        ek_html_say(h, EK_W_dc_count_decided,
                    ek_page_number(&h->page, row->decided), nothing);
        ek_html_raw(h, "</small>");
    }
    ek_html_raw(h, "</td>");
}

void
ek_index_numbers(struct ek_html *h, const struct ek_index_row *row,
                 bool reviewed)
{
    if (row->none)
        put_no_numbers(h);
    else
        put_numbers(h, row);
    if (reviewed)
        put_decided(h, row);
}
