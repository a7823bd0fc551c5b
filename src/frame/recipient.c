/* SPDX-License-Identifier: Apache-2.0 */
/* To whom an act is done. English tells it by the preposition nearest before
 * the one named ("disclose it to our partners"), by word order ("give partners
 * access") or makes the recipient the subject of a passive ("partners are sent
 * a copy"); Japanese tells it by the particle, which the last of several
 * recipients carries for all. */
#include "config.h"

#include "frame/draft.h"

enum {
    ENGLISH_REACH = 200,     /* bytes after the act */
    SUBJECT_REACH = 12,      /* before a subject */
    DATIVE_REACH = 40,       /* from the act to a recipient beside it */
    JAPANESE_REACH = 80 * 3, /* bytes before the act */
    LINK_REACH = 12 * 3,     /* from one recipient to the next */
    REMARK_REACH = 60 * 3,   /* of a remark in brackets behind one */
};

static bool
is_somebody(const struct ek_draft *draft, const ek_hit *hit)
{
    ek_role role = ek_vocab_role(draft, hit);
    return role == EK_ROLE_ACTOR || role == EK_ROLE_RECIPIENT ||
           ek_vocab_is(draft, hit, EK_W_OUTSIDER);
}

/* "third-party" within "third-party service providers" is nobody; of two names
 * for the same words the parties come first, then recipients, then others. */
static bool
names_better(const struct ek_draft *draft, const ek_hit *other,
             const ek_hit *hit)
{
    uint32_t size = hit->span.end - hit->span.begin;
    if (other->span.begin > hit->span.begin || other->span.end < hit->span.end)
        return false;
    if (other->span.end - other->span.begin > size)
        return true;
    ek_role role = ek_vocab_role(draft, hit);
    ek_role better = ek_vocab_role(draft, other);
    return (role == EK_ROLE_OTHER && better == EK_ROLE_ACTOR) ||
           (role == EK_ROLE_ACTOR && better == EK_ROLE_RECIPIENT);
}

static bool
is_named_better(const struct ek_draft *draft, const ek_frame *frame,
                const ek_hit *hit)
{
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *other = ek_frame_hit(draft, frame, i);
        if (other->span.begin > hit->span.begin)
            break;
        if (other->concept_index != hit->concept_index &&
            names_better(draft, other, hit) && is_somebody(draft, other))
            return true;
    }
    return false;
}

typedef enum preposition { NO_PREPOSITION, GIVES_TO, GIVES_ELSE } preposition;

static preposition
last_preposition(ek_str words)
{
    static const char *const to[] = {
#define EK_GIVE_TO(text) text,
#include "frame/recipient.def"
    };
    static const char *const other[] = {
#define EK_GIVE_ELSE(text) text,
#include "frame/recipient.def"
    };
    preposition last = NO_PREPOSITION;
    for (ek_str w = ek_str_word(&words); w.n; w = ek_str_word(&words)) {
        if (ek_str_among(w, to, sizeof to / sizeof *to))
            last = GIVES_TO;
        else if (ek_str_among(w, other, sizeof other / sizeof *other))
            last = GIVES_ELSE;
    }
    return last;
}

static bool
is_dative(const struct ek_draft *draft, const struct ek_act *act)
{
    static const char *const verbs[] = {
#define EK_DATIVE(text) text,
#include "frame/recipient.def"
    };
    ek_str rest = ek_draft_words(draft, act->span);
    for (ek_str w = ek_str_word(&rest); w.n; w = ek_str_word(&rest))
        if (ek_str_starts_any(w, verbs, sizeof verbs / sizeof *verbs))
            return true;
    return false;
}

/* "Partners may be sent a copy": nothing governs whom it is sent. */
static bool
is_passive_subject(const struct ek_draft *draft, const ek_frame *frame,
                   const struct ek_act *act, const ek_hit *hit)
{
    uint32_t from = hit->span.begin > frame->span.begin + SUBJECT_REACH
                        ? hit->span.begin - SUBJECT_REACH
                        : frame->span.begin;
    ek_nspan before = {from, hit->span.begin};
    ek_str words = ek_draft_words(draft, act->span);
    return (act->passive || ek_str_find(words, EK_STR("be "), 0) < words.n) &&
           last_preposition(ek_draft_words(draft, before)) == NO_PREPOSITION;
}

