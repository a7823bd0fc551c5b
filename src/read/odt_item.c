/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of OpenDocument: which one goes on, at which level, and what number
 * its paragraph shows. */
#include "config.h"

#include "read/odt.h"

#include <stdlib.h>

enum { HIGHEST = 1000000, DEEPEST_HEADING = 10 };

static uint32_t
value_of(const xmlNode *node, const char *attribute, uint32_t otherwise)
{
    ek_str value = ek_xml_attr(node, attribute);
    if (!value.n || *value.p < '0' || *value.p > '9')
        return otherwise;
    unsigned long number = strtoul(value.p, NULL, 10);
    return number > HIGHEST ? HIGHEST : (uint32_t)number;
}

static struct ek_odt_item *
item_around(const struct ek_odt *odt)
{
    struct ek_odt_item *item =
        odt->items.n ? &odt->items.v[odt->items.n - 1] : NULL;
    return item && item->count ? item : NULL;
}

/* The names of the tree last as long as the walk. */
static struct ek_odt_count *
count_of(const ek_odt_names *names, ek_str name)
{
    const void *count = name.n ? ek_odt_names_get(names, name) : NULL;
    return (struct ek_odt_count *)(uintptr_t)count;
}

static void
remember(struct ek_odt *odt, ek_str id, const struct ek_odt_item *item)
{
    if (id.n)
        ek_odt_names_put(odt->by_id, id, item->count);
    if (item->style.n)
        ek_odt_names_put(odt->by_style, item->style, item->count);
}

void
ek_odt_list_begin(struct ek_odt *odt, const xmlNode *list)
{
    const struct ek_odt_item *around = item_around(odt);
    struct ek_odt_item item = {.style = ek_xml_attr(list, "style-name"),
                               .start = UINT32_MAX};
    if (around) {
        item.count = around->count;
        item.level = around->level + (around->level + 1 < EK_ODT_LEVELS);
        item.style = item.style.n ? item.style : around->style;
    } else {
        item.count = count_of(odt->by_id, ek_xml_attr(list, "continue-list"));
        if (!item.count && ek_odt_says(list, "continue-numbering", "true"))
            item.count = count_of(odt->by_style, item.style);
        if (!item.count)
            item.count = ek_arena_alloc(odt->arena, sizeof *item.count);
        remember(odt, ek_xml_attr(list, "id"), &item);
    }
    EK_PUSH(odt->arena, odt->items, item);
}

void
ek_odt_numbered_begin(struct ek_odt *odt, const xmlNode *paragraph)
{
    ek_str id = ek_xml_attr(paragraph, "list-id");
    uint32_t level = value_of(paragraph, "level", 1);
    struct ek_odt_item item = {
        .count = count_of(odt->by_id, id),
        .style = ek_xml_attr(paragraph, "style-name"),
        .level = level && level <= EK_ODT_LEVELS ? level - 1 : 0,
        .fresh = true,
        .start = value_of(paragraph, "start-value", UINT32_MAX)};
    if (!item.count)
        item.count = ek_arena_alloc(odt->arena, sizeof *item.count);
    remember(odt, id, &item);
    EK_PUSH(odt->arena, odt->items, item);
}

void
ek_odt_border_begin(struct ek_odt *odt)
{
    EK_PUSH(odt->arena, odt->items, (struct ek_odt_item){0});
}

void
ek_odt_items_end(struct ek_odt *odt)
{
    odt->items.n -= odt->items.n > 0;
}

void
ek_odt_item_begin(struct ek_odt *odt, const xmlNode *node, bool header)
{
    struct ek_odt_item *item = item_around(odt);
    if (!item)
        return;
    item->fresh = !header;
    item->start = value_of(node, "start-value", UINT32_MAX);
    item->override = ek_xml_attr(node, "style-override");
}

static const struct ek_odt_format *
format_of(const struct ek_odt *odt, const struct ek_odt_item *item,
          const xmlNode *paragraph)
{
    ek_str names[] = {
        item->override, item->style,
        ek_odt_styles_list(odt->styles, ek_xml_attr(paragraph, "style-name"))};
    const struct ek_odt_format *format = NULL;
    for (size_t i = 0; !format && i < sizeof names / sizeof *names; i++)
        format = ek_odt_styles_format(odt->styles, names[i]);
    return format;
}

static void
number_item(struct ek_flow_shape *out, struct ek_odt *odt,
            struct ek_odt_item *item, const xmlNode *paragraph)
{
    const struct ek_odt_format *format = format_of(odt, item, paragraph);
    out->level = (unsigned)item->level + 1;
    if (!item->fresh)
        return;
    item->fresh = false;
    if (format)
        ek_odt_count(out, odt->arena, item->count, format, item->level,
                     item->start);
    else
        out->bullet = true; /* as LibreOffice has it */
}

static void
number_heading(struct ek_flow_shape *out, struct ek_odt *odt,
               const xmlNode *heading)
{
    const struct ek_odt_format *format = ek_odt_styles_outline(odt->styles);
    uint32_t start = UINT32_MAX;
    if (ek_odt_says(heading, "restart-numbering", "true"))
        start = value_of(heading, "start-value", 1);
    if (format && !ek_odt_says(heading, "is-list-header", "true") &&
        ek_odt_styles_outlined(odt->styles, ek_xml_attr(heading, "style-name")))
        ek_odt_count(out, odt->arena, &odt->outline, format, out->heading - 1,
                     start);
    out->bullet = false;
}

/* What is not shown does not count. */
struct ek_flow_shape
ek_odt_shape(struct ek_odt *odt, const xmlNode *paragraph, bool heading)
{
    struct ek_flow_shape shape = {.number = EK_STR("")};
    struct ek_odt_item *item = item_around(odt);
    if (heading) {
        uint32_t level = value_of(paragraph, "outline-level", 1);
        level = level ? level : 1;
        shape.heading = level;
    } else {
        shape.heading = ek_odt_styles_heading(
            odt->styles, ek_xml_attr(paragraph, "style-name"));
    }
    if (shape.heading > DEEPEST_HEADING)
        shape.heading = DEEPEST_HEADING;
    if (ek_odt_kept_out(odt))
        return shape;
    if (item)
        number_item(&shape, odt, item, paragraph);
    else if (heading)
        number_heading(&shape, odt, paragraph);
    return shape;
}
