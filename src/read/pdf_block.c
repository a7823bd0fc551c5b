/* SPDX-License-Identifier: Apache-2.0 */
/* Where one line runs on into the next. A line that is full, so that the next
 * word would not have fitted, was broken by the page and not by the author;
 * all the rest (distance, indent, marker, size, bold) says that it was the
 * author after all. */
#include "config.h"

#include "read/pdf_layout.h"

#include "text/cp.h"
#include "text/opener.h"

#include <math.h>

/* In sizes of the type. */
static const float INDENT = 0.7f;
static const float KINSOKU =
    2.2f; /* what may hang over at a Japanese line end */
static const float BLANK = 0.22f;
static const float SLACK =
    0.35f; /* between what the right margin is and seems */
static const float USUAL_PITCH = 1.4f;
/* Of the usual pitch. */
static const float WIDE_PITCH = 1.22f;
static const float WIDEST_PITCH = 1.6f;

static bool
is_letter_small(uint32_t cp)
{
    return cp >= 'a' && cp <= 'z';
}

static uint32_t
first_of(const struct ek_pdf_line *line)
{
    size_t n;
    return line->text.n ? ek_cp_at(line->text, 0, &n) : 0;
}

static bool
meets_japanese(const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    return ek_cp_is_japanese(ek_cp_before(a->text, a->text.n)) ||
           ek_cp_is_japanese(first_of(b));
}

static bool
is_full(const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    float room = a->right - a->box.x1;
    if (meets_japanese(a, b) && room < KINSOKU * a->size)
        return true;
    return room < b->lead + (BLANK + SLACK) * a->size;
}

/* It cannot begin a sentence, nor could a sentence have ended before it. */
static bool
runs_on(const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    return !ek_pdf_ends_sentence(a->text) &&
           (is_letter_small(first_of(b)) || meets_japanese(a, b));
}

static bool
differs(float a, float b, float by)
{
    return fabsf(a - b) > by;
}

static bool
ends_member(ek_str line)
{
    static const char *const ends[] = {",",   ";",      " and",
                                       " or", "and/or", "\xE3\x80\x81"};
    return ek_pdf_ends_sentence(line) ||
           ek_str_ends_any(line, ends, sizeof ends / sizeof *ends);
}

/* A number at the beginning of a line can belong to the sentence: "Section |
 * 4.2 applies". Then it stands where the sentence would run on. */
/* "(g), Clause 6": no marker, whatever else it is. */
static bool
goes_on_behind(ek_str line, struct ek_opener opener)
{
    static const char *const signs[] = {",", ";", ")", "."};
    ek_str rest = ek_str_slice(line, opener.end, line.n);
    return ek_str_starts_any(rest, signs, sizeof signs / sizeof *signs) > 0;
}

static bool
begins_item(const struct ek_pdf_block *block, const struct ek_pdf_line *first,
            const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    struct ek_opener opener = ek_opener_of(b->text);
    if (!opener.kind)
        return false;
    bool numbered =
        opener.end > 0 && !ek_cp_among(first_of(b), "-*+\xE2\x80\xA2");
    if (opener.kind == EK_OPENS_BLOCK && !numbered)
        return true;
    if (is_full(a, b) && goes_on_behind(b->text, opener))
        return false;
    bool forced = is_full(a, b) && !ends_member(a->text);
    if (!forced)
        return true;
    if (opener.kind == EK_OPENS_MAYBE)
        return false;
    bool hanging = block->count > 1
                       ? differs(first->box.x0, block->left, INDENT * a->size)
                       : differs(b->box.x0, a->box.x0, INDENT * a->size);
    bool continues = !differs(b->box.x0, block->left, INDENT * a->size);
    if (block->count == 1)
        return b->box.x0 < a->box.x0 + INDENT * a->size;
    return hanging ? !continues : false;
}

/* Where the lines of a block begin, as far as it is known. */
static float
left_of(const struct ek_pdf_block *block, const struct ek_pdf_line *a)
{
    if (block->count > 1)
        return block->left;
    return a->hang > 0 ? a->hang : a->box.x0;
}

static bool
is_wide(const ek_pdf_doc *doc, const struct ek_pdf_block *block,
        const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    float pitch = ek_pdf_middle(&b->box) - ek_pdf_middle(&a->box);
    float usual = doc->pitch > 0 ? doc->pitch : USUAL_PITCH;
    usual = block->pitch > 0 ? block->pitch : usual * a->size;
    if (pitch <= usual * WIDE_PITCH)
        return false;
    bool below = !differs(b->box.x0, left_of(block, a), INDENT * a->size) ||
                 !differs(b->box.x0, a->box.x0, INDENT * a->size);
    bool small = is_letter_small(first_of(b)) && below;
    return !(pitch < usual * WIDEST_PITCH && (small || is_full(a, b)) &&
             runs_on(a, b) && !ek_opener_of(b->text).kind);
}

