/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/csv_cell.h"

static bool
is_formula(ek_str s)
{
    static const char *const signs[] = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\xEF\xBC\x9D", /* U+FF1D full-width equals sign */
        "\xEF\xBC\x8B", /* U+FF0B plus */
        "\xEF\xBC\x8D", /* U+FF0D hyphen-minus */
        "\xEF\xBC\xA0", /* U+FF20 commercial at */
    };
    return ek_str_starts_any(s, signs, sizeof signs / sizeof *signs) > 0;
}

void
ek_csv_cell(ek_buf *out, ek_str s)
{
    ek_buf_putc(out, '"');
    if (is_formula(s))
        ek_buf_putc(out, '\'');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            ek_buf_putc(out, '"');
        ek_buf_putc(out, s.p[i]);
    }
    ek_buf_putc(out, '"');
}

void
ek_csv_row(ek_buf *out, const ek_str *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            ek_buf_putc(out, ',');
        ek_csv_cell(out, cells[i]);
    }
    ek_buf_puts(out, "\r\n");
}
