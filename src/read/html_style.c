/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/html_style.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/xml.h"

enum {
    MOST_CSS = 4 << 20,   /* bytes */
    MOST_WORK = 30000000, /* elements asked about rules, long classes more */
    CLASS_WORK = 64,      /* bytes of a class that count as one more */
    MOST_STEPS = 64,      /* elements upwards for one rule */
    LONGEST_CLASS = 2000, /* bytes */
    INLINE_RANK = 1 << 29,
};

struct ek_html_sheet {
    ek_html_rules rules;
    uint64_t work;
    bool counts;
};

static int
by_key(const void *left, const void *right)
{
    const struct ek_html_rule *a = left, *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = ek_str_cmp(a->key, b->key);
    if (order)
        return order;
    return a->order < b->order ? -1 : a->order > b->order;
}

static const xmlNode *
after(const xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct ek_html_sheet *
ek_html_sheet_of(ek_arena *arena, const xmlDoc *doc)
{
    struct ek_html_sheet *sheet = ek_arena_alloc(arena, sizeof *sheet);
    const xmlNode *root = (const xmlNode *)doc, *node = root->children;
    ek_buf css = ek_buf_on(arena);
    for (; node; node = after(node, root))
        if (ek_str_is(ek_xml_name(node), "style"))
            for (const xmlNode *n = node->children; n; n = n->next)
                ek_buf_puts(&css, n->content ? (const char *)n->content : "");
    if (!css.n || css.n > MOST_CSS)
        return sheet;
    ek_html_css(&sheet->rules, arena, ek_buf_str(&css));
    for (size_t i = 0; i < sheet->rules.n; i++)
        sheet->counts |= sheet->rules.v[i].look.ranks[EK_HTML_BEFORE] ||
                         sheet->rules.v[i].look.ranks[EK_HTML_MARKER];
    if (sheet->rules.n)
        qsort(sheet->rules.v, sheet->rules.n, sizeof *sheet->rules.v, by_key);
    return sheet;
}

bool
ek_html_sheet_counts(const struct ek_html_sheet *sheet)
{
    return sheet->counts;
}

static ek_str
classes_of(const xmlNode *node)
{
    ek_str classes = ek_xml_attr(node, "class");
    return classes.n <= LONGEST_CLASS ? classes : EK_STR("");
}

static bool
has_class(const xmlNode *node, ek_str name)
{
    ek_str rest = classes_of(node), word;
    while ((word = ek_str_word(&rest)).n)
        if (ek_str_eq(word, name))
            return true;
    return false;
}

static size_t
part_end(ek_str s, size_t at)
{
    while (at < s.n && s.p[at] != '.' && s.p[at] != '#')
        at++;
    return at;
}

static bool
fits(const xmlNode *node, ek_str compound)
{
    for (size_t at = 0, end; at < compound.n; at = end) {
        char c = compound.p[at];
        bool named = c != '.' && c != '#';
        end = part_end(compound, named ? at : at + 1);
        ek_str part = ek_str_slice(compound, named ? at : at + 1, end);
        bool fit = c == '.'   ? has_class(node, part)
                   : c == '#' ? ek_str_eq(ek_xml_attr(node, "id"), part)
                              : c == '*' || ek_str_eq(ek_xml_name(node), part);
        if (!fit)
            return false;
    }
    return true;
}

static uint64_t
work_of(const xmlNode *node)
{
    return 1 + classes_of(node).n / CLASS_WORK;
}

/* Upwards, the nearest fitting element for each part: no way back, which the
 * few selectors that would need it do not deserve. */
static bool
applies(const struct ek_html_rule *rule, const xmlNode *node, uint64_t *work)
{
    *work += work_of(node);
    if (!fits(node, rule->compounds[0]))
        return false;
    unsigned part = 1, steps = 0;
    for (node = node->parent; part < rule->n && steps < MOST_STEPS; steps++) {
        if (!node || node->type != XML_ELEMENT_NODE)
            return false;
        *work += work_of(node);
        if (fits(node, rule->compounds[part]))
            part++;
        else if (rule->child[part])
            return false;
        node = node->parent;
    }
    return part == rule->n;
}

static void
take_over(struct ek_html_look *out, const struct ek_html_look *look)
{
    for (int i = 0; i < EK_HTML_PROPERTIES; i++)
        if (look->ranks[i] > out->ranks[i]) {
            out->ranks[i] = look->ranks[i];
            out->values[i] = look->values[i];
        }
}

static void
ask(struct ek_html_look *out, struct ek_html_sheet *sheet, const xmlNode *node,
    char kind, ek_str key)
{
    struct ek_html_rule sought = {.kind = kind, .key = key};
    size_t low = 0, high = sheet->rules.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_key(&sheet->rules.v[middle], &sought) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < sheet->rules.n; low++) {
        const struct ek_html_rule *rule = &sheet->rules.v[low];
        if (rule->kind != kind || !ek_str_eq(rule->key, key))
            return;
        if (applies(rule, node, &sheet->work))
            take_over(out, &rule->look);
    }
}

void
ek_html_look_at(struct ek_html_look *out, struct ek_html_sheet *sheet,
                const xmlNode *element)
{
    ek_str style = ek_xml_attr(element, "style");
    *out = (struct ek_html_look){.ranks = {0}};
    if (sheet->rules.n) {
        ek_str rest = classes_of(element), word;
        ask(out, sheet, element, '*', EK_STR(""));
        ask(out, sheet, element, 't', ek_xml_name(element));
        ask(out, sheet, element, '#', ek_xml_attr(element, "id"));
        while ((word = ek_str_word(&rest)).n)
            ask(out, sheet, element, '.', word);
    }
    if (sheet->work > MOST_WORK) {
        sheet->rules.n = 0;
        sheet->counts = false;
    }
    if (style.n)
        ek_html_declare(out, style, INLINE_RANK, 0);
}
