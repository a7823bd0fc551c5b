/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over the document, in the order of its text. Nothing recurses: the
 * tree is climbed by its own links, and a note is a detour that is walked once
 * at most. */
#include "config.h"

#include "read/docx.h"

enum { MOST_COLUMNS = 20 /* that one cell is taken to span */ };

static void
open_aside(ek_docx *d)
{
    struct ek_docx_open open = {.fields = d->fields, .commanded = d->commanded};
    EK_PUSH(d->office.arena, d->open, open);
    d->fields = d->commanded = 0;
}

static void
close_aside(ek_docx *d)
{
    const struct ek_docx_open *open = &d->open.v[--d->open.n];
    d->fields = open->fields;
    d->commanded = open->commanded;
    d->hidden = false;
    ek_flow_aside_end(d->flow);
}

/* Vocabularies whose shapes and check boxes are understood. */
static bool
is_understood(const xmlNode *choice)
{
    static const char *const known[] = {"wps", "wpg",  "wpc",   "wpi", "w14",
                                        "w15", "wp14", "w16se", "a14", "w16"};
    ek_str rest = ek_xml_attr(choice, "Requires"), word;
    while ((word = ek_str_word(&rest)).n)
        if (!ek_str_among(word, known, sizeof known / sizeof *known))
            return false;
    return true;
}

/* The first choice that is understood, else the fallback. */
static void
choose(xmlNode *choices)
{
    xmlNode *fallback = NULL;
    for (xmlNode *n = choices->children; n; n = n->next) {
        ek_docx_tag tag = ek_docx_tag_of(n);
        if (tag == EK_DOCX_CHOICE && is_understood(n)) {
            choices->_private = n;
            return;
        }
        if (tag == EK_DOCX_FALLBACK)
            fallback = n;
    }
    choices->_private = fallback;
}

static bool
is_chosen(const xmlNode *node)
{
    return !node->parent || ek_docx_tag_of(node->parent) != EK_DOCX_CHOICES ||
           node->parent->_private == node;
}

static void
enter_change(ek_docx *d, ek_docx_tag tag)
{
    if (!ek_docx_drops(d, tag))
        return;
    if (!d->dropped++)
        d->dropped_told = false;
}

static bool
enter_row(ek_docx *d, const xmlNode *node)
{
    const xmlNode *properties = ek_docx_child(node, "trPr");
    for (const xmlNode *n = properties ? properties->children : NULL; n;
         n = n->next)
        if (ek_docx_drops(d, ek_docx_tag_of(n))) {
            ek_extraction_apart(
                &d->office.text->extraction, d->office.arena,
                d->tracked == EK_TRACKED_FINAL ? "deleted" : "inserted", 1);
            return false;
        }
    uint32_t before =
        ek_docx_number(ek_docx_value(properties, "gridBefore"), 0);
    for (uint32_t i = 0; i < before && i < MOST_COLUMNS; i++)
        ek_flow_cell_end(d->flow);
    return true;
}

static void
leave_cell(ek_docx *d, const xmlNode *node)
{
    uint32_t span = ek_docx_number(
        ek_docx_value(ek_docx_child(node, "tcPr"), "gridSpan"), 1);
    ek_flow_cell_end(d->flow);
    for (uint32_t i = 1; i < span && i < MOST_COLUMNS; i++)
        ek_flow_cell_end(d->flow);
}

static bool
enter_box(ek_docx *d)
{
    if (!d->dropped && !ek_docx_shown(d))
        return false;
    open_aside(d);
    ek_flow_aside_begin(d->flow);
    return true;
}

/* A piece of text, and what stands in a run like one. */
static void
enter_piece(ek_docx *d, const xmlNode *node, ek_docx_tag tag)
{
    switch ((int)tag) {
    case EK_DOCX_TEXT:
        ek_docx_text(d, node);
        break;
    case EK_DOCX_BLANK:
        ek_docx_write(d, EK_STR(" "));
        break;
    case EK_DOCX_BREAK:
        if (ek_docx_shown(d))
            ek_flow_line(d->flow);
        break;
    case EK_DOCX_HYPHEN:
        ek_docx_write(d, EK_STR("-"));
        break;
    case EK_DOCX_SYMBOL:
        ek_docx_symbol(d, node);
        break;
    case EK_DOCX_FIELD:
        ek_docx_field(d, node);
        break;
    case EK_DOCX_COMMAND:
        ek_docx_command(d, node);
        break;
    case EK_DOCX_IMAGE:
        if (!d->objects && ek_docx_shown(d))
            ek_docx_tell(d, node, tag);
        break;
    case EK_DOCX_EMBEDDED:
    case EK_DOCX_CHUNK:
        if (ek_docx_shown(d))
            ek_docx_tell(d, node, tag);
        break;
    default:
        break;
    }
}

