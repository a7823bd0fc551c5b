/* SPDX-License-Identifier: Apache-2.0 */
/* Defined terms: a quoted term takes the concept of its definition's head, for
 * this document, and every use of it becomes a hit. English definitions begin
 * with their head ("X" means data that ...), Japanese ones end with it. A bare
 * head (data, 情報) that the customer stores or sends is stored data. */
#include "config.h"

#include "frame/draft.h"

enum {
    REACH = 220,     /* bytes of a definition that are looked at */
    HEAD_REACH = 40, /* bytes in which the head must stand */
    ACTOR_REACH = 9, /* the same for one who acts */
    TERM_MOST = 60,  /* bytes of a term */
    TERM_LEAST = 2,
    TERMS_MOST = 200,
};

struct quotes {
    ek_str open, close;
    ek_lang lang;
};

struct term {
    ek_str text;
    uint32_t concept_index;
    ek_lang lang;
};

static bool
is_wanted_role(const struct ek_draft *draft, const ek_hit *hit)
{
    ek_role role = ek_vocab_role(draft, hit);
    return role == EK_ROLE_OBJECT || role == EK_ROLE_ACTOR;
}

static bool
holds_word(const struct ek_draft *draft, ek_nspan span, ek_word word)
{
    const ek_hits *hits = &draft->out->hits;
    for (size_t i = ek_hits_from(hits, span.begin);
         i < hits->hits.n && hits->hits.v[i].span.begin < span.end; i++)
        if (ek_nspan_holds(span, hits->hits.v[i].span) &&
            ek_vocab_is(draft, &hits->hits.v[i], word))
            return true;
    return false;
}

/* "Report" means the provider's summary ...: not one who acts. */
static bool
is_possessive(const struct ek_draft *draft, const ek_hit *hit)
{
    ek_str all = draft->segs->norm->bytes;
    return ek_vocab_role(draft, hit) == EK_ROLE_ACTOR &&
           hit->lang == EK_LANG_EN && hit->span.end < all.n &&
           all.p[hit->span.end] == '\'';
}

/* The hit nearest to one end of the definition, longest first. */
static const ek_hit *
head_of(const struct ek_draft *draft, ek_nspan span, bool at_end)
{
    const ek_hits *hits = &draft->out->hits;
    const ek_hit *best = NULL;
    for (size_t i = ek_hits_from(hits, span.begin);
         i < hits->hits.n && hits->hits.v[i].span.begin < span.end; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        if (!ek_nspan_holds(span, hit->span) || !is_wanted_role(draft, hit) ||
            is_possessive(draft, hit))
            continue;
        bool better = !best || (at_end ? hit->span.end > best->span.end
                                       : hit->span.begin < best->span.begin);
        if (better)
            best = hit;
    }
    if (!best)
        return NULL;
    uint32_t gap =
        at_end ? span.end - best->span.end : best->span.begin - span.begin;
    bool actor = ek_vocab_role(draft, best) == EK_ROLE_ACTOR;
    return gap <= (actor ? ACTOR_REACH : HEAD_REACH) ? best : NULL;
}

static uint32_t
meaning_of(const struct ek_draft *draft, ek_nspan span, bool at_end)
{
    const ek_hit *head = head_of(draft, span, at_end);
    if (!head || ek_vocab_is(draft, head, EK_W_FEEDBACK))
        return EK_SEG_NO;
    if (ek_vocab_is(draft, head, EK_W_BARE)) {
        bool stored = holds_word(draft, span, EK_W_STORED) ||
                      (holds_word(draft, span, EK_W_CUSTOMER) &&
                       holds_word(draft, span, EK_W_PROCESS));
        return stored ? draft->words[EK_W_STORED] : EK_SEG_NO;
    }
    return head->concept_index;
}

static bool
line_break_in(ek_str s)
{
    return ek_str_find(s, EK_STR("\n"), 0) < s.n;
}

static bool
begins_definition(ek_str after, ek_lang lang, size_t *skip)
{
    static const char *const verbs[] = {
#define EK_TERM_VERB(text) text,
#include "frame/terms.def"
    };
    static const char *const topics[] = {
#define EK_TERM_TOPIC(text) text,
#include "frame/terms.def"
    };
    bool english = lang == EK_LANG_EN;
    const char *const *table = english ? verbs : topics;
    size_t n =
        english ? sizeof verbs / sizeof *verbs : sizeof topics / sizeof *topics;
    for (size_t i = 0; i < n; i++)
        if (ek_str_starts(after, ek_str_of(table[i]))) {
            *skip = ek_str_of(table[i]).n;
            return true;
        }
    return false;
}

