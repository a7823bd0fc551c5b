/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/load.h"

static void
read_each(struct ek_load *load, const xmlNode *root, const char *name,
          void (*read)(struct ek_load *, const xmlNode *))
{
    ek_node_only(load, root, "", NULL);
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, name))
            read(load, n);
        else
            ek_node_stray(load, n);
    }
}

static void
read_provision(struct ek_load *load, const xmlNode *node)
{
    ek_pack *pack = load->pack;
    ek_provision p = {
        .id = ek_node_need(load, node, "id"),
        .ref = ek_node_attr(node, "ref"),
        .number = ek_node_attr(node, "number"),
        .source = ek_node_need(load, node, "source"),
        .certainty = ek_node_need(load, node, "certainty"),
        .current_ref = ek_node_attr(node, "current-ref"),
    };
    ek_node_only(load, node, "id ref number source certainty current-ref",
                 NULL);
    ek_node_choice(load, node, "certainty", "text summary inference", 0);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "title"))
            ek_node_prose(load, n, &p.title);
        else if (ek_node_is(n, "text"))
            ek_node_prose(load, n, &p.text);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "title", &p.title);
    ek_node_both(load, node, "text", &p.text);
    if (p.id.n && ek_pack_provision(pack, p.id))
        ek_node_say(load, node, EK_D_pack_twice, p.id, EK_STR("provision"));
    EK_PUSH(pack->arena, pack->provisions, p);
}

void
ek_load_provisions(struct ek_load *load, const xmlNode *root)
{
    read_each(load, root, "provision", read_provision);
}

static void
refuse_strange_fallback(struct ek_load *load, const xmlNode *node,
                        const ek_fact *fact)
{
    ek_str rest = fact->values;
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        if (ek_str_eq(w, fact->fallback))
            return;
    }
    if (fact->values.n && fact->fallback.n)
        ek_node_say(load, node, EK_D_pack_value, fact->fallback,
                    EK_STR("fallback"));
}

static void
read_fact(struct ek_load *load, const xmlNode *node)
{
    ek_pack *pack = load->pack;
    ek_fact fact = {
        .id = ek_node_need(load, node, "id"),
        .list = ek_node_yes(load, node, "list"),
        .dated = ek_node_yes(load, node, "dated"),
        .values = ek_node_attr(node, "values"),
        .known = ek_node_attr(node, "known"),
        .fallback = ek_node_need(load, node, "fallback"),
    };
    ek_node_only(load, node, "id list dated values known fallback", NULL);
    refuse_strange_fallback(load, node, &fact);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "title"))
            ek_node_prose(load, n, &fact.title);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "title", &fact.title);
    if (fact.id.n && ek_pack_fact(pack, fact.id))
        ek_node_say(load, node, EK_D_pack_twice, fact.id, EK_STR("fact"));
    EK_PUSH(pack->arena, pack->facts, fact);
}

void
ek_load_facts(struct ek_load *load, const xmlNode *root)
{
    read_each(load, root, "fact", read_fact);
}

static void
read_question(struct ek_load *load, const xmlNode *node)
{
    ek_pack *pack = load->pack;
    ek_question q = {
        .id = ek_node_need(load, node, "id"),
        .to = ek_node_need(load, node, "to"),
    };
    ek_node_only(load, node, "id to", NULL);
    ek_node_choice(load, node, "to", "reviewer user provider", 0);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "text"))
            ek_node_prose(load, n, &q.text);
        else if (ek_node_is(n, "pro"))
            ek_node_prose(load, n, &q.pro);
        else if (ek_node_is(n, "contra"))
            ek_node_prose(load, n, &q.contra);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "text", &q.text);
    if (ek_str_is(q.to, "reviewer")) {
        ek_node_both(load, node, "pro", &q.pro);
        ek_node_both(load, node, "contra", &q.contra);
    }
    if (q.id.n && ek_pack_question(pack, q.id))
        ek_node_say(load, node, EK_D_pack_twice, q.id, EK_STR("question"));
    EK_PUSH(pack->arena, pack->questions, q);
}

void
ek_load_questions(struct ek_load *load, const xmlNode *root)
{
    read_each(load, root, "question", read_question);
}
