/* SPDX-License-Identifier: Apache-2.0 */
/* Who acts: the nearest subject before the act. In English a noun after a
 * preposition is no subject, except the agent of a passive ("by us"); in
 * Japanese the particle tells, は before が. Who gives the consent is the
 * other side and has been swallowed by the consent (gather.c). */
#include "config.h"

#include "frame/draft.h"

#include <string.h>

static ek_str
word_before(ek_str text, size_t end)
{
    while (end && (text.p[end - 1] == ' ' || text.p[end - 1] == ','))
        end--;
    size_t begin = end;
    while (begin && text.p[begin - 1] != ' ')
        begin--;
    return ek_str_slice(text, begin, end);
}

static bool
is_article(ek_str word)
{
    static const char *const articles[] = {"the", "a",    "an",   "any",
                                           "our", "such", "each", "other"};
    return ek_str_among(word, articles, sizeof articles / sizeof *articles);
}

static bool
is_preposition(ek_str word)
{
    static const char *const words[] = {
#define EK_PREPOSITION(text) text,
#include "frame/actor.def"
    };
    return ek_str_among(word, words, sizeof words / sizeof *words);
}

/* The word that governs a noun: before it, articles skipped. */
static ek_str
governor(ek_str text, size_t begin)
{
    ek_str word = word_before(text, begin);
    if (is_article(word))
        word = word_before(text, (size_t)(word.p - text.p));
    return word;
}

static uint32_t
actor_value(const struct ek_draft *draft, const ek_hit *hit)
{
    return draft->pack->concepts.v[hit->concept_index].value.bits[EK_Q_actor];
}

/* Other users and organisations act, too: "administrators may read". */
static uint32_t
subject_value(const struct ek_draft *draft, const ek_hit *hit)
{
    if (ek_vocab_role(draft, hit) == EK_ROLE_ACTOR)
        return actor_value(draft, hit);
    return ek_vocab_role(draft, hit) == EK_ROLE_RECIPIENT
               ? ek_qualifier_bit(EK_Q_actor, EK_STR("other-third-party"))
               : 0;
}

static bool
is_agent(const struct ek_draft *draft, const ek_frame *frame, const ek_hit *hit,
         ek_str text)
{
    ek_str words = ek_draft_words(draft, hit->span);
    return ek_str_starts(words, EK_STR("by ")) ||
           ek_str_is(governor(text, hit->span.begin - frame->span.begin), "by");
}

static uint32_t
english_agent(const struct ek_draft *draft, const ek_frame *frame,
              const struct ek_act *act, ek_str text)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin >= act->span.end &&
            ek_vocab_role(draft, hit) == EK_ROLE_ACTOR &&
            is_agent(draft, frame, hit, text))
            return actor_value(draft, hit);
    }
    return 0;
}

/* "may be viewed by individuals": by somebody who is nobody of ours. */
static bool
has_other_agent(const struct ek_draft *draft, const ek_frame *frame,
                const struct ek_act *act)
{
    static const char *const means[] = {
#define EK_BY_MEANS(text) text,
#include "frame/actor.def"
    };
    enum { NEAR = 24 };
    ek_nspan rest = {act->span.end, frame->span.end};
    ek_str text = ek_draft_words(draft, rest);
    size_t by = ek_str_find(text, EK_STR(" by "), 0);
    ek_str after = ek_str_slice(text, by + 4, text.n);
    return by < NEAR && by < text.n &&
           !ek_str_among(ek_str_word(&after), means,
                         sizeof means / sizeof *means);
}

bool
ek_actor_is_agent_of(const struct ek_draft *draft, const ek_frame *frame,
                     const struct ek_act *act)
{
    return english_agent(draft, frame, act,
                         ek_draft_words(draft, frame->span)) != 0;
}

/* "permission for us to use", "authorisation to the provider to engage". */
static bool
is_sent(const struct ek_draft *draft, const ek_frame *frame, const ek_hit *hit,
        const struct ek_act *act)
{
    ek_nspan rest = {hit->span.end, act->span.begin};
    ek_str words = ek_str_trim(ek_draft_words(draft, rest));
    return (ek_str_is(words, "to") || ek_str_is(words, "to be able to")) &&
           hit->span.begin > frame->span.begin;
}

/* "the customer's", not "you're" or "we'll"; who has the right does it. */
static bool
is_possessive(ek_str after)
{
    static const char *const others[] = {
        "'re",          "'ll",           "'ve",         "'d",
        "'s right to ", "'s rights to ", "' right to ", "' rights to ",
        "'s power to ", "'s freedom to "};
    return after.n > 1 && after.p[0] == '\'' &&
           !ek_str_starts_any(after, others, sizeof others / sizeof *others);
}

