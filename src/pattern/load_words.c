/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "pattern/load.h"

#include <string.h>

#include "pattern/inflect.h"

/* One element of patterns: what all its lines have in common. */
struct block {
    uint32_t concept_index;
    ek_lang lang;
    unsigned letters; /* EK_CASE_... */
    ek_str (*inflect)(ek_arena *, ek_str);
};

static void
index_concept(ek_pack *pack, uint32_t added)
{
    ek_str id = pack->concepts.v[added].id;
    EK_PUSH(pack->arena, pack->concepts_by_id, added);
    size_t i = pack->concepts_by_id.n - 1;
    for (; i > 0; i--) {
        uint32_t before = pack->concepts_by_id.v[i - 1];
        if (ek_str_cmp(pack->concepts.v[before].id, id) <= 0)
            break;
        pack->concepts_by_id.v[i] = before;
    }
    pack->concepts_by_id.v[i] = added;
}

static void
add_concept(struct ek_load *load, const xmlNode *node, ek_concept *c)
{
    ek_pack *pack = load->pack;
    if (!c->id.n)
        return;
    if (ek_pack_concept(pack, c->id) != UINT32_MAX) {
        ek_node_say(load, node, EK_D_pack_twice, c->id, EK_STR("concept"));
    } else if (pack->concepts.n == EK_BITS) {
        ek_node_say(load, node, EK_D_pack_many, EK_STR("concepts"),
                    ek_arena_printf(pack->arena, "%d", EK_BITS));
    } else {
        EK_PUSH(pack->arena, pack->concepts, *c);
        index_concept(pack, (uint32_t)pack->concepts.n - 1);
    }
}

static void
read_concept(struct ek_load *load, const xmlNode *node)
{
    ek_concept c = {.id = ek_node_need(load, node, "id")};
    c.role = ek_str_slice(c.id, 0, ek_str_find(c.id, EK_STR("."), 0));
    if (c.id.n && (!c.role.n || c.role.n + 1 >= c.id.n))
        ek_node_say(load, node, EK_D_pack_value, c.id, EK_STR("id"));
    ek_node_only(load, node, "id is", NULL);
    ek_node_quals(load, node, "is", &c.value);
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "about"))
            ek_node_label(load, n, &c.about);
        else
            ek_node_stray(load, n);
    }
    ek_node_both(load, node, "about", &c.about);
    add_concept(load, node, &c);
}

void
ek_load_concepts(struct ek_load *load, const xmlNode *root)
{
    ek_node_only(load, root, "", NULL);
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "concept"))
            read_concept(load, n);
        else
            ek_node_stray(load, n);
    }
}

/* Length of the escape at i, such as \S or \p{Lu}. */
static size_t
escape_length(ek_str line, size_t i)
{
    bool property = i + 2 < line.n && line.p[i + 2] == '{';
    size_t end = property ? ek_str_find(line, EK_STR("}"), i) + 1 : i + 2;
    return end < line.n ? end - i : line.n - i;
}

/* Normalized text has no capital letters: literal ones are folded, those of
 * escapes are kept. */
static ek_str
in_lower_case(ek_arena *arena, ek_str line)
{
    char *p = ek_arena_alloc(arena, line.n);
    memcpy(p, line.p, line.n);
    for (size_t i = 0; i < line.n;
         i += p[i] == '\\' ? escape_length(line, i) : 1) {
        if (p[i] >= 'A' && p[i] <= 'Z')
            p[i] = (char)(p[i] - 'A' + 'a');
    }
    return (ek_str){p, line.n};
}

static bool
has_capital(ek_str line)
{
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] >= 'A' && line.p[i] <= 'Z')
            return true;
    }
    return false;
}

static ek_str
with_boundaries(ek_arena *arena, ek_str body)
{
    size_t begin = sizeof EK_PACK_BEGIN - 1, end = sizeof EK_PACK_END - 1;
    char *p = ek_arena_alloc(arena, begin + body.n + end);
    memcpy(p, EK_PACK_BEGIN, begin);
    memcpy(p + begin, body.p, body.n);
    memcpy(p + begin + body.n, EK_PACK_END, end);
    return (ek_str){p, begin + body.n + end};
}

