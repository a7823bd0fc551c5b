/* SPDX-License-Identifier: Apache-2.0 */
/* Inheritance: an exception or coordinate takes what it lacks from its main
 * part, a list item from the part of the lead-in that announces the list.
 * Inherited words never mix with own ones; an exception flips the polarity of
 * what it inherits, unless that is done in one case only. */
#include "config.h"

#include "frame/draft.h"

#include <string.h>

static ek_polarity
flipped(ek_polarity polarity)
{
    if (polarity == EK_PERMIT)
        return EK_FORBID;
    return polarity == EK_FORBID ? EK_PERMIT : polarity;
}

static void
flip_act(struct ek_act *act)
{
    ek_polarity before = act->polarity;
    act->polarity = flipped(before);
    if (act->polarity != before)
        act->modality = ek_qualifier_bit(
            EK_Q_modality,
            act->polarity == EK_PERMIT ? EK_STR("may") : EK_STR("will-not"));
}

static bool
is_exception(const ek_frame *frame)
{
    return frame->kind == EK_PART_EXCEPTION || frame->kind == EK_PART_PROVISO;
}

/* What is done only in one case is done in the excepted cases, too. */
static bool
flips(const struct ek_draft *draft, const ek_frame *frame, const ek_frame *main)
{
    return is_exception(frame) &&
           (main->polarity != EK_PERMIT || !ek_frame_is_sole(draft, main));
}

/* "no duty to monitor, but reserve the right to do so": the coordinate part
 * has no act of its own, and yet says that the one before is done. */
static bool
takes_back(const struct ek_draft *draft, const ek_frame *to,
           const struct ek_act *act)
{
    if (to->kind != EK_PART_COORDINATE || to->lang != EK_LANG_EN ||
        act->polarity != EK_NEUTRAL || to->polarity != EK_PERMIT)
        return false;
    return ek_bits_has(&to->own, draft->words[EK_W_RESERVE]) ||
           ek_bits_has(&to->own, draft->words[EK_W_RESTORE]) ||
           ek_bits_has(&to->own, draft->words[EK_W_MAY]);
}

/* The acts of one frame taken over by another: not own, maybe flipped. */
static void
take_acts(struct ek_draft *draft, ek_frame *to, const ek_frame *from, bool flip)
{
    for (uint32_t i = 0; i < from->acts; i++) {
        struct ek_act act = draft->out->acts.v[from->first_act + i];
        if (act.conditional)
            continue;
        act.own = false;
        act.to = ek_recipients_named(draft, to);
        if (flip)
            flip_act(&act);
        else if (takes_back(draft, to, &act)) {
            act.polarity = EK_PERMIT;
            act.modality =
                ek_qualifier_bit(EK_Q_modality, EK_STR("reserves-right"));
            act.own = true;
        }
        EK_PUSH(draft->arena, draft->out->acts, act);
        to->acts++;
    }
}

static void
take_words(ek_frame *to, const ek_frame *from)
{
    ek_bits_add(&to->inherited, &from->own);
    ek_bits_add(&to->inherited, &from->inherited);
}

/* "We will not: - access your files": the lead says whether it is done. A
 * Japanese one does where it names no act: 次のことを行いません. */
static void
take_polarity(struct ek_act *act, const ek_frame *frame, const ek_frame *from)
{
    if (!act->unmarked || act->conditional || from->polarity == EK_PERMIT)
        return;
    if (frame->lang == EK_LANG_JA && (from->acts || frame->finished))
        return;
    act->polarity = from->polarity;
    act->modality = ek_qualifier_bit(EK_Q_modality, EK_STR("will-not"));
}

/* Japanese leaves out the object that the sentence before has named. */
static bool
lacks_object(const struct ek_draft *draft, const struct ek_act *act)
{
    ek_bits known = {{0}};
    ek_bits_set(&known, draft->words[EK_W_SERVICE]);
    ek_bits_set(&known, draft->words[EK_W_TERMS]);
    ek_bits all = known;
    ek_bits_add(&all, &act->object);
    return act->own && !act->conditional &&
           memcmp(&all, &known, sizeof all) == 0;
}

/* "We grant you a licence to (a) use it": who is named last before the items
 * does what they say. */
static uint32_t
actor_at_end(const struct ek_draft *draft, const ek_frame *from)
{
    struct ek_act end = {.span = {from->span.end, from->span.end}};
    uint32_t actor =
        from->lang == EK_LANG_EN ? ek_actor_before(draft, from, &end) : 0;
    return actor ? actor : from->actor;
}

