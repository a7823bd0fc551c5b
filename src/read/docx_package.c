/* SPDX-License-Identifier: Apache-2.0 */
/* Parts and their relationships (ECMA-376 part 2). A target is only ever looked
 * up among the names of the package. */
#include "config.h"

#include "read/docx.h"

#include <stdlib.h>

static ek_str
folder_of(ek_str part)
{
    return ek_str_slice(part, 0, part.n - ek_str_file_name(part).n);
}

static ek_str
decoded(ek_arena *arena, ek_str target)
{
    ek_buf out = ek_buf_on(arena);
    for (size_t i = 0; i < target.n; i++) {
        int high = -1, low = -1;
        if (target.p[i] == '%' && i + 2 < target.n) {
            high = ek_hex_digit(target.p[i + 1]);
            low = ek_hex_digit(target.p[i + 2]);
        }
        bool coded = high >= 0 && low >= 0 && (high || low);
        ek_buf_putc(&out, coded ? (char)(high << 4 | low) : target.p[i]);
        i += coded ? 2 : 0;
    }
    return ek_buf_str(&out);
}

static void
drop_step(ek_buf *path)
{
    if (path->n)
        path->n--;
    while (path->n && path->p[path->n - 1] != '/')
        path->n--;
}

/* Steps up and on the spot are walked; false when they lead out. */
static bool
resolve(ek_str *out, ek_arena *arena, ek_str folder, ek_str target)
{
    ek_buf path = ek_buf_on(arena);
    bool inside = true;
    if (!ek_str_starts(target, EK_STR("/")))
        ek_buf_add(&path, folder);
    for (size_t at = 0; at < target.n;) {
        size_t end = ek_str_find(target, EK_STR("/"), at);
        ek_str step = ek_str_slice(target, at, end);
        at = end + 1;
        if (ek_str_is(step, "..")) {
            inside = inside && path.n;
            drop_step(&path);
        } else if (step.n && !ek_str_is(step, ".")) {
            ek_buf_add(&path, step);
            if (end < target.n)
                ek_buf_putc(&path, '/');
        }
    }
    *out = ek_buf_str(&path);
    return inside;
}

static struct ek_docx_rel
rel_of(ek_arena *arena, ek_str folder, const xmlNode *node)
{
    ek_str target = ek_xml_attr(node, "Target");
    struct ek_docx_rel rel = {
        .id = ek_xml_attr(node, "Id"),
        .type = ek_str_file_name(ek_xml_attr(node, "Type")),
        .target = target,
        .external = ek_str_is(ek_xml_attr(node, "TargetMode"), "External"),
    };
    if (!rel.external)
        rel.outside =
            !resolve(&rel.target, arena, folder, decoded(arena, target));
    return rel;
}

static int
compare_rels(const void *a, const void *b)
{
    const struct ek_docx_rel *one = a, *two = b;
    return ek_str_cmp(one->id, two->id);
}

struct ek_docx_rels
ek_docx_rels_of(const struct ek_office *office, ek_str part)
{
    EK_VEC(struct ek_docx_rel) rels = {0};
    ek_str folder = folder_of(part);
    ek_str name =
        ek_arena_printf(office->arena, "%.*s_rels/%.*s.rels", EK_ARG(folder),
                        EK_ARG(ek_str_file_name(part)));
    const xmlDoc *doc = ek_office_optional(office, name);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        if (!ek_str_is(ek_xml_name(n), "Relationship"))
            continue;
        struct ek_docx_rel rel = rel_of(office->arena, folder, n);
        EK_PUSH(office->arena, rels, rel);
    }
    if (rels.n)
        qsort(rels.v, rels.n, sizeof *rels.v, compare_rels);
    return (struct ek_docx_rels){rels.v, rels.n};
}

struct ek_docx_rel *
ek_docx_rel(const struct ek_docx_rels *rels, ek_str id)
{
    struct ek_docx_rel key = {.id = id};
    return rels->n && id.n
               ? bsearch(&key, rels->v, rels->n, sizeof key, compare_rels)
               : NULL;
}

struct ek_docx_rel *
ek_docx_rel_typed(const struct ek_docx_rels *rels, const char *type, size_t *at)
{
    while (*at < rels->n) {
        struct ek_docx_rel *rel = &rels->v[(*at)++];
        if (ek_str_is(rel->type, type) && !rel->external)
            return rel;
    }
    return NULL;
}

/* By the content types, when nothing points to it. */
static ek_str
main_by_type(const struct ek_office *office)
{
    const xmlDoc *doc =
        ek_office_optional(office, EK_STR("[Content_Types].xml"));
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        ek_str type = ek_xml_attr(n, "ContentType"), name;
        if (n->type == XML_ELEMENT_NODE &&
            ek_str_ends(type, EK_STR(".main+xml")) &&
            resolve(&name, office->arena, EK_STR(""),
                    ek_xml_attr(n, "PartName")))
            return name;
    }
    return EK_STR("word/document.xml");
}

ek_str
ek_docx_main(const struct ek_office *office)
{
    size_t at = 0;
    struct ek_docx_rels rels = ek_docx_rels_of(office, EK_STR(""));
    const struct ek_docx_rel *rel =
        ek_docx_rel_typed(&rels, "officeDocument", &at);
    return rel && !rel->outside ? rel->target : main_by_type(office);
}