/* "grants to the customer a licence to use": who is granted it, does it. */
static bool
is_granted(const ek_frame *frame, const ek_hit *hit, ek_str text)
{
    static const char *const grants[] = {"grant",    "grants", "granted",
                                         "granting", "give",   "gives"};
    ek_str to = governor(text, hit->span.begin - frame->span.begin);
    return ek_str_is(to, "to") &&
           ek_str_among(word_before(text, (size_t)(to.p - text.p)), grants,
                        sizeof grants / sizeof *grants);
}

/* "the service enables fans to preview": the one enabled does it. */
static bool
enables_another(const struct ek_draft *draft, const ek_hit *subject,
                const struct ek_act *act)
{
    static const char *const enabling[] = {
        " enables ", " enable ", " allows ", " allow ",    " permits ",
        " lets ",    " let ",    " helps ",  " enabling ", " allowing "};
    ek_nspan rest = {subject->span.end, act->span.begin};
    ek_str text =
        rest.begin < rest.end ? ek_draft_words(draft, rest) : (ek_str){0};
    return ek_str_ends(text, EK_STR(" to ")) &&
           ek_str_holds_any(text, enabling, sizeof enabling / sizeof *enabling);
}

/* "we may ban you and report you": the one banned reports nothing. */
static bool
is_joined(const struct ek_draft *draft, const ek_hit *hit,
          const struct ek_act *act)
{
    static const char *const joins[] = {"and", "or", "and/or", "and to",
                                        "or to"};
    ek_nspan rest = {hit->span.end, act->span.begin};
    ek_str words = ek_str_trim(ek_draft_words(draft, rest));
    return ek_str_among(words, joins, sizeof joins / sizeof *joins);
}

/* "we and our subcontractors": the first is who acts. */
static bool
adds_to(const struct ek_draft *draft, const ek_hit *first, const ek_hit *hit)
{
    static const char *const joins[] = {
        "and",    "or",      "and/or", "and the", "or the", "and our",
        "or our", "and its", "or its", ", and",   ", or"};
    if (!first || hit->span.begin < first->span.end)
        return false;
    ek_nspan gap = {first->span.end, hit->span.begin};
    return ek_str_among(ek_str_trim(ek_draft_words(draft, gap)), joins,
                        sizeof joins / sizeof *joins);
}

static uint32_t
english_actor(const struct ek_draft *draft, const ek_frame *frame,
              const struct ek_act *act)
{
    ek_str text = ek_draft_words(draft, frame->span);
    uint32_t agent = act->passive ? english_agent(draft, frame, act, text) : 0;
    if (agent)
        return agent;
    if (act->passive && has_other_agent(draft, frame, act))
        return ek_qualifier_bit(EK_Q_actor, EK_STR("other-third-party"));
    uint32_t actor = 0;
    const ek_hit *first = NULL;
    for (uint32_t i = 0; i < frame->hits && !act->passive; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        size_t end = hit->span.end - frame->span.begin;
        if (hit->span.end > act->span.begin || adds_to(draft, first, hit))
            continue;
        bool possessive = is_possessive(
            ek_str_slice(text, end < text.n ? end : text.n, text.n));
        if (subject_value(draft, hit) && !possessive &&
            !(actor && is_joined(draft, hit, act)) &&
            (is_sent(draft, frame, hit, act) || is_granted(frame, hit, text) ||
             !is_preposition(
                 governor(text, hit->span.begin - frame->span.begin)))) {
            first = hit;
            actor = enables_another(draft, hit, act)
                        ? 0
                        : subject_value(draft, hit);
        }
    }
    return actor;
}

/* 受託者の夜間の作業員: bytes of の and what follows up to the end of the
 * word for people, 0 when there is none near. */
static size_t
staff_of(ek_str after)
{
    static const char *const ends[] = {
#define EK_STAFF_END(text) text,
#include "frame/actor.def"
    };
    static const char *const breaks[] = {
#define EK_STAFF_BREAK(text) text,
#include "frame/actor.def"
    };
    enum { MOST = 20 * 3 };
    ek_str near = ek_str_slice(after, 0, MOST);
    size_t best = 0;
    if (!ek_str_starts(after, EK_STR("\xE3\x81\xAE")))
        return 0;
    for (size_t at = 3; at < near.n && !best; at++) {
        ek_str rest = ek_str_slice(near, at, near.n);
        if (ek_str_starts_any(rest, breaks, sizeof breaks / sizeof *breaks))
            return 0;
        size_t n = ek_str_starts_any(rest, ends, sizeof ends / sizeof *ends);
        ek_str next = ek_str_slice(after, at + n, after.n);
        if (n && (ek_str_starts(next, EK_STR("\xE3\x81\xAF")) ||
                  ek_str_starts(next, EK_STR("\xE3\x81\x8C")) ||
                  ek_str_starts(next, EK_STR("\xE3\x82\x82"))))
            best = at + n;
    }
    return best;
}

