/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the DOCX reader (ECMA-376 part 1, transitional and strict);
 * private to this room. A package goes through its relationships
 * (docx_package.c), styles (docx_style.c) and lists (docx_list.c) to a walk
 * over the document (docx_body.c), whose paragraphs (docx_paragraph.c), runs
 * (docx_run.c) and notes (docx_note.c) flow into lines (flow.h). */
#ifndef EK_READ_DOCX_H
#define EK_READ_DOCX_H

#include "read/flow.h"
#include "read/office.h"
#include "read/ordinal.h"

/* docx_tag.c: what an element is to this reader. */
typedef enum ek_docx_tag {
    EK_DOCX_INLINE, /* looked through: hyperlink, sdt, smartTag ... */
#define EK_DOCX_TAG(space, name, tag) EK_DOCX_##tag,
#define EK_DOCX_ALSO(space, name, tag)
#include "read/docx_tag.def"
    EK_DOCX_FIRST_PIECE = EK_DOCX_TEXT,
    EK_DOCX_LAST_PIECE = EK_DOCX_CHUNK,
} ek_docx_tag;

ek_docx_tag ek_docx_tag_of(const xmlNode *node);
/* The first child of that WordprocessingML name, or NULL (also of NULL). */
const xmlNode *ek_docx_child(const xmlNode *node, const char *name);
/* The attribute w:val of such a child; .p is NULL when there is none. */
ek_str ek_docx_value(const xmlNode *node, const char *name);
/* The same as a number, otherwise when it is none; clamped to 0 and up. */
uint32_t ek_docx_number(ek_str value, uint32_t otherwise);
/* A switch such as <w:vanish/>: 1 on, 0 off, -1 not there. */
int ek_docx_switch(const xmlNode *node, const char *name);
/* Preorder successor within root; into the children only when told. */
const xmlNode *ek_docx_next(const xmlNode *node, const xmlNode *root,
                            bool into);

/* docx_package.c */
struct ek_docx_rel {
    ek_str id;
    ek_str type;   /* the last word of its type: "footnotes", "image" */
    ek_str target; /* name of the part; as written when it is external */
    bool external;
    bool outside; /* points out of the package */
    bool told;    /* as unread */
};

struct ek_docx_rels {
    struct ek_docx_rel *v; /* sorted by id */
    size_t n;
};

/* The name of the main part. */
ek_str ek_docx_main(const struct ek_office *office);
/* Relationships of a part; none when it has none. */
struct ek_docx_rels ek_docx_rels_of(const struct ek_office *office,
                                    ek_str part);
struct ek_docx_rel *ek_docx_rel(const struct ek_docx_rels *rels, ek_str id);
/* The next one of a type at or after *at, or NULL. */
struct ek_docx_rel *ek_docx_rel_typed(const struct ek_docx_rels *rels,
                                      const char *type, size_t *at);

/* docx_style.c */
enum { EK_DOCX_NO_OUTLINE = 9, EK_DOCX_LEVELS = 9 };

struct ek_docx_numbering {
    bool given;   /* by w:numPr */
    uint32_t num; /* w:numId; 0: none */
    uint32_t level;
    bool levelled; /* w:ilvl is written */
};

/* What a style says with all that it is based on. */
struct ek_docx_look {
    uint32_t outline; /* 0 to 8; EK_DOCX_NO_OUTLINE: body text */
    bool hidden;
    bool title;
    bool contents; /* a line of a table of contents */
    struct ek_docx_numbering numbering;
};

typedef struct ek_docx_styles ek_docx_styles;
struct ek_docx_lists;

ek_docx_styles *ek_docx_styles_of(ek_arena *arena, const xmlDoc *doc);
/* id: empty for the default style of paragraphs. Never NULL. */
const struct ek_docx_look *ek_docx_look_of(ek_docx_styles *styles,
                                           const struct ek_docx_lists *lists,
                                           ek_str id);
/* w:numId of the style of lists with that id; 0 when there is none. */
uint32_t ek_docx_styles_num(const ek_docx_styles *styles, ek_str id);
/* w:numPr of paragraph properties. */
struct ek_docx_numbering ek_docx_numbering_of(const xmlNode *properties);

/* docx_list.c: lists as defined; docx_count.c: as counted. */
struct ek_docx_level {
    uint32_t start;
    ek_ordinal system;
    uint32_t digits; /* at least so many, of "custom" systems; 0 */
    bool bullet;
    bool legal; /* all numbers in decimal digits */
    bool tight; /* nothing between number and text */
    bool hidden;
    bool defined;
    int restart;  /* -1: after any higher level; else w:lvlRestart */
    ek_str text;  /* "%1.%2" */
    ek_str style; /* of the paragraphs that it numbers */
};

struct ek_docx_list { /* w:abstractNum */
    uint32_t id;
    ek_str style_link; /* w:numStyleLink: it is defined elsewhere */
    struct ek_docx_level levels[EK_DOCX_LEVELS];
    struct {
        bool begun;
        uint32_t value;
    } counts[EK_DOCX_LEVELS];
};

