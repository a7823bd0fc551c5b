/* SPDX-License-Identifier: Apache-2.0 */
/* Whom a statement is about: its first subject, whatever it is said to do.
 * Statements whose verb no act stands for ("we maintain safeguards") have no
 * other actor. */
#include "config.h"

#include "frame/draft.h"

/* "content that you upload", "if you wish": not what the statement is about. */
static bool
is_aside(const struct ek_draft *draft, const ek_frame *frame, const ek_hit *hit)
{
    static const char *const openers[] = {
        "that", "which", "who",  "whom",  "where",    "if",
        "when", "while", "what", "whose", "whenever", "how",
    };
    uint32_t piece = ek_frame_piece(draft, frame, hit->span.begin);
    if (draft->segs->v[piece].part == EK_PART_CONDITION)
        return true;
    ek_nspan before = {frame->span.begin, hit->span.begin};
    ek_str text = ek_draft_words(draft, before), last = {0};
    for (ek_str w = ek_str_word(&text); w.n; w = ek_str_word(&text))
        last = w;
    return ek_str_among(last, openers, sizeof openers / sizeof *openers);
}

/* "You acknowledge that we ...": who says it is not who it is said of. */
static bool
only_agrees(const struct ek_draft *draft, const ek_frame *frame,
            const ek_hit *hit)
{
    static const char *const verbs[] = {
        " acknowledge", " agree",   " understand", " accept",
        " recogni",     " consent", " and agree"};
    enum { NEAR = 60 };
    uint32_t end = hit->span.end + NEAR < frame->span.end ? hit->span.end + NEAR
                                                          : frame->span.end;
    ek_str after = ek_draft_words(draft, (ek_nspan){hit->span.end, end});
    return ek_str_starts_any(after, verbs, sizeof verbs / sizeof *verbs) &&
           ek_str_find(after, EK_STR(" that "), 0) < after.n;
}

static uint32_t
english_subject(const struct ek_draft *draft, const ek_frame *frame)
{
    bool agreed = false; /* what follows "that" is what is said */
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        uint32_t named = ek_actor_named(draft, frame, hit);
        if (!named || (!agreed && is_aside(draft, frame, hit)))
            continue;
        if (!only_agrees(draft, frame, hit))
            return named;
        agreed = true;
    }
    return 0;
}

static uint32_t
japanese_subject(const struct ek_draft *draft, const ek_frame *frame)
{
    uint32_t subject = 0;
    int best = 2;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        if (ek_vocab_role(draft, hit) != EK_ROLE_ACTOR)
            continue;
        int rank = ek_actor_rank(draft, frame, hit);
        if (rank > best) {
            best = rank;
            subject = draft->pack->concepts.v[hit->concept_index]
                          .value.bits[EK_Q_actor];
        }
    }
    return subject;
}

uint32_t
ek_subject_of(const struct ek_draft *draft, const ek_frame *frame)
{
    bool english = frame->lang == EK_LANG_EN;
    uint32_t subject = english ? english_subject(draft, frame)
                               : japanese_subject(draft, frame);
    bool to_customer =
        ek_bits_has(&frame->own, draft->words[EK_W_USER_ACT]) ||
        (!english && (ek_bits_has(&frame->own, draft->words[EK_W_FORBID]) ||
                      ek_frame_asks(draft, frame)));
    return !subject && to_customer
               ? ek_qualifier_bit(EK_Q_actor, EK_STR("customer"))
               : subject;
}
