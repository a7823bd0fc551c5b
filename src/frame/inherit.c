/* SPDX-License-Identifier: Apache-2.0 */
/* Inheritance: an exception or coordinate takes what it lacks from its main
 * part, a list item from the part of the lead-in that announces the list.
 * Inherited words never mix with own ones; an exception flips the polarity of
 * what it inherits, and so do the items of a list of exceptions. */
#include "config.h"

#include "frame/draft.h"

static ek_polarity
flipped(ek_polarity polarity)
{
    if (polarity == EK_PERMIT)
        return EK_FORBID;
    return polarity == EK_FORBID ? EK_PERMIT : polarity;
}

static bool
is_exception(const ek_frame *frame)
{
    return frame->kind == EK_PART_EXCEPTION || frame->kind == EK_PART_PROVISO;
}

static bool
announces(ek_str text)
{
    static const char *const words[] = {
#define EK_LEAD(text) text,
#include "frame/lead.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ek_str_find(text, ek_str_of(words[i]), 0) < text.n)
            return true;
    text = ek_str_trim(text);
    return ek_str_ends(text, EK_STR(":"));
}

/* A sentence that ends without a full stop is continued by its list. */
static bool
is_open(ek_str text)
{
    static const char *const stops[] = {
#define EK_STOP(text) text,
#include "frame/lead.def"
    };
    text = ek_str_trim(text);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (ek_str_ends(text, ek_str_of(stops[i])))
            return false;
    return true;
}

/* The last part of the lead-in that announces; else its first frame, if the
 * sentence is open. */
static uint32_t
carrier(const struct ek_draft *draft, uint32_t sentence)
{
    const ek_seg *segs = draft->segs->v;
    uint32_t found = EK_SEG_NO, first = EK_SEG_NO;
    for (uint32_t part = sentence + 1; part < segs[sentence].next; part++) {
        uint32_t frame = draft->frame_of[part];
        if (first == EK_SEG_NO)
            first = frame;
        if (announces(ek_draft_words(draft, segs[part].span)))
            found = frame;
    }
    if (found != EK_SEG_NO)
        return found;
    return is_open(ek_draft_words(draft, segs[sentence].span)) ? first
                                                               : EK_SEG_NO;
}

static uint32_t
lead_of(const struct ek_draft *draft, const ek_frame *frame)
{
    const ek_segs *segs = draft->segs;
    for (uint32_t i = frame->sentence; i != EK_SEG_NO; i = segs->v[i].parent)
        if (segs->v[i].lead != EK_SEG_NO && segs->v[i].lead < frame->sentence)
            return carrier(draft, segs->v[i].lead);
    return EK_SEG_NO;
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
        if (flip)
            act.polarity = flipped(act.polarity);
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

static void
complete_own_acts(struct ek_draft *draft, ek_frame *frame, const ek_frame *from)
{
    for (uint32_t i = 0; i < frame->acts; i++) {
        struct ek_act *act = &draft->out->acts.v[frame->first_act + i];
        if (!act->own)
            continue;
        if (!act->actor && !act->passive)
            act->actor = from->actor;
        if (ek_bits_empty(&act->object))
            for (uint32_t k = 0; k < from->acts; k++)
                ek_bits_add(&act->object,
                            &draft->out->acts.v[from->first_act + k].object);
    }
    if (!frame->actor)
        frame->actor = from->actor;
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

/* Rules of conduct and bans without a subject speak to the customer. */
static uint32_t
actor_of(const struct ek_draft *draft, const ek_frame *frame,
         const struct ek_act *act)
{
    uint32_t actor = ek_actor_before(draft, frame, act);
    bool to_customer =
        ek_bits_has(&frame->own, draft->words[EK_W_USER_ACT]) ||
        (frame->lang == EK_LANG_JA &&
         ek_bits_has(&frame->own, draft->words[EK_W_FORBID]));
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
        act->actor = actor_of(draft, frame, act);
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
}

void
ek_frames_inherit(struct ek_draft *draft)
{
    for (size_t i = 0; i < draft->out->v.n; i++) {
        ek_frame *frame = &draft->out->v.v[i];
        collect_acts(draft, frame);
        shape_acts(draft, frame);
        bool bare = !has_full_act(draft, frame);
        if (frame->main != EK_SEG_NO && frame->main < i) {
            const ek_frame *main = &draft->out->v.v[frame->main];
            inherit_from(draft, frame, main, is_exception(frame),
                         bare || is_exception(frame));
        }
        frame->lead = lead_of(draft, frame);
        if (frame->lead != EK_SEG_NO && frame->lead < i) {
            draft->out->v.v[frame->lead].leads = true;
            inherit_from(draft, frame, &draft->out->v.v[frame->lead], false,
                         true);
        }
    }
}
