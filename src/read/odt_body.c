/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over a body. */
#include "config.h"

#include "read/odt.h"

enum ek_odt_kept
ek_odt_kept_out(const struct ek_odt *odt)
{
    ek_tracked tracked = odt->options->tracked;
    if (odt->hidden)
        return EK_ODT_HIDDEN;
    if (odt->deleted && tracked == EK_TRACKED_FINAL)
        return EK_ODT_DELETED;
    if (odt->inserted && tracked == EK_TRACKED_ORIGINAL)
        return EK_ODT_INSERTED;
    return EK_ODT_KEPT;
}

static void
tell_apart(struct ek_odt *odt, const char *what)
{
    ek_extraction_apart(&odt->text->extraction, odt->arena, what, 1);
}

static void
tell_unread(struct ek_odt *odt, const char *what, const xmlNode *node,
            const char *why)
{
    ek_str name = ek_xml_attr(node, "href");
    ek_extraction_unread(&odt->text->extraction, odt->arena, what,
                         name.p ? name : EK_STR(""), why);
}

/* One passage counts once, however many spans it has. */
static void
tell_kept_out(struct ek_odt *odt, enum ek_odt_kept why)
{
    static const char *const words[] = {"", "hidden", "deleted", "inserted"};
    if (why != EK_ODT_KEPT && why != odt->last)
        tell_apart(odt, words[why]);
    odt->last = why;
}

/* Line ends within a text are blanks. */
static void
write_text(struct ek_odt *odt, const xmlNode *node)
{
    ek_str s = ek_str_of((const char *)node->content);
    enum ek_odt_kept why = ek_odt_kept_out(odt);
    if (!odt->paragraphs)
        return;
    if (ek_str_trim(s).n)
        tell_kept_out(odt, why);
    if (why != EK_ODT_KEPT)
        return;
    for (size_t begin = 0; begin < s.n;) {
        size_t end = ek_str_find(s, EK_STR("\n"), begin);
        ek_flow_write(odt->flow, ek_str_slice(s, begin, end));
        if (end < s.n)
            ek_flow_write(odt->flow, EK_STR(" "));
        begin = end + 1;
    }
}

/* Hidden by its style, or by a field in it that hides the whole. */
static bool
hides_paragraph(const struct ek_odt *odt, const xmlNode *node)
{
    const xmlNode *field = ek_odt_child(node, "text", "hidden-paragraph");
    return ek_odt_styles_hide(odt->styles, ek_xml_attr(node, "style-name")) ||
           (field && ek_odt_says(field, "is-hidden", "true"));
}

static bool
hides(const struct ek_odt *odt, const xmlNode *node, ek_odt_kind kind)
{
    if (kind == EK_ODT_PARAGRAPH || kind == EK_ODT_HEADING)
        return hides_paragraph(odt, node);
    if (kind == EK_ODT_HIDDEN_TEXT)
        return ek_odt_says(node, "is-hidden", "true");
    if (kind == EK_ODT_SECTION)
        return ek_odt_says(node, "display", "none") ||
               (ek_odt_says(node, "display", "condition") &&
                ek_odt_says(node, "is-hidden", "true"));
    return kind == EK_ODT_WRAPPING && ek_odt_is(node, "text", "span") &&
           ek_odt_styles_hide(odt->styles, ek_xml_attr(node, "style-name"));
}

/* "[1]" as a note begins, a raised number where it is anchored; a mark that the
 * writer chose stands as it is. */
static bool
begin_note(struct ek_odt *odt, const xmlNode *node)
{
    const xmlNode *citation = ek_odt_child(node, "text", "note-citation");
    ek_str label = citation ? ek_xml_attr(citation, "label") : EK_STR("");
    ek_buf raised = ek_buf_on(odt->arena);
    if (ek_odt_kept_out(odt))
        return false;
    uint32_t number = ek_flow_note(odt->flow);
    ek_ordinal_write(&raised, EK_ORDINAL_RAISED, number);
    ek_flow_write(odt->flow, label.n ? label : ek_buf_str(&raised));
    ek_flow_aside_begin(odt->flow);
    if (!label.n)
        label = ek_arena_printf(odt->arena, "[%u]", (unsigned)number);
    ek_flow_write(odt->flow, label);
    ek_flow_write(odt->flow, EK_STR(" "));
    ek_odt_border_begin(odt);
    return true;
}

static bool
begin_box(struct ek_odt *odt)
{
    if (ek_odt_kept_out(odt))
        return false;
    ek_flow_aside_begin(odt->flow);
    ek_odt_border_begin(odt);
    return true;
}

/* A frame holds the same thing in several forms, best first. */
static bool
is_other_form(const xmlNode *node)
{
    for (const xmlNode *n = node->prev; n; n = n->prev) {
        ek_odt_kind kind = ek_odt_kind_of(n);
        if (kind == EK_ODT_BOX || kind == EK_ODT_OBJECT ||
            kind == EK_ODT_IMAGE || kind == EK_ODT_ELSEWHERE)
            return true;
    }
    return false;
}

static void
pass_by(struct ek_odt *odt, const xmlNode *node, ek_odt_kind kind)
{
    if (ek_odt_kept_out(odt) || is_other_form(node))
        return;
    if (kind == EK_ODT_IMAGE)
        tell_unread(odt, "image", node, "not-read");
    else if (kind == EK_ODT_OBJECT)
        tell_unread(odt, "object", node, "not-read");
    else
        tell_unread(odt, "frame", node, "elsewhere");
}