static void
add_line(struct ek_load *load, const struct block *block, ek_str line,
         uint32_t number)
{
    ek_arena *arena = load->pack->arena;
    ek_pattern p = {.concept_index = block->concept_index,
                    .lang = block->lang,
                    .letters = block->letters,
                    .bounded = block->lang == EK_LANG_EN,
                    .file = load->file,
                    .line = number};
    if (has_capital(line))
        line = in_lower_case(arena, line);
    ek_str body = block->inflect ? block->inflect(arena, line) : line;
    if (!body.n) {
        ek_diag_say(load->diag, EK_D_pattern_inflect, load->file, number, line,
                    EK_STR(""));
        return;
    }
    p.source = p.bounded ? with_boundaries(arena, body) : body;
    size_t begin = p.bounded ? sizeof EK_PACK_BEGIN - 1 : 0;
    p.body = ek_str_slice(p.source, begin, begin + body.n);
    EK_PUSH(arena, load->pack->patterns, p);
}

static void
read_lines(struct ek_load *load, const xmlNode *node, const struct block *block)
{
    ek_str text = ek_node_text(load, node);
    uint32_t number = ek_xml_line(node);
    for (size_t begin = 0; begin < text.n; number++) {
        size_t end = ek_str_find(text, EK_STR("\n"), begin);
        ek_str line = ek_str_trim(ek_str_slice(text, begin, end));
        if (line.n && !ek_str_starts(line, EK_STR(";;")))
            add_line(load, block, line, number);
        begin = end + 1;
    }
}

static void
read_word_example(struct ek_load *load, const xmlNode *node,
                  const struct block *block)
{
    ek_node_only(load, node, "hit", NULL);
    struct ek_word_example e = {
        .concept_index = block->concept_index,
        .lang = block->lang,
        .text = ek_str_trim(ek_node_text(load, node)),
        .hit = ek_node_choice(load, node, "hit", "no yes", 1) == 1,
        .file = load->file,
        .line = ek_xml_line(node),
    };
    EK_PUSH(load->pack->arena, load->pack->word_examples, e);
}

static void
read_block(struct ek_load *load, const xmlNode *node, struct block block)
{
    bool english = block.lang == EK_LANG_EN;
    if (ek_node_is(node, "any")) {
        ek_node_only(load, node, "case", NULL);
        block.letters =
            ek_node_choice(load, node, "case", "any upper lower", EK_CASE_ANY);
        read_lines(load, node, &block);
    } else if (ek_node_is(node, "verbs") && english) {
        ek_node_only(load, node, "", NULL);
        block.inflect = ek_inflect_verb;
        read_lines(load, node, &block);
    } else if (ek_node_is(node, "nouns") && english) {
        ek_node_only(load, node, "", NULL);
        block.inflect = ek_inflect_noun;
        read_lines(load, node, &block);
    } else if (ek_node_is(node, "example")) {
        read_word_example(load, node, &block);
    } else {
        ek_node_stray(load, node);
    }
}

static void
read_words_of_concept(struct ek_load *load, const xmlNode *node, ek_lang lang)
{
    ek_node_only(load, node, "id", NULL);
    ek_str id = ek_node_need(load, node, "id");
    uint32_t i = ek_pack_concept(load->pack, id);
    if (i == UINT32_MAX) {
        if (id.n)
            ek_node_say(load, node, EK_D_pack_unknown, id, EK_STR("concept"));
        return;
    }
    struct block block = {.concept_index = i, .lang = lang};
    for (const xmlNode *n = ek_node_first(load, node); n;
         n = ek_node_next(load, n))
        read_block(load, n, block);
}

void
ek_load_words(struct ek_load *load, const xmlNode *root)
{
    ek_node_only(load, root, "lang", NULL);
    ek_lang lang = ek_node_lang(load, root);
    for (const xmlNode *n = ek_node_first(load, root); n;
         n = ek_node_next(load, n)) {
        if (ek_node_is(n, "concept"))
            read_words_of_concept(load, n, lang);
        else
            ek_node_stray(load, n);
    }
}
