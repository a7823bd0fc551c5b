/* SPDX-License-Identifier: Apache-2.0 */
/* Lists as numbering.xml defines them (ECMA-376 part 1, 17.9). */
#include "config.h"

#include "read/docx.h"

#include <stdlib.h>

#include "text/cp.h"

enum {
    LONGEST_TEXT = 120, /* bytes of a level's text */
    LONGEST_ZEROS = 9,
    MOST_LINKS = 8, /* from list to style to list */
};

struct ek_docx_lists {
    struct ek_docx_list *lists; /* sorted by id */
    size_t list_count;
    struct ek_docx_num *nums; /* sorted by id */
    size_t num_count;
};

static ek_str
shortened(ek_str s)
{
    size_t n = s.n < LONGEST_TEXT ? s.n : LONGEST_TEXT;
    while (n > 0 && n < s.n && (s.p[n] & 0xC0) == 0x80)
        n--;
    return ek_str_slice(s, 0, n);
}

/* "001, 002, ..." */
static uint32_t
digits_of(ek_str samples)
{
    uint32_t n = 0;
    while (n < samples.n && samples.p[n] >= '0' && samples.p[n] <= '9')
        n++;
    return n < LONGEST_ZEROS ? n : LONGEST_ZEROS;
}

static const xmlNode *
descendant(const xmlNode *node, const char *name)
{
    for (const xmlNode *n = node->children; n;) {
        if (ek_str_is(ek_xml_name(n), name))
            return n;
        n = ek_docx_next(n, node, true);
    }
    return NULL;
}

/* A custom system stands as the choice of w14, its likeness as the fallback. */
static void
read_system(struct ek_docx_level *level, const xmlNode *node)
{
    const xmlNode *format = ek_docx_child(node, "numFmt");
    if (!format)
        format = descendant(node, "numFmt");
    ek_str word = format ? ek_xml_attr(format, "val") : EK_STR("");
    level->system = ek_ordinal_of_word(word);
    level->bullet = ek_str_is(word, "bullet");
    if (ek_str_is(word, "custom"))
        level->digits = digits_of(ek_xml_attr(format, "format"));
}

static struct ek_docx_level
level_of(const xmlNode *node)
{
    ek_str restart = ek_docx_value(node, "lvlRestart");
    struct ek_docx_level level = {
        .start = ek_docx_number(ek_docx_value(node, "start"), 0),
        .legal = ek_docx_switch(node, "isLgl") == 1,
        .tight = ek_str_is(ek_docx_value(node, "suff"), "nothing"),
        .hidden = ek_docx_switch(ek_docx_child(node, "rPr"), "vanish") == 1,
        .defined = true,
        .restart = restart.p ? (int)ek_docx_number(restart, 0) : -1,
        .text = shortened(ek_docx_value(node, "lvlText")),
        .style = ek_docx_value(node, "pStyle"),
    };
    read_system(&level, node);
    return level;
}

static uint32_t
level_index(const xmlNode *node)
{
    return ek_docx_number(ek_xml_attr(node, "ilvl"), EK_DOCX_LEVELS);
}

static struct ek_docx_list
list_of(const xmlNode *node)
{
    struct ek_docx_list list = {
        .id = ek_docx_number(ek_xml_attr(node, "abstractNumId"), UINT32_MAX),
        .style_link = ek_docx_value(node, "numStyleLink"),
    };
    for (const xmlNode *n = node->children; n; n = n->next)
        if (ek_str_is(ek_xml_name(n), "lvl") && level_index(n) < EK_DOCX_LEVELS)
            list.levels[level_index(n)] = level_of(n);
    return list;
}

static int
compare_lists(const void *a, const void *b)
{
    const struct ek_docx_list *one = a, *two = b;
    return (one->id > two->id) - (one->id < two->id);
}

static int
compare_nums(const void *a, const void *b)
{
    const struct ek_docx_num *one = a, *two = b;
    return (one->id > two->id) - (one->id < two->id);
}

