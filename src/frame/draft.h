/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this room share while frames are being built. Private. */
#ifndef EK_FRAME_DRAFT_H
#define EK_FRAME_DRAFT_H

#include "frame/frame.h"

typedef enum ek_role {
    EK_ROLE_OTHER,
    EK_ROLE_ACT,
    EK_ROLE_OBJECT,
    EK_ROLE_ACTOR,
    EK_ROLE_RECIPIENT,
    EK_ROLE_PURPOSE,
    EK_ROLE_AUTHORITY,
    EK_ROLE_CONSENT,
    EK_ROLE_MARK,
    EK_ROLE_TOPIC,
    EK_ROLES,
} ek_role;

typedef enum ek_word {
#define EK_VOCAB(name, id) EK_W_##name,
#include "frame/vocab.def"
#undef EK_VOCAB
    EK_WORDS
} ek_word;

struct ek_draft {
    ek_arena *arena;
    const ek_pack *pack;
    const ek_segs *segs;
    ek_frames *out;
    uint32_t words[EK_WORDS]; /* concept index of each ek_word */
    uint8_t roles[EK_BITS];   /* ek_role of each concept */
    uint32_t *frame_of;       /* of each segment: its frame, EK_SEG_NO */
};

/* vocab.c */
void ek_vocab_fill(struct ek_draft *draft);
bool ek_vocab_is(const struct ek_draft *draft, const ek_hit *hit, ek_word word);
ek_role ek_vocab_role(const struct ek_draft *draft, const ek_hit *hit);
/* The normalized words of a span. */
ek_str ek_draft_words(const struct ek_draft *draft, ek_nspan span);

/* names.c: a hit of actor.provider wherever the provider's name stands. */
void ek_names_add(struct ek_draft *draft);
/* terms.c: adds a hit wherever a defined term is used. */
void ek_terms_add(struct ek_draft *draft);
/* parties.c: 甲 and 乙 where terms.c has not read what they are. */
void ek_parties_add(struct ek_draft *draft);
/* facts.c: doc.* concepts; personal data made stored data where it is. */
void ek_facts_gather(struct ek_draft *draft);
/* gather.c: one frame for each part that stands alone, with its own hits. */
void ek_frames_gather(struct ek_draft *draft);
/* The piece (segment) of a frame that holds an offset. */
uint32_t ek_frame_piece(const struct ek_draft *draft, const ek_frame *frame,
                        uint32_t offset);
/* polarity.c */
void ek_polarity_set(struct ek_draft *draft, ek_frame *frame,
                     struct ek_act *act);
ek_polarity ek_polarity_of(const struct ek_draft *draft, const ek_frame *frame);
/* actor.c: bit of the qualifier actor; that of nobody is 0. */
uint32_t ek_actor_before(const struct ek_draft *draft, const ek_frame *frame,
                         const struct ek_act *act);
/* Whether somebody stands behind an act as its agent: "access by us". */
bool ek_actor_is_agent_of(const struct ek_draft *draft, const ek_frame *frame,
                          const struct ek_act *act);
/* The actor that a hit names when it can be an English subject; else 0. */
uint32_t ek_actor_named(const struct ek_draft *draft, const ek_frame *frame,
                        const ek_hit *hit);
/* Rank of the particle after a Japanese actor: 3 は, 2 が. */
bool ek_consent_is_providers(const struct ek_draft *draft,
                             const ek_hit *consent);
bool ek_actor_gives_consent(const struct ek_draft *draft, const ek_frame *frame,
                            const ek_hit *actor);
int ek_actor_rank(const struct ek_draft *draft, const ek_frame *frame,
                  const ek_hit *hit);
/* subject.c: whom the statement of a frame is about; nobody is 0. */
uint32_t ek_subject_of(const struct ek_draft *draft, const ek_frame *frame);
/* voice.c */
bool ek_act_is_noun(const struct ek_draft *draft, const ek_frame *frame,
                    const struct ek_act *act);
bool ek_act_is_nameless(const struct ek_draft *draft, const ek_frame *frame,
                        const struct ek_act *act);
bool ek_act_is_relative(const struct ek_draft *draft, const ek_frame *frame,
                        const struct ek_act *act);
bool ek_frame_is_title(const struct ek_draft *draft, const ek_frame *frame);
/* object.c */
void ek_object_bind(const struct ek_draft *draft, const ek_frame *frame,
                    struct ek_act *act);
/* recipient.c */
void ek_recipient_bind(const struct ek_draft *draft, const ek_frame *frame,
                       struct ek_act *act);
ek_bits ek_recipients_named(const struct ek_draft *draft,
                            const ek_frame *frame);
/* heading.c: the act that the heading of a list without lead-in says, and
 * whether a list of what is collected names stored data. */
void ek_heading_act(struct ek_draft *draft, ek_frame *frame);
void ek_heading_act_of_lead(struct ek_draft *draft, ek_frame *frame);
bool ek_heading_caption(struct ek_draft *draft, ek_frame *frame);
bool ek_heading_collects_stored(const struct ek_draft *draft);
/* name.c: whether a frame is a title that stands as a paragraph. */
bool ek_frame_is_name(const struct ek_draft *draft, const ek_frame *frame);
/* lead.c: the frame of the lead-in of a list item or EK_SEG_NO; whether the
 * item takes its acts; whether a Japanese sentence ends in a finite verb, and
 * whether it asks the customer for something. */
uint32_t ek_lead_of(const struct ek_draft *draft, const ek_frame *frame);
bool ek_lead_gives_acts(const struct ek_draft *draft, const ek_frame *frame,
                        bool bare);
bool ek_frame_ends(const struct ek_draft *draft, const ek_frame *frame);
bool ek_frame_is_sole(const struct ek_draft *draft, const ek_frame *frame);
bool ek_frame_asks(const struct ek_draft *draft, const ek_frame *frame);
/* Whether it only asks the reader to look at what follows. */
bool ek_frame_points(const struct ek_draft *draft, const ek_frame *frame);
/* anaphor.c: "it", "such content", "this licence". */
/* Gives a consent asked in "in that case" to the case, and "this access" of a
 * deemed consent the words of the sentence before. */
void ek_case_continue(struct ek_draft *draft, ek_frame *frame);
/* The frame of the sentence before that tells the case meant by "in that case",
 * and the one whose bar a sentence lifts; NULL where there is none. */
const ek_frame *ek_case_before(const struct ek_draft *draft,
                               const ek_frame *frame);
const ek_frame *ek_bar_before(const struct ek_draft *draft,
                              const ek_frame *frame);
void ek_anaphors_bind(struct ek_draft *draft, ek_frame *frame);
/* inherit.c */
void ek_frames_inherit(struct ek_draft *draft);

static inline const ek_hit *
ek_frame_hit(const struct ek_draft *draft, const ek_frame *frame, uint32_t i)
{
    return &draft->out->own_hits.v[frame->first_hit + i];
}

#endif
