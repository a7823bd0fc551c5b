/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the HTML reader; private to this room. A page goes from bytes
 * through libxml2's tree (html.c) and a walk over its visible elements
 * (html_block.c, html_visible.c, html_list.c) to lines of the light notation
 * (light.h). Pages can be nested very deeply, so nothing recurses. */
#ifndef EK_READ_HTML_H
#define EK_READ_HTML_H

#include "base/xml.h"
#include "read/light.h"

typedef enum ek_html_kind {
    EK_HTML_INLINE,
    EK_HTML_LINK,
    EK_HTML_BLOCK,
    EK_HTML_PARAGRAPH,
    EK_HTML_TERM, /* dt, dd */
    EK_HTML_HEADING,
    EK_HTML_LIST,
    EK_HTML_ITEM,
    EK_HTML_TABLE,
    EK_HTML_ROW,
    EK_HTML_CELL,
    EK_HTML_PRE,
    EK_HTML_BREAK,
    EK_HTML_TITLE,
    EK_HTML_SKIP, /* never shown, or not a text of the page */
} ek_html_kind;

/* html_visible.c */
ek_html_kind ek_html_kind_of(const xmlNode *node);
/* 1 to 6, by name or by role and aria-level; 0 for what is no heading. */
unsigned ek_html_heading(const xmlNode *node);
/* Hidden by attribute or by the style written on the element itself. */
bool ek_html_hidden(const xmlNode *node);
/* The value of a property of the style attribute, trimmed; else empty. */
ek_str ek_html_style(const xmlNode *node, const char *property);
bool ek_html_is_navigation(const xmlNode *node); /* by name or role */
/* Whether a navigation holds links and hardly anything else. */
bool ek_html_navigates(const xmlNode *nav);
/* Whether a table only places blocks (nested tables, lists, headings, single
 * cells), so that its rows are no rows of data. */
bool ek_html_places(const xmlNode *table);
/* Preorder successor within root; into the children only when told. */
const xmlNode *ek_html_next(const xmlNode *node, const xmlNode *root,
                            bool into);

/* html_list.c */
struct ek_html_list {
    long next;  /* number of the next item */
    int step;   /* 1, or -1 when reversed */
    char style; /* '1' 'a' 'A' 'i' 'I'; '-' for a bullet */
};

struct ek_html_list ek_html_list_of(const xmlNode *list);
/* Writes the item's marker ("- ", "3. ", "c. ") and counts on. */
void ek_html_list_mark(struct ek_html_list *list, const xmlNode *item,
                       char marker[EK_LIGHT_MARKER]);

/* html_block.c: writes all visible text of a tree. title receives the words of
 * the title element; true when elements were too deep for their structure. */
enum { EK_HTML_DEPTH = 2000 };
bool ek_html_walk(struct ek_light *w, const xmlDoc *doc, ek_str *title);

#endif