/* A linked section keeps what was read last; without it the words are in
 * another file only. */
static void
look_at_source(struct ek_odt *odt, const xmlNode *source)
{
    for (const xmlNode *n = source->parent->children; n; n = n->next)
        if (n != source && n->type == XML_ELEMENT_NODE)
            return;
    if (ek_xml_attr(source, "href").n && !ek_odt_kept_out(odt))
        tell_unread(odt, "part", source, "elsewhere");
}

/* Blanks and breaks. */
static void
write_blank(struct ek_odt *odt, ek_odt_kind kind)
{
    if (ek_odt_kept_out(odt) || !odt->paragraphs)
        return;
    if (kind == EK_ODT_LINE)
        ek_flow_line(odt->flow);
    else
        ek_flow_write(odt->flow, EK_STR(" "));
}

/* What has no inside; false for anything else. */
static bool
take_point(struct ek_odt *odt, const xmlNode *node, ek_odt_kind kind)
{
    switch ((int)kind) {
    case EK_ODT_BLANKS:
    case EK_ODT_LINE:
        write_blank(odt, kind);
        return true;
    case EK_ODT_CHANGE:
        ek_odt_change_point(odt, node);
        return true;
    case EK_ODT_CHANGE_START:
    case EK_ODT_CHANGE_END:
        ek_odt_change_border(odt, node, kind == EK_ODT_CHANGE_START);
        return true;
    case EK_ODT_ANNOTATION:
        tell_apart(odt, "comment");
        return true;
    case EK_ODT_IMAGE:
    case EK_ODT_OBJECT:
    case EK_ODT_ELSEWHERE:
        pass_by(odt, node, kind);
        return true;
    case EK_ODT_SOURCE:
        look_at_source(odt, node);
        return true;
    default:
        return kind == EK_ODT_SKIPPED || kind == EK_ODT_HIDDEN_PARAGRAPH;
    }
}

/* Whether the walk goes into it. */
static bool
enter(struct ek_odt *odt, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        write_text(odt, node);
    if (node->type != XML_ELEMENT_NODE)
        return false;
    ek_odt_kind kind = ek_odt_kind_of(node);
    if (take_point(odt, node, kind))
        return false;
    if (kind == EK_ODT_NOTE)
        return begin_note(odt, node);
    if (kind == EK_ODT_BOX)
        return begin_box(odt);
    odt->hidden += hides(odt, node, kind);
    if (kind == EK_ODT_PARAGRAPH || kind == EK_ODT_HEADING)
        odt->paragraphs++;
    else if (kind == EK_ODT_LIST)
        ek_odt_list_begin(odt, node);
    else if (kind == EK_ODT_NUMBERED)
        ek_odt_numbered_begin(odt, node);
    else if (kind == EK_ODT_ITEM || kind == EK_ODT_LIST_HEADER)
        ek_odt_item_begin(odt, node, kind == EK_ODT_LIST_HEADER);
    else if (kind == EK_ODT_TABLE)
        ek_flow_table_begin(odt->flow);
    else if (kind == EK_ODT_CELL)
        ek_odt_border_begin(odt);
    return true;
}

/* A paragraph whose end was inserted goes on in the next one. */
static void
end_paragraph(struct ek_odt *odt, const xmlNode *node, bool heading)
{
    odt->paragraphs--;
    if (ek_odt_kept_out(odt) == EK_ODT_INSERTED ||
        ek_odt_kept_out(odt) == EK_ODT_DELETED)
        return;
    struct ek_flow_shape shape = ek_odt_shape(odt, node, heading);
    ek_flow_paragraph(odt->flow, &shape);
}

static void
leave(struct ek_odt *odt, const xmlNode *node)
{
    ek_odt_kind kind = ek_odt_kind_of(node);
    if (kind == EK_ODT_PARAGRAPH || kind == EK_ODT_HEADING) {
        end_paragraph(odt, node, kind == EK_ODT_HEADING);
    } else if (kind == EK_ODT_LIST || kind == EK_ODT_NUMBERED) {
        ek_odt_items_end(odt);
    } else if (kind == EK_ODT_NOTE || kind == EK_ODT_BOX) {
        ek_odt_items_end(odt);
        ek_flow_aside_end(odt->flow);
    } else if (kind == EK_ODT_CELL) {
        ek_odt_items_end(odt);
        ek_flow_cell_end(odt->flow);
    } else if (kind == EK_ODT_ROW) {
        ek_flow_row_end(odt->flow);
    } else if (kind == EK_ODT_TABLE) {
        ek_flow_table_end(odt->flow);
    }
    odt->hidden -= hides(odt, node, kind);
}

void
ek_odt_walk(struct ek_odt *odt, const xmlNode *root)
{
    for (const xmlNode *n = root;; n = n->next) {
        while (enter(odt, n)) {
            if (!n->children) {
                leave(odt, n);
                break;
            }
            n = n->children;
        }
        while (n != root && !n->next) {
            n = n->parent;
            leave(odt, n);
        }
        if (n == root)
            return;
    }
}

void
ek_odt_write(struct ek_odt *odt, const xmlNode *body)
{
    odt->flow = ek_flow_new(odt->text, odt->arena);
    odt->by_id = ek_odt_names_new(odt->arena);
    odt->by_style = ek_odt_names_new(odt->arena);
    odt->changes = ek_odt_names_new(odt->arena);
    ek_odt_changes_add(odt, body);
    ek_odt_walk(odt, body);
    ek_flow_finish(odt->flow);
}
