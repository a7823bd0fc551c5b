/* SPDX-License-Identifier: Apache-2.0 */
/* Flat OpenDocument files in memory: each test body is a few elements. */
#ifndef EK_TESTS_ODT_HELPERS_H
#define EK_TESTS_ODT_HELPERS_H

#include "read_helpers.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                 \
    " xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS "text:1.0'"       \
    " xmlns:style='" OASIS "style:1.0' xmlns:table='" OASIS "table:1.0'"       \
    " xmlns:draw='" OASIS "drawing:1.0' xmlns:svg='" OASIS                     \
    "svg-compatible:1.0' xmlns:loext='urn:org:documentfoundation:names:"       \
    "experimental:office:xmlns:loext:1.0' xmlns:dc='urn:dc'"                   \
    " xmlns:xlink='urn:xlink'"

/* clang-format off */
#define LEVEL(level, more) \
    "<text:list-level-style-number text:level='" level "' " more "/>"
#define LIST_STYLE(name, levels) \
    "<text:list-style style:name='" name "'>" levels "</text:list-style>"
#define LISTS \
    "<office:automatic-styles>" \
    LIST_STYLE("N", \
        LEVEL("1", "style:num-format='1' style:num-suffix='.'") \
        LEVEL("2", "style:num-format='a' style:num-prefix='(' " \
                   "style:num-suffix=')'") \
        LEVEL("3", "style:num-format='i' text:display-levels='3'")) \
    LIST_STYLE("J", \
        LEVEL("1", "style:num-format='1' style:num-prefix='第' " \
                   "style:num-suffix='条' text:start-value='3'") \
        LEVEL("2", "style:num-format='一, 二, 三, ...'") \
        LEVEL("3", "style:num-format='ア, イ, ウ, ...'") \
        LEVEL("4", "style:num-format='①, ②, ③, ...'")) \
    LIST_STYLE("P", \
        LEVEL("1", "style:num-format='1' loext:num-list-format='No. %1%:'") \
        LEVEL("2", "style:num-format='A' loext:num-list-format='%1%-%2%'")) \
    LIST_STYLE("B", \
        "<text:list-level-style-bullet text:level='1' " \
        "text:bullet-char='•'/>") \
    "</office:automatic-styles>"
/* clang-format on */
#define LIST(attributes, items)                                                \
    "<text:list " attributes ">" items "</text:list>"
#define ITEM(inside) "<text:list-item>" inside "</text:list-item>"
#define P(words)     "<text:p>" words "</text:p>"

#define TABLE(rows)  "<table:table>" rows "</table:table>"
#define ROW(cells)   "<table:table-row>" cells "</table:table-row>"
#define CELL(inside) "<table:table-cell>" inside "</table:table-cell>"

struct odt_row {
    const char *body, *text;
};

/* A flat file of styles and of what stands in its office:text. */
ek_str odt_flat(ek_arena *arena, const char *styles, const char *body);
ek_text *odt_text(ek_arena *arena, const char *styles, const char *body,
                  ek_tracked tracked);
/* Fails unless each body gives its text. */
void odt_check(ek_arena *arena, const char *styles, const struct odt_row *rows,
               size_t n);

#define ODT_CHECK(state, styles, rows)                                         \
    odt_check(*(state), styles, rows, sizeof(rows) / sizeof *(rows))

#endif
