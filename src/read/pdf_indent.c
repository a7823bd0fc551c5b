/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/opener.h"

/* In sizes of the type. */
static const float SLACK = 0.6f;
static const float LEAST_HANG = 0.9f; /* from a marker to its words */

void
ek_pdf_indent_reset(struct ek_pdf_indents *indents)
{
    indents->n = 0;
}

/* Below which open item something at x stands, by the words of the items. */
static unsigned
depth_at(const struct ek_pdf_indents *indents, float x, float slack)
{
    unsigned n = indents->n;
    while (n && x < indents->v[n - 1].words - slack)
        n--;
    return n;
}

unsigned
ek_pdf_indent_item(struct ek_pdf_indents *indents,
                   const struct ek_pdf_line *line, float words)
{
    float x = line->box.x0 - line->left, slack = SLACK * line->size;
    unsigned depth = depth_at(indents, x, slack);
    float least = x + LEAST_HANG * line->size;
    words -= line->left;
    if (depth == EK_PDF_DEEPEST)
        depth--;
    indents->v[depth].words = words > least ? words : least;
    indents->n = depth + 1;
    return 2 * depth;
}

unsigned
ek_pdf_indent_text(struct ek_pdf_indents *indents,
                   const struct ek_pdf_line *line, float left)
{
    indents->n = depth_at(indents, left - line->left, SLACK * line->size);
    return 2 * indents->n;
}
