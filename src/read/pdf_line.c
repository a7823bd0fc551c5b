/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"
#include "text/opener.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In sizes of the type. */
static const float WIDE = 0.9f;    /* a gap that may divide columns or cells */
static const float BACK = 0.5f;    /* how far a word may reach into the last */
static const float NARROW = 0.32f; /* the gap that is set between scripts */
static const float REACH = 8;      /* from a marker to its words */
static const float SMALL = 0.88f;  /* of the type around it */
static const float RAISED = 0.08f;
static const float SPACED = 0.54f; /* between characters that are set wide */
static const float TOUCH = 0.12f;

/* On one line. */
static bool
are_level(const struct ek_pdf_box *a, const struct ek_pdf_box *b)
{
    float top = a->y0 > b->y0 ? a->y0 : b->y0;
    float bottom = a->y1 < b->y1 ? a->y1 : b->y1;
    float ha = ek_pdf_height(a), hb = ek_pdf_height(b);
    float least = ha < hb ? ha : hb;
    float apart = fabsf(ek_pdf_middle(a) - ek_pdf_middle(b));
    return bottom - top >= least * 0.5f && apart <= least * 0.75f;
}

void
ek_pdf_cover(struct ek_pdf_box *box, const struct ek_pdf_box *other)
{
    box->x0 = other->x0 < box->x0 ? other->x0 : box->x0;
    box->y0 = other->y0 < box->y0 ? other->y0 : box->y0;
    box->x1 = other->x1 > box->x1 ? other->x1 : box->x1;
    box->y1 = other->y1 > box->y1 ? other->y1 : box->y1;
}

static float
larger(float a, float b)
{
    return a > b ? a : b;
}

static bool
stands_beside(const struct ek_pdf_word *last, const struct ek_pdf_word *next)
{
    float em = larger(last->size, next->size);
    float gap = next->box.x0 - last->box.x1;
    return are_level(&last->box, &next->box) && gap > -BACK * em &&
           gap < WIDE * em;
}

static struct ek_pdf_piece
piece_of(const struct ek_pdf_page *page, size_t first)
{
    const struct ek_pdf_word *word = &page->words.v[first];
    struct ek_pdf_piece piece = {
        .box = word->box, .first = (uint32_t)first, .n = 1};
    size_t most = 0, run = 0;
    for (size_t i = first; i < page->words.n; i++) {
        word = &page->words.v[i];
        if (i > first && !stands_beside(word - 1, word))
            break;
        run = i > first && word->size == word[-1].size ? run : 0;
        run += word->text.n;
        if (run > most) {
            most = run;
            piece.size = word->size;
        }
        ek_pdf_cover(&piece.box, &word->box);
        piece.n = (uint32_t)(i - first + 1);
    }
    return piece;
}

static int
by_height(const void *a, const void *b)
{
    const struct ek_pdf_piece *p = a, *q = b;
    float x = ek_pdf_middle(&p->box), y = ek_pdf_middle(&q->box);
    if (x != y)
        return x < y ? -1 : 1;
    return p->first < q->first ? -1 : p->first > q->first;
}

static int
by_row(const void *a, const void *b)
{
    const struct ek_pdf_piece *p = a, *q = b;
    if (p->row != q->row)
        return p->row < q->row ? -1 : 1;
    if (p->box.x0 != q->box.x0)
        return p->box.x0 < q->box.x0 ? -1 : 1;
    return p->first < q->first ? -1 : p->first > q->first;
}

static void
number_rows(ek_pdf_pieces *pieces)
{
    uint32_t row = 0;
    size_t begin = 0;
    for (size_t i = 0; i < pieces->n; i++) {
        if (i && !are_level(&pieces->v[begin].box, &pieces->v[i].box)) {
            begin = i;
            row++;
        }
        pieces->v[i].row = row;
    }
}

bool
ek_pdf_is_marker(const struct ek_pdf_page *page,
                 const struct ek_pdf_piece *piece)
{
    enum { MOST_WORDS = 6, MOST_BYTES = 40 };
    char bytes[MOST_BYTES];
    ek_str text = {bytes, 0};
    for (size_t i = 0; i < piece->n && i <= MOST_WORDS; i++) {
        const struct ek_pdf_word *word = &page->words.v[piece->first + i];
        bool blank = i && !(word->flags & EK_PDF_JOINED);
        if (i == MOST_WORDS || text.n + word->text.n + blank > MOST_BYTES)
            return false;
        if (blank)
            bytes[text.n++] = ' ';
        memcpy(bytes + text.n, word->text.p, word->text.n);
        text.n += word->text.n;
    }
    struct ek_opener opener = ek_opener_of(text);
    return opener.kind && opener.end == text.n;
}