static bool
receives_in_english(const struct ek_draft *draft, const ek_frame *frame,
                    const struct ek_act *act, const ek_hit *hit)
{
    bool after = hit->span.end > act->span.end;
    ek_nspan gap = after ? (ek_nspan){act->span.begin, hit->span.begin}
                         : (ek_nspan){hit->span.end, act->span.begin};
    if (gap.begin > gap.end || gap.end - gap.begin > ENGLISH_REACH)
        return false;
    preposition last = last_preposition(ek_draft_words(draft, gap));
    if (after)
        return last == GIVES_TO ||
               (last == NO_PREPOSITION && is_dative(draft, act) &&
                gap.end - gap.begin <= DATIVE_REACH);
    return is_dative(draft, act) && is_passive_subject(draft, frame, act, hit);
}

static ek_str
without_others(ek_str after)
{
    static const char *const others[] = {
#define EK_AND_OTHERS(text) text,
#include "frame/recipient.def"
    };
    size_t skip =
        ek_str_starts_any(after, others, sizeof others / sizeof *others);
    after = ek_str_slice(after, skip, after.n);
    size_t close = ek_str_find(after, EK_STR(")"), 0);
    if (ek_str_starts(after, EK_STR("(")) && close < REMARK_REACH)
        after = ek_str_slice(after, close + 1, after.n);
    return after;
}

static bool
has_particle(ek_str after)
{
    static const char *const to[] = {
#define EK_TO_WHOM(text) text,
#include "frame/recipient.def"
    };
    static const char *const not_to[] = {
#define EK_NOT_TO_WHOM(text) text,
#include "frame/recipient.def"
    };
    return ek_str_starts_any(after, to, sizeof to / sizeof *to) &&
           !ek_str_starts_any(after, not_to, sizeof not_to / sizeof *not_to);
}

static bool
has_link(ek_str after)
{
    static const char *const links[] = {
#define EK_LINK(text) text,
#include "frame/recipient.def"
    };
    return ek_str_starts_any(after, links, sizeof links / sizeof *links) != 0;
}

/* From the last one to the first, because the last one has the particle. */
static void
bind_japanese(const struct ek_draft *draft, const ek_frame *frame,
              struct ek_act *act)
{
    uint32_t next = UINT32_MAX;
    for (uint32_t i = frame->hits; i-- > 0;) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (!is_somebody(draft, hit) || hit->span.begin > act->span.begin ||
            hit->span.begin + JAPANESE_REACH < act->span.begin)
            continue;
        ek_nspan rest = {hit->span.end, frame->span.end};
        ek_str after = without_others(ek_draft_words(draft, rest));
        bool linked = next != UINT32_MAX && hit->span.end <= next &&
                      next - hit->span.end <= LINK_REACH && has_link(after);
        if (!has_particle(after) && !linked)
            continue;
        next = hit->span.begin;
        if (!is_named_better(draft, frame, hit))
            ek_bits_set(&act->to, hit->concept_index);
    }
}

void
ek_recipient_bind(const struct ek_draft *draft, const ek_frame *frame,
                  struct ek_act *act)
{
    if (frame->lang == EK_LANG_JA) {
        bind_japanese(draft, frame, act);
        return;
    }
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (!is_somebody(draft, hit) ||
            !receives_in_english(draft, frame, act, hit) ||
            is_named_better(draft, frame, hit))
            continue;
        ek_bits_set(&act->to, hit->concept_index);
        act->given |= hit->span.end <= act->span.begin;
    }
}

/* Whom a part without an act of its own names for the act that it takes over:
 * "(a) our affiliates", "except to a successor", not "received from others". */
ek_bits
ek_recipients_named(const struct ek_draft *draft, const ek_frame *frame)
{
    ek_bits named = {{0}};
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        ek_nspan before = {frame->span.begin, hit->span.begin};
        preposition last = last_preposition(ek_draft_words(draft, before));
        if (is_somebody(draft, hit) && !is_named_better(draft, frame, hit) &&
            (frame->lang == EK_LANG_JA || last == GIVES_TO ||
             (last == NO_PREPOSITION &&
              before.end - before.begin <= DATIVE_REACH)))
            ek_bits_set(&named, hit->concept_index);
    }
    return named;
}