static bool
ends_definition(ek_str before, size_t *skip)
{
    static const char *const opens[] = {
#define EK_TERM_OPENS(text) text,
#include "frame/terms.def"
    };
    *skip = 0;
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++) {
        ek_str open = ek_str_of(opens[i]);
        if (ek_str_ends(before, open) && open.n > *skip)
            *skip = open.n;
    }
    ek_str rest = ek_str_slice(before, 0, before.n - *skip);
    while (ek_str_ends(rest, EK_STR("(")) || ek_str_ends(rest, EK_STR(" ")))
        rest = ek_str_slice(rest, 0, rest.n - 1);
    *skip = before.n - rest.n;
    return *skip > 0 && ek_str_find(ek_str_slice(before, rest.n, before.n),
                                    EK_STR("("), 0) < *skip;
}

/* The definition that follows: to the end of its line. */
static ek_nspan
span_after(ek_str all, size_t from)
{
    size_t end = from + REACH < all.n ? from + REACH : all.n;
    size_t line = ek_str_find(all, EK_STR("\n"), from);
    return (ek_nspan){(uint32_t)from, (uint32_t)(line < end ? line : end)};
}

static ek_nspan
span_before(ek_str all, size_t end)
{
    size_t begin = end > REACH ? end - REACH : 0;
    for (size_t i = begin; i < end; i++)
        if (all.p[i] == '\n')
            begin = i + 1;
    return (ek_nspan){(uint32_t)begin, (uint32_t)end};
}

static uint32_t
defined_as(const struct ek_draft *draft, ek_str all, size_t open, size_t close,
           const struct quotes *quotes)
{
    size_t skip;
    size_t after = close + quotes->close.n;
    bool japanese = quotes->lang == EK_LANG_JA;
    if (begins_definition(ek_str_slice(all, after, all.n), quotes->lang, &skip))
        return meaning_of(draft, span_after(all, after + skip), japanese);
    if (ends_definition(ek_str_slice(all, open > 60 ? open - 60 : 0, open),
                        &skip))
        return meaning_of(draft, span_before(all, open - skip), true);
    return EK_SEG_NO;
}

static void
add_uses(struct ek_draft *draft, const struct term *term)
{
    ek_str all = draft->segs->norm->bytes;
    size_t at = ek_str_find(all, term->text, 0);
    for (; at < all.n; at = ek_str_find(all, term->text, at + term->text.n)) {
        char before = at ? all.p[at - 1] : ' ';
        char after = at + term->text.n < all.n ? all.p[at + term->text.n] : ' ';
        bool inside = term->lang == EK_LANG_EN &&
                      ((before >= 'a' && before <= 'z') ||
                       (after >= 'a' && after <= 'z' && after != 's'));
        if (inside)
            continue;
        ek_hit hit = {{(uint32_t)at, (uint32_t)(at + term->text.n)},
                      (uint16_t)term->concept_index,
                      (uint8_t)term->lang};
        EK_PUSH(draft->arena, draft->out->hits.hits, hit);
    }
}

static bool
is_actor(const struct ek_draft *draft, const ek_hit *hit)
{
    return ek_vocab_role(draft, hit) == EK_ROLE_ACTOR;
}

static bool
is_service(const struct ek_draft *draft, const ek_hit *hit)
{
    return ek_vocab_is(draft, hit, EK_W_SERVICE);
}

/* What the lexicon or names.c knows as that keeps its meaning. */
static bool
is_known(const struct ek_draft *draft, size_t begin, size_t end,
         bool (*as)(const struct ek_draft *, const ek_hit *))
{
    const ek_hits *hits = &draft->out->hits;
    for (size_t i = ek_hits_from(hits, (uint32_t)begin);
         i < hits->hits.n && hits->hits.v[i].span.begin == begin; i++)
        if (hits->hits.v[i].span.end == end && as(draft, &hits->hits.v[i]))
            return true;
    return false;
}

