/* SPDX-License-Identifier: Apache-2.0 */
/* Paragraphs: their heading, their number, and those that a tracked change or
 * a hidden mark makes one. */
#include "config.h"

#include "read/docx.h"

#include <stdint.h>

#include "text/cp.h"

static struct ek_docx_open *
innermost(const ek_docx *d)
{
    return &d->open.v[d->open.n - 1];
}

/* As it was before it was changed, where that is what counts. */
static const xmlNode *
properties_of(const ek_docx *d, const xmlNode *paragraph)
{
    const xmlNode *now = ek_docx_child(paragraph, "pPr");
    const xmlNode *change = ek_docx_child(now, "pPrChange");
    const xmlNode *before = ek_docx_child(change, "pPr");
    return d->tracked == EK_TRACKED_ORIGINAL && before ? before : now;
}

/* Its mark is not there in the state that counts. */
static bool
mark_is_gone(const ek_docx *d, const xmlNode *paragraph)
{
    const xmlNode *mark = ek_docx_child(ek_docx_child(paragraph, "pPr"), "rPr");
    for (const xmlNode *n = mark ? mark->children : NULL; n; n = n->next)
        if (ek_docx_drops(d, ek_docx_tag_of(n)))
            return true;
    return false;
}

static bool
is_drop_cap(const xmlNode *paragraph)
{
    const xmlNode *frame =
        ek_docx_child(ek_docx_child(paragraph, "pPr"), "framePr");
    ek_str cap = frame ? ek_xml_attr(frame, "dropCap") : EK_STR("");
    return cap.n && !ek_str_is(cap, "none");
}

static const struct ek_docx_look *
look_of(const ek_docx *d, const xmlNode *paragraph)
{
    const xmlNode *properties = properties_of(d, paragraph);
    return ek_docx_look_of(d->styles, d->lists,
                           ek_docx_value(properties, "pStyle"));
}

static unsigned
heading_of(const ek_docx *d, const xmlNode *paragraph)
{
    const struct ek_docx_look *look = look_of(d, paragraph);
    uint32_t outline =
        ek_docx_number(ek_docx_value(properties_of(d, paragraph), "outlineLvl"),
                       look->outline);
    if (outline < EK_DOCX_NO_OUTLINE)
        return outline + 1;
    return look->title ? 1 : 0;
}

/* A hidden mark behind a heading separates it from the text on its line. */
static bool
mark_is_hidden(const ek_docx *d, const xmlNode *paragraph)
{
    const xmlNode *mark = ek_docx_child(ek_docx_child(paragraph, "pPr"), "rPr");
    int hidden = ek_docx_switch(mark, "vanish");
    if (hidden < 0)
        hidden = look_of(d, paragraph)->hidden;
    return hidden && !heading_of(d, paragraph);
}

static bool
does_not_end(const ek_docx *d, const xmlNode *paragraph)
{
    return mark_is_gone(d, paragraph) || mark_is_hidden(d, paragraph) ||
           is_drop_cap(paragraph);
}

static const xmlNode *
paragraph_after(const xmlNode *paragraph)
{
    for (const xmlNode *n = paragraph->next; n; n = n->next) {
        ek_docx_tag tag = ek_docx_tag_of(n);
        if (tag == EK_DOCX_PARAGRAPH)
            return n;
        if (tag == EK_DOCX_TABLE || ek_str_is(ek_xml_name(n), "sdt"))
            return NULL;
    }
    return NULL;
}

/* The mark that stays is that of the last one, and its properties hold. */
static const xmlNode *
last_joined(const ek_docx *d, const xmlNode *paragraph)
{
    const xmlNode *after;
    while (does_not_end(d, paragraph) && (after = paragraph_after(paragraph)))
        paragraph = after;
    return paragraph;
}

/* One that is joined to the one before has looks of its own for its runs, but
 * no place. */
void
ek_docx_paragraph_begin(ek_docx *d, const xmlNode *node)
{
    struct ek_docx_open *open = innermost(d);
    uint32_t number = (uint32_t)(uintptr_t)node->_private;
    open->look = look_of(d, node);
    if (open->paragraph)
        return;
    if (number)
        d->paragraph = number;
    open->paragraph = node;
    open->shape = last_joined(d, node);
}

static struct ek_docx_numbering
numbering_of(const ek_docx *d, const struct ek_docx_open *open)
{
    const xmlNode *properties = properties_of(d, open->shape);
    struct ek_docx_numbering own = ek_docx_numbering_of(properties);
    struct ek_docx_numbering style = look_of(d, open->shape)->numbering;
    const xmlNode *node = ek_docx_child(properties, "numPr");
    if (d->tracked == EK_TRACKED_ORIGINAL && ek_docx_child(node, "ins"))
        return style;
    if (!own.given || (own.num == style.num && !own.levelled)) {
        style.level = own.levelled ? own.level : style.level;
        return style;
    }
    return own;
}

static void
number_paragraph(struct ek_flow_shape *shape, ek_docx *d,
                 const struct ek_docx_open *open)
{
    struct ek_docx_numbering numbering = numbering_of(d, open);
    struct ek_docx_num *num =
        numbering.given ? ek_docx_num(d->lists, numbering.num) : NULL;
    if (!num || numbering.level >= EK_DOCX_LEVELS)
        return;
    const struct ek_docx_level *level = ek_docx_level(num, numbering.level);
    shape->number = ek_docx_count(d->office.arena, num, numbering.level);
    shape->bullet = level && level->bullet && !shape->number.n;
    shape->tight = level && level->tight;
    if (shape->number.n || shape->bullet)
        shape->level = numbering.level + 1;
}

/* Of an item: (1), (a). */
static bool
is_bracketed(ek_str number)
{
    static const char *const brackets[] = {"(", "\xEF\xBC\x88", "["};
    return ek_str_starts_any(number, brackets,
                             sizeof brackets / sizeof *brackets);
}

/* Such a paragraph without words is the line of a section break, and takes no
 * part in a list. */
static bool
ends_section(const xmlNode *paragraph)
{
    return ek_docx_child(ek_docx_child(paragraph, "pPr"), "sectPr");
}

void
ek_docx_paragraph_end(ek_docx *d, const xmlNode *node)
{
    struct ek_docx_open *open = innermost(d);
    struct ek_flow_shape shape = {.paragraph = d->paragraph};
    bool goes_on = does_not_end(d, node);
    d->commanded = 0; /* a command that is never ended must hide no more */
    if (!open->paragraph || (goes_on && paragraph_after(node)))
        return;
    bool unseen = goes_on || open->look->contents || ends_section(open->shape);
    if (!unseen || !ek_flow_is_blank(d->flow)) {
        number_paragraph(&shape, d, open);
        shape.heading =
            is_bracketed(shape.number) ? 0 : heading_of(d, open->shape);
    }
    open->paragraph = NULL;
    ek_flow_paragraph(d->flow, &shape);
}
