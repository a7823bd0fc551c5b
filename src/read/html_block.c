/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over a page: what each element means for the lines around it. A
 * frame remembers what an element changed, for the time when it ends. */
#include "config.h"

#include "read/html.h"

#include <stdio.h>

#include "read/sniff.h"

enum { LONGEST_NAME = 200 }; /* bytes */

struct frame {
    const xmlNode *node;
    ek_html_kind kind;
    struct ek_html_list list; /* of a list */
    bool rows;                /* of a table: its rows are rows of data */
    bool begun;               /* of a list: an item was seen */
    unsigned indent;          /* to be restored, of an item */
    bool one_line;            /* to be restored, of a heading */
};

struct walk {
    struct ek_light *w;
    EK_VEC(struct frame) frames;
    struct ek_html_sheet *sheet;
    struct ek_html_counters counters;
    uint32_t depth, most_depth;
    bool too_deep;
};

static struct frame *
push_frame(struct walk *walk, const xmlNode *node, ek_html_kind kind)
{
    struct frame frame = {.node = node, .kind = kind};
    frame.indent = walk->w->indent;
    frame.one_line = walk->w->one_line;
    EK_PUSH(walk->w->out.arena, walk->frames, frame);
    return &walk->frames.v[walk->frames.n - 1];
}

/* The nearest frame that is of a kind, or one of the two. */
static struct frame *
find_frame(struct walk *walk, ek_html_kind kind, ek_html_kind or_kind)
{
    for (size_t i = walk->frames.n; i-- > 0;)
        if (walk->frames.v[i].kind == kind || walk->frames.v[i].kind == or_kind)
            return &walk->frames.v[i];
    return NULL;
}

static void
begin_list(struct walk *walk, const xmlNode *node)
{
    struct frame *around = find_frame(walk, EK_HTML_ITEM, EK_HTML_TABLE);
    if (around && around->kind == EK_HTML_ITEM)
        ek_light_break_to(walk->w, 1);
    else
        ek_light_break(walk->w, 2);
    push_frame(walk, node, EK_HTML_LIST)->list =
        ek_html_list_of(walk->sheet, node);
}

/* Counts for an element; what its style writes before it. */
static ek_str
counted(struct walk *walk, const xmlNode *node)
{
    struct ek_html_look look;
    if (!ek_html_sheet_counts(walk->sheet))
        return EK_STR("");
    ek_html_look_at(&look, walk->sheet, node);
    ek_html_count(&walk->counters, &look, node);
    ek_str before =
        ek_html_content(&walk->counters, look.values[EK_HTML_BEFORE]);
    return before.n
               ? before
               : ek_html_content(&walk->counters, look.values[EK_HTML_MARKER]);
}

/* A number that the style of the page writes stands for the item's own. */
static void
number_item(struct walk *walk, const xmlNode *node, long number,
            char marker[EK_LIGHT_MARKER])
{
    walk->counters.item = number;
    ek_str words = ek_str_trim(counted(walk, node));
    if (words.n && words.n + 2 < EK_LIGHT_MARKER)
        snprintf(marker, EK_LIGHT_MARKER, "%.*s ", EK_ARG(words));
}

static void
begin_item(struct walk *walk, const xmlNode *node)
{
    struct ek_light *w = walk->w;
    struct ek_html_list stray = {.numbering = NULL};
    struct frame *list = find_frame(walk, EK_HTML_LIST, EK_HTML_ITEM);
    bool in_list = list && list->kind == EK_HTML_LIST;
    char marker[EK_LIGHT_MARKER];
    if (in_list && list->begun)
        ek_light_break_to(w, 1);
    else
        ek_light_break(w, 1);
    ek_html_list_mark(in_list ? &list->list : &stray, walk->sheet, w->out.arena,
                      node, marker);
    number_item(walk, node, in_list ? list->list.last : 0, marker);
    if (in_list)
        list->begun = true;
    push_frame(walk, node, EK_HTML_ITEM);
    if (w->one_line)
        return;
    ek_light_mark(w, marker);
    w->indent += 2;
}

static void
begin_heading(struct walk *walk, const xmlNode *node)
{
    struct ek_light *w = walk->w;
    if (w->one_line) {
        ek_light_break(w, 1);
        return;
    }
    push_frame(walk, node, EK_HTML_HEADING);
    ek_light_heading_begin(w, ek_html_heading(node));
}

/* A heading that was never closed must not swallow the page: it ends where a
 * paragraph, list or table begins after its words. */
static void
close_runaway_heading(struct walk *walk, ek_html_kind kind)
{
    struct ek_light *w = walk->w;
    if (!w->heading || !w->open)
        return;
    if (kind != EK_HTML_PARAGRAPH && kind != EK_HTML_LIST &&
        kind != EK_HTML_TABLE && kind != EK_HTML_PRE)
        return;
    ek_light_heading_end(w);
    ek_light_break(w, 2);
}

static void
begin_table(struct walk *walk, const xmlNode *node)
{
    ek_light_break(walk->w, 2);
    struct frame *frame = push_frame(walk, node, EK_HTML_TABLE);
    frame->rows = !walk->w->one_line && !ek_html_places(node);
}

static void
begin_row_or_cell(struct walk *walk, const xmlNode *node, ek_html_kind kind)
{
    struct frame *table = find_frame(walk, EK_HTML_TABLE, EK_HTML_TABLE);
    if (!table || !table->rows) {
        ek_light_break(walk->w, 2);
        return;
    }
    push_frame(walk, node, kind);
    if (kind == EK_HTML_ROW)
        ek_light_row_begin(walk->w);
    else
        ek_light_cell(walk->w);
}

