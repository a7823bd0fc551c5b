/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "clause/holds.h"

static ek_holding
weaker(ek_holding a, ek_holding b)
{
    return a < b ? a : b;
}

/* An actor that is not known makes a clue where the rule asks for one, except
 * where grammar leaves it out: the passive, a list item, and Japanese
 * sentences, which name the writer of the contract only when they must. What
 * somebody is able to do (できます) is told to the customer, though. */
static ek_holding
actor_fits(const struct ek_act_cond *cond, const struct ek_act *act,
           const ek_frame *frame)
{
    uint32_t unknown = ek_qualifier_bit(EK_Q_actor, EK_STR("unknown"));
    if (cond->actors == 0 || (cond->actors & act->actor) != 0)
        return EK_HOLDS;
    if (act->actor != 0)
        return EK_HOLDS_NOT;
    if (act->able &&
        (cond->actors & ek_qualifier_bit(EK_Q_actor, EK_STR("customer"))))
        return EK_HOLDS;
    bool left_out =
        act->passive || act->nameless || !act->own ||
        (frame->lang == EK_LANG_JA && frame->finished && !act->able);
    return (cond->actors & unknown) && left_out ? EK_HOLDS : EK_HOLDS_AS_CLUE;
}

static ek_holding
object_fits(const struct ek_act_cond *cond, const struct ek_act *act,
            const ek_frame *frame)
{
    if (ek_bits_empty(&cond->object) && ek_bits_empty(&cond->weak))
        return EK_HOLDS;
    if (ek_bits_meet(&cond->object, &act->object) ||
        (!act->own && ek_bits_meet(&cond->object, &frame->own)))
        return EK_HOLDS;
    bool weak = ek_bits_meet(&cond->weak, &act->object) ||
                ek_bits_meet(&cond->object, &frame->inherited);
    return weak ? EK_HOLDS_AS_CLUE : EK_HOLDS_NOT;
}

static ek_holding
act_fits(const struct ek_act_cond *cond, const struct ek_act *act,
         const ek_frame *frame)
{
    if ((act->conditional && !cond->conditional) || (cond->own && !act->own) ||
        !(cond->polarities & 1U << act->polarity) ||
        !ek_bits_meet(&cond->any, &act->concepts) ||
        (!ek_bits_empty(&cond->to) && !ek_bits_meet(&cond->to, &act->to)))
        return EK_HOLDS_NOT;
    ek_holding said = cond->verb && act->noun ? EK_HOLDS_AS_CLUE : EK_HOLDS;
    return weaker(said, weaker(actor_fits(cond, act, frame),
                               object_fits(cond, act, frame)));
}

static ek_holding
act_found(const struct ek_act_cond *cond, const ek_frames *frames,
          const ek_frame *frame, const struct ek_act **found)
{
    ek_holding best = EK_HOLDS_NOT;
    for (uint32_t i = 0; i < frame->acts; i++) {
        const struct ek_act *act = &frames->acts.v[frame->first_act + i];
        ek_holding how = act_fits(cond, act, frame);
        if (how > best) {
            best = how;
            *found = act;
        }
    }
    return best;
}

static ek_bits
words_in(ek_scope scope, const ek_frames *frames, const ek_frame *frame,
         const ek_bits *sentence)
{
    ek_bits words = frame->own;
    switch (scope) {
    case EK_IN_OWN:
        ek_bits_add(&words, &frame->given);
        break;
    case EK_IN_PART:
        ek_bits_add(&words, &frame->inherited);
        break;
    case EK_IN_SENTENCE:
        words = *sentence;
        break;
    case EK_IN_HEADING:
        words = frame->heading;
        break;
    case EK_IN_DOCUMENT:
        words = frames->document;
        break;
    }
    return words;
}

static ek_holding
words_fit(const struct ek_has_cond *cond, const ek_bits *words)
{
    bool found = ek_bits_meet(&cond->any, words);
    if (cond->lacks)
        return found ? EK_HOLDS_NOT : EK_HOLDS;
    if (found)
        return EK_HOLDS;
    return ek_bits_meet(&cond->weak, words) ? EK_HOLDS_AS_CLUE : EK_HOLDS_NOT;
}

static bool
part_fits(const ek_rule *rule, const ek_frames *frames, const ek_frame *frame)
{
    uint32_t unknown = ek_qualifier_bit(EK_Q_actor, EK_STR("unknown"));
    uint32_t subject = frame->subject ? frame->subject : unknown;
    if ((frame->name && !rule->titles) ||
        (rule->parts && !(rule->parts & 1U << frame->kind)) ||
        (rule->subjects && !(rule->subjects & subject)))
        return false;
    if (!rule->main_polarities)
        return true;
    return frame->main != EK_SEG_NO &&
           (rule->main_polarities & 1U << frames->v.v[frame->main].polarity) !=
               0;
}

static bool
asks_for_words(const ek_rule *rule)
{
    for (size_t i = 0; i < rule->words.n; i++)
        if (!rule->words.v[i].lacks)
            return true;
    return false;
}

/* "We may access your data in these cases:" carries nothing by itself; its
 * items do. */
static bool
only_leads(const ek_rule *rule, const ek_frame *frame,
           const struct ek_held *held)
{
    return frame->leads && held->act && held->act->polarity == EK_PERMIT &&
           !asks_for_words(rule);
}

struct ek_held
ek_rule_holds(const ek_rule *rule, const ek_frames *frames,
              const ek_frame *frame, const ek_bits *sentence)
{
    struct ek_held held = {rule->clue ? EK_HOLDS_AS_CLUE : EK_HOLDS, NULL, 0};
    if (!part_fits(rule, frames, frame))
        return (struct ek_held){EK_HOLDS_NOT, NULL, UINT32_MAX};
    for (size_t i = 0; i < rule->acts.n; i++, held.missing++) {
        const struct ek_act *act = NULL;
        held.how =
            weaker(held.how, act_found(&rule->acts.v[i], frames, frame, &act));
        if (held.how == EK_HOLDS_NOT)
            return held;
        if (i == 0)
            held.act = act;
    }
    for (size_t i = 0; i < rule->words.n; i++, held.missing++) {
        const struct ek_has_cond *cond = &rule->words.v[i];
        ek_bits words = words_in(cond->scope, frames, frame, sentence);
        held.how = weaker(held.how, words_fit(cond, &words));
        if (held.how == EK_HOLDS_NOT)
            return held;
    }
    if (only_leads(rule, frame, &held))
        held.how = weaker(held.how, EK_HOLDS_AS_CLUE);
    return held;
}

bool
ek_rule_nearly_holds(const ek_rule *rule, const ek_frames *frames,
                     const ek_frame *frame, const ek_bits *sentence,
                     uint32_t missing)
{
    const struct ek_act *act = NULL;
    for (uint32_t i = missing + 1; i < rule->acts.n; i++)
        if (act_found(&rule->acts.v[i], frames, frame, &act) == EK_HOLDS_NOT)
            return false;
    for (uint32_t i = 0; i < rule->words.n; i++) {
        const struct ek_has_cond *cond = &rule->words.v[i];
        ek_bits words = words_in(cond->scope, frames, frame, sentence);
        if (rule->acts.n + i > missing &&
            words_fit(cond, &words) == EK_HOLDS_NOT)
            return false;
    }
    return true;
}