static bool
is_piece(ek_docx_tag tag)
{
    return tag >= EK_DOCX_FIRST_PIECE && tag <= EK_DOCX_LAST_PIECE;
}

/* Whether to go into it. */
static bool
enter(ek_docx *d, xmlNode *node)
{
    ek_docx_tag tag = ek_docx_tag_of(node);
    if (is_piece(tag)) {
        enter_piece(d, node, tag);
        return false;
    }
    switch ((int)tag) {
    case EK_DOCX_SKIPPED:
        return false;
    case EK_DOCX_PARAGRAPH:
        ek_docx_paragraph_begin(d, node);
        break;
    case EK_DOCX_RUN:
        ek_docx_run_begin(d, node);
        break;
    case EK_DOCX_FRACTION:
        ek_docx_write(d, EK_STR("/"));
        break;
    case EK_DOCX_INSERTED:
    case EK_DOCX_DELETED:
        enter_change(d, tag);
        break;
    case EK_DOCX_TABLE:
        ek_flow_table_begin(d->flow);
        break;
    case EK_DOCX_ROW:
        return enter_row(d, node);
    case EK_DOCX_BOX:
        return enter_box(d);
    case EK_DOCX_CHOICES:
        choose(node);
        break;
    case EK_DOCX_CHOICE:
    case EK_DOCX_FALLBACK:
        return is_chosen(node);
    case EK_DOCX_OBJECT:
        d->objects++;
        break;
    default:
        break;
    }
    return true;
}

static void
leave(ek_docx *d, const xmlNode *node)
{
    ek_docx_tag tag = ek_docx_tag_of(node);
    switch ((int)tag) {
    case EK_DOCX_PARAGRAPH:
        ek_docx_paragraph_end(d, node);
        break;
    case EK_DOCX_RUN:
        d->hidden = false;
        break;
    case EK_DOCX_INSERTED:
    case EK_DOCX_DELETED:
        d->dropped -= ek_docx_drops(d, tag);
        break;
    case EK_DOCX_TABLE:
        ek_flow_table_end(d->flow);
        break;
    case EK_DOCX_ROW:
        ek_flow_row_end(d->flow);
        break;
    case EK_DOCX_CELL:
        leave_cell(d, node);
        break;
    case EK_DOCX_BOX:
        close_aside(d);
        break;
    case EK_DOCX_OBJECT:
        d->objects--;
        break;
    default:
        break;
    }
}

/* The next node after one that was entered or passed; climbing out of an
 * element leaves it. NULL when the root is left. */
static xmlNode *
climb(ek_docx *d, xmlNode *node, const xmlNode *root)
{
    while (!node->next) {
        node = node->parent;
        if (node == root)
            return NULL;
        leave(d, node);
    }
    return node->next;
}

/* Into the note that a reference names, to come back behind the reference. */
static xmlNode *
detour(ek_docx *d, xmlNode *reference, xmlNode *root)
{
    xmlNode *note = ek_docx_note(d, reference);
    if (!note || !note->children)
        return NULL;
    struct ek_docx_return back = {root, reference};
    EK_PUSH(d->office.arena, d->returns, back);
    open_aside(d);
    return note;
}

static bool
is_reference(const xmlNode *node)
{
    ek_docx_tag tag = ek_docx_tag_of(node);
    return tag == EK_DOCX_FOOTNOTE || tag == EK_DOCX_ENDNOTE;
}

void
ek_docx_walk(ek_docx *d, xmlNode *root)
{
    xmlNode *node = root->children, *note;
    while (node) {
        if (is_reference(node) && (note = detour(d, node, root))) {
            root = note;
            node = note->children;
            continue;
        }
        bool into = enter(d, node);
        if (into && node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        if (into)
            leave(d, node);
        node = climb(d, node, root);
        while (!node && d->returns.n) {
            struct ek_docx_return back = d->returns.v[--d->returns.n];
            close_aside(d);
            root = back.root;
            node = climb(d, back.reference, root);
        }
    }
}
