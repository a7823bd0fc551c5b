/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/load.h"

static void
read_change(struct ek_load *load, const xmlNode *node)
{
    ek_pack_change change = {
        .id = ek_node_need(load, node, "id"),
        .certainty = ek_node_need(load, node, "certainty"),
        .provisions = ek_node_attr(node, "provisions"),
        .also = ek_node_attr(node, "also"),
        .source = ek_node_attr(node, "source"),
    };
    ek_node_only(load, node, "id certainty provisions also source", NULL);
    ek_node_choice(load, node, "certainty", "high medium low unknown", 0);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "text"))
            ek_node_prose(load, n, &change.text);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "text", &change.text);
    for (size_t i = 0; i < load->pack->changes.n; i++) {
        if (ek_str_eq(load->pack->changes.v[i].id, change.id))
            ek_node_say(load, node, EK_D_pack_twice, change.id,
                        EK_STR("change"));
    }
    EK_PUSH(load->pack->arena, load->pack->changes, change);
}

static void
read_source(struct ek_load *load, const xmlNode *node)
{
    ek_pack_source source = {.id = ek_node_need(load, node, "id")};
    ek_node_only(load, node, "id", NULL);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "text"))
            ek_node_label(load, n, &source.text);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "text", &source.text);
    EK_PUSH(load->pack->arena, load->pack->sources, source);
}

static bool
stays_inside(ek_str name)
{
    return name.n && name.p[0] != '/' &&
           ek_str_find(name, EK_STR(".."), 0) == name.n;
}

static void
read_file_name(struct ek_load *load, const xmlNode *node)
{
    ek_pack *pack = load->pack;
    ek_str name = ek_str_trim(ek_node_text(load, node));
    ek_node_only(load, node, "", NULL);
    if (!stays_inside(name)) {
        ek_node_say(load, node, EK_D_pack_value, name, EK_STR("file"));
        return;
    }
    for (size_t i = 0; i < pack->files.n; i++) {
        if (ek_str_eq(pack->files.v[i], name)) {
            ek_node_say(load, node, EK_D_pack_twice, name, EK_STR("file"));
            return;
        }
    }
    EK_PUSH(pack->arena, pack->files, name);
}

static void
read_header_element(struct ek_load *load, const xmlNode *node)
{
    ek_pack *pack = load->pack;
    if (ek_node_is(node, "basis"))
        ek_node_prose(load, node, &pack->basis);
    else if (ek_node_is(node, "note"))
        ek_node_prose(load, node, &pack->note_2013);
    else if (ek_node_is(node, "disclaimer"))
        ek_node_label(load, node, &pack->disclaimer);
    else if (ek_node_is(node, "source"))
        read_source(load, node);
    else if (ek_node_is(node, "change"))
        read_change(load, node);
    else if (ek_node_is(node, "file"))
        read_file_name(load, node);
    else
        ek_node_stray(load, node);
}

void
ek_load_header(struct ek_load *load, const xmlNode *root)
{
    ek_pack *pack = load->pack;
    ek_node_only(load, root,
                 "id version schema as-of reviewed warn-after languages "
                 "verified",
                 NULL);
    pack->id = ek_node_need(load, root, "id");
    pack->version = ek_node_need(load, root, "version");
    pack->schema = ek_node_need(load, root, "schema");
    if (pack->schema.n && !ek_str_is(pack->schema, "1"))
        ek_node_say(load, root, EK_D_pack_value, pack->schema,
                    EK_STR("schema"));
    pack->as_of = ek_node_need(load, root, "as-of");
    pack->reviewed = ek_node_attr(root, "reviewed");
    pack->warn_after = ek_node_attr(root, "warn-after");
    pack->languages = ek_node_attr(root, "languages");
    pack->verified = ek_node_yes(load, root, "verified");
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n))
        read_header_element(load, n);
    ek_node_both(load, root, "basis", &pack->basis);
    ek_node_both(load, root, "note", &pack->note_2013);
    ek_node_both(load, root, "disclaimer", &pack->disclaimer);
}
