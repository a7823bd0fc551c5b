/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"

#include <math.h>

enum { MOST_NEAR = 200 }; /* pieces that are looked at */

/* In sizes of its own type. */
static const float LARGER = 1.6f; /* the type below */
static const float ABOVE = 0.6f;  /* the gap to it */

static bool
is_kana(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece)
{
    for (size_t k = 0; k < piece->n; k++) {
        ek_str text = page->words.v[piece->first + k].text;
        for (size_t i = 0, n; i < text.n; i += n)
            if (!ek_cp_is_kana(ek_cp_at(text, i, &n)))
                return false;
    }
    return true;
}

static bool
reads_out(const struct ek_pdf_piece *ruby, const struct ek_pdf_piece *base)
{
    float middle = (ruby->box.x0 + ruby->box.x1) / 2;
    return base->size >= LARGER * ruby->size && base->box.x0 <= middle &&
           base->box.x1 >= middle &&
           fabsf(base->box.y0 - ruby->box.y1) < ABOVE * ruby->size;
}

void
ek_pdf_drop_ruby(ek_pdf_doc *doc, size_t page)
{
    ek_pdf_pieces *pieces = &doc->pieces[page];
    size_t kept = 0;
    for (size_t i = 0; i < pieces->n; i++) {
        bool ruby = false;
        size_t end = i + MOST_NEAR < pieces->n ? i + MOST_NEAR : pieces->n;
        for (size_t k = i + 1;
             k < end && !ruby && pieces->v[k].row <= pieces->v[i].row + 1; k++)
            ruby = reads_out(&pieces->v[i], &pieces->v[k]) &&
                   is_kana(&doc->pages.v[page], &pieces->v[i]);
        if (!ruby)
            pieces->v[kept++] = pieces->v[i];
    }
    pieces->n = kept;
}
