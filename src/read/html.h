/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the HTML reader; private to this room. A page goes from bytes
 * through libxml2's tree (html.c); each element is weighed (html_weigh.c), what
 * is no text of the page is set apart (html_apart.c, html_repeat.c), and a walk
 * over the others (html_block.c, html_list.c) writes lines of the light
 * notation (light.h). A page that is no document, but the door to one, is told
 * by html_page.c. Pages can be nested very deeply, so nothing recurses. */
#ifndef EK_READ_HTML_H
#define EK_READ_HTML_H

#include "base/xml.h"
#include "read/html_style.h"
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
/* Hidden by attribute or by a style of the page. */
bool ek_html_hidden(struct ek_html_sheet *sheet, const xmlNode *node);
/* Of no width or height: a frame that is only there for a script. */
bool ek_html_is_tiny(const xmlNode *node);
/* The words below an element, with one blank between them. */
ek_str ek_html_words(ek_arena *arena, const xmlNode *element);
/* Whether a table only places blocks (nested tables, lists, headings, single
 * cells), so that its rows are no rows of data. */
bool ek_html_places(const xmlNode *table);
/* Preorder successor within root; into the children only when told. */
const xmlNode *ek_html_next(const xmlNode *node, const xmlNode *root,
                            bool into);

/* html_list.c */
struct ek_html_numbering;
struct ek_html_list {
    long next, last; /* number of the next item and of the last one */
    int step;        /* 1, or -1 when reversed */
    const struct ek_html_numbering *numbering; /* NULL for bullets */
};

struct ek_html_list ek_html_list_of(struct ek_html_sheet *sheet,
                                    const xmlNode *list);
/* Writes the item's marker ("- ", "3. ", "c. ") and counts on. */
void ek_html_list_mark(struct ek_html_list *list, struct ek_html_sheet *sheet,
                       ek_arena *arena, const xmlNode *item,
                       char marker[EK_LIGHT_MARKER]);
/* A number in the system of a word of list-style-type; in digits, and false,
 * for what is no such word. */
bool ek_html_number(ek_buf *out, long number, ek_str css);

/* html_counter.c */
struct ek_html_counter {
    ek_str name;
    long value;
    const xmlNode *scope; /* with whose end it is forgotten */
};

struct ek_html_counters {
    ek_arena *arena;
    EK_VEC(struct ek_html_counter) v;
    long item; /* the number of the list item around */
};

/* On entering and on leaving an element. */
void ek_html_count(struct ek_html_counters *counters,
                   const struct ek_html_look *look, const xmlNode *node);
void ek_html_leave_scope(struct ek_html_counters *counters,
                         const xmlNode *node);
/* What a value of content writes; empty when it writes no counter. */
ek_str ek_html_content(struct ek_html_counters *counters, ek_str content);

/* What stands before a point of a page. */
struct ek_html_tally {
    uint32_t letters;                /* characters that are no blanks */
    uint32_t linked;                 /* of them: inside links and buttons */
    uint32_t bytes;                  /* of all these characters */
    uint64_t mix;                    /* of all these bytes, in their order */
    uint32_t links, buttons, titles; /* elements; titles are of level 1 */
    uint32_t cookies, owners, dates; /* texts with such words */
};

/* What is known of an element; hangs on the node. */
struct ek_html_weight {
    struct ek_html_tally begin, end;
    uint32_t order, last; /* its number in the page, and of its last inside */
    bool hidden;          /* by itself */
    const char *apart;    /* word of extraction.def when left out, else NULL */
};

struct ek_html_page {
    ek_arena *arena;
    xmlDoc *doc;
    struct ek_html_sheet *sheet;
    ek_str title; /* words of the title element */
    struct ek_html_weight all;
    const xmlNode *main; /* what holds the most of the text, or NULL */
    uint32_t blocks;     /* elements that are long enough to be repeated */
    uint32_t scripts, passwords, images;
    const xmlNode *noscript; /* the first one with words, or NULL */
};

/* html_weigh.c */
enum { EK_HTML_LONG = 300 }; /* letters of a block that may be a repetition */
void ek_html_weigh(struct ek_html_page *page);
const struct ek_html_weight *ek_html_weight_of(const xmlNode *element);
/* Letters inside, all and those outside links. */
uint32_t ek_html_letters(const struct ek_html_weight *weight);
uint32_t ek_html_unlinked(const struct ek_html_weight *weight);
bool ek_html_holds(const xmlNode *outer, const xmlNode *inner);

/* html_apart.c: fills apart of the weights and counts in extraction. */
void ek_html_set_apart(struct ek_html_page *page, ek_extraction *extraction);

/* html_repeat.c: blocks that were met before. */
struct ek_html_blocks;
struct ek_html_blocks *ek_html_blocks_of(const struct ek_html_page *page);
/* The block of the same length and sum that was met before, or NULL; then this
 * one is remembered. */
const xmlNode *ek_html_met(struct ek_html_blocks *blocks,
                           const xmlNode *element);
/* Whether two blocks have the same text; false, too, where comparing has cost
 * too much already. */
bool ek_html_alike(struct ek_html_blocks *blocks, const xmlNode *a,
                   const xmlNode *b);

/* html_page.c: says what the page is when it is no document. */
bool ek_html_is_door(const struct ek_html_page *page, ek_str text, ek_str path,
                     ek_diag *diag);

/* html_text.c */
void ek_html_write(struct ek_light *w, const xmlNode *text);
/* Writes an element that is the mark of a footnote; false for any other. */
bool ek_html_write_raised(struct ek_light *w, const xmlNode *element);

/* html_block.c: writes all that is left of a page. True when elements were
 * nested deeper than depth, so that their structure was not kept. */
bool ek_html_walk(struct ek_light *w, struct ek_html_page *page,
                  uint32_t depth);

#endif
