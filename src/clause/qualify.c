/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "clause/qualify.h"

/* Concepts stand in order of weight: the first that says something wins. */
static uint32_t
meaning(const ek_pack *pack, const ek_bits *words, ek_qualifier q)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < pack->concepts.n && i < EK_BITS; i++) {
        uint32_t value = pack->concepts.v[i].value.bits[q];
        if (!value || !ek_bits_has(words, (unsigned)i))
            continue;
        bits |= value;
        if (!ek_qualifier_many(q))
            return bits;
    }
    return bits;
}

/* A rule that asks for words of purpose speaks of that purpose, whatever else
 * stands beside it: use for "support and improvement" is improvement. */
static uint32_t
asked_purpose(const ek_pack *pack, const ek_rule *rule, const ek_frame *frame)
{
    for (size_t i = 0; i < rule->words.n; i++) {
        const struct ek_has_cond *cond = &rule->words.v[i];
        if (cond->lacks || cond->scope != EK_IN_OWN)
            continue;
        ek_bits words = ek_bits_common(&cond->any, &frame->own);
        uint32_t bits = meaning(pack, &words, EK_Q_purpose);
        if (bits)
            return bits;
    }
    return 0;
}

static bool
is_taken_from_act(ek_qualifier q)
{
    return q == EK_Q_actor || q == EK_Q_acts || q == EK_Q_modality;
}

/* The authority named for a list counts for its disclosures alone. */
static bool
is_inherited(ek_qualifier q, const ek_quals *quals)
{
    return q != EK_Q_authority ||
           (quals->bits[EK_Q_acts] &
            ek_qualifier_bit(EK_Q_acts, EK_STR("disclose")));
}

/* Selling and publishing are ways of passing on: who promises not to sell says
 * nothing of reading or using. */
static uint32_t
promised(const ek_pack *pack, const struct ek_act *act)
{
    uint32_t disclose = ek_qualifier_bit(EK_Q_acts, EK_STR("disclose"));
    uint32_t acts = meaning(pack, &act->concepts, EK_Q_acts);
    return acts & disclose ? acts & ~ek_qualifier_bit(EK_Q_acts, EK_STR("use"))
                           : acts;
}

/* "We do not disclose or read it": one promise, however many verbs. */
static uint32_t
acts_of(const ek_pack *pack, const ek_frames *frames, const ek_frame *frame,
        const struct ek_act *act)
{
    if (act->polarity != EK_FORBID)
        return meaning(pack, &act->concepts, EK_Q_acts);
    uint32_t acts = promised(pack, act);
    for (uint32_t i = 0; i < frame->acts; i++) {
        const struct ek_act *other = &frames->acts.v[frame->first_act + i];
        if (other->polarity == EK_FORBID && other->actor == act->actor &&
            ek_bits_meet(&other->object, &act->object))
            acts |= promised(pack, other);
    }
    return acts;
}

static void
take_from_act(ek_quals *quals, const ek_pack *pack, const ek_frames *frames,
              const ek_frame *frame, const struct ek_act *act)
{
    if (!quals->bits[EK_Q_actor])
        quals->bits[EK_Q_actor] = act ? act->actor : frame->actor;
    if (!act)
        return;
    if (!quals->bits[EK_Q_acts])
        quals->bits[EK_Q_acts] = acts_of(pack, frames, frame, act);
    if (!quals->bits[EK_Q_object])
        quals->bits[EK_Q_object] = meaning(pack, &act->object, EK_Q_object);
    if (!quals->bits[EK_Q_modality])
        quals->bits[EK_Q_modality] = act->modality;
}

static void
except_promise(ek_quals *quals, const ek_frame *frame)
{
    uint32_t will_not = ek_qualifier_bit(EK_Q_modality, EK_STR("will-not"));
    if (frame->excepted && quals->bits[EK_Q_modality] == will_not)
        quals->bits[EK_Q_modality] =
            ek_qualifier_bit(EK_Q_modality, EK_STR("will-not-except"));
}

/* A promise not to act without consent leaves the way of consent open (coding
 * notes to B-3). */
static void
take_consent_of_promise(ek_quals *quals)
{
    uint32_t promise = 0;
    ek_str bad;
    ek_qualifier_bits(EK_Q_modality, EK_STR("will-not will-not-except"),
                      &promise, &bad);
    if ((quals->bits[EK_Q_modality] & promise) &&
        quals->bits[EK_Q_consent] ==
            ek_qualifier_bit(EK_Q_consent, EK_STR("none")))
        quals->bits[EK_Q_consent] =
            ek_qualifier_bit(EK_Q_consent, EK_STR("prior-unspecified"));
}

/* A statement that names nobody speaks for who wrote the document. */
static void
name_drafter(ek_quals *quals, const struct ek_act *act)
{
    uint32_t unknown = ek_qualifier_bit(EK_Q_actor, EK_STR("unknown"));
    if ((quals->bits[EK_Q_actor] & unknown) &&
        !(act && (act->passive || act->nameless)))
        quals->bits[EK_Q_actor] =
            ek_qualifier_bit(EK_Q_actor, EK_STR("provider"));
}

static void
say_unknown(ek_quals *quals)
{
    static const struct {
        ek_qualifier q;
        const char *word;
    } table[] = {
        {EK_Q_actor, "unknown"},      {EK_Q_object, "unknown"},
        {EK_Q_purpose, "unknown"},    {EK_Q_authority, "none"},
        {EK_Q_consent, "not-stated"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!quals->bits[table[i].q])
            quals->bits[table[i].q] =
                ek_qualifier_bit(table[i].q, ek_str_of(table[i].word));
}

/* A list of purposes within the sentence stands in units of its own. */
static void
take_purpose_of_items(ek_quals *quals, const ek_pack *pack,
                      const ek_frames *frames, const ek_frame *frame)
{
    if (quals->bits[EK_Q_purpose])
        return;
    ek_bits words = {{0}};
    const ek_frame *end = frames->v.v + frames->v.n;
    for (const ek_frame *item = frame + 1;
         item < end && item->sentence == frame->sentence; item++)
        if (item->item)
            ek_bits_add(&words, &item->own);
    quals->bits[EK_Q_purpose] = meaning(pack, &words, EK_Q_purpose);
}

ek_quals
ek_qualify(const ek_pack *pack, const ek_rule *rule, const ek_frames *frames,
           const ek_frame *frame, const struct ek_act *act)
{
    ek_quals quals = rule->set;
    take_from_act(&quals, pack, frames, frame, act);
    if (!quals.bits[EK_Q_purpose])
        quals.bits[EK_Q_purpose] = asked_purpose(pack, rule, frame);
    for (int q = 0; q < EK_QUALIFIERS; q++) {
        bool many = ek_qualifier_many((ek_qualifier)q);
        if ((quals.bits[q] && !many) || is_taken_from_act((ek_qualifier)q))
            continue;
        quals.bits[q] |= meaning(pack, &frame->own, (ek_qualifier)q);
        if (!quals.bits[q] && is_inherited((ek_qualifier)q, &quals))
            quals.bits[q] = meaning(pack, &frame->inherited, (ek_qualifier)q);
        if (!quals.bits[q] && q != EK_Q_authority)
            quals.bits[q] = meaning(pack, &frame->given, (ek_qualifier)q);
    }
    except_promise(&quals, frame);
    take_consent_of_promise(&quals);
    take_purpose_of_items(&quals, pack, frames, frame);
    if (pack->clauses.v[rule->clause].group == 'A') {
        say_unknown(&quals);
        name_drafter(&quals, act);
    }
    return quals;
}
