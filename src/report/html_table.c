/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of the notation "| a | b |" as a table, findings inside its cells. */
#include "config.h"

#include "report/html_plan.h"

/* From so many columns on it may be wider than a phone. */
enum { WIDE = 4 };

/* The end of the cell that begins at i: a bar that no backslash escapes, or
 * the end of the row. */
static uint32_t
cell_end(ek_str text, uint32_t i, uint32_t end)
{
    while (i < end && text.p[i] != '|')
        i += text.p[i] == '\\' && i + 1 < end ? 2 : 1;
    return i < end ? i : end;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static void
put_cell(struct ek_html *h, struct ek_html_sweep *sweep, ek_str text,
         ek_tspan cell, bool head)
{
    while (cell.begin < cell.end && is_blank(text.p[cell.begin]))
        cell.begin++;
    while (cell.end > cell.begin && is_blank(text.p[cell.end - 1]))
        cell.end--;
    ek_html_raw(h, head ? "<th scope=\"col\">" : "<td>");
    ek_html_sweep_put(sweep, cell.begin, cell.end);
    ek_html_raw(h, head ? "</th>" : "</td>");
}

/* Without the bars at both ends. */
static ek_tspan
inside(ek_str text, ek_tspan row)
{
    if (row.begin < row.end && text.p[row.begin] == '|')
        row.begin++;
    if (row.begin < row.end && text.p[row.end - 1] == '|')
        row.end--;
    return row;
}

static uint32_t
columns_of(ek_str text, ek_tspan row)
{
    uint32_t n = 1;
    row = inside(text, row);
    for (uint32_t i = cell_end(text, row.begin, row.end); i < row.end;
         i = cell_end(text, i + 1, row.end))
        n++;
    return n;
}

static void
put_row(struct ek_html *h, struct ek_html_sweep *sweep, ek_str text,
        const struct ek_block *block)
{
    bool head = block->kind == EK_BLOCK_HEADING;
    ek_tspan row = inside(text, block->span);
    ek_html_raw(h, "<tr>");
    for (uint32_t i = row.begin;;) {
        uint32_t end = cell_end(text, i, row.end);
        put_cell(h, sweep, text, (ek_tspan){i, end}, head);
        if (end >= row.end)
            break;
        i = end + 1;
    }
    ek_html_raw(h, "</tr>\n");
}

static bool
belongs(ek_str text, const struct ek_block *a, const struct ek_block *b)
{
    ek_str between = ek_str_slice(text, a->span.end, b->span.begin);
    return ek_html_is_row(text, b) &&
           ek_str_find(between, EK_STR("\n\n"), 0) == between.n;
}

uint32_t
ek_html_table(struct ek_html *h, struct ek_html_sweep *sweep, uint32_t document,
              const struct ek_block *rows, uint32_t n)
{
    ek_str text = h->result->documents.v[document].text;
    uint32_t taken = 1, columns = columns_of(text, rows[0].span);
    while (taken < n && belongs(text, &rows[taken - 1], &rows[taken]))
        taken++;
    ek_html_raw(h, "<div class=\"tw\"");
    if (columns >= WIDE) {
        ek_html_raw(h, " role=\"group\" tabindex=\"0\"");
        ek_html_attr(h, "aria-label",
                     ek_catalogue_text(EK_W_html_table, h->page.options.lang));
    }
    ek_html_raw(h, "><table");
    ek_html_block_lang(h, document, &rows[0]);
    ek_html_raw(h, "><tbody>\n");
    for (uint32_t i = 0; i < taken; i++)
        put_row(h, sweep, text, &rows[i]);
    ek_html_raw(h, "</tbody></table></div>\n");
    ek_html_sweep_margin(sweep);
    return taken;
}
