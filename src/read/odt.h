/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the OpenDocument reader; private to this room. A package or a
 * flat file (odt.c) gives a body and styles. Styles tell what is hidden and how
 * lists count (odt_style.c, odt_list.c); a walk over the body (odt_body.c,
 * odt_block.c) writes the flow. Nothing recurses on the depth of elements. */
#ifndef EK_READ_ODT_H
#define EK_READ_ODT_H

#include "base/xml.h"
#include "read/flow.h"
#include "read/ordinal.h"
#include "read/read.h"

typedef enum ek_odt_kind {
    EK_ODT_WRAPPING, /* says nothing of what stands in it */
    EK_ODT_PARAGRAPH,
    EK_ODT_HEADING,
    EK_ODT_SECTION,
    EK_ODT_LIST,
    EK_ODT_ITEM,
    EK_ODT_LIST_HEADER,
    EK_ODT_NUMBERED,
    EK_ODT_BLANKS,
    EK_ODT_LINE,
    EK_ODT_NOTE,
    EK_ODT_CHANGE,
    EK_ODT_CHANGE_START,
    EK_ODT_CHANGE_END,
    EK_ODT_HIDDEN_TEXT,
    EK_ODT_HIDDEN_PARAGRAPH,
    EK_ODT_SOURCE,
    EK_ODT_ANNOTATION,
    EK_ODT_TABLE,
    EK_ODT_ROW,
    EK_ODT_CELL,
    EK_ODT_FRAME,
    EK_ODT_BOX,
    EK_ODT_IMAGE,
    EK_ODT_OBJECT,
    EK_ODT_ELSEWHERE,
    EK_ODT_SKIPPED,
} ek_odt_kind;

/* odt_name.c */
ek_odt_kind ek_odt_kind_of(const xmlNode *node);
/* Whether it is this element, by the word of its namespace's URI. */
bool ek_odt_is(const xmlNode *node, const char *space, const char *name);
bool ek_odt_says(const xmlNode *node, const char *attribute, const char *value);
const xmlNode *ek_odt_child(const xmlNode *node, const char *space,
                            const char *name);
/* Preorder successor within root; into the children only when told. */
const xmlNode *ek_odt_next(const xmlNode *node, const xmlNode *root, bool into);

/* Things by name; values are the caller's. */
typedef struct ek_odt_names ek_odt_names;
ek_odt_names *ek_odt_names_new(ek_arena *arena);
void ek_odt_names_put(ek_odt_names *names, ek_str name, const void *value);
const void *ek_odt_names_get(const ek_odt_names *names, ek_str name);

/* odt_style.c */
enum { EK_ODT_LEVELS = 10 };

struct ek_odt_level {
    bool known, bullet;
    ek_ordinal system;
    uint32_t start;
    unsigned shown; /* levels, this one included */
    ek_str prefix, suffix;
    ek_str pattern; /* "%1%.%2%", where the writer gives one */
};

struct ek_odt_format {
    struct ek_odt_level level[EK_ODT_LEVELS];
};

typedef struct ek_odt_styles ek_odt_styles;

ek_odt_styles *ek_odt_styles_new(ek_arena *arena);
/* Takes all styles below a root; those that come later win. */
void ek_odt_styles_add(ek_odt_styles *styles, const xmlNode *root);
bool ek_odt_styles_hide(const ek_odt_styles *styles, ek_str style);
/* Whether headings of this paragraph style count by the outline. */
bool ek_odt_styles_outlined(const ek_odt_styles *styles, ek_str style);
/* The level of a heading that is one by its style alone, as LibreOffice writes
 * those of DOCX; else 0. */
unsigned ek_odt_styles_heading(const ek_odt_styles *styles, ek_str style);
/* The list style that a paragraph style names, else empty. */
ek_str ek_odt_styles_list(const ek_odt_styles *styles, ek_str style);
/* NULL when there is none of this name. */
const struct ek_odt_format *ek_odt_styles_format(const ek_odt_styles *styles,
                                                 ek_str list_style);
const struct ek_odt_format *ek_odt_styles_outline(const ek_odt_styles *styles);

/* odt_list.c: how far lists have come. */
struct ek_odt_count {
    uint32_t number[EK_ODT_LEVELS];
    bool begun[EK_ODT_LEVELS];
};

/* The next number of a level, from 0 on; start is UINT32_MAX where the item
 * tells none. */
void ek_odt_count(struct ek_flow_shape *out, ek_arena *arena,
                  struct ek_odt_count *count,
                  const struct ek_odt_format *format, size_t level,
                  uint32_t start);

/* A walk over a body. */
struct ek_odt_item {
    struct ek_odt_count *count; /* NULL: a border that lists end at */
    ek_str style;
    size_t level;    /* from 0 on */
    bool fresh;      /* its number is not shown yet */
    uint32_t start;  /* of the item, else UINT32_MAX */
    ek_str override; /* list style of this item alone, or empty */
};

enum ek_odt_kept {
    EK_ODT_KEPT,
    EK_ODT_HIDDEN,
    EK_ODT_DELETED,
    EK_ODT_INSERTED,
};

struct ek_odt {
    ek_arena *arena;
    ek_str path;
    ek_text *text;
    const struct ek_read_options *options;
    ek_odt_styles *styles;
    ek_flow *flow;
    EK_VEC(struct ek_odt_item) items; /* lists around, and borders */
    ek_odt_names *by_id, *by_style;   /* struct ek_odt_count */
    ek_odt_names *changes;            /* insertion, deletion: their elements */
    struct ek_odt_count outline;
    unsigned hidden, inserted, deleted; /* passages around */
    unsigned paragraphs;                /* around */
    bool in_change;                     /* in what was deleted */
    enum ek_odt_kept last;              /* why the last words were kept out */
};

/* odt_body.c */
void ek_odt_write(struct ek_odt *odt, const xmlNode *body);
enum ek_odt_kept ek_odt_kept_out(const struct ek_odt *odt);
void ek_odt_walk(struct ek_odt *odt, const xmlNode *root);

/* odt_item.c: lists, and the paragraphs that they number. */
void ek_odt_list_begin(struct ek_odt *odt, const xmlNode *list);
void ek_odt_numbered_begin(struct ek_odt *odt, const xmlNode *paragraph);
void ek_odt_border_begin(struct ek_odt *odt);
void ek_odt_items_end(struct ek_odt *odt); /* of any of these */
void ek_odt_item_begin(struct ek_odt *odt, const xmlNode *item, bool header);
struct ek_flow_shape ek_odt_shape(struct ek_odt *odt, const xmlNode *paragraph,
                                  bool heading);

/* odt_change.c: tracked changes. */
void ek_odt_changes_add(struct ek_odt *odt, const xmlNode *body);
void ek_odt_change_border(struct ek_odt *odt, const xmlNode *node, bool start);
/* The place of something deleted. */
void ek_odt_change_point(struct ek_odt *odt, const xmlNode *node);

#endif
