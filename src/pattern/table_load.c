/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/table_load.h"

#include "pattern/node.h"
#include "pattern/table_when.h"

static ek_str
one_of(const struct ek_load *load, const xmlNode *node, const char *attribute,
       const char *words)
{
    ek_str value = ek_node_attr(node, attribute);
    if (value.n && !ek_words_have(ek_str_of(words), value)) {
        ek_node_say(load, node, EK_D_pack_value, value, ek_str_of(attribute));
        return EK_STR("");
    }
    return value;
}

static void
read_turn(const struct ek_load *load, const xmlNode *node, ek_row *row)
{
    ek_node_only(load, node, "from into level", NULL);
    ek_node_choices(load, node, "from", EK_CONTRIBUTIONS);
    ek_node_need(load, node, "into");
    struct ek_turn turn = {
        .from = ek_node_need(load, node, "from"),
        .into = one_of(load, node, "into", EK_CONTRIBUTIONS),
        .level = one_of(load, node, "level", EK_LEVELS),
    };
    EK_PUSH(load->pack->arena, row->turns, turn);
}

static void
read_part(const struct ek_load *load, const struct ek_table *table,
          const xmlNode *node, ek_row *row)
{
    if (ek_node_is(node, "when"))
        ek_when_read(load, table->kind, node, row);
    else if (ek_node_is(node, "label"))
        ek_node_prose(load, node, &row->label);
    else if (ek_node_is(node, "reason"))
        ek_node_prose(load, node, &row->reason);
    else if (ek_node_is(node, "turn") && row->modifier)
        read_turn(load, node, row);
    else
        ek_node_stray(load, node);
}

static bool
is_known_row(const ek_pack *pack, ek_str id)
{
    for (size_t i = 0; i < pack->tables.n; i++)
        if (pack->tables.v[i].kind != EK_TABLE_WORDS &&
            ek_table_row(&pack->tables.v[i], id))
            return true;
    return false;
}

static void
keep_row(const struct ek_load *load, struct ek_table *table,
         const xmlNode *node, const ek_row *row)
{
    bool twice =
        ek_table_row(table, row->id) ||
        (table->kind != EK_TABLE_WORDS && is_known_row(load->pack, row->id));
    if (row->id.n && twice)
        ek_node_say(load, node, EK_D_pack_twice, row->id, EK_STR("row"));
    EK_PUSH(load->pack->arena, table->rows, *row);
}

static ek_row
start_row(const struct ek_load *load, const struct ek_table *table,
          const xmlNode *node)
{
    bool modifier = ek_node_is(node, "modify");
    ek_row row = {
        .id = ek_node_need(load, node, "id"),
        .modifier = modifier,
        .certainty = one_of(load, node, "certainty", EK_CERTAINTIES),
        .provisions = ek_node_attr(node, "provisions"),
        .asks = ek_node_attr(node, "asks"),
        .level = one_of(load, node, "level", EK_LEVELS),
        .line = ek_xml_line(node),
    };
    if (table->kind == EK_TABLE_ITEM) {
        row.gives = ek_node_need(load, node, "status");
        row.silence = ek_node_yes(load, node, "silence") ||
                      ek_str_is(row.gives, "not-addressed");
    } else if (table->kind == EK_TABLE_FINDING && !modifier) {
        ek_node_need(load, node, "gives");
        row.gives = one_of(load, node, "gives", EK_CONTRIBUTIONS);
    }
    return row;
}

static void
read_row(const struct ek_load *load, struct ek_table *table,
         const xmlNode *node)
{
    static const char *const attributes[] = {
        "id gives level certainty provisions asks",
        "id status certainty provisions asks silence",
        "id",
        "id",
    };
    ek_row row = start_row(load, table, node);
    ek_node_only(load, node,
                 row.modifier ? "id provisions asks" : attributes[table->kind],
                 NULL);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n))
        read_part(load, table, n, &row);
    if (table->kind == EK_TABLE_WORDS)
        ek_node_both(load, node, "label", &row.label);
    else if (!row.modifier || row.reason.ja.n || row.reason.en.n)
        ek_node_both(load, node, "reason", &row.reason);
    if (row.label.ja.n || row.label.en.n)
        ek_node_both(load, node, "label", &row.label);
    if (table->kind != EK_TABLE_WORDS && table->kind != EK_TABLE_OVERLAY &&
        !row.modifier) {
        ek_node_need(load, node, "certainty");
        ek_node_need(load, node, "provisions");
    }
    keep_row(load, table, node, &row);
}

static struct ek_table
start_table(const struct ek_load *load, const xmlNode *node)
{
    return (struct ek_table){
        .id = ek_node_need(load, node, "id"),
        .kind = (ek_table_kind)ek_node_choice(load, node, "of", EK_TABLE_KINDS,
                                              EK_TABLE_FINDING),
        .clauses = ek_node_attr(node, "clauses"),
        .base = ek_node_attr(node, "base"),
        .evidence = ek_node_attr(node, "evidence"),
        .asks = ek_node_attr(node, "asks"),
        .part_of = ek_node_attr(node, "part-of"),
        .hidden = ek_node_yes(load, node, "hidden"),
        .yields = ek_node_attr(node, "yields-to"),
        .each = ek_node_yes(load, node, "each-function"),
        .file = load->file,
        .line = ek_xml_line(node),
    };
}

static void
read_table_part(const struct ek_load *load, struct ek_table *table,
                const xmlNode *node)
{
    bool modify = table->kind == EK_TABLE_FINDING && ek_node_is(node, "modify");
    if (ek_node_is(node, "title"))
        ek_node_prose(load, node, &table->title);
    else if (ek_node_is(node, "row") || modify)
        read_row(load, table, node);
    else
        ek_node_stray(load, node);
}

static void
read_table(const struct ek_load *load, const xmlNode *node)
{
    static const char *const attributes[] = {
        "id of clauses base",
        "id of evidence asks hidden part-of each-function yields-to",
        "id of",
        "id of",
    };
    ek_pack *pack = load->pack;
    ek_node_need(load, node, "of");
    struct ek_table table = start_table(load, node);
    ek_node_only(load, node, attributes[table.kind], NULL);
    if (table.kind == EK_TABLE_FINDING)
        ek_node_need(load, node, "clauses");
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n))
        read_table_part(load, &table, n);
    ek_node_both(load, node, "title", &table.title);
    if (table.id.n && ek_pack_table(pack, table.id))
        ek_node_say(load, node, EK_D_pack_twice, table.id, EK_STR("table"));
    EK_PUSH(pack->arena, pack->tables, table);
}

static void
read_tables(const struct ek_load *load, const xmlNode *root)
{
    if (!ek_node_is(root, "tables")) {
        ek_node_stray(load, root);
        return;
    }
    ek_node_only(load, root, "", NULL);
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "table"))
            read_table(load, n);
        else
            ek_node_stray(load, n);
    }
}

ek_status
ek_tables_load(ek_pack *pack, ek_str path, ek_diag *diag)
{
    xmlDoc *doc;
    size_t said = diag->lines.n;
    struct ek_load load = {.pack = pack, .diag = diag};
    load.file = ek_arena_copy(pack->arena, path);
    ek_status status = ek_xml_file(&doc, pack->arena, load.file, diag);
    if (status != EK_OK)
        return status;
    read_tables(&load, xmlDocGetRootElement(doc));
    return diag->lines.n > said ? EK_EFORMAT : EK_OK;
}
