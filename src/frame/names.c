/* SPDX-License-Identifier: Apache-2.0 */
/* The provider's own name. A proper noun that again and again is the subject
 * of what is done and permitted, and is no word of the lexicon, is the one who
 * offers the service; without it whole documents have no actor. */
#include "config.h"

#include "frame/draft.h"

enum {
    NAMES_MOST = 32,
    NAME_BYTES = 40,
    OFTEN = 3, /* times a name must be a subject */
};

struct name {
    ek_str text;
    unsigned times;
};

struct names {
    struct name v[NAMES_MOST];
    size_t n;
    ek_lang lang;
};

static bool
is_name_byte(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

static size_t
word_start(ek_str all, size_t end)
{
    size_t begin = end;
    while (begin && end - begin < NAME_BYTES &&
           is_name_byte((unsigned char)all.p[begin - 1]))
        begin--;
    return begin;
}

static bool
is_capitalized(const struct ek_draft *draft, size_t begin, size_t end)
{
    const ek_norm *norm = draft->segs->norm;
    ek_nspan span = {(uint32_t)begin, (uint32_t)end};
    ek_str word = ek_text_slice(norm->text, ek_map_to_text(&norm->map, span));
    return word.n > 1 && word.p[0] >= 'A' && word.p[0] <= 'Z';
}

/* Whether the lexicon knows any part of the span. */
static bool
is_known(const struct ek_draft *draft, size_t begin, size_t end)
{
    const ek_hits *hits = &draft->out->hits;
    ek_nspan span = {(uint32_t)begin, (uint32_t)end};
    uint32_t reach = NAME_BYTES * 4; /* a known word may begin before it */
    size_t i = ek_hits_from(hits, span.begin > reach ? span.begin - reach : 0);
    for (; i < hits->hits.n && hits->hits.v[i].span.begin < end; i++) {
        ek_role role = ek_vocab_role(draft, &hits->hits.v[i]);
        if ((role == EK_ROLE_ACTOR || role == EK_ROLE_OBJECT ||
             role == EK_ROLE_ACT || role == EK_ROLE_RECIPIENT) &&
            ek_nspan_touches(hits->hits.v[i].span, span))
            return true;
    }
    return false;
}

static void
count(struct names *names, ek_str text)
{
    for (size_t i = 0; i < names->n; i++)
        if (ek_str_eq(names->v[i].text, text)) {
            names->v[i].times++;
            return;
        }
    if (names->n < NAMES_MOST)
        names->v[names->n++] = (struct name){text, 1};
}

static void
count_before(struct ek_draft *draft, struct names *names, ek_str after)
{
    ek_str all = draft->segs->norm->bytes;
    for (size_t at = ek_str_find(all, after, 0); at < all.n;
         at = ek_str_find(all, after, at + after.n)) {
        size_t begin = word_start(all, at);
        bool fits = at - begin >= 2 && is_capitalized(draft, begin, at) &&
                    !is_known(draft, begin, at);
        if (fits)
            count(names, ek_str_slice(all, begin, at));
    }
}

static void
add_uses(struct ek_draft *draft, const struct names *names, ek_str name)
{
    ek_str all = draft->segs->norm->bytes;
    for (size_t at = ek_str_find(all, name, 0); at < all.n;
         at = ek_str_find(all, name, at + name.n)) {
        size_t end = at + name.n;
        bool inside = (at && is_name_byte((unsigned char)all.p[at - 1])) ||
                      (end < all.n && all.p[end] != '.' &&
                       is_name_byte((unsigned char)all.p[end]));
        ek_hit hit = {{(uint32_t)at, (uint32_t)end},
                      (uint16_t)draft->words[EK_W_PROVIDER],
                      (uint8_t)names->lang};
        if (!inside)
            EK_PUSH(draft->arena, draft->out->hits.hits, hit);
    }
}

static void
add_names(struct ek_draft *draft, struct names *names)
{
    unsigned most = 0;
    for (size_t i = 0; i < names->n; i++)
        if (names->v[i].times > most)
            most = names->v[i].times;
    for (size_t i = 0; i < names->n; i++)
        if (names->v[i].times >= OFTEN && names->v[i].times * 2 >= most)
            add_uses(draft, names, names->v[i].text);
}

void
ek_names_add(struct ek_draft *draft)
{
    static const char *const verbs[] = {
#define EK_NAME_VERB(text) text,
#include "frame/names.def"
    };
    static const char *const topics[] = {
#define EK_NAME_TOPIC(text) text,
#include "frame/names.def"
    };
    struct names english = {.lang = EK_LANG_EN},
                 japanese = {.lang = EK_LANG_JA};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (draft->segs->has_en)
            count_before(draft, &english, ek_str_of(verbs[i]));
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (draft->segs->has_ja)
            count_before(draft, &japanese, ek_str_of(topics[i]));
    add_names(draft, &english);
    add_names(draft, &japanese);
    ek_hits_sort(&draft->out->hits);
}
