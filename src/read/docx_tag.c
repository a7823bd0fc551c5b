/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/docx.h"

#include <stdlib.h>
#include <string.h>

enum space { NONE, WORD, MATH, MARKUP, DRAWING, VML, OFFICE, CHART, DIAGRAM };

/* Of each vocabulary the transitional name, then the strict one. */
static const struct {
    const char *name;
    enum space space;
} spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", WORD},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", MATH},
    {"http://purl.oclc.org/ooxml/officeDocument/math", MATH},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", MARKUP},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", DRAWING},
    {"http://purl.oclc.org/ooxml/drawingml/main", DRAWING},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", CHART},
    {"http://purl.oclc.org/ooxml/drawingml/chart", CHART},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", DIAGRAM},
    {"http://purl.oclc.org/ooxml/drawingml/diagram", DIAGRAM},
    {"urn:schemas-microsoft-com:vml", VML},
    {"urn:schemas-microsoft-com:office:office", OFFICE},
};

static const struct {
    enum space space;
    const char *name;
    ek_docx_tag tag;
} tags[] = {
#define EK_DOCX_TAG(space, name, tag)  {space, name, EK_DOCX_##tag},
#define EK_DOCX_ALSO(space, name, tag) {space, name, EK_DOCX_##tag},
#include "read/docx_tag.def"
};

static enum space
space_of(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || !node->ns || !node->ns->href)
        return NONE;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (strcmp((const char *)node->ns->href, spaces[i].name) == 0)
            return spaces[i].space;
    return NONE;
}

ek_docx_tag
ek_docx_tag_of(const xmlNode *node)
{
    enum space space = space_of(node);
    if (space == NONE)
        return EK_DOCX_INLINE;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i].space == space &&
            strcmp((const char *)node->name, tags[i].name) == 0)
            return tags[i].tag;
    return EK_DOCX_INLINE;
}

const xmlNode *
ek_docx_child(const xmlNode *node, const char *name)
{
    for (node = node ? node->children : NULL; node; node = node->next)
        if (space_of(node) == WORD &&
            strcmp((const char *)node->name, name) == 0)
            return node;
    return NULL;
}

ek_str
ek_docx_value(const xmlNode *node, const char *name)
{
    const xmlNode *child = ek_docx_child(node, name);
    return child ? ek_xml_attr(child, "val") : (ek_str){NULL, 0};
}

uint32_t
ek_docx_number(ek_str value, uint32_t otherwise)
{
    enum { LARGEST = 1000000000 };
    char *end;
    if (!value.n)
        return otherwise;
    long number = strtol(value.p, &end, 10);
    if (end == value.p)
        return otherwise;
    if (number < 0)
        return 0;
    return number < LARGEST ? (uint32_t)number : LARGEST;
}

int
ek_docx_switch(const xmlNode *node, const char *name)
{
    static const char *const off[] = {"0", "false", "off"};
    const xmlNode *child = ek_docx_child(node, name);
    if (!child)
        return -1;
    return !ek_str_among(ek_xml_attr(child, "val"), off, 3);
}

const xmlNode *
ek_docx_next(const xmlNode *node, const xmlNode *root, bool into)
{
    if (into && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}