void
ek_pdf_split(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece,
             uint32_t n, struct ek_pdf_piece parts[2])
{
    parts[0] = parts[1] = *piece;
    parts[0].n = n;
    parts[1].first += n;
    parts[1].n -= n;
    for (int i = 0; i < 2; i++) {
        parts[i].box = page->words.v[parts[i].first].box;
        for (uint32_t k = 1; k < parts[i].n; k++)
            ek_pdf_cover(&parts[i].box, &page->words.v[parts[i].first + k].box);
    }
}

float
ek_pdf_gap(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece,
           uint32_t i)
{
    const struct ek_pdf_word *word = &page->words.v[piece->first + i];
    return piece->size > 0 ? (word->box.x0 - word[-1].box.x1) / piece->size : 0;
}

/* A marker belongs to what stands beside it, however far. */
static void
join_markers(ek_arena *arena, struct ek_pdf_page *page, ek_pdf_pieces *pieces)
{
    struct ek_pdf_page old = *page;
    ek_pdf_pieces kept = {0};
    page->words.v = NULL;
    page->words.n = page->words.cap = 0;
    for (size_t i = 0; i < pieces->n; i++) {
        struct ek_pdf_piece piece = pieces->v[i];
        struct ek_pdf_piece *last = kept.n ? &kept.v[kept.n - 1] : NULL;
        bool joins = last && last->row == piece.row &&
                     piece.box.x0 - last->box.x1 < REACH * piece.size &&
                     ek_pdf_is_marker(page, last);
        for (size_t k = 0; k < piece.n; k++)
            EK_PUSH(arena, page->words, old.words.v[piece.first + k]);
        piece.first = (uint32_t)page->words.n - piece.n;
        if (!joins) {
            EK_PUSH(arena, kept, piece);
            continue;
        }
        last->n += piece.n;
        last->size = piece.size;
        ek_pdf_cover(&last->box, &piece.box);
    }
    *pieces = kept;
}

void
ek_pdf_cut(ek_pdf_doc *doc, size_t index)
{
    struct ek_pdf_page *page = &doc->pages.v[index];
    ek_pdf_pieces *pieces = &doc->pieces[index];
    for (size_t i = 0; i < page->words.n;) {
        struct ek_pdf_piece piece = piece_of(page, i);
        i += piece.n;
        EK_PUSH(doc->arena, *pieces, piece);
    }
    if (!pieces->n)
        return;
    qsort(pieces->v, pieces->n, sizeof *pieces->v, by_height);
    number_rows(pieces);
    qsort(pieces->v, pieces->n, sizeof *pieces->v, by_row);
    join_markers(doc->arena, page, pieces);
}

static bool
is_alphanumeric(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') ||
           ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
}

static bool
is_one(ek_str word)
{
    size_t n;
    return word.n && (ek_cp_at(word, 0, &n), n == word.n);
}

/* Between scripts, and between Japanese characters that are set wide, a gap is
 * no blank; behind the number that opens a line it is. */
static bool
has_blank(const struct ek_pdf_word *last, const struct ek_pdf_word *word,
          bool opens)
{
    size_t n;
    float gap = word->box.x0 - last->box.x1;
    uint32_t before = ek_cp_before(last->text, last->text.n);
    uint32_t after = ek_cp_at(word->text, 0, &n);
    bool ja_before = ek_cp_is_japanese(before);
    bool ja_after = ek_cp_is_japanese(after);
    bool spaced = is_one(last->text) || is_one(word->text);
    if (word->flags & EK_PDF_JOINED)
        return false;
    if (ja_before && ja_after && !opens)
        return gap > (spaced ? SPACED : NARROW / 2) * word->size;
    if (((ja_before && is_alphanumeric(after)) ||
         (ja_after && is_alphanumeric(before))) &&
        !opens)
        return gap > NARROW * word->size;
    return gap > TOUCH * word->size * 0.2f;
}

/* Whether what was written so far is the marker of an item. */
static bool
is_marked(ek_str words)
{
    enum { MOST_BYTES = 30 };
    if (words.n > MOST_BYTES || ek_str_find(words, EK_STR(" "), 0) < words.n)
        return false;
    struct ek_opener opener = ek_opener_of(words);
    return opener.kind && opener.end == words.n;
}