static void
begin_element(struct walk *walk, const xmlNode *node, ek_html_kind kind)
{
    struct ek_light *w = walk->w;
    switch (kind) {
    case EK_HTML_LIST:
        begin_list(walk, node);
        break;
    case EK_HTML_ITEM:
        begin_item(walk, node);
        break;
    case EK_HTML_HEADING:
        begin_heading(walk, node);
        break;
    case EK_HTML_TABLE:
        begin_table(walk, node);
        break;
    case EK_HTML_ROW:
    case EK_HTML_CELL:
        begin_row_or_cell(walk, node, kind);
        break;
    case EK_HTML_PRE:
        ek_light_break(w, 2);
        push_frame(walk, node, kind);
        w->pre++;
        break;
    case EK_HTML_BLOCK:
    case EK_HTML_PARAGRAPH:
    case EK_HTML_TERM:
        ek_light_break(w, 2);
        push_frame(walk, node, EK_HTML_BLOCK);
        break;
    case EK_HTML_BREAK:
        ek_light_br(w);
        break;
    case EK_HTML_INLINE:
    case EK_HTML_LINK:
    case EK_HTML_TITLE:
    case EK_HTML_SKIP:
        break;
    }
}

/* A frame shows another file, unless it is only there for a script. */
static void
note_frame(struct walk *walk, const xmlNode *node)
{
    ek_str name = ek_xml_name(node), source = ek_xml_attr(node, "src");
    if (!ek_str_is(name, "iframe") && !ek_str_is(name, "frame"))
        return;
    bool tiny = ek_html_is_tiny(node) || ek_html_weight_of(node)->hidden;
    bool nothing = !source.n || ek_sniff_word(source, "about:") ||
                   ek_sniff_word(source, "javascript:");
    bool inside = ek_xml_attr(node, "srcdoc").n > 0;
    if (!tiny && (inside || !nothing))
        ek_extraction_unread(
            &walk->w->text->extraction, walk->w->out.arena, "frame",
            ek_str_slice(inside ? EK_STR("srcdoc") : source, 0, LONGEST_NAME),
            "elsewhere");
}

static void
note_place(struct ek_light *w, const xmlNode *node)
{
    ek_str id = ek_xml_attr(node, "id");
    if (!id.n && ek_str_is(ek_xml_name(node), "a"))
        id = ek_xml_attr(node, "name");
    if (id.n && id.n <= LONGEST_NAME)
        w->place.id = id;
}

/* Whether to go into the element. */
static bool
enter_element(struct walk *walk, const xmlNode *node)
{
    ek_html_kind kind = ek_html_kind_of(node);
    if (ek_xml_line(node))
        walk->w->line = ek_xml_line(node);
    if (kind == EK_HTML_SKIP)
        note_frame(walk, node);
    if (kind == EK_HTML_TITLE || kind == EK_HTML_SKIP ||
        ek_html_weight_of(node)->apart)
        return false;
    note_place(walk->w, node);
    if (ek_html_write_raised(walk->w, node))
        return false;
    close_runaway_heading(walk, kind);
    if (walk->depth <= walk->most_depth)
        begin_element(walk, node, kind);
    else if (kind >= EK_HTML_BLOCK)
        ek_light_break(walk->w, 2);
    if (kind != EK_HTML_ITEM || walk->depth > walk->most_depth)
        ek_light_write(walk->w, counted(walk, node));
    walk->too_deep |= walk->depth > walk->most_depth;
    return true;
}

static void
leave_element(struct walk *walk, const xmlNode *node)
{
    struct ek_light *w = walk->w;
    ek_html_leave_scope(&walk->counters, node);
    if (!walk->frames.n || walk->frames.v[walk->frames.n - 1].node != node)
        return;
    struct frame frame = walk->frames.v[--walk->frames.n];
    if (frame.kind == EK_HTML_HEADING) {
        ek_light_heading_end(w);
        w->one_line = frame.one_line;
    }
    if (frame.kind == EK_HTML_ROW ||
        (frame.kind == EK_HTML_TABLE && frame.rows))
        ek_light_row_end(w);
    if (frame.kind == EK_HTML_ITEM) {
        w->marker[0] = '\0';
        w->indent = frame.indent;
    }
    w->pre -= frame.kind == EK_HTML_PRE;
    if (frame.kind != EK_HTML_ROW && frame.kind != EK_HTML_CELL)
        ek_light_break(w, 2);
}

static bool
enter(struct walk *walk, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        ek_html_write(walk->w, node);
    return node->type == XML_ELEMENT_NODE && enter_element(walk, node) &&
           node->children;
}

bool
ek_html_walk(struct ek_light *w, struct ek_html_page *page, uint32_t depth)
{
    struct walk walk = {.w = w,
                        .sheet = page->sheet,
                        .counters = {.arena = page->arena},
                        .most_depth = depth};
    const xmlNode *node = page->doc->children;
    while (node) {
        if (enter(&walk, node)) {
            node = node->children;
            walk.depth++;
            continue;
        }
        leave_element(&walk, node);
        while (!node->next && node->parent && walk.depth) {
            node = node->parent;
            walk.depth--;
            leave_element(&walk, node);
        }
        node = node->next;
    }
    return walk.too_deep;
}
