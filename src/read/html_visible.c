/* SPDX-License-Identifier: Apache-2.0 */
/* What an element is and whether a reader of the page would see it. */
#include "config.h"

#include "read/html.h"

#include <stdlib.h>
#include <string.h>

#include "read/sniff.h"

struct tag {
    const char *name;
    ek_html_kind kind;
};

static const struct tag tags[] = {
#define EK_HTML_TAG(name, kind) {#name, EK_HTML_##kind},
#include "read/html_tag.def"
#undef EK_HTML_TAG
};

static int
by_name(const void *key, const void *row)
{
    return strcmp(key, ((const struct tag *)row)->name);
}

ek_html_kind
ek_html_kind_of(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return EK_HTML_INLINE;
    const struct tag *tag = bsearch(
        node->name, tags, sizeof tags / sizeof *tags, sizeof *tags, by_name);
    ek_html_kind kind = tag ? tag->kind : EK_HTML_INLINE;
    if (kind <= EK_HTML_PARAGRAPH && ek_html_heading(node))
        return EK_HTML_HEADING;
    return kind;
}

unsigned
ek_html_heading(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2])
        return (unsigned)(name[1] - '0');
    if (!ek_str_is(ek_xml_attr(node, "role"), "heading"))
        return 0;
    ek_str level = ek_xml_attr(node, "aria-level");
    bool known = level.n == 1 && *level.p >= '1' && *level.p <= '6';
    return known ? (unsigned)(*level.p - '0') : 2;
}

const xmlNode *
ek_html_next(const xmlNode *node, const xmlNode *root, bool into)
{
    if (into && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

bool
ek_html_hidden(struct ek_html_sheet *sheet, const xmlNode *node)
{
    struct ek_html_look look;
    if (ek_str_is(ek_xml_name(node), "dialog") && !ek_xml_attr(node, "open").p)
        return true;
    ek_str hidden = ek_xml_attr(node, "hidden");
    if (hidden.p && !ek_sniff_word(hidden, "until-found"))
        return true;
    ek_html_look_at(&look, sheet, node);
    return ek_sniff_word(look.values[EK_HTML_DISPLAY], "none") ||
           ek_sniff_word(look.values[EK_HTML_VISIBILITY], "hidden");
}

bool
ek_html_is_tiny(const xmlNode *node)
{
    ek_str width = ek_xml_attr(node, "width");
    ek_str height = ek_xml_attr(node, "height");
    return ek_str_is(width, "0") || ek_str_is(width, "1") ||
           ek_str_is(height, "0") || ek_str_is(height, "1");
}

ek_str
ek_html_words(ek_arena *arena, const xmlNode *element)
{
    ek_buf out = ek_buf_on(arena);
    const xmlNode *n = ek_html_next(element, element, true);
    for (; n; n = ek_html_next(n, element, true)) {
        ek_str word, rest = n->type == XML_TEXT_NODE
                                ? ek_str_of((const char *)n->content)
                                : EK_STR("");
        while ((word = ek_str_word(&rest)).n) {
            if (out.n)
                ek_buf_putc(&out, ' ');
            ek_buf_add(&out, word);
        }
    }
    return ek_buf_str(&out);
}

bool
ek_html_places(const xmlNode *table)
{
    ek_str role = ek_xml_attr(table, "role");
    size_t cells = 0, most = 0;
    if (ek_str_is(role, "presentation") || ek_str_is(role, "none"))
        return true;
    const xmlNode *n = ek_html_next(table, table, true);
    for (; n; n = ek_html_next(n, table, true)) {
        ek_html_kind kind = ek_html_kind_of(n);
        if (kind == EK_HTML_TABLE || kind == EK_HTML_ITEM ||
            kind == EK_HTML_HEADING || kind == EK_HTML_PRE ||
            kind == EK_HTML_TERM)
            return true;
        cells = kind == EK_HTML_ROW ? 0 : cells + (kind == EK_HTML_CELL);
        most = cells > most ? cells : most;
    }
    return most < 2;
}
