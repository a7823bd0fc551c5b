/* SPDX-License-Identifier: Apache-2.0 */
/* Where the words of an RTF file go: to the text, to a number, to a table of
 * the file, or apart. */
#include "config.h"

#include "read/rtf.h"

#include "text/cp.h"

enum {
    DEEPEST_TABLE = 30,
    FIRST_SYMBOL = 0xF000, /* a symbol font's bytes, in private use */
    LAST_SYMBOL = 0xF0FF,
    FIRST_HIGH = 0xD800,
    FIRST_LOW = 0xDC00,
    LAST_LOW = 0xDFFF,
};

struct ek_rtf_group *
ek_rtf_top(struct ek_rtf *r)
{
    return &r->groups.v[r->groups.n - 1];
}

static enum ek_rtf_kept
why_kept_out(const struct ek_rtf *r, const struct ek_rtf_group *g)
{
    ek_tracked tracked = r->options->tracked;
    if (g->hidden)
        return EK_RTF_HIDDEN;
    if (g->deleted && tracked == EK_TRACKED_FINAL)
        return EK_RTF_DELETED;
    if (g->inserted && tracked == EK_TRACKED_ORIGINAL)
        return EK_RTF_INSERTED;
    return EK_RTF_KEPT;
}

/* One passage counts once, however many runs it has. */
static void
tell_kept_out(struct ek_rtf *r, enum ek_rtf_kept why)
{
    static const char *const words[] = {"", "hidden", "deleted", "inserted"};
    if (why != EK_RTF_KEPT && why != r->last)
        ek_extraction_apart(&r->text->extraction, r->arena, words[why], 1);
    r->last = why;
}

static void
tell_apart(struct ek_rtf *r, const char *word)
{
    if (!r->apart_told)
        ek_extraction_apart(&r->text->extraction, r->arena, word, 1);
    r->apart_told = true;
}

static void
show(struct ek_rtf *r, const struct ek_rtf_group *g, ek_str utf8)
{
    enum ek_rtf_kept why = why_kept_out(r, g);
    if (why == EK_RTF_KEPT)
        ek_flow_write(r->flow, utf8);
    if (ek_str_trim(utf8).n)
        tell_kept_out(r, why);
}

static void
give(struct ek_rtf *r, const struct ek_rtf_group *g, ek_str utf8)
{
    switch (g->dest) {
    case EK_RTF_SHOWN:
        show(r, g, utf8);
        break;
    case EK_RTF_NUMBER:
        if (why_kept_out(r, g) == EK_RTF_KEPT)
            ek_buf_add(&r->number, utf8);
        break;
    case EK_RTF_STYLES:
    case EK_RTF_LEVEL_TEXT:
        ek_buf_add(&r->name, utf8);
        break;
    case EK_RTF_COMMENT:
    case EK_RTF_HEADER:
    case EK_RTF_FOOTER:
        if (ek_str_trim(utf8).n)
            tell_apart(r, g->dest == EK_RTF_COMMENT  ? "comment"
                          : g->dest == EK_RTF_HEADER ? "header"
                                                     : "footer");
        break;
    case EK_RTF_HOLDS:
    case EK_RTF_SKIPPED:
    case EK_RTF_BOX:
    case EK_RTF_NOTE:
    case EK_RTF_PICTURE:
    case EK_RTF_OBJECT:
    case EK_RTF_UPR:
    case EK_RTF_UD:
    case EK_RTF_FONTS:
    case EK_RTF_LISTS:
    case EK_RTF_OVERRIDES:
        break;
    }
}

static bool
takes_words(ek_rtf_dest dest)
{
    return dest == EK_RTF_SHOWN || dest == EK_RTF_NUMBER ||
           dest == EK_RTF_STYLES || dest == EK_RTF_LEVEL_TEXT ||
           dest == EK_RTF_COMMENT || dest == EK_RTF_HEADER ||
           dest == EK_RTF_FOOTER;
}

