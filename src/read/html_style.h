/* SPDX-License-Identifier: Apache-2.0 */
/* What the style sheets inside a page say about what is shown and how lists are
 * numbered; private to this room. Selectors of names, classes and ids with
 * blanks and ">" between them are understood, rules inside "@" blocks and all
 * other selectors are passed over: where the style is not sure, a part counts
 * as shown. */
#ifndef EK_READ_HTML_STYLE_H
#define EK_READ_HTML_STYLE_H

#include "base/arena.h"
#include "base/vec.h"

#include <libxml/tree.h>
#include <stdint.h>

typedef enum ek_html_property {
    EK_HTML_DISPLAY,
    EK_HTML_VISIBILITY,
    EK_HTML_LIST_STYLE,       /* or list-style-type */
    EK_HTML_RESET,            /* counter-reset */
    EK_HTML_INCREMENT,        /* counter-increment */
    EK_HTML_BEFORE_INCREMENT, /* the same, of ::before */
    EK_HTML_BEFORE,           /* content of ::before */
    EK_HTML_MARKER,           /* content of ::marker */
    EK_HTML_PROPERTIES
} ek_html_property;

/* The value that wins for each property, borrowed; empty when none is set. */
struct ek_html_look {
    ek_str values[EK_HTML_PROPERTIES];
    uint32_t ranks[EK_HTML_PROPERTIES]; /* of the winner; 0 is none */
};

struct ek_html_sheet;

/* All style elements of a page together. */
struct ek_html_sheet *ek_html_sheet_of(ek_arena *arena, const xmlDoc *doc);
/* Rules of the sheets and the style attribute. Sheets that would cost too much
 * are forgotten on the way. */
void ek_html_look_at(struct ek_html_look *out, struct ek_html_sheet *sheet,
                     const xmlNode *element);
/* Whether some rule writes numbers before elements. */
bool ek_html_sheet_counts(const struct ek_html_sheet *sheet);

/* html_css.c */
enum { EK_HTML_COMPOUNDS = 6 };
struct ek_html_rule {
    char kind; /* of the key: '#', '.', 't' (name), '*' */
    ek_str key;
    ek_str compounds[EK_HTML_COMPOUNDS]; /* the last one first */
    bool child[EK_HTML_COMPOUNDS];       /* of the one after it: ">" */
    unsigned n;
    uint32_t rank, order;
    struct ek_html_look look;
};
typedef EK_VEC(struct ek_html_rule) ek_html_rules;
/* Rules that set something of interest, at most some thousands. */
void ek_html_css(ek_html_rules *rules, ek_arena *arena, ek_str css);
/* Declarations, "name: value; ...", over what out has; pseudo: 0, 'b'efore or
 * 'm'arker. True when something was set. */
bool ek_html_declare(struct ek_html_look *out, ek_str body, uint32_t rank,
                     char pseudo);

#endif