static bool
is_number(ek_str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    return i == s.n && s.n <= 3;
}

/* The mark of a footnote or an exponent. */
static bool
is_raised(const struct ek_pdf_word *word, const struct ek_pdf_piece *piece)
{
    return is_number(word->text) && word->size < SMALL * piece->size &&
           ek_pdf_middle(&piece->box) - ek_pdf_middle(&word->box) >
               RAISED * piece->size;
}

ek_str
ek_pdf_words(ek_arena *arena, const struct ek_pdf_page *page,
             const struct ek_pdf_piece *piece)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < piece->n; i++) {
        const struct ek_pdf_word *word = &page->words.v[piece->first + i];
        if (i && has_blank(word - 1, word, is_marked(ek_buf_str(&out))) &&
            !is_raised(word, piece))
            ek_buf_putc(&out, ' ');
        if (is_raised(word, piece))
            ek_pdf_write_raised(&out, word->text);
        else
            ek_buf_add(&out, word->text);
    }
    return ek_buf_str(&out);
}

static void
add_piece(ek_buf *out, const struct ek_pdf_piece *last,
          const struct ek_pdf_piece *piece, ek_str words)
{
    if (last && piece->box.x0 - last->box.x1 > TOUCH * piece->size)
        ek_buf_putc(out, ' ');
    ek_buf_add(out, words);
}

static bool
is_mere_mark(ek_str word)
{
    size_t n;
    return is_one(word) && !ek_cp_is_japanese(ek_cp_at(word, 0, &n));
}

static void
note_words(struct ek_pdf_line *line, const struct ek_pdf_page *page,
           const struct ek_pdf_piece *piece)
{
    for (size_t i = 0; i < piece->n; i++) {
        const struct ek_pdf_word *word = &page->words.v[piece->first + i];
        bool bold = word->flags & EK_PDF_BOLD;
        if (!is_mere_mark(word->text) && !bold)
            line->bold = false;
        line->bold_end = bold;
        if (word->confidence &&
            (!line->percent || word->confidence < line->percent))
            line->percent = word->confidence;
    }
}

/* Up to the first blank, or one character where lines break anywhere. */
static float
width_of_lead(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece)
{
    const struct ek_pdf_word *word = &page->words.v[piece->first];
    float end = word->box.x1;
    size_t n;
    if (ek_cp_is_japanese(ek_cp_at(word->text, 0, &n)))
        return word->size;
    for (size_t i = 1; i < piece->n && (word[i].flags & EK_PDF_JOINED); i++)
        end = word[i].box.x1;
    for (size_t at = n; at < word->text.n; at += n)
        if (ek_cp_is_japanese(ek_cp_at(word->text, at, &n)))
            return (word->box.x1 - word->box.x0) * (float)at /
                   (float)word->text.n;
    return end - word->box.x0;
}

static float
hang_of(const struct ek_pdf_page *page, const struct ek_pdf_piece *piece)
{
    const struct ek_pdf_word *word = &page->words.v[piece->first];
    struct ek_opener opener = ek_opener_of(word->text);
    bool marker = opener.kind && opener.end == word->text.n;
    return marker && piece->n > 1 ? word[1].box.x0 : 0;
}

struct ek_pdf_line
ek_pdf_line_of(ek_pdf_doc *doc, size_t index, const struct ek_pdf_piece *v,
               size_t n)
{
    const struct ek_pdf_page *page = &doc->pages.v[index];
    struct ek_pdf_line line = {.box = v[0].box,
                               .size = v[0].size,
                               .bold = true,
                               .bold_begin = page->words.v[v[0].first].flags &
                                             EK_PDF_BOLD,
                               .page = (uint32_t)index,
                               .lead = width_of_lead(page, &v[0])};
    ek_buf out = ek_buf_on(doc->arena);
    float widest = 0;
    for (size_t i = 0; i < n; i++) {
        ek_str words = ek_pdf_words(doc->arena, page, &v[i]);
        add_piece(&out, i ? &v[i - 1] : NULL, &v[i], words);
        note_words(&line, page, &v[i]);
        ek_pdf_cover(&line.box, &v[i].box);
        if (v[i].box.x1 - v[i].box.x0 > widest) {
            widest = v[i].box.x1 - v[i].box.x0;
            line.size = v[i].size;
        }
    }
    line.text = ek_buf_str(&out);
    line.hang = hang_of(page, &v[0]);
    return line;
}