static ek_str
without_staff(ek_str after)
{
    size_t people = staff_of(after);
    if (people)
        return ek_str_slice(after, people, after.n);
    static const char *const staff[] = {
#define EK_STAFF(text) text,
#include "frame/actor.def"
    };
    size_t skip = ek_str_starts_any(after, staff, sizeof staff / sizeof *staff);
    return ek_str_slice(after, skip, after.n);
}

static int
particle_rank(ek_str after)
{
    static const struct {
        const char *text;
        int rank;
    } table[] = {
#define EK_PARTICLE(text, rank) {text, rank},
#include "frame/actor.def"
    };
    int best = 0;
    after = without_staff(after);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].rank > best &&
            ek_str_starts(after, ek_str_of(table[i].text)))
            best = table[i].rank;
    return best;
}

/* What is agreed to: 利用者は、当社が閲覧することに同意したものとみなします. */
static bool
is_agreed_to(const struct ek_draft *draft, const ek_frame *frame,
             const struct ek_act *act)
{
    static const char *const stops[] = {
#define EK_NOT_AGREED(text) text,
#include "frame/actor.def"
    };
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin < act->span.end ||
            !ek_vocab_is(draft, hit, EK_W_DEEMED))
            continue;
        ek_nspan between = {act->span.end, hit->span.begin};
        return between.begin >= between.end ||
               !ek_str_holds_any(ek_draft_words(draft, between), stops,
                                 sizeof stops / sizeof *stops);
    }
    return false;
}

/* No other verb and no comma between a subject with が and the act. */
static bool
is_next_verb(const struct ek_draft *draft, const ek_hit *hit,
             const struct ek_act *act)
{
    static const char *const ends[] = {
#define EK_VERB_END(text) text,
#include "frame/adnominal.def"
    };
    ek_nspan rest = {hit->span.end, act->span.begin};
    ek_str text = ek_draft_words(draft, rest);
    return ek_str_starts(text, EK_STR("\xE3\x81\x8C")) &&
           ek_str_find(text, EK_STR("\xE3\x80\x81"), 0) == text.n &&
           !ek_str_holds_any(text, ends, sizeof ends / sizeof *ends);
}

static uint32_t
japanese_actor(const struct ek_draft *draft, const ek_frame *frame,
               const struct ek_act *act)
{
    ek_str text = ek_draft_words(draft, frame->span);
    uint32_t provider = ek_qualifier_bit(EK_Q_actor, EK_STR("provider"));
    uint32_t customer = ek_qualifier_bit(EK_Q_actor, EK_STR("customer"));
    bool agreed = is_agreed_to(draft, frame, act);
    uint32_t actor = 0, people = 0;
    int best = 0;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        bool service = ek_vocab_is(draft, hit, EK_W_SERVICE);
        if (hit->span.end > act->span.begin || hit->span.begin < people)
            continue;
        if (ek_vocab_role(draft, hit) != EK_ROLE_ACTOR && !service)
            continue;
        ek_str after = ek_str_trim(
            ek_str_slice(text, hit->span.end - frame->span.begin, text.n));
        int rank = particle_rank(after);
        size_t staff = service ? 0 : staff_of(after);
        if (staff)
            people = hit->span.end + (uint32_t)staff;
        if (service && rank < 3)
            continue;
        if (rank == 2 && is_next_verb(draft, hit, act))
            rank = 4;
        uint32_t value = service ? provider : actor_value(draft, hit);
        if ((agreed && value == customer) ||
            ek_actor_gives_consent(draft, frame, hit))
            continue;
        if (rank && rank >= best) {
            best = rank;
            actor = value;
        }
    }
    return agreed && !actor ? provider : actor;
}

uint32_t
ek_actor_named(const struct ek_draft *draft, const ek_frame *frame,
               const ek_hit *hit)
{
    ek_str text = ek_draft_words(draft, frame->span);
    size_t end = hit->span.end - frame->span.begin;
    bool possessive = end + 1 < text.n && text.p[end] == '\'';
    if (is_agent(draft, frame, hit, text))
        return actor_value(draft, hit);
    return possessive || is_preposition(governor(text, hit->span.begin -
                                                           frame->span.begin))
               ? 0
               : subject_value(draft, hit);
}

int
ek_actor_rank(const struct ek_draft *draft, const ek_frame *frame,
              const ek_hit *hit)
{
    ek_str text = ek_draft_words(draft, frame->span);
    return particle_rank(ek_str_trim(
        ek_str_slice(text, hit->span.end - frame->span.begin, text.n)));
}

uint32_t
ek_actor_before(const struct ek_draft *draft, const ek_frame *frame,
                const struct ek_act *act)
{
    return frame->lang == EK_LANG_EN ? english_actor(draft, frame, act)
                                     : japanese_actor(draft, frame, act);
}
