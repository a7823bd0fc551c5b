/* SPDX-License-Identifier: Apache-2.0 */
/* What styles say of the paragraphs and runs that have them (ECMA-376 part 1,
 * 17.7): outline level, numbering, hidden text, through w:basedOn. */
#include "config.h"

#include "read/docx.h"

#include <stdlib.h>

enum { LONGEST_CHAIN = 40, HEADINGS = 9 };

struct style {
    ek_str id, base;
    int hidden;       /* as ek_docx_switch */
    uint32_t outline; /* UINT32_MAX: not said */
    uint32_t heading; /* of a built-in name, from 1; 0 none */
    bool title, contents;
    struct ek_docx_numbering numbering;
    bool looked;
    struct ek_docx_look look; /* with its bases, once looked */
};

struct ek_docx_styles {
    struct style *v; /* sorted by id */
    size_t n;
    ek_str paragraph; /* id of the default style of paragraphs */
    struct ek_docx_look plain;
};

/* Built-in styles are stored under their English names by Word, under those of
 * the user's language by others. */
static const char *const heading_names[] = {
#define EK_DOCX_HEADING(name) name,
#include "read/docx_name.def"
};

static const char *const contents_names[] = {
#define EK_DOCX_CONTENTS(name) name,
#include "read/docx_name.def"
};

static const char *const title_names[] = {
#define EK_DOCX_TITLE(name) name,
#include "read/docx_name.def"
};

static bool
same_letters(ek_str s, ek_str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (i >= s.n || (s.p[i] != name.p[i] && (s.p[i] | 0x20) != name.p[i]))
            return false;
    return true;
}

/* The level behind one of n names, from 1; 0 for any other name. */
static uint32_t
level_named(ek_str name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ek_str word = ek_str_of(names[i]);
        if (!same_letters(name, word))
            continue;
        ek_str rest = ek_str_trim(ek_str_slice(name, word.n, name.n));
        if (rest.n == 1 && *rest.p >= '1' && *rest.p <= '9')
            return (uint32_t)(*rest.p - '0');
    }
    return 0;
}

#define LEVEL_NAMED(name, names)                                               \
    level_named(name, names, sizeof(names) / sizeof *(names))

static bool
is_title(ek_str name)
{
    for (size_t i = 0; i < sizeof title_names / sizeof *title_names; i++) {
        ek_str word = ek_str_of(title_names[i]);
        if (name.n == word.n && same_letters(name, word))
            return true;
    }
    return false;
}

struct ek_docx_numbering
ek_docx_numbering_of(const xmlNode *properties)
{
    const xmlNode *node = ek_docx_child(properties, "numPr");
    ek_str num = ek_docx_value(node, "numId");
    ek_str level = ek_docx_value(node, "ilvl");
    return (struct ek_docx_numbering){
        .given = num.p != NULL,
        .num = ek_docx_number(num, 0),
        .level = ek_docx_number(level, 0),
        .levelled = level.p != NULL,
    };
}

static struct style
style_of(const xmlNode *node)
{
    const xmlNode *paragraph = ek_docx_child(node, "pPr");
    const xmlNode *run = ek_docx_child(node, "rPr");
    ek_str name = ek_docx_value(node, "name");
    return (struct style){
        .id = ek_xml_attr(node, "styleId"),
        .base = ek_docx_value(node, "basedOn"),
        .hidden = ek_docx_switch(run, "vanish"),
        .outline =
            ek_docx_number(ek_docx_value(paragraph, "outlineLvl"), UINT32_MAX),
        .heading = LEVEL_NAMED(name, heading_names),
        .title = is_title(name),
        .contents = LEVEL_NAMED(name, contents_names) > 0,
        .numbering = ek_docx_numbering_of(paragraph),
    };
}

static int
compare_styles(const void *a, const void *b)
{
    const struct style *one = a, *two = b;
    return ek_str_cmp(one->id, two->id);
}

static bool
is_default(const xmlNode *node)
{
    ek_str is = ek_xml_attr(node, "default");
    return (ek_str_is(is, "1") || ek_str_is(is, "true")) &&
           ek_str_is(ek_xml_attr(node, "type"), "paragraph");
}

ek_docx_styles *
ek_docx_styles_of(ek_arena *arena, const xmlDoc *doc)
{
    EK_VEC(struct style) styles = {0};
    ek_docx_styles *out = ek_arena_alloc(arena, sizeof *out);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    out->plain.outline = EK_DOCX_NO_OUTLINE;
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        if (!ek_str_is(ek_xml_name(n), "style"))
            continue;
        struct style style = style_of(n);
        EK_PUSH(arena, styles, style);
        if (is_default(n))
            out->paragraph = style.id;
    }
    if (styles.n)
        qsort(styles.v, styles.n, sizeof *styles.v, compare_styles);
    out->v = styles.v;
    out->n = styles.n;
    return out;
}

static struct style *
find(const ek_docx_styles *styles, ek_str id)
{
    struct style key = {.id = id};
    return styles->n && id.n
               ? bsearch(&key, styles->v, styles->n, sizeof key, compare_styles)
               : NULL;
}

/* The nearest style of the chain that numbers says which list; a level of that
 * list that is linked to a style of the chain says which level. */
static void
take_numbering(struct ek_docx_numbering *out, const struct style *style,
               const struct ek_docx_lists *lists)
{
    if (out->given && out->levelled)
        return;
    if (!out->given) {
        bool levelled = out->levelled;
        uint32_t level = out->level;
        *out = style->numbering;
        if (levelled)
            out->level = level;
        out->levelled |= levelled;
    }
    const struct ek_docx_num *num =
        out->given ? ek_docx_num(lists, out->num) : NULL;
    uint32_t linked = num ? ek_docx_num_styled(num, style->id) : EK_DOCX_LEVELS;
    if (linked < EK_DOCX_LEVELS) {
        out->level = linked;
        out->levelled = true;
    }
}

static void
look_at(struct ek_docx_look *look, const ek_docx_styles *styles,
        const struct ek_docx_lists *lists, const struct style *style)
{
    uint32_t outline = UINT32_MAX, heading = 0;
    int hidden = -1;
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (outline == UINT32_MAX)
            outline = style->outline;
        if (hidden < 0)
            hidden = style->hidden;
        heading = heading ? heading : style->heading;
        look->title |= style->title && i == 0;
        look->contents |= style->contents;
        take_numbering(&look->numbering, style, lists);
        style = find(styles, style->base);
    }
    if (outline == UINT32_MAX)
        outline = heading ? heading - 1 : EK_DOCX_NO_OUTLINE;
    look->outline = outline < EK_DOCX_NO_OUTLINE ? outline : EK_DOCX_NO_OUTLINE;
    look->hidden = hidden == 1;
}

const struct ek_docx_look *
ek_docx_look_of(ek_docx_styles *styles, const struct ek_docx_lists *lists,
                ek_str id)
{
    struct style *style = find(styles, id.n ? id : styles->paragraph);
    if (!style && id.n)
        style = find(styles, styles->paragraph);
    if (!style)
        return &styles->plain;
    if (!style->looked)
        look_at(&style->look, styles, lists, style);
    style->looked = true;
    return &style->look;
}

uint32_t
ek_docx_styles_num(const ek_docx_styles *styles, ek_str id)
{
    const struct style *style = find(styles, id);
    return style ? style->numbering.num : 0;
}
