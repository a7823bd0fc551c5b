/* SPDX-License-Identifier: Apache-2.0 */
/* Whose consent it is. What the provider consents to is no consent of the
 * customer ("our prior approval", 当社の承諾), and who gives the consent is
 * not the one who acts: 委託者が許可した場合に限り、開くことができる. */
#include "config.h"

#include "frame/draft.h"

enum { BESIDE = 12, CLAUSE = 48, OUR = 5 };

static bool
is_office(ek_str words)
{
    static const char *const ends[] = {
#define EK_GIVER_OFFICE(text) text,
#include "frame/giver.def"
    };
    return ek_str_ends_any(words, ends, sizeof ends / sizeof *ends);
}

static bool
is_provider(const struct ek_draft *draft, const ek_hit *hit)
{
    const ek_concept *concept = &draft->pack->concepts.v[hit->concept_index];
    return ek_vocab_role(draft, hit) == EK_ROLE_ACTOR &&
           concept->value.bits[EK_Q_actor] ==
               ek_qualifier_bit(EK_Q_actor, EK_STR("provider")) &&
           !is_office(ek_draft_words(draft, hit->span));
}

/* "unless the host gives prior permission". */
static bool
says_it(const struct ek_draft *draft, ek_nspan gap, const ek_hit *consent)
{
    static const char *const verbs[] = {
#define EK_GIVER_VERB(text) text,
#include "frame/giver.def"
    };
    return ek_str_is(ek_draft_words(draft, gap), " ") &&
           ek_str_starts_any(ek_draft_words(draft, consent->span), verbs,
                             sizeof verbs / sizeof *verbs) > 0;
}

static bool
owns(const struct ek_draft *draft, const ek_hit *actor, const ek_hit *consent)
{
    static const char *const before[] = {
#define EK_GIVER_BEFORE(text) text,
#include "frame/giver.def"
    };
    static const char *const after[] = {
#define EK_GIVER_AFTER(text) text,
#include "frame/giver.def"
    };
    if (actor->span.end <= consent->span.begin) {
        ek_nspan gap = {actor->span.end, consent->span.begin};
        return ek_str_among(ek_draft_words(draft, gap), before,
                            sizeof before / sizeof *before) ||
               says_it(draft, gap, consent);
    }
    if (actor->span.end < consent->span.end) {
        ek_nspan rest = {actor->span.end, consent->span.end};
        return actor->span.begin >= consent->span.begin &&
               ek_str_starts_any(ek_draft_words(draft, rest), before,
                                 sizeof before / sizeof *before) > 0;
    }
    ek_nspan gap = {consent->span.end, actor->span.begin};
    return gap.begin <= gap.end &&
           ek_str_among(ek_draft_words(draft, gap), after,
                        sizeof after / sizeof *after);
}

/* Consent or a request, or the lack of it. */
static bool
is_given(const struct ek_draft *draft, const ek_hit *hit)
{
    const ek_concept *concept = &draft->pack->concepts.v[hit->concept_index];
    uint32_t given =
        ek_qualifier_bit(EK_Q_consent, EK_STR("prior-unspecified")) |
        ek_qualifier_bit(EK_Q_consent, EK_STR("case-by-case-prior"));
    return ek_vocab_is(draft, hit, EK_W_WITHOUT) ||
           (ek_vocab_role(draft, hit) == EK_ROLE_CONSENT &&
            (concept->value.bits[EK_Q_consent] & given) != 0);
}

static bool
says_our(ek_str words)
{
    return ek_str_starts(words, EK_STR("our ")) ||
           ek_str_find(words, EK_STR(" our "), 0) < words.n;
}

bool
ek_consent_is_providers(const struct ek_draft *draft, const ek_hit *consent)
{
    const ek_hits *hits = &draft->out->hits;
    if (!is_given(draft, consent))
        return false;
    uint32_t at = consent->span.begin;
    ek_nspan words = {at > OUR ? at - OUR : 0, consent->span.end};
    if (says_our(ek_draft_words(draft, words)))
        return true;
    uint32_t from =
        consent->span.begin > CLAUSE ? consent->span.begin - CLAUSE : 0;
    for (size_t i = ek_hits_from(hits, from); i < hits->hits.n; i++) {
        const ek_hit *hit = &hits->hits.v[i];
        if (hit->span.begin > consent->span.end + BESIDE)
            break;
        if (is_provider(draft, hit) && owns(draft, hit, consent))
            return true;
    }
    return false;
}

bool
ek_actor_gives_consent(const struct ek_draft *draft, const ek_frame *frame,
                       const ek_hit *actor)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (hit->span.begin < actor->span.end ||
            ek_vocab_role(draft, hit) != EK_ROLE_CONSENT)
            continue;
        ek_nspan gap = {actor->span.end, hit->span.begin};
        ek_str text = ek_draft_words(draft, gap);
        ek_str from = text.n ? text : ek_draft_words(draft, hit->span);
        return ek_str_starts(from, EK_STR("\xE3\x81\x8C")) &&
               text.n <= CLAUSE &&
               ek_str_find(text, EK_STR("\xE3\x80\x81"), 0) == text.n &&
               !ek_vocab_is(draft, hit, EK_W_DEEMED);
    }
    return false;
}
