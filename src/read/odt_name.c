/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/odt.h"

#include <string.h>

static const struct tag {
    const char *space, *name;
    ek_odt_kind kind;
} tags[] = {
#define EK_ODT_TAG(space, name, kind) {space, name, EK_ODT_##kind},
#include "read/odt_tag.def"
};

/* "text" of "urn:oasis:names:tc:opendocument:xmlns:text:1.0". */
static ek_str
space_of(const xmlNode *node)
{
    ek_str mark = EK_STR("xmlns:");
    if (node->type != XML_ELEMENT_NODE || !node->ns)
        return EK_STR("");
    ek_str uri = ek_str_of((const char *)node->ns->href);
    size_t begin = ek_str_find(uri, mark, 0) + mark.n;
    return ek_str_slice(uri, begin, ek_str_find(uri, EK_STR(":"), begin));
}

bool
ek_odt_is(const xmlNode *node, const char *space, const char *name)
{
    return ek_str_is(ek_xml_name(node), name) &&
           ek_str_is(space_of(node), space);
}

ek_odt_kind
ek_odt_kind_of(const xmlNode *node)
{
    ek_str name = ek_xml_name(node);
    for (size_t i = 0; i < sizeof tags / sizeof *tags && name.n; i++)
        if (ek_str_is(name, tags[i].name) &&
            ek_str_is(space_of(node), tags[i].space))
            return tags[i].kind;
    return EK_ODT_WRAPPING;
}

bool
ek_odt_says(const xmlNode *node, const char *attribute, const char *value)
{
    return ek_str_is(ek_xml_attr(node, attribute), value);
}

const xmlNode *
ek_odt_child(const xmlNode *node, const char *space, const char *name)
{
    for (const xmlNode *n = node ? node->children : NULL; n; n = n->next)
        if (ek_odt_is(n, space, name))
            return n;
    return NULL;
}

const xmlNode *
ek_odt_next(const xmlNode *node, const xmlNode *root, bool into)
{
    if (into && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct entry {
    ek_str name;
    const void *value;
};

struct ek_odt_names {
    ek_arena *arena;
    size_t n, size; /* of the table: a power of two */
    struct entry *table;
};

ek_odt_names *
ek_odt_names_new(ek_arena *arena)
{
    enum { FIRST = 64 };
    ek_odt_names *names = ek_arena_alloc(arena, sizeof *names);
    names->arena = arena;
    names->size = FIRST;
    names->table = ek_arena_alloc(arena, FIRST * sizeof *names->table);
    return names;
}

static uint64_t
hash_of(ek_str name)
{
    uint64_t hash = 14695981039346656037U; /* FNV-1a */
    for (size_t i = 0; i < name.n; i++)
        hash = (hash ^ (unsigned char)name.p[i]) * 1099511628211U;
    return hash ^ hash >> 32;
}

static struct entry *
find_entry(const ek_odt_names *names, ek_str name)
{
    size_t at = (size_t)hash_of(name) & (names->size - 1);
    while (names->table[at].value && !ek_str_eq(names->table[at].name, name))
        at = (at + 1) & (names->size - 1);
    return &names->table[at];
}

static void
grow(ek_odt_names *names)
{
    ek_odt_names old = *names;
    names->size *= 2;
    names->table =
        ek_arena_alloc(names->arena, names->size * sizeof *names->table);
    for (size_t i = 0; i < old.size; i++)
        if (old.table[i].value)
            *find_entry(names, old.table[i].name) = old.table[i];
}

void
ek_odt_names_put(ek_odt_names *names, ek_str name, const void *value)
{
    struct entry *entry = find_entry(names, name);
    names->n += !entry->value;
    *entry = (struct entry){name, value};
    if (names->n * 2 > names->size)
        grow(names);
}

const void *
ek_odt_names_get(const ek_odt_names *names, ek_str name)
{
    return find_entry(names, name)->value;
}