void
ek_rtf_flush(struct ek_rtf *r)
{
    if (r->high) {
        r->high = 0;
        ek_rtf_cp(r, CP_REPLACEMENT);
    }
    if (!r->bytes.n)
        return;
    unsigned page = ek_rtf_fonts_page_of(r->fonts, r->bytes_of.font);
    r->decoded.n = 0;
    r->text->replaced +=
        ek_rtf_fonts_decode(&r->decoded, r->fonts, page, ek_buf_str(&r->bytes));
    r->bytes.n = 0;
    r->number_symbol |=
        r->bytes_of.dest == EK_RTF_NUMBER && page == EK_RTF_PAGE_SYMBOL;
    give(r, &r->bytes_of, ek_buf_str(&r->decoded));
}

static bool
go_together(const struct ek_rtf_group *a, const struct ek_rtf_group *b)
{
    return a->dest == b->dest && a->font == b->font && a->hidden == b->hidden &&
           a->deleted == b->deleted && a->inserted == b->inserted;
}

/* The bytes of a character may come one by one, and with changes of what does
 * not matter here between them. */
static bool
prepare_bytes(struct ek_rtf *r)
{
    const struct ek_rtf_group *g = ek_rtf_top(r);
    if (!takes_words(g->dest))
        return false;
    if (r->high || (r->bytes.n && !go_together(g, &r->bytes_of)))
        ek_rtf_flush(r);
    r->bytes_of = *g;
    return true;
}

void
ek_rtf_byte(struct ek_rtf *r, char byte)
{
    bool control = (unsigned char)byte < CP_BLANK && byte != '\t';
    if (control && ek_rtf_top(r)->dest != EK_RTF_LEVEL_TEXT)
        return;
    if (prepare_bytes(r))
        ek_buf_putc(&r->bytes, byte);
}

static bool
is_ascii(ek_str bytes)
{
    for (size_t i = 0; i < bytes.n; i++)
        if (bytes.p[i] & 0x80)
            return false;
    return true;
}

void
ek_rtf_text(struct ek_rtf *r, ek_str bytes)
{
    if (!takes_words(ek_rtf_top(r)->dest))
        return;
    if (r->utf8 && !is_ascii(bytes)) {
        ek_rtf_flush(r);
        give(r, ek_rtf_top(r), bytes);
        return;
    }
    size_t plain = 0;
    while (plain < bytes.n && (unsigned char)bytes.p[plain] >= CP_BLANK)
        plain++;
    if (plain && prepare_bytes(r))
        ek_buf_add(&r->bytes, ek_str_slice(bytes, 0, plain));
    for (size_t i = plain; i < bytes.n; i++)
        ek_rtf_byte(r, bytes.p[i]);
}

void
ek_rtf_cp(struct ek_rtf *r, uint32_t cp)
{
    ek_rtf_flush(r);
    r->decoded.n = 0;
    ek_buf_cp(&r->decoded, cp);
    give(r, ek_rtf_top(r), ek_buf_str(&r->decoded));
}

void
ek_rtf_unicode(struct ek_rtf *r, int32_t number)
{
    uint32_t cp = (uint32_t)(number < 0 ? number + 0x10000 : number);
    uint32_t high = r->high;
    if (cp >= FIRST_LOW && cp <= LAST_LOW && high) {
        r->high = 0;
        ek_rtf_cp(r, 0x10000 + ((high - FIRST_HIGH) << 10) + (cp - FIRST_LOW));
        return;
    }
    ek_rtf_flush(r);
    if (cp >= FIRST_HIGH && cp < FIRST_LOW)
        r->high = cp;
    else if ((cp >= FIRST_LOW && cp <= LAST_LOW) || cp > 0x10FFFF)
        ek_rtf_cp(r, CP_REPLACEMENT);
    else if (cp >= FIRST_SYMBOL && cp <= LAST_SYMBOL)
        ek_rtf_cp(r, ek_rtf_fonts_symbol(cp & 0xFF));
    else if (cp >= CP_BLANK || cp == CP_TAB)
        ek_rtf_cp(r, cp);
    if (ek_rtf_top(r)->dest == EK_RTF_NUMBER && cp >= FIRST_SYMBOL &&
        cp <= LAST_SYMBOL)
        r->number_symbol = true;
}

static bool
is_shown(struct ek_rtf *r)
{
    const struct ek_rtf_group *g = ek_rtf_top(r);
    return g->dest == EK_RTF_SHOWN && why_kept_out(r, g) == EK_RTF_KEPT;
}

void
ek_rtf_line(struct ek_rtf *r)
{
    ek_rtf_flush(r);
    if (is_shown(r))
        ek_flow_line(r->flow);
}

