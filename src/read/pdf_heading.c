/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"
#include "text/opener.h"

enum {
    MOST_BYTES = 200,
    MOST_CLOSED = 60, /* bytes of one that ends like a sentence */
    MOST_LINES = 3,
    RANKS = 6,
};

static const float LARGER = 1.12f;

/* Half points of size, twice, and one more for bold. */
static unsigned
rank_of(const struct ek_pdf_line *line, bool bold)
{
    return (unsigned)(line->size * 2 + 0.5f) * 2 + bold;
}

static bool
is_bold_throughout(const ek_pdf_doc *doc)
{
    size_t bold = 0, all = 1;
    for (size_t i = 0; i < doc->lines.n; i++) {
        all += doc->lines.v[i].text.n;
        bold += doc->lines.v[i].bold ? doc->lines.v[i].text.n : 0;
    }
    return bold * 5 > all * 3;
}

static size_t
length_of(const ek_pdf_doc *doc, const struct ek_pdf_block *block)
{
    size_t n = 0;
    for (size_t i = block->begin; i < block->end; i++)
        if (doc->lines.v[i].sort == EK_PDF_BODY)
            n += doc->lines.v[i].text.n;
    return n;
}

static bool
has_letters(ek_str text)
{
    for (size_t i = 0, n; i < text.n; i += n) {
        uint32_t cp = ek_cp_at(text, i, &n);
        if ((cp | 0x20) - 'a' < 26 || cp > 0xFF)
            return true;
    }
    return false;
}

static bool
reads_like_heading(const ek_pdf_doc *doc, const struct ek_pdf_block *block)
{
    ek_str last = doc->lines.v[block->end - 1].text;
    ek_str first = doc->lines.v[block->begin].text;
    size_t length = length_of(doc, block);
    if (block->count > MOST_LINES || length > MOST_BYTES || !has_letters(first))
        return false;
    if (!ek_pdf_ends_sentence(last) || last.p[last.n - 1] == ':')
        return !ek_str_ends(last, EK_STR(","));
    return block->count == 1 && length <= MOST_CLOSED &&
           ek_opener_of(first).kind && last.p[last.n - 1] == '.';
}

static void
insert_rank(unsigned *ranks, unsigned rank)
{
    for (unsigned i = 0; i < RANKS && rank; i++) {
        if (ranks[i] == rank)
            return;
        if (ranks[i] < rank) {
            unsigned lower = ranks[i];
            ranks[i] = rank;
            rank = lower;
        }
    }
}

static unsigned
level_of(const unsigned *ranks, unsigned rank)
{
    unsigned i = 0;
    while (i + 1 < RANKS && ranks[i] > rank)
        i++;
    return i + 1;
}

/* A heading of two lines that both end early. */
static void
join_headings(ek_pdf_blocks *blocks, const ek_pdf_doc *doc)
{
    size_t kept = 0;
    for (size_t i = 0; i < blocks->n; i++) {
        struct ek_pdf_block *last = kept ? &blocks->v[kept - 1] : NULL;
        const struct ek_pdf_block *block = &blocks->v[i];
        bool joins =
            last && block->heading && last->heading == block->heading &&
            block->before == EK_PDF_NEW_LINE && last->count < MOST_LINES &&
            !ek_opener_of(doc->lines.v[block->begin].text).kind;
        if (joins) {
            last->end = block->end;
            last->count += block->count;
        } else {
            blocks->v[kept++] = *block;
        }
    }
    blocks->n = kept;
}

void
ek_pdf_mark_headings(ek_pdf_blocks *blocks, const ek_pdf_doc *doc)
{
    bool all_bold = is_bold_throughout(doc);
    unsigned ranks[RANKS] = {0};
    for (size_t i = 0; i < blocks->n; i++) {
        struct ek_pdf_block *block = &blocks->v[i];
        const struct ek_pdf_line *line = &doc->lines.v[block->begin];
        bool bold = block->bold && !all_bold && line->size >= doc->size * 0.95f;
        bool large = line->size > doc->size * LARGER;
        if (line->sort != EK_PDF_BODY || !(bold || large) ||
            !reads_like_heading(doc, block))
            continue;
        block->heading = rank_of(line, bold);
        insert_rank(ranks, block->heading);
    }
    for (size_t i = 0; i < blocks->n; i++)
        if (blocks->v[i].heading)
            blocks->v[i].heading = level_of(ranks, blocks->v[i].heading);
    join_headings(blocks, doc);
}