static ek_pdf_step
step_by_indent(const struct ek_pdf_block *block, const struct ek_pdf_line *a,
               const struct ek_pdf_line *b)
{
    float begins = block->count > 1 ? block->left : a->box.x0;
    bool outdented = b->box.x0 < begins - INDENT * a->size &&
                     (a->hang > 0 || block->count > 1);
    bool small = is_letter_small(first_of(b)) && runs_on(a, b) && !outdented;
    bool hangs = a->hang > 0 && !differs(b->box.x0, a->hang, BLANK * a->size);
    bool done = ek_pdf_ends_sentence(a->text) || !is_full(a, b);
    bool one = block->count == 1;
    float left = one ? a->box.x0 : block->left;
    float shift = b->box.x0 - left, indent = INDENT * a->size;
    bool moved = shift > indent || (!one && shift < -indent);
    if (one && shift > indent && ek_opener_of(a->text).kind && is_full(a, b))
        moved = false;
    if (small || (one && hangs && is_full(a, b)))
        return EK_PDF_RUNS_ON;
    return (done && moved) || !is_full(a, b) ? EK_PDF_NEW_LINE : EK_PDF_RUNS_ON;
}

/* Over the end of a column or a page nothing can be measured. */
static ek_pdf_step
step_over(const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    bool small = is_letter_small(first_of(b));
    if (ek_pdf_ends_sentence(a->text) || (b->bold && !a->bold_end))
        return EK_PDF_NEW_BLOCK;
    if (ek_opener_of(b->text).kind == EK_OPENS_BLOCK)
        return EK_PDF_NEW_BLOCK;
    return small || is_full(a, b) ? EK_PDF_RUNS_ON : EK_PDF_NEW_BLOCK;
}

/* "Article 5 (Term)", and nothing else. */
static bool
is_article(ek_str line)
{
    struct ek_opener opener = ek_opener_of(line);
    return opener.heading && opener.title == line.n;
}

/* The whole line in brackets: the title of the article that follows. */
static bool
is_caption(ek_str line)
{
    static const char *const opening[] = {"(", "\xEF\xBC\x88"};
    static const char *const closing[] = {")", "\xEF\xBC\x89"};
    return ek_str_starts_any(line, opening, 2) &&
           ek_str_ends_any(line, closing, 2);
}

static ek_pdf_step
step_of(const ek_pdf_doc *doc, const struct ek_pdf_block *block,
        const struct ek_pdf_line *a, const struct ek_pdf_line *b)
{
    const struct ek_pdf_line *first = &doc->lines.v[block->begin];
    bool same = a->page == b->page && a->column == b->column;
    if (a->sort == EK_PDF_ROW && b->sort == EK_PDF_ROW)
        return EK_PDF_NEW_LINE;
    if (a->sort == EK_PDF_ROW || b->sort == EK_PDF_ROW)
        return EK_PDF_NEW_BLOCK;
    if (differs(a->size, b->size, 0.1f * a->size))
        return EK_PDF_NEW_BLOCK;
    if (block->bold && !b->bold_begin &&
        !(is_full(a, b) && is_letter_small(first_of(b))))
        return EK_PDF_NEW_BLOCK;
    if (!same)
        return step_over(a, b);
    bool item = begins_item(block, first, a, b) || is_article(a->text) ||
                (is_caption(b->text) && ek_pdf_ends_sentence(a->text));
    if (is_wide(doc, block, a, b))
        return EK_PDF_NEW_BLOCK;
    return item ? EK_PDF_NEW_LINE : step_by_indent(block, a, b);
}

static void
take_line(struct ek_pdf_block *block, const ek_pdf_doc *doc, size_t a, size_t b)
{
    const struct ek_pdf_line *last = &doc->lines.v[a];
    const struct ek_pdf_line *line = &doc->lines.v[b];
    bool same = last->page == line->page && last->column == line->column;
    bool second = block->count == 1;
    if (second || (same && line->box.x0 < block->left))
        block->left = line->box.x0;
    if (!same)
        block->left = line->box.x0;
    if (same)
        block->pitch = ek_pdf_middle(&line->box) - ek_pdf_middle(&last->box);
    block->bold = block->bold && line->bold;
    block->end = b + 1;
    block->count++;
}

static struct ek_pdf_block
begin_block(const ek_pdf_doc *doc, size_t i, ek_pdf_step before)
{
    const struct ek_pdf_line *line = &doc->lines.v[i];
    return (struct ek_pdf_block){
        .begin = i,
        .end = i + 1,
        .count = 1,
        .left = line->box.x0,
        .bold = line->bold,
        .before = before,
    };
}

void
ek_pdf_blocks_of(ek_pdf_blocks *out, const ek_pdf_doc *doc, bool notes)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < doc->lines.n; i++) {
        const struct ek_pdf_line *line = &doc->lines.v[i];
        if ((line->sort == EK_PDF_NOTE) != notes)
            continue;
        ek_pdf_step step = EK_PDF_NEW_BLOCK;
        if (last != SIZE_MAX && notes)
            step = line->marked ? EK_PDF_NEW_LINE : EK_PDF_RUNS_ON;
        else if (last != SIZE_MAX)
            step = step_of(doc, &out->v[out->n - 1], &doc->lines.v[last], line);
        if (step == EK_PDF_RUNS_ON)
            take_line(&out->v[out->n - 1], doc, last, i);
        else
            EK_PUSH(doc->arena, *out, begin_block(doc, i, step));
        last = i;
    }
}
