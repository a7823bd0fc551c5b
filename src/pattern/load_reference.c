/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/load.h"

static ek_label *
part_of(ek_reference *reference, const xmlNode *node)
{
    if (ek_node_is(node, "title"))
        return &reference->title;
    if (ek_node_is(node, "text"))
        return &reference->text;
    if (ek_node_is(node, "storage"))
        return &reference->storage;
    if (ek_node_is(node, "keys"))
        return &reference->keys;
    return ek_node_is(node, "saas") ? &reference->saas : NULL;
}

static void
need_both(struct ek_load *load, const xmlNode *node, const char *name,
          const ek_label *label)
{
    if (label->ja.n || label->en.n)
        ek_node_both(load, node, name, label);
}

static bool
is_known_source(const ek_pack *pack, ek_str id)
{
    for (size_t i = 0; i < pack->sources.n; i++)
        if (ek_str_eq(pack->sources.v[i].id, id))
            return true;
    return false;
}

static void
check_ids(struct ek_load *load, const xmlNode *node, const ek_reference *r)
{
    ek_str rest = r->source;
    for (ek_str id = ek_str_word(&rest); id.n; id = ek_str_word(&rest))
        if (!is_known_source(load->pack, id))
            ek_node_say(load, node, EK_D_pack_unknown, id, EK_STR("source"));
    rest = r->provisions;
    for (ek_str id = ek_str_word(&rest); id.n; id = ek_str_word(&rest))
        if (!ek_pack_provision(load->pack, id))
            ek_node_say(load, node, EK_D_pack_unknown, id, EK_STR("provision"));
    for (size_t i = 0; i < load->pack->references.n; i++)
        if (ek_str_eq(load->pack->references.v[i].id, r->id))
            ek_node_say(load, node, EK_D_pack_twice, r->id,
                        EK_STR("reference"));
}

static void
read_reference(struct ek_load *load, const xmlNode *node)
{
    ek_reference r = {
        .id = ek_node_need(load, node, "id"),
        .kind = ek_node_need(load, node, "kind"),
        .source = ek_node_attr(node, "source"),
        .certainty = ek_node_need(load, node, "certainty"),
        .provisions = ek_node_attr(node, "provisions"),
    };
    ek_node_only(load, node, "id kind source certainty provisions", NULL);
    ek_node_choice(load, node, "kind", "regime standard", 0);
    ek_node_choice(load, node, "certainty",
                   "summary page press unverified not-found", 0);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        ek_label *part = part_of(&r, n);
        if (part)
            ek_node_prose(load, n, part);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "title", &r.title);
    need_both(load, node, "text", &r.text);
    need_both(load, node, "storage", &r.storage);
    need_both(load, node, "keys", &r.keys);
    need_both(load, node, "saas", &r.saas);
    check_ids(load, node, &r);
    EK_PUSH(load->pack->arena, load->pack->references, r);
}

void
ek_load_references(struct ek_load *load, const xmlNode *root)
{
    ek_node_only(load, root, "", NULL);
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "reference"))
            read_reference(load, n);
        else
            ek_node_stray(load, n);
    }
}
