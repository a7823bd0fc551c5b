/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/node.h"

#include "pattern/banned.h"

void
ek_node_say(const struct ek_load *load, const xmlNode *node, ek_diag_code code,
            ek_str arg1, ek_str arg2)
{
    ek_diag_say(load->diag, code, load->file, ek_xml_line(node), arg1, arg2);
}

bool
ek_node_is(const xmlNode *node, const char *name)
{
    return ek_str_is(ek_xml_name(node), name);
}

void
ek_node_stray(const struct ek_load *load, const xmlNode *node)
{
    ek_node_say(load, node, EK_D_pack_element, ek_xml_name(node),
                ek_xml_name(node->parent));
}

static bool
is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

static const xmlNode *
element_at_or_after(const struct ek_load *load, const xmlNode *node)
{
    for (; node && node->type != XML_ELEMENT_NODE; node = node->next) {
        if (is_text(node) &&
            ek_str_trim(ek_str_of((const char *)node->content)).n)
            ek_node_say(load, node->parent, EK_D_pack_element, EK_STR("text"),
                        ek_xml_name(node->parent));
    }
    return node;
}

const xmlNode *
ek_node_first(const struct ek_load *load, const xmlNode *parent)
{
    return element_at_or_after(load, parent->children);
}

const xmlNode *
ek_node_next(const struct ek_load *load, const xmlNode *node)
{
    return element_at_or_after(load, node->next);
}

static unsigned
position_of(ek_str word, ek_str words)
{
    unsigned i = 0;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words), i++) {
        if (ek_str_eq(w, word))
            return i;
    }
    return UINT32_MAX;
}

static void
take_qualifier(const struct ek_load *load, const xmlNode *node, ek_str name,
               ek_str words, ek_quals *quals)
{
    ek_str bad = words;
    ek_qualifier q = ek_qualifier_of(name);
    if (q == EK_QUALIFIERS)
        ek_node_say(load, node, EK_D_pack_unknown, name, EK_STR("qualifier"));
    else if (!ek_qualifier_bits(q, words, &quals->bits[q], &bad) ||
             !quals->bits[q])
        ek_node_say(load, node, EK_D_pack_value, bad, name);
}

void
ek_node_only(const struct ek_load *load, const xmlNode *node, const char *names,
             ek_quals *quals)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        ek_str name = ek_str_of((const char *)a->name);
        if (position_of(name, ek_str_of(names)) != UINT32_MAX)
            continue;
        if (quals && ek_qualifier_of(name) != EK_QUALIFIERS)
            take_qualifier(load, node, name, ek_xml_attr(node, name.p), quals);
        else
            ek_node_say(load, node, EK_D_pack_unknown, name,
                        EK_STR("attribute"));
    }
}

ek_str
ek_node_attr(const xmlNode *node, const char *attribute)
{
    ek_str value = ek_xml_attr(node, attribute);
    return value.p ? value : EK_STR("");
}

ek_str
ek_node_need(const struct ek_load *load, const xmlNode *node,
             const char *attribute)
{
    ek_str value = ek_xml_attr(node, attribute);
    if (value.p && ek_str_trim(value).n)
        return value;
    ek_node_say(load, node, EK_D_pack_attribute, ek_xml_name(node),
                ek_str_of(attribute));
    return EK_STR("");
}

unsigned
ek_node_choice(const struct ek_load *load, const xmlNode *node,
               const char *attribute, const char *words, unsigned fallback)
{
    ek_str value = ek_xml_attr(node, attribute);
    if (!value.p)
        return fallback;
    unsigned i = position_of(value, ek_str_of(words));
    if (i != UINT32_MAX)
        return i;
    ek_node_say(load, node, EK_D_pack_value, value, ek_str_of(attribute));
    return fallback;
}

uint32_t
ek_node_choices(const struct ek_load *load, const xmlNode *node,
                const char *attribute, const char *words)
{
    uint32_t bits = 0;
    ek_str rest = ek_node_attr(node, attribute);
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        unsigned i = position_of(w, ek_str_of(words));
        if (i == UINT32_MAX)
            ek_node_say(load, node, EK_D_pack_value, w, ek_str_of(attribute));
        else
            bits |= UINT32_C(1) << i;
    }
    return bits;
}

bool
ek_node_yes(const struct ek_load *load, const xmlNode *node,
            const char *attribute)
{
    return ek_node_choice(load, node, attribute, "no yes", 0) == 1;
}

ek_lang
ek_node_lang(const struct ek_load *load, const xmlNode *node)
{
    ek_str word = ek_node_need(load, node, "lang");
    ek_lang lang = ek_lang_of(word);
    if (lang == EK_LANG_JA || lang == EK_LANG_EN)
        return lang;
    if (word.n)
        ek_node_say(load, node, EK_D_pack_value, word, EK_STR("lang"));
    return EK_LANG_NONE;
}

static bool
add_concepts_like(ek_bits *set, const ek_pack *pack, ek_str prefix)
{
    bool any = false;
    for (unsigned i = 0; i < pack->concepts.n; i++) {
        if (ek_str_starts(pack->concepts.v[i].id, prefix)) {
            ek_bits_set(set, i);
            any = true;
        }
    }
    return any;
}