static void
complete_own_acts(struct ek_draft *draft, ek_frame *frame, const ek_frame *from)
{
    bool continues_lead = frame->item || frame->main == EK_SEG_NO;
    for (uint32_t i = 0; i < frame->acts; i++) {
        struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        if (!act->own)
            continue;
        if (continues_lead)
            take_polarity(act, frame, from);
        if (!act->actor && !act->passive)
            act->actor =
                continues_lead ? actor_at_end(draft, from) : from->actor;
        if (ek_bits_empty(&act->object) ||
            (frame->lang == EK_LANG_JA && lacks_object(draft, act)))
            for (uint32_t k = 0; k < from->acts; k++)
                ek_bits_add(&act->object,
                            &draft->out->acts.v[from->first_act + k].object);
    }
    if (!frame->actor)
        frame->actor = from->actor;
    if (!frame->subject && !ek_frame_points(draft, from))
        frame->subject = from->subject;
}

static bool
has_full_act(const struct ek_draft *draft, const ek_frame *frame)
{
    for (uint32_t i = 0; i < frame->acts; i++) {
        const struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        if (act->own && !act->conditional)
            return true;
    }
    return false;
}

static void
inherit_from(struct ek_draft *draft, ek_frame *frame, const ek_frame *from,
             bool flip, bool acts)
{
    complete_own_acts(draft, frame, from);
    if (acts)
        take_acts(draft, frame, from, flip);
    take_words(frame, from);
}

/* The acts of a frame must stay one range: they are made in frame order. */
static void
collect_acts(struct ek_draft *draft, ek_frame *frame)
{
    frame->first_act = (uint32_t)draft->out->acts.n;
    for (uint32_t i = 0; i < frame->hits; i++) {
        const ek_hit *hit = ek_frame_hit(draft, frame, i);
        struct ek_act *last =
            frame->acts ? &draft->out->acts.v[draft->out->acts.n - 1] : NULL;
        if (ek_vocab_role(draft, hit) != EK_ROLE_ACT)
            continue;
        if (last && ek_nspan_touches(last->span, hit->span)) {
            ek_bits_set(&last->concepts, hit->concept_index);
            continue;
        }
        struct ek_act act = {.span = hit->span, .own = true};
        ek_bits_set(&act.concepts, hit->concept_index);
        EK_PUSH(draft->arena, draft->out->acts, act);
        frame->acts++;
    }
}

static bool
is_passive(const struct ek_draft *draft, const struct ek_act *act)
{
    static const char *const be[] = {"be",  "been", "being", "is",
                                     "are", "was",  "were",  "get"};
    uint32_t from = act->span.begin > 24 ? act->span.begin - 24 : 0;
    ek_str before = ek_draft_words(draft, (ek_nspan){from, act->span.begin});
    ek_str act_words = ek_draft_words(draft, act->span);
    bool participle = ek_str_ends(act_words, EK_STR("ing"));
    if (ek_str_among(ek_str_word(&act_words), be, sizeof be / sizeof *be))
        return !participle;
    ek_str last[2] = {{0}};
    for (ek_str w = ek_str_word(&before); w.n; w = ek_str_word(&before)) {
        last[0] = last[1];
        last[1] = w;
    }
    for (size_t i = 0; i < sizeof be / sizeof *be && !participle; i++)
        if (ek_str_is(last[1], be[i]) ||
            (ek_str_is(last[0], be[i]) && ek_str_ends(last[1], EK_STR("ly"))))
            return true;
    return false;
}

/* "be accessed, used or disclosed": the later participles are passive too. */
static bool
continues(const struct ek_act *before, const struct ek_act *act)
{
    enum { LIST_GAP = 12 };
    return act->span.begin <= before->span.end + LIST_GAP;
}

/* Rules of conduct, bans and requests without a subject speak to the
 * customer. */
static uint32_t
actor_of(const struct ek_draft *draft, const ek_frame *frame,
         const struct ek_act *act)
{
    uint32_t actor = ek_actor_before(draft, frame, act);
    bool to_customer = ek_bits_has(&frame->own, draft->words[EK_W_USER_ACT]) ||
                       (frame->lang == EK_LANG_JA &&
                        (ek_bits_has(&frame->own, draft->words[EK_W_FORBID]) ||
                         ek_frame_asks(draft, frame)));
    if (!actor && to_customer && !act->passive)
        actor = ek_qualifier_bit(EK_Q_actor, EK_STR("customer"));
    return actor;
}

static void
shape_acts(struct ek_draft *draft, ek_frame *frame)
{
    const struct ek_act *before = NULL;
    for (uint32_t i = 0; i < frame->acts; i++) {
        struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        if (frame->lang == EK_LANG_EN)
            act->passive =
                is_passive(draft, act) ||
                (before && before->passive && continues(before, act));
        before = act;
        ek_polarity_set(draft, frame, act);
        act->conditional |= ek_act_is_relative(draft, frame, act) ||
                            ek_frame_is_title(draft, frame);
        act->actor = actor_of(draft, frame, act);
        act->noun = ek_act_is_noun(draft, frame, act);
        act->nameless = ek_act_is_nameless(draft, frame, act);
        ek_recipient_bind(draft, frame, act);
        ek_object_bind(draft, frame, act);
        if (!frame->actor && !act->conditional)
            frame->actor = act->actor;
    }
    frame->polarity = ek_polarity_of(draft, frame);
    if (!frame->actor) {
        struct ek_act end = {.span = {frame->span.end, frame->span.end}};
        end.polarity = frame->polarity;
        frame->actor = actor_of(draft, frame, &end);
    }
    frame->subject = ek_subject_of(draft, frame);
}