/* What is called data or a site acts for nobody, and no third one provides. */
static bool
is_misread(const struct ek_draft *draft, ek_str text, uint32_t meaning)
{
    static const char *const things[] = {
#define EK_TERM_THING(text) text,
#include "frame/terms.def"
    };
    static const char *const others[] = {
#define EK_TERM_OTHER(text) text,
#include "frame/terms.def"
    };
    if (meaning != draft->words[EK_W_PROVIDER] &&
        meaning != draft->words[EK_W_CUSTOMER])
        return false;
    return ek_str_ends_any(text, things, sizeof things / sizeof *things) ||
           ek_str_starts_any(text, others, sizeof others / sizeof *others);
}

static void
find_terms(struct ek_draft *draft, const struct quotes *quotes,
           struct term *terms, size_t *n)
{
    ek_str all = draft->segs->norm->bytes;
    size_t open = ek_str_find(all, quotes->open, 0);
    while (open < all.n && *n < TERMS_MOST) {
        size_t begin = open + quotes->open.n;
        size_t close = ek_str_find(all, quotes->close, begin);
        ek_str text = ek_str_slice(all, begin, close);
        if (text.n > TERM_MOST || line_break_in(text)) {
            open = ek_str_find(all, quotes->open, begin);
            continue;
        }
        uint32_t meaning =
            text.n >= TERM_LEAST && !is_known(draft, begin, close, is_actor)
                ? defined_as(draft, all, open, close, quotes)
                : EK_SEG_NO;
        /* クラウド棚(以下「本サービス」)の利用条件: a service is no document. */
        bool misread = (meaning == draft->words[EK_W_TERMS] &&
                        is_known(draft, begin, close, is_service)) ||
                       is_misread(draft, text, meaning);
        if (meaning != EK_SEG_NO && !misread)
            terms[(*n)++] = (struct term){text, meaning, quotes->lang};
        open = ek_str_find(all, quotes->open, close + quotes->close.n);
    }
}

/* The offset at which a definition says its "shall mean", or its end. */
static uint32_t
end_of_definition(const struct ek_draft *draft, ek_nspan span)
{
    static const char *const said[] = {
#define EK_TERM_SAID(text) text,
#include "frame/terms.def"
    };
    ek_str text = ek_draft_words(draft, span);
    size_t best = text.n;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        size_t at = ek_str_find(text, ek_str_of(said[i]), 0);
        if (at < best)
            best = at;
    }
    return span.begin + (uint32_t)best;
}

/* A term alone in its line, under it a sentence that ends in をいいます. */
static void
find_titled(const struct ek_draft *draft, struct term *terms, size_t *n)
{
    const ek_segs *segs = draft->segs;
    size_t tries = 0;
    for (uint32_t i = 0; i < segs->n && *n < TERMS_MOST && tries < TERMS_MOST;
         i++) {
        uint32_t next = segs->v[i].next;
        ek_nspan body = segs->v[i].body;
        if (segs->v[i].kind != EK_SEG_SENTENCE || next >= segs->n ||
            segs->v[next].kind != EK_SEG_SENTENCE ||
            segs->v[next].parent != segs->v[i].parent ||
            body.end - body.begin > TERM_MOST)
            continue;
        ek_nspan span = segs->v[next].body;
        uint32_t end = end_of_definition(draft, span);
        if (end == span.end)
            continue;
        span.end = end;
        tries++;
        uint32_t meaning = meaning_of(draft, span, true);
        if (meaning != EK_SEG_NO &&
            !is_known(draft, body.begin, body.end, is_actor))
            terms[(*n)++] =
                (struct term){ek_draft_words(draft, body), meaning, EK_LANG_JA};
    }
}

void
ek_terms_add(struct ek_draft *draft)
{
    const struct quotes forms[] = {
        {EK_STR("\""), EK_STR("\""), EK_LANG_EN},
        {EK_STR("\xE3\x80\x8C"), EK_STR("\xE3\x80\x8D"), EK_LANG_JA},
        {EK_STR("\""), EK_STR("\""), EK_LANG_JA},
    };
    struct term *terms =
        ek_arena_alloc(draft->arena, TERMS_MOST * sizeof *terms);
    size_t n = 0;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        bool spoken = forms[i].lang == EK_LANG_JA ? draft->segs->has_ja
                                                  : draft->segs->has_en;
        if (spoken)
            find_terms(draft, &forms[i], terms, &n);
    }
    if (draft->segs->has_ja)
        find_titled(draft, terms, &n);
    for (size_t i = 0; i < n; i++)
        add_uses(draft, &terms[i]);
    ek_hits_sort(&draft->out->hits);
}
