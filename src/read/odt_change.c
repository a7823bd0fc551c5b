/* SPDX-License-Identifier: Apache-2.0 */
/* Tracked changes of OpenDocument: what was inserted stands in the body between
 * two marks, what was deleted stands apart, and a mark where it was. */
#include "config.h"

#include "read/odt.h"

#include <stdint.h>

void
ek_odt_changes_add(struct ek_odt *odt, const xmlNode *body)
{
    const xmlNode *all = ek_odt_child(body, "text", "tracked-changes");
    for (const xmlNode *n = all ? all->children : NULL; n; n = n->next) {
        ek_str id = ek_xml_attr(n, "id");
        const xmlNode *change = ek_odt_child(n, "text", "insertion");
        if (!change)
            change = ek_odt_child(n, "text", "deletion");
        if (change && id.n)
            ek_odt_names_put(odt->changes, id, change);
    }
}

static const xmlNode *
change_of(const struct ek_odt *odt, const xmlNode *mark)
{
    return ek_odt_names_get(odt->changes, ek_xml_attr(mark, "change-id"));
}

void
ek_odt_change_border(struct ek_odt *odt, const xmlNode *node, bool start)
{
    const xmlNode *change = change_of(odt, node);
    if (!change)
        return;
    bool deletion = ek_odt_is(change, "text", "deletion");
    unsigned *around = deletion ? &odt->deleted : &odt->inserted;
    if (start)
        ++*around;
    else if (*around)
        --*around;
}

static bool
is_block(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE &&
           !ek_odt_is(node, "office", "change-info");
}

static bool
is_last_block(const xmlNode *node)
{
    for (const xmlNode *n = node->next; n; n = n->next)
        if (is_block(n))
            return false;
    return true;
}

/* A deletion from the middle of one paragraph to the middle of another begins
 * and ends with a part of them, which joins what is left around the mark. */
static void
bring_back(struct ek_odt *odt, const xmlNode *deletion)
{
    bool within = odt->paragraphs > 0;
    odt->in_change = true;
    for (const xmlNode *n = deletion->children; n; n = n->next) {
        ek_odt_kind kind = ek_odt_kind_of(n);
        bool part = kind == EK_ODT_PARAGRAPH || kind == EK_ODT_HEADING;
        if (!is_block(n))
            continue;
        if (!part) {
            ek_odt_walk(odt, n);
            continue;
        }
        odt->paragraphs++;
        for (const xmlNode *m = n->children; m; m = m->next)
            ek_odt_walk(odt, m);
        odt->paragraphs--;
        if (!within || !is_last_block(n)) {
            struct ek_flow_shape shape = {.number = EK_STR("")};
            ek_flow_paragraph(odt->flow, &shape);
        }
    }
    odt->in_change = false;
}

/* A deletion counts once, however many marks name it. */
static bool
was_met(const xmlNode *change)
{
    xmlNode *node = (xmlNode *)(uintptr_t)change;
    bool met = node->_private != NULL;
    node->_private = node;
    return met;
}

void
ek_odt_change_point(struct ek_odt *odt, const xmlNode *node)
{
    const xmlNode *change = change_of(odt, node);
    if (!change || odt->in_change || !ek_odt_is(change, "text", "deletion") ||
        was_met(change))
        return;
    if (odt->options->tracked == EK_TRACKED_FINAL)
        ek_extraction_apart(&odt->text->extraction, odt->arena, "deleted", 1);
    else
        bring_back(odt, change);
}
