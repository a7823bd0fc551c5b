/* SPDX-License-Identifier: Apache-2.0 */
/* What the control words of RTF do. */
#include "config.h"

#include "read/rtf.h"

enum { DEEPEST_OUTLINE = 9 };

static void
set_document_page(struct ek_rtf *r, long page)
{
    bool forced = r->options->encoding == EK_ENC_CP932 ||
                  r->options->encoding == EK_ENC_CP1252;
    r->wide_known = false;
    if (!forced && page > 0)
        ek_rtf_fonts_document(r->fonts, (unsigned)page);
}

static void
set_font(struct ek_rtf *r, long font)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    if (g->dest == EK_RTF_FONTS)
        r->font = font;
    else
        g->font = font;
}

static void
reset_letters(struct ek_rtf *r)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    g->font = r->deff;
    g->hidden = g->deleted = g->inserted = false;
}

static struct ek_rtf_paragraph *
paragraph_of(struct ek_rtf *r)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    return g->dest == EK_RTF_STYLES ? &r->style : &g->paragraph;
}

static void
set_list(struct ek_rtf *r, long number)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    if (g->dest == EK_RTF_OVERRIDES)
        ek_rtf_lists_name(r->lists, number);
    else
        g->paragraph.list = number;
}

static void
set_outline(struct ek_rtf *r, long level)
{
    bool heading = level >= 0 && level < DEEPEST_OUTLINE;
    paragraph_of(r)->outline = heading ? (int)level + 1 : -1;
}

/* Paragraphs: true when the act was one of theirs. */
static bool
set_paragraph(struct ek_rtf *r, ek_rtf_act act, long number)
{
    struct ek_rtf_paragraph *p = paragraph_of(r);
    switch ((int)act) {
    case EK_RTF_SET_PARD:
        *p = (struct ek_rtf_paragraph){.style = -1};
        return true;
    case EK_RTF_SET_INTBL:
        p->in_table = true;
        return true;
    case EK_RTF_SET_ITAP:
        p->nested = number;
        return true;
    case EK_RTF_SET_LS:
        set_list(r, number);
        return true;
    case EK_RTF_SET_ILVL:
        p->list_level = number;
        return true;
    case EK_RTF_SET_S:
        p->style = number;
        return true;
    case EK_RTF_SET_OUTLINELEVEL:
        set_outline(r, number);
        return true;
    default:
        return false;
    }
}

/* Letters and their fonts. A toggle is off where its number is 0. */
static bool
set_letters(struct ek_rtf *r, const struct ek_rtf_token *t, ek_rtf_act act)
{
    struct ek_rtf_group *g = ek_rtf_top(r);
    bool on = !t->has_number || t->number;
    switch ((int)act) {
    case EK_RTF_SET_F:
        set_font(r, t->number);
        return true;
    case EK_RTF_SET_PLAIN:
        reset_letters(r);
        return true;
    case EK_RTF_SET_V:
        g->hidden = on;
        return true;
    case EK_RTF_SET_DELETED:
        g->deleted = on;
        return true;
    case EK_RTF_SET_REVISED:
        g->inserted = on;
        return true;
    case EK_RTF_SET_UC:
        g->uc = t->number > 0 ? (uint32_t)t->number : 0;
        return true;
    case EK_RTF_SET_FCHARSET:
        r->wide_known = false;
        ek_rtf_fonts_charset(r->fonts, r->font, t->number);
        return true;
    case EK_RTF_SET_CPG:
        r->wide_known = false;
        ek_rtf_fonts_page(r->fonts, r->font, t->number);
        return true;
    case EK_RTF_SET_DEFF:
        r->deff = ek_rtf_top(r)->font = t->number;
        return true;
    case EK_RTF_SET_ANSICPG:
        set_document_page(r, t->number);
        return true;
    default:
        return false;
    }
}

static void
repeat_unicode(struct ek_rtf *r, int32_t number)
{
    r->skip = 0;
    ek_rtf_unicode(r, number);
    r->skip = ek_rtf_top(r)->uc;
}

void
ek_rtf_do(struct ek_rtf *r, const struct ek_rtf_token *t,
          const struct ek_rtf_word *word)
{
    if (set_paragraph(r, word->act, t->number) || set_letters(r, t, word->act))
        return;
    switch ((int)word->act) {
    case EK_RTF_SIGN:
        if (r->skip)
            r->skip--;
        else
            ek_rtf_cp(r, (uint32_t)word->value);
        break;
    case EK_RTF_SET_U:
        repeat_unicode(r, t->number);
        break;
    case EK_RTF_LINE:
        ek_rtf_line(r);
        break;
    case EK_RTF_PARAGRAPH:
        ek_rtf_paragraph(r);
        break;
    case EK_RTF_CELL:
    case EK_RTF_NEST_CELL:
        ek_rtf_cell(r, word->act == EK_RTF_NEST_CELL);
        break;
    case EK_RTF_ROW_END:
    case EK_RTF_NEST_ROW:
        ek_rtf_row(r, word->act == EK_RTF_NEST_ROW);
        break;
    case EK_RTF_SET_CHFTN:
        ek_rtf_note_mark(r);
        break;
    case EK_RTF_SET_PAGE:
        set_document_page(r, word->value);
        break;
    case EK_RTF_LIST_WORD:
        if (ek_rtf_top(r)->dest == EK_RTF_LISTS ||
            ek_rtf_top(r)->dest == EK_RTF_OVERRIDES)
            ek_rtf_lists_word(r->lists, (ek_rtf_list_word)word->value,
                              t->number);
        break;
    }
}
