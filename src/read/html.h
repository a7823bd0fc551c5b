/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the HTML reader; private to this room. A page goes from bytes
 * through libxml2's tree (html.c) and a walk over its visible elements
 * (html_block.c, html_visible.c, html_list.c) to lines of the light notation
 * (html_write.c). Pages can be nested very deeply, so nothing recurses. */
#ifndef EK_READ_HTML_H
#define EK_READ_HTML_H

#include "base/xml.h"
#include "text/text.h"

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

enum { EK_HTML_MARKER = 32 }; /* bytes, with the NUL */

struct ek_html_list ek_html_list_of(const xmlNode *list);
/* Writes the item's marker ("- ", "3. ", "c. ") and counts on. */
void ek_html_list_mark(struct ek_html_list *list, const xmlNode *item,
                       char marker[EK_HTML_MARKER]);

/* html_write.c */
struct ek_html_writer {
    ek_text *text; /* receives the anchors */
    ek_buf out;
    uint32_t line;    /* of the source, at what is written */
    unsigned breaks;  /* line breaks owed before the next words */
    unsigned indent;  /* blanks before a line */
    unsigned heading; /* its level while one is written, else 0 */
    unsigned pre;     /* elements around that keep blanks */
    unsigned cells;   /* cells begun since the last words of a row */
    bool open;        /* words stand on the current line */
    bool blank;       /* one is owed before the next words */
    bool one_line;    /* breaks are blanks: headings and rows */
    bool row, row_open;
    char marker[EK_HTML_MARKER]; /* owed before the next words, or empty */
    unsigned marker_indent;
    uint32_t heading_at;  /* where the words of this heading begin, 0 none */
    ek_tspan title;       /* words of the highest heading so far */
    unsigned title_level; /* 0 when there was none */
};

void ek_html_write(struct ek_html_writer *w, ek_str words);
void ek_html_break(struct ek_html_writer *w, unsigned lines);
/* As many breaks exactly, whatever was owed. */
void ek_html_break_to(struct ek_html_writer *w, unsigned lines);
void ek_html_br(struct ek_html_writer *w);
void ek_html_row_begin(struct ek_html_writer *w);
void ek_html_row_end(struct ek_html_writer *w);
void ek_html_cell(struct ek_html_writer *w);

/* html_block.c: writes all visible text of a tree. title receives the words of
 * the title element; true when elements were too deep for their structure. */
enum { EK_HTML_DEPTH = 2000 };
bool ek_html_walk(struct ek_html_writer *w, const xmlDoc *doc, ek_str *title);

#endif
