/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "seg/seg.h"

#include "base/buf.h"
#include "seg/mark.h"
#include "seg/script.h"

enum { DEEPEST = 24, LONGEST_TITLE = 40 /* characters */ };

/* What stands before and after a number: 第3項. */
static const struct {
    const char *nth, *clause, *point;
} words = {
#define EK_LABEL_WORDS(nth, clause, point) nth, clause, point
#include "seg/label.def"
#undef EK_LABEL_WORDS
};

struct step {
    const ek_seg *seg;
    struct ek_mark mark;
};

static struct ek_mark
mark_of(const ek_segs *segs, const ek_seg *seg)
{
    const char *bytes = segs->norm->bytes.p;
    uint32_t begin = (uint32_t)(seg->label.p - bytes);
    uint32_t end = seg->kind == EK_SEG_ARTICLE ? begin + (uint32_t)seg->label.n
                                               : seg->body.end;
    if (end - begin > UINT8_MAX)
        end = begin + UINT8_MAX;
    return ek_mark_read(segs->norm, (ek_nspan){begin, end});
}

/* Labelled ancestors, outermost first, from the nearest article down. */
static size_t
collect(const ek_segs *segs, uint32_t index, struct step *steps)
{
    size_t n = 0;
    for (uint32_t i = index; i != EK_SEG_NO; i = segs->v[i].parent) {
        const ek_seg *seg = &segs->v[i];
        bool bare = seg->kind == EK_SEG_ARTICLE && !seg->label.n;
        if (bare && n)
            break;
        if (!seg->label.n || seg->label.p < segs->norm->bytes.p)
            continue;
        struct step step = {seg, mark_of(segs, seg)};
        if (step.mark.sort == EK_MARK_BULLETED)
            continue;
        if (n == DEEPEST)
            n--;
        steps[n++] = step;
        bool top =
            step.mark.sort == EK_MARK_ARTICLE || step.mark.sort == EK_MARK_UNIT;
        if (top)
            break;
    }
    for (size_t i = 0; i < n / 2; i++) {
        struct step swap = steps[i];
        steps[i] = steps[n - 1 - i];
        steps[n - 1 - i] = swap;
    }
    return n;
}

/* The number or letter without brackets and stops. */
static ek_str
core_of(ek_str label)
{
    while (label.n && (label.p[0] == '('))
        label = ek_str_slice(label, 1, label.n);
    while (label.n &&
           (label.p[label.n - 1] == ')' || label.p[label.n - 1] == '.'))
        label.n--;
    return label;
}

/* The label with the capitals of the original. */
static void
write_cased(ek_buf *out, const ek_segs *segs, ek_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        uint32_t at = (uint32_t)(s.p + i - segs->norm->bytes.p);
        bool upper = ek_script_latin(s.p[i]) &&
                     ek_script_case(segs->norm, at) == EK_CASE_UPPER;
        ek_buf_putc(out, upper ? (char)(s.p[i] - 'a' + 'A') : s.p[i]);
    }
}

static bool
counts_points(ek_mark_sort sort)
{
    return sort == EK_MARK_NUMBER_DOT || sort == EK_MARK_NUMBER_CLOSE ||
           sort == EK_MARK_NUMBER_BRACKET || sort == EK_MARK_NUMBER_BLANK ||
           sort == EK_MARK_CIRCLED || sort == EK_MARK_KANJI ||
           sort == EK_MARK_KANJI_BRACKET;
}

static void
write_nth(ek_buf *out, const struct step *step, const char *unit)
{
    ek_str core = core_of(step->seg->label);
    ek_buf_puts(out, words.nth);
    if (step->mark.sort == EK_MARK_CIRCLED)
        ek_buf_printf(out, "%u", (unsigned)step->mark.number);
    else
        ek_buf_add(out, core);
    ek_buf_puts(out, unit);
}

/* 第12条, then 第3項, 第2号, イ. */
static void
write_japanese(ek_buf *out, const struct step *steps, size_t n)
{
    ek_buf_add(out, steps[0].seg->label);
    for (size_t i = 1; i < n; i++) {
        const struct step *s = &steps[i];
        if (s->mark.sort == EK_MARK_CLAUSE || s->mark.sort == EK_MARK_POINT)
            ek_buf_add(out, s->seg->label);
        else if (s->seg->kind == EK_SEG_PARAGRAPH)
            write_nth(out, s, words.clause);
        else if (s->seg->level == 0 && counts_points(s->mark.sort))
            write_nth(out, s, words.point);
        else
            ek_buf_add(out, s->seg->label);
    }
}

/* 12.3(b): numbers joined by stops, letters in brackets. */
static void
write_latin(ek_buf *out, const ek_segs *segs, const struct step *steps,
            size_t n)
{
    size_t first = 0;
    for (size_t i = 1; i < n; i++)
        if (steps[i].mark.sort == EK_MARK_DOTTED)
            first = i;
    for (size_t i = first; i < n; i++) {
        ek_mark_sort sort = steps[i].mark.sort;
        ek_str core = core_of(steps[i].seg->label);
        bool number =
            sort == EK_MARK_NUMBER_DOT || sort == EK_MARK_NUMBER_BLANK;
        if (i == first) {
            write_cased(out, segs,
                        sort == EK_MARK_DOTTED ? steps[i].seg->label : core);
        } else if (number) {
            ek_buf_putc(out, '.');
            ek_buf_add(out, core);
        } else if (core.n && (core.p[0] & 0x80)) {
            ek_buf_add(out, steps[i].seg->label);
        } else {
            ek_buf_putc(out, '(');
            write_cased(out, segs, core);
            ek_buf_putc(out, ')');
        }
    }
}

/* The nearest heading's words, as they stand in the document. */
static void
write_title(ek_buf *out, const ek_segs *segs, uint32_t index)
{
    uint32_t article = ek_seg_up(segs, index, EK_SEG_ARTICLE);
    if (article == EK_SEG_NO || article + 1 >= segs->n ||
        segs->v[article + 1].kind != EK_SEG_HEADING)
        return;
    ek_nspan body = segs->v[article + 1].body;
    if (body.begin >= body.end)
        return;
    ek_tspan span = ek_map_to_text(&segs->norm->map, body);
    ek_str s = ek_str_trim(ek_text_slice(segs->norm->text, span));
    size_t n, characters = 0;
    for (size_t at = 0; at < s.n && characters < LONGEST_TITLE;
         at += n, characters++) {
        uint32_t cp = ek_cp_at(s, at, &n);
        if (cp == '\n')
            ek_buf_putc(out, ' ');
        else
            ek_buf_add(out, ek_str_slice(s, at, at + n));
    }
}

ek_str
ek_seg_label(const ek_segs *segs, uint32_t index, ek_arena *arena)
{
    struct step steps[DEEPEST];
    ek_buf out = ek_buf_on(arena);
    size_t n = collect(segs, index, steps);
    bool japanese = n && (steps[0].mark.sort == EK_MARK_ARTICLE ||
                          steps[0].mark.sort == EK_MARK_UNIT);
    if (japanese)
        write_japanese(&out, steps, n);
    else if (n)
        write_latin(&out, segs, steps, n);
    if (!out.n)
        write_title(&out, segs, index);
    return ek_buf_str(&out);
}