void
ek_rtf_note_mark(struct ek_rtf *r)
{
    const struct ek_rtf_group *g = ek_rtf_top(r);
    ek_rtf_flush(r);
    if (!is_shown(r))
        return;
    ek_buf out = ek_buf_on(r->arena);
    if (g->in_note)
        ek_buf_printf(&out, "[%u] ", (unsigned)r->notes);
    else
        ek_ordinal_write(&out, EK_ORDINAL_RAISED, r->notes + 1);
    ek_flow_write(r->flow, ek_buf_str(&out));
}

/* A number without letters and digits is a bullet. */
static bool
is_bullet(const struct ek_rtf *r, ek_str number)
{
    size_t n = 0;
    if (r->number_symbol)
        return true;
    for (size_t at = 0; at < number.n; at += n) {
        uint32_t cp = ek_cp_at(number, at, &n);
        bool ascii = cp < 0x80;
        bool counts = (cp >= '0' && cp <= '9') ||
                      ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
        bool sign = (cp >= 0x2010 && cp <= 0x2043) ||
                    (cp >= 0x2190 && cp <= 0x245F) ||
                    (cp >= 0x2500 && cp <= 0x2775) || cp == CP_MIDDLE_DOT ||
                    cp == 0xB7 || cp == CP_REPLACEMENT;
        if (ascii ? counts : !sign)
            return false;
    }
    return true;
}

static int
heading_of(const struct ek_rtf *r, const struct ek_rtf_paragraph *p)
{
    bool styled = p->style >= 0 && (size_t)p->style < r->outlines.n;
    if (p->outline)
        return p->outline;
    return styled ? r->outlines.v[p->style] : 0;
}

static struct ek_flow_shape
shape_of(struct ek_rtf *r)
{
    const struct ek_rtf_paragraph *p = &ek_rtf_top(r)->paragraph;
    struct ek_flow_shape shape = {.number = EK_STR("")};
    int heading = heading_of(r, p);
    ek_str number = ek_str_trim(ek_buf_str(&r->number));
    shape.heading = heading > 0 ? (unsigned)heading : 0;
    if (p->list > 0 && !ek_flow_is_blank(r->flow))
        ek_rtf_lists_count(&shape, r->lists, p->list, p->list_level);
    if (number.n) {
        shape.bullet = is_bullet(r, number);
        shape.number = shape.bullet ? EK_STR("") : number;
    }
    r->number = ek_buf_on(r->arena);
    r->number_symbol = false;
    return shape;
}

static size_t
tables_around(struct ek_rtf *r)
{
    const struct ek_rtf_paragraph *p = &ek_rtf_top(r)->paragraph;
    long nested = p->nested > 1 ? p->nested : 1;
    if (!p->in_table && p->nested < 1)
        return 0;
    return (size_t)(nested < DEEPEST_TABLE ? nested : DEEPEST_TABLE);
}

/* A paragraph whose mark is deleted or hidden goes on in the next one. */
void
ek_rtf_paragraph(struct ek_rtf *r)
{
    ek_rtf_flush(r);
    if (!is_shown(r))
        return;
    ek_flow_nest(r->flow, tables_around(r));
    struct ek_flow_shape shape = shape_of(r);
    ek_flow_paragraph(r->flow, &shape);
}

/* Cells may stand in paragraphs that say nothing of a table. */
void
ek_rtf_cell(struct ek_rtf *r, bool nested)
{
    ek_rtf_flush(r);
    if (ek_rtf_top(r)->dest != EK_RTF_SHOWN)
        return;
    size_t tables = nested ? tables_around(r) : 1, least = nested ? 2 : 1;
    ek_flow_nest(r->flow, tables > least ? tables : least);
    struct ek_flow_shape shape = shape_of(r);
    ek_flow_paragraph(r->flow, &shape);
    ek_flow_cell_end(r->flow);
}

void
ek_rtf_row(struct ek_rtf *r, bool nested)
{
    ek_rtf_flush(r);
    size_t tables = ek_flow_tables(r->flow), least = nested ? 2 : 1;
    if (ek_rtf_top(r)->dest != EK_RTF_SHOWN || tables < least)
        return;
    if (!nested)
        ek_flow_nest(r->flow, 1);
    ek_flow_row_end(r->flow);
}