static bool
add_concept(ek_bits *set, const ek_pack *pack, ek_str id)
{
    if (ek_str_ends(id, EK_STR("*")))
        return add_concepts_like(set, pack, ek_str_slice(id, 0, id.n - 1));
    uint32_t i = ek_pack_concept(pack, id);
    if (i != UINT32_MAX)
        ek_bits_set(set, i);
    return i != UINT32_MAX;
}

ek_bits
ek_node_concepts(const struct ek_load *load, const xmlNode *node,
                 const char *attribute)
{
    ek_bits set = {{0}};
    ek_str rest = ek_node_attr(node, attribute);
    for (ek_str id = ek_str_word(&rest); id.n; id = ek_str_word(&rest)) {
        if (!add_concept(&set, load->pack, id))
            ek_node_say(load, node, EK_D_pack_unknown, id, EK_STR("concept"));
    }
    return set;
}

void
ek_node_quals(const struct ek_load *load, const xmlNode *node,
              const char *attribute, ek_quals *quals)
{
    ek_str rest = ek_node_attr(node, attribute);
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest)) {
        size_t equals = ek_str_find(w, EK_STR("="), 0);
        take_qualifier(load, node, ek_str_slice(w, 0, equals),
                       ek_str_slice(w, equals + 1, w.n), quals);
    }
}

static void
keep_line_breaks(ek_buf *buf, ek_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n')
            ek_buf_putc(buf, '\n');
    }
}

ek_str
ek_node_text(const struct ek_load *load, const xmlNode *node)
{
    const xmlNode *child = node->children;
    if (child && !child->next && is_text(child))
        return ek_str_of((const char *)child->content);
    ek_buf buf = ek_buf_on(load->pack->arena);
    for (; child; child = child->next) {
        if (is_text(child))
            ek_buf_puts(&buf, (const char *)child->content);
        else if (child->type == XML_COMMENT_NODE)
            keep_line_breaks(&buf, ek_str_of((const char *)child->content));
        else
            ek_node_stray(load, child);
    }
    return ek_buf_str(&buf);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t
blanks_at(ek_str s, size_t i, bool *broken)
{
    size_t n = 0;
    *broken = false;
    for (; i + n < s.n && is_blank(s.p[i + n]); n++)
        *broken = *broken || s.p[i + n] == '\n';
    return n;
}

static ek_str
on_one_line(ek_arena *arena, ek_str s, bool spaced)
{
    bool broken;
    ek_buf buf = ek_buf_on(arena);
    s = ek_str_trim(s);
    for (size_t i = 0, begin = 0; i <= s.n; i++) {
        size_t n = blanks_at(s, i, &broken);
        if (!n && i < s.n)
            continue;
        ek_buf_add(&buf, ek_str_slice(s, begin, i));
        if (n && (spaced || !broken))
            ek_buf_putc(&buf, ' ');
        begin = i + n;
        i += n;
    }
    return ek_buf_str(&buf);
}

void
ek_node_label(const struct ek_load *load, const xmlNode *node, ek_label *label)
{
    ek_node_only(load, node, "lang", NULL);
    ek_lang lang = ek_node_lang(load, node);
    if (lang == EK_LANG_NONE)
        return;
    ek_str *slot = lang == EK_LANG_JA ? &label->ja : &label->en;
    if (slot->n)
        ek_node_say(load, node, EK_D_pack_twice, ek_str_of(ek_lang_word(lang)),
                    ek_xml_name(node));
    *slot = on_one_line(load->pack->arena, ek_node_text(load, node),
                        lang == EK_LANG_EN);
}

void
ek_node_prose(const struct ek_load *load, const xmlNode *node, ek_label *label)
{
    ek_label fresh = {{0}, {0}};
    ek_node_label(load, node, &fresh);
    ek_str banned = ek_banned_in(fresh.ja);
    if (!banned.n)
        banned = ek_banned_in(fresh.en);
    if (banned.n)
        ek_node_say(load, node, EK_D_pack_banned, banned, EK_STR(""));
    if ((fresh.ja.n && label->ja.n) || (fresh.en.n && label->en.n))
        ek_node_say(load, node, EK_D_pack_twice, ek_node_attr(node, "lang"),
                    ek_xml_name(node));
    label->ja = fresh.ja.n ? fresh.ja : label->ja;
    label->en = fresh.en.n ? fresh.en : label->en;
}

void
ek_node_both(const struct ek_load *load, const xmlNode *node, const char *name,
             const ek_label *label)
{
    ek_arena *arena = load->pack->arena;
    if (!label->ja.n)
        ek_node_say(load, node, EK_D_pack_child, ek_xml_name(node),
                    ek_arena_printf(arena, "%s lang=ja", name));
    if (!label->en.n)
        ek_node_say(load, node, EK_D_pack_child, ek_xml_name(node),
                    ek_arena_printf(arena, "%s lang=en", name));
}