static void
read_override(struct ek_docx_num *num, ek_arena *arena, const xmlNode *node)
{
    uint32_t i = level_index(node);
    if (i >= EK_DOCX_LEVELS)
        return;
    ek_str start = ek_docx_value(node, "startOverride");
    const xmlNode *level = ek_docx_child(node, "lvl");
    num->over[i].starts = start.p != NULL;
    num->over[i].start = ek_docx_number(start, 0);
    if (!level)
        return;
    struct ek_docx_level *own = ek_arena_alloc(arena, sizeof *own);
    *own = level_of(level);
    num->over[i].level = own;
}

static struct ek_docx_list *
find_list(const ek_docx_lists *lists, uint32_t id)
{
    struct ek_docx_list key = {.id = id};
    return lists->list_count ? bsearch(&key, lists->lists, lists->list_count,
                                       sizeof key, compare_lists)
                             : NULL;
}

static void
read_lists(ek_docx_lists *out, ek_arena *arena, const xmlNode *root)
{
    EK_VEC(struct ek_docx_list) lists = {0};
    for (const xmlNode *n = root->children; n; n = n->next) {
        if (!ek_str_is(ek_xml_name(n), "abstractNum"))
            continue;
        struct ek_docx_list list = list_of(n);
        EK_PUSH(arena, lists, list);
    }
    if (lists.n)
        qsort(lists.v, lists.n, sizeof *lists.v, compare_lists);
    out->lists = lists.v;
    out->list_count = lists.n;
}

static void
read_nums(ek_docx_lists *out, ek_arena *arena, const xmlNode *root)
{
    EK_VEC(struct ek_docx_num) nums = {0};
    for (const xmlNode *n = root->children; n; n = n->next) {
        if (!ek_str_is(ek_xml_name(n), "num"))
            continue;
        struct ek_docx_num num = {
            .id = ek_docx_number(ek_xml_attr(n, "numId"), UINT32_MAX),
            .list =
                find_list(out, ek_docx_number(ek_docx_value(n, "abstractNumId"),
                                              UINT32_MAX)),
        };
        for (const xmlNode *over = n->children; over; over = over->next)
            if (ek_str_is(ek_xml_name(over), "lvlOverride"))
                read_override(&num, arena, over);
        EK_PUSH(arena, nums, num);
    }
    if (nums.n)
        qsort(nums.v, nums.n, sizeof *nums.v, compare_nums);
    out->nums = nums.v;
    out->num_count = nums.n;
}

/* A list that only names a style is the list of that style's number. */
static void
follow_links(const ek_docx_lists *lists, const ek_docx_styles *styles)
{
    for (size_t i = 0; i < lists->num_count; i++) {
        struct ek_docx_list *list = lists->nums[i].list;
        for (int k = 0; list && list->style_link.n && k < MOST_LINKS; k++) {
            uint32_t id = ek_docx_styles_num(styles, list->style_link);
            const struct ek_docx_num *num = ek_docx_num(lists, id);
            list = num ? num->list : NULL;
        }
        if (list)
            lists->nums[i].list = list;
    }
}

ek_docx_lists *
ek_docx_lists_of(ek_arena *arena, const xmlDoc *doc,
                 const ek_docx_styles *styles)
{
    ek_docx_lists *lists = ek_arena_alloc(arena, sizeof *lists);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    if (root) {
        read_lists(lists, arena, root);
        read_nums(lists, arena, root);
        follow_links(lists, styles);
    }
    return lists;
}

struct ek_docx_num *
ek_docx_num(const ek_docx_lists *lists, uint32_t id)
{
    struct ek_docx_num key = {.id = id};
    return id && lists->num_count ? bsearch(&key, lists->nums, lists->num_count,
                                            sizeof key, compare_nums)
                                  : NULL;
}

const struct ek_docx_level *
ek_docx_level(const struct ek_docx_num *num, uint32_t level)
{
    if (num->over[level].level)
        return num->over[level].level;
    return num->list ? &num->list->levels[level] : NULL;
}

uint32_t
ek_docx_num_styled(const struct ek_docx_num *num, ek_str style)
{
    uint32_t i = 0;
    for (; i < EK_DOCX_LEVELS; i++) {
        const struct ek_docx_level *level = ek_docx_level(num, i);
        if (level && style.n && ek_str_eq(level->style, style))
            break;
    }
    return i;
}
