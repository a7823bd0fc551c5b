/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/load.h"

static const char polarities[] = "permit forbid neutral may-not";
static const char part_kinds[] =
    "main coordinate exception condition case proviso";
static const char scopes[] = "own part sentence heading document";

static uint32_t
read_actors(struct ek_load *load, const xmlNode *node)
{
    uint32_t bits = 0;
    ek_str bad = EK_STR("");
    ek_str words = ek_node_attr(node, "actor");
    if (!ek_qualifier_bits(EK_Q_actor, words, &bits, &bad))
        ek_node_say(load, node, EK_D_pack_value, bad, EK_STR("actor"));
    return bits;
}

static void
read_act(struct ek_load *load, const xmlNode *node, ek_rule *rule)
{
    ek_node_only(load, node,
                 "any polarity actor object weak to own verb conditional",
                 NULL);
    ek_node_need(load, node, "any");
    struct ek_act_cond act = {
        .any = ek_node_concepts(load, node, "any"),
        .polarities = ek_node_choices(load, node, "polarity", polarities),
        .actors = read_actors(load, node),
        .object = ek_node_concepts(load, node, "object"),
        .weak = ek_node_concepts(load, node, "weak"),
        .to = ek_node_concepts(load, node, "to"),
        .own = ek_node_yes(load, node, "own"),
        .verb = ek_node_yes(load, node, "verb"),
        .conditional = ek_node_yes(load, node, "conditional"),
    };
    if (!act.polarities)
        act.polarities = (UINT32_C(1) << EK_POLARITIES) - 1;
    EK_PUSH(load->pack->arena, rule->acts, act);
}

static void
read_has(struct ek_load *load, const xmlNode *node, ek_rule *rule, bool lacks)
{
    ek_node_only(load, node, lacks ? "any in" : "any weak in", NULL);
    struct ek_has_cond has = {
        .any = ek_node_concepts(load, node, "any"),
        .weak = ek_node_concepts(load, node, "weak"),
        .scope = (ek_scope)ek_node_choice(load, node, "in", scopes, EK_IN_PART),
        .lacks = lacks,
    };
    if (lacks || !ek_node_attr(node, "weak").n)
        ek_node_need(load, node, "any");
    EK_PUSH(load->pack->arena, rule->words, has);
}

static void
read_part(struct ek_load *load, const xmlNode *node, ek_rule *rule)
{
    ek_node_only(load, node, "kind of actor title", NULL);
    if (!ek_node_attr(node, "of").n && !ek_node_attr(node, "actor").n &&
        !ek_node_attr(node, "title").n)
        ek_node_need(load, node, "kind");
    rule->subjects |= read_actors(load, node);
    rule->titles |= ek_node_yes(load, node, "title");
    rule->parts |= ek_node_choices(load, node, "kind", part_kinds);
    rule->main_polarities |= ek_node_choices(load, node, "of", polarities);
}

static void
read_condition(struct ek_load *load, const xmlNode *node, ek_rule *rule)
{
    if (ek_node_is(node, "act"))
        read_act(load, node, rule);
    else if (ek_node_is(node, "has"))
        read_has(load, node, rule, false);
    else if (ek_node_is(node, "lacks"))
        read_has(load, node, rule, true);
    else if (ek_node_is(node, "part"))
        read_part(load, node, rule);
    else if (ek_node_is(node, "set"))
        ek_node_only(load, node, "", &rule->set);
    else
        ek_node_stray(load, node);
    if (ek_node_first(load, node))
        ek_node_stray(load, ek_node_first(load, node));
}

static void
refuse_second_rule(struct ek_load *load, const xmlNode *node, ek_str id)
{
    for (size_t i = 0; id.n && i < load->pack->rules.n; i++) {
        if (ek_str_eq(load->pack->rules.v[i].id, id))
            ek_node_say(load, node, EK_D_pack_twice, id, EK_STR("rule"));
    }
}

static void
read_rule(struct ek_load *load, const xmlNode *node, uint32_t clause)
{
    ek_rule rule = {
        .id = ek_node_need(load, node, "id"),
        .clause = clause,
        .clue = ek_node_choice(load, node, "tier", "finding clue", 0) == 1,
        .file = load->file,
        .line = ek_xml_line(node),
    };
    ek_node_only(load, node, "id tier", NULL);
    refuse_second_rule(load, node, rule.id);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n))
        read_condition(load, n, &rule);
    if (!rule.acts.n && !rule.words.n)
        ek_node_say(load, node, EK_D_pack_child, rule.id, EK_STR("act"));
    EK_PUSH(load->pack->arena, load->pack->rules, rule);
}

static void
read_example(struct ek_load *load, const xmlNode *node, ek_clause *clause)
{
    struct ek_example e = {
        .lang = ek_node_lang(load, node),
        .text = ek_str_trim(ek_node_text(load, node)),
        .file = load->file,
        .line = ek_xml_line(node),
    };
    ek_node_need(load, node, "expect");
    e.expect =
        ek_node_choice(load, node, "expect", "yes no known", EK_EXPECT_YES);
    ek_node_only(load, node, "lang expect", &e.quals);
    if (!e.text.n)
        ek_node_say(load, node, EK_D_pack_child, EK_STR("example"),
                    EK_STR("text"));
    EK_PUSH(load->pack->arena, clause->examples, e);
}

static ek_clause
read_clause_head(struct ek_load *load, const xmlNode *root)
{
    ek_node_only(load, root, "id group protects provisions", NULL);
    ek_clause clause = {
        .id = ek_node_need(load, root, "id"),
        .protects = ek_node_need(load, root, "protects"),
        .provisions = ek_node_attr(root, "provisions"),
        .file = load->file,
    };
    ek_str group = ek_node_need(load, root, "group");
    unsigned i = ek_node_choice(load, root, "group", "A B C D E X", 0);
    clause.group = "ABCDEX"[i];
    if (!group.n)
        clause.group = 'X';
    ek_node_choice(load, root, "protects", "user provider neutral", 0);
    if (clause.id.n && ek_pack_clause(load->pack, clause.id) != UINT32_MAX)
        ek_node_say(load, root, EK_D_pack_twice, clause.id, EK_STR("clause"));
    return clause;
}

void
ek_load_clause(struct ek_load *load, const xmlNode *root)
{
    ek_clause clause = read_clause_head(load, root);
    uint32_t index = (uint32_t)load->pack->clauses.n;
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "title"))
            ek_node_prose(load, n, &clause.title);
        else if (ek_node_is(n, "about"))
            ek_node_prose(load, n, &clause.about);
        else if (ek_node_is(n, "rule"))
            read_rule(load, n, index);
        else if (ek_node_is(n, "example"))
            read_example(load, n, &clause);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, root, "title", &clause.title);
    ek_node_both(load, root, "about", &clause.about);
    EK_PUSH(load->pack->arena, load->pack->clauses, clause);
}
