/* SPDX-License-Identifier: Apache-2.0 */
/* Styles of OpenDocument, as far as they change the words: hidden text, list
 * formats, the outline that numbers headings. */
#include "config.h"

#include "read/odt.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_CHAIN = 20, HIGHEST = 1000000 };

struct style {
    ek_str parent;
    ek_str list;      /* .p is NULL when it names none */
    unsigned outline; /* its level, from 1 on; 0: none */
    unsigned heading; /* the same by its name */
    int hidden;       /* -1 not told, 0, 1 */
};

struct ek_odt_styles {
    ek_arena *arena;
    ek_odt_names *styles, *formats;
    const struct ek_odt_format *outline;
};

ek_odt_styles *
ek_odt_styles_new(ek_arena *arena)
{
    ek_odt_styles *styles = ek_arena_alloc(arena, sizeof *styles);
    styles->arena = arena;
    styles->styles = ek_odt_names_new(arena);
    styles->formats = ek_odt_names_new(arena);
    return styles;
}

static unsigned long
number_in(const xmlNode *node, const char *attribute, unsigned long otherwise)
{
    ek_str value = ek_xml_attr(node, attribute);
    char *end;
    if (!value.n || *value.p < '0' || *value.p > '9')
        return otherwise;
    unsigned long number = strtoul(value.p, &end, 10);
    return number > HIGHEST ? HIGHEST : number;
}

/* The names of LibreOffice's own styles, the same in all languages. */
static unsigned
heading_named(ek_str name)
{
    ek_str heading = EK_STR("Heading_20_");
    if (ek_str_is(name, "Title"))
        return 1;
    bool numbered = ek_str_starts(name, heading) && name.n == heading.n + 1;
    char level = numbered ? name.p[heading.n] : '0';
    return level > '0' && level <= '9' ? (unsigned)(level - '0') : 0;
}

static void
add_style(ek_odt_styles *styles, const xmlNode *node)
{
    struct style *style = ek_arena_alloc(styles->arena, sizeof *style);
    const xmlNode *letters = ek_odt_child(node, "style", "text-properties");
    ek_str display = letters ? ek_xml_attr(letters, "display") : EK_STR("");
    style->parent = ek_xml_attr(node, "parent-style-name");
    style->list = ek_xml_attr(node, "list-style-name");
    style->outline = (unsigned)number_in(node, "default-outline-level", 0);
    if (!style->outline)
        style->heading = heading_named(ek_xml_attr(node, "name"));
    style->hidden = display.n ? ek_str_is(display, "none") : -1;
    ek_odt_names_put(styles->styles, ek_xml_attr(node, "name"), style);
}

static ek_ordinal
system_of(const xmlNode *node)
{
    ek_ordinal system = ek_ordinal_of_sample(ek_xml_attr(node, "num-format"));
    bool repeated = ek_odt_says(node, "num-letter-sync", "true");
    if (repeated && system == EK_ORDINAL_LOWER_ALPHA)
        return EK_ORDINAL_LOWER_LETTER;
    if (repeated && system == EK_ORDINAL_UPPER_ALPHA)
        return EK_ORDINAL_UPPER_LETTER;
    return system;
}

static void
add_level(struct ek_odt_format *format, const xmlNode *node)
{
    static const char *const numbers[] = {"list-level-style-number",
                                          "outline-level-style"};
    static const char *const bullets[] = {"list-level-style-bullet",
                                          "list-level-style-image"};
    ek_str name = ek_xml_name(node);
    bool number = ek_str_among(name, numbers, 2);
    bool bullet = ek_str_among(name, bullets, 2);
    unsigned long level = number_in(node, "level", 0);
    if ((!number && !bullet) || !level || level > EK_ODT_LEVELS)
        return;
    unsigned long shown = number_in(node, "display-levels", 1);
    format->level[level - 1] = (struct ek_odt_level){
        .known = true,
        .bullet = bullet,
        .system = system_of(node),
        .start = (uint32_t)number_in(node, "start-value", 1),
        .shown = (unsigned)(shown < level ? shown : level),
        .prefix = ek_xml_attr(node, "num-prefix"),
        .suffix = ek_xml_attr(node, "num-suffix"),
        .pattern = ek_xml_attr(node, "num-list-format"),
    };
}

static const struct ek_odt_format *
add_format(ek_odt_styles *styles, const xmlNode *node)
{
    struct ek_odt_format *format =
        ek_arena_alloc(styles->arena, sizeof *format);
    for (const xmlNode *n = node->children; n; n = n->next)
        add_level(format, n);
    return format;
}

void
ek_odt_styles_add(ek_odt_styles *styles, const xmlNode *root)
{
    for (const xmlNode *n = root; n;) {
        bool into = false;
        if (ek_odt_is(n, "style", "style"))
            add_style(styles, n);
        else if (ek_odt_is(n, "text", "list-style"))
            ek_odt_names_put(styles->formats, ek_xml_attr(n, "name"),
                             add_format(styles, n));
        else if (ek_odt_is(n, "text", "outline-style"))
            styles->outline = add_format(styles, n);
        else
            into = !ek_odt_is(n, "office", "body");
        n = ek_odt_next(n, root, into);
    }
}

static const struct style *
style_of(const ek_odt_styles *styles, ek_str name)
{
    return name.n ? ek_odt_names_get(styles->styles, name) : NULL;
}

bool
ek_odt_styles_hide(const ek_odt_styles *styles, ek_str name)
{
    const struct style *style = style_of(styles, name);
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (style->hidden >= 0)
            return style->hidden;
        style = style_of(styles, style->parent);
    }
    return false;
}

/* An empty name of a list style takes the style out of all lists. */
bool
ek_odt_styles_outlined(const ek_odt_styles *styles, ek_str name)
{
    const struct style *style = style_of(styles, name);
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (style->list.p && !style->list.n)
            return false;
        if (style->outline)
            return true;
        style = style_of(styles, style->parent);
    }
    return false;
}

unsigned
ek_odt_styles_heading(const ek_odt_styles *styles, ek_str name)
{
    const struct style *style = style_of(styles, name);
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (style->outline || style->heading)
            return style->outline ? style->outline : style->heading;
        style = style_of(styles, style->parent);
    }
    return 0;
}

ek_str
ek_odt_styles_list(const ek_odt_styles *styles, ek_str name)
{
    const struct style *style = style_of(styles, name);
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (style->list.p)
            return style->list;
        style = style_of(styles, style->parent);
    }
    return EK_STR("");
}

const struct ek_odt_format *
ek_odt_styles_format(const ek_odt_styles *styles, ek_str list_style)
{
    return list_style.n ? ek_odt_names_get(styles->formats, list_style) : NULL;
}

const struct ek_odt_format *
ek_odt_styles_outline(const ek_odt_styles *styles)
{
    return styles->outline;
}