struct ek_docx_num { /* w:num */
    uint32_t id;
    struct ek_docx_list *list; /* or NULL */
    struct {
        bool starts, used;
        uint32_t start;
        const struct ek_docx_level *level; /* or NULL */
    } over[EK_DOCX_LEVELS];
};

typedef struct ek_docx_lists ek_docx_lists;

/* doc: of numbering.xml, or NULL. */
ek_docx_lists *ek_docx_lists_of(ek_arena *arena, const xmlDoc *doc,
                                const ek_docx_styles *styles);
struct ek_docx_num *ek_docx_num(const ek_docx_lists *lists, uint32_t id);
/* The level whose w:pStyle is that style, or EK_DOCX_LEVELS. */
uint32_t ek_docx_num_styled(const struct ek_docx_num *num, ek_str style);
const struct ek_docx_level *ek_docx_level(const struct ek_docx_num *num,
                                          uint32_t level);
/* Counts a paragraph at a level (below EK_DOCX_LEVELS) and gives its number as
 * it is shown, on arena; empty for bullets. */
ek_str ek_docx_count(ek_arena *arena, struct ek_docx_num *num, uint32_t level);

/* docx.c, docx_body.c and beside them */
struct ek_docx_note {
    ek_str id;
    xmlNode *node;
    bool written;
};

/* Footnotes, or endnotes. */
struct ek_docx_notes {
    struct ek_docx_note *v; /* sorted by id */
    size_t n;
    ek_ordinal system;
    uint32_t count; /* written so far */
};

/* Of the open paragraph; those of a note or text box stand on their own. */
struct ek_docx_open {
    const xmlNode *paragraph;        /* that began it; NULL: none */
    const xmlNode *shape;            /* whose properties hold */
    const struct ek_docx_look *look; /* of the paragraph that runs are in */
    unsigned fields, commanded;      /* around it, for the way back */
};

/* Where a walk goes on after a note. */
struct ek_docx_return {
    xmlNode *root, *reference;
};

typedef struct ek_docx {
    struct ek_office office;
    ek_tracked tracked;
    ek_flow *flow;
    struct ek_docx_rels rels;
    ek_docx_styles *styles;
    ek_docx_lists *lists;
    struct ek_docx_notes notes[2];    /* footnotes, endnotes */
    EK_VEC(struct ek_docx_open) open; /* the last is the innermost */
    EK_VEC(struct ek_docx_return) returns;
    unsigned dropped;             /* elements around whose text is kept out */
    bool dropped_told;            /* the outermost of them has been counted */
    const xmlNode *contents_told; /* the line of contents counted last */
    bool hidden;                  /* the run is */
    unsigned fields;              /* around */
    unsigned commanded; /* depth of the field whose command is read, or 0 */
    unsigned objects;   /* around */
    ek_buf command;     /* of the field */
    uint32_t paragraph; /* last place that was set */
} ek_docx;

/* The part that a relationship names; NULL when it could not be read, which is
 * told. */
xmlDoc *ek_docx_part(ek_docx *d, const struct ek_docx_rel *rel);
/* The same of the first relationship of a type; NULL when there is none. */
xmlDoc *ek_docx_part_typed(ek_docx *d, const char *type);
/* Walks a tree, and the notes that it refers to. */
void ek_docx_walk(ek_docx *d, xmlNode *root);

/* docx_paragraph.c */
void ek_docx_paragraph_begin(ek_docx *d, const xmlNode *node);
void ek_docx_paragraph_end(ek_docx *d, const xmlNode *node);

/* docx_run.c */
void ek_docx_run_begin(ek_docx *d, const xmlNode *node);
/* Whether text that comes now is shown. */
bool ek_docx_shown(const ek_docx *d);
/* Text from an element such as w:t; counted apart when it is not shown. */
void ek_docx_text(ek_docx *d, const xmlNode *node);
void ek_docx_write(ek_docx *d, ek_str words);
void ek_docx_symbol(ek_docx *d, const xmlNode *node);
void ek_docx_field(ek_docx *d, const xmlNode *node);
void ek_docx_command(ek_docx *d, const xmlNode *node);
/* Whether an element of tracked changes keeps its text out. */
bool ek_docx_drops(const ek_docx *d, ek_docx_tag tag);

/* docx_note.c */
void ek_docx_notes_read(ek_docx *d, const xmlNode *document);
/* The note to walk into for a reference; NULL: none, or already written. Its
 * mark is written. */
xmlNode *ek_docx_note(ek_docx *d, const xmlNode *reference);
/* Counts comments, headers and footers that hold words. */
void ek_docx_count_apart(ek_docx *d);
/* Tells an image, an object or a part that is not read, once. */
void ek_docx_tell(ek_docx *d, const xmlNode *node, ek_docx_tag tag);

#endif
