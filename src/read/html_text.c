/* SPDX-License-Identifier: Apache-2.0 */
/* The texts of a page, as a browser shows them: with the entities and codes
 * that libxml2 leaves, and the marks of footnotes raised, so that they are no
 * part of the word before them. */
#include "config.h"

#include "read/html.h"

#include <string.h>

#include "text/cp.h"

static const struct entity {
    const char *name, *characters;
} entities[] = {
#define EK_HTML_ENTITY(name, characters) {name, characters},
#include "read/html_entity.def"
};

static const struct entity bare_entities[] = {
#define EK_HTML_BARE(name, characters) {name, characters},
#include "read/html_entity.def"
};

#define EK_HTML_C1(characters) static const char of_c1[] = characters;
#include "read/html_entity.def"

#define EK_HTML_RAISED(digits) static const char raised[] = digits;
#include "read/html_entity.def"

enum {
    LONGEST_ENTITY = 24, /* bytes */
    LONGEST_MARK = 8,
    FIRST_C1 = 0x80,
    LAST_C1 = 0x9F,
};

static ek_str
character(const char *characters, uint32_t index)
{
    ek_str s = ek_str_of(characters);
    size_t n = 0, at = 0;
    for (; at < s.n; at += n) {
        ek_cp_at(s, at, &n);
        if (!index--)
            break;
    }
    return ek_str_slice(s, at, at + n);
}

static size_t
bare_entity(ek_str rest, ek_str *characters)
{
    for (size_t i = 0; i < sizeof bare_entities / sizeof *bare_entities; i++)
        if (ek_str_starts(rest, ek_str_of(bare_entities[i].name))) {
            *characters = ek_str_of(bare_entities[i].characters);
            return strlen(bare_entities[i].name) + 1;
        }
    return 0;
}

/* Bytes of the entity at an offset, 0 for what is none. */
static size_t
entity_at(ek_str s, size_t at, ek_str *characters)
{
    ek_str rest = ek_str_slice(s, at + 1, at + 1 + LONGEST_ENTITY);
    ek_str name = ek_str_slice(rest, 0, ek_str_find(rest, EK_STR(";"), 0));
    if (name.n == rest.n)
        return bare_entity(rest, characters);
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (ek_str_is(name, entities[i].name)) {
            *characters = ek_str_of(entities[i].characters);
            return name.n + 2;
        }
    return bare_entity(rest, characters);
}

static size_t
repaired_at(ek_str s, size_t at, ek_str *characters)
{
    size_t n;
    if (s.p[at] == '&')
        return entity_at(s, at, characters);
    if ((unsigned char)s.p[at] != 0xC2)
        return 0;
    uint32_t cp = ek_cp_at(s, at, &n);
    if (cp < FIRST_C1 || cp > LAST_C1)
        return 0;
    *characters = character(of_c1, cp - FIRST_C1);
    return n;
}

static ek_str
repaired(ek_arena *arena, ek_str s)
{
    if (!memchr(s.p, '&', s.n) && !memchr(s.p, 0xC2, s.n))
        return s;
    ek_buf out = ek_buf_on(arena);
    size_t begin = 0, n;
    for (size_t at = 0; at < s.n; at += n ? n : 1) {
        ek_str characters = {"", 0};
        n = repaired_at(s, at, &characters);
        if (!n)
            continue;
        ek_buf_add(&out, ek_str_slice(s, begin, at));
        ek_buf_add(&out, characters);
        begin = at + n;
    }
    ek_buf_add(&out, ek_str_slice(s, begin, s.n));
    return ek_buf_str(&out);
}

/* libxml2 knows the line where the first part of a text ends: the text begins
 * there or up to its own line breaks before. */
void
ek_html_write(struct ek_light *w, const xmlNode *text)
{
    ek_str words = ek_str_of((const char *)text->content);
    uint32_t end = ek_xml_line(text), breaks = 0;
    for (size_t i = 0; i < words.n; i++)
        breaks += words.p[i] == '\n';
    uint32_t first = end > breaks ? end - breaks : 1;
    if (end && (w->line < first || w->line > end))
        w->line = first;
    uint32_t after = w->line + breaks;
    ek_light_write(w, repaired(w->out.arena, words));
    w->line = after;
}

static ek_str
bare_mark(ek_str words)
{
    bool bracketed =
        words.n > 2 && ((words.p[0] == '[' && words.p[words.n - 1] == ']') ||
                        (words.p[0] == '(' && words.p[words.n - 1] == ')'));
    return bracketed ? ek_str_slice(words, 1, words.n - 1) : words;
}

bool
ek_html_write_raised(struct ek_light *w, const xmlNode *element)
{
    const struct ek_html_weight *weight = ek_html_weight_of(element);
    if (!ek_str_is(ek_xml_name(element), "sup") || !w->open ||
        weight->end.bytes - weight->begin.bytes > LONGEST_MARK)
        return false;
    ek_str mark = bare_mark(ek_html_words(w->out.arena, element));
    ek_buf out = ek_buf_on(w->out.arena);
    for (size_t i = 0; i < mark.n; i++) {
        if (mark.p[i] < '0' || mark.p[i] > '9')
            return false;
        ek_buf_add(&out, character(raised, (uint32_t)(mark.p[i] - '0')));
    }
    ek_light_write(w, ek_buf_str(&out));
    return out.n > 0;
}