static void
take_objects(struct ek_draft *draft, ek_frame *frame, const ek_frame *from)
{
    for (uint32_t i = 0; i < frame->acts; i++) {
        struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        for (uint32_t k = 0; lacks_object(draft, act) && k < from->acts; k++) {
            const struct ek_act *named =
                &draft->out->acts.v[from->first_act + k];
            if (named->own)
                ek_bits_add(&act->object, &named->object);
        }
    }
}

static void
continue_sentence(struct ek_draft *draft, ek_frame *frame)
{
    const ek_seg *segs = draft->segs->v;
    uint32_t last = (uint32_t)(frame - draft->out->v.v);
    if (frame->lang != EK_LANG_JA || last == 0 || frame->main != EK_SEG_NO)
        return;
    const ek_frame *from = frame - 1;
    while (from->main != EK_SEG_NO)
        from = &draft->out->v.v[from->main];
    if (segs[from->sentence].parent == segs[frame->sentence].parent &&
        segs[from->sentence].next == frame->sentence)
        take_objects(draft, frame, from);
}

/* "but has the right to do so": what was said before is done. */
static bool
does_so(const struct ek_draft *draft, const ek_frame *frame)
{
    enum { NEAR = 60 };
    ek_str text = ek_draft_words(draft, frame->span);
    return frame->kind == EK_PART_COORDINATE && frame->lang == EK_LANG_EN &&
           ek_str_find(ek_str_slice(text, 0, NEAR), EK_STR(" do so"), 0) <
               (text.n < NEAR ? text.n : NEAR);
}

/* What an enumeration within a sentence takes from the words before it. A
 * lead that ends openly says nothing by itself. */
static void
take_lead(struct ek_draft *draft, ek_frame *frame)
{
    static const char *const ends[] = {
#define EK_LEAD_OPEN(text) text,
#include "frame/lead.def"
    };
    ek_frame *lead = &draft->out->v.v[frame->main];
    ek_str text = ek_str_trim(ek_draft_words(draft, lead->span));
    lead->leads |= ek_str_ends_any(text, ends, sizeof ends / sizeof *ends);
    ek_bits_add(&frame->given, &lead->own);
}

static void
take_from_before(struct ek_draft *draft, ek_frame *frame)
{
    const ek_frame *told = ek_case_before(draft, frame);
    const ek_frame *barred = ek_bar_before(draft, frame);
    if (told)
        take_words(frame, told);
    ek_case_continue(draft, frame);
    if (barred)
        inherit_from(draft, frame, barred, true, true);
}

void
ek_frames_inherit(struct ek_draft *draft)
{
    for (size_t i = 0; i < draft->out->v.n; i++) {
        ek_frame *frame = &draft->out->v.v[i];
        frame->finished = ek_frame_ends(draft, frame);
        collect_acts(draft, frame);
        shape_acts(draft, frame);
        bool bare = !has_full_act(draft, frame);
        if (frame->main != EK_SEG_NO && frame->main < i) {
            const ek_frame *main = &draft->out->v.v[frame->main];
            if (frame->item)
                take_lead(draft, frame);
            inherit_from(draft, frame, main, flips(draft, frame, main),
                         bare || is_exception(frame) || frame->item ||
                             does_so(draft, frame));
        }
        continue_sentence(draft, frame);
        take_from_before(draft, frame);
        ek_anaphors_bind(draft, frame);
        frame->lead = ek_lead_of(draft, frame);
        if (frame->lead != EK_SEG_NO && ek_heading_caption(draft, frame)) {
            frame->lead = EK_SEG_NO;
        } else if (frame->lead != EK_SEG_NO && frame->lead < i) {
            draft->out->v.v[frame->lead].leads = true;
            if (!bare && frame->lang == EK_LANG_EN)
                ek_bits_add(&frame->given, &draft->out->v.v[frame->lead].own);
            inherit_from(draft, frame, &draft->out->v.v[frame->lead], false,
                         ek_lead_gives_acts(draft, frame, bare));
            ek_heading_act_of_lead(draft, frame);
        } else if (frame->main == EK_SEG_NO) {
            ek_heading_act(draft, frame);
        }
        frame->name = ek_frame_is_name(draft, frame);
    }
}
